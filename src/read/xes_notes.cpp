// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_notes.hpp"

#include <limits>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t most_subjects = 1'000; ///< of all codes; the rest is counted together
constexpr std::size_t longest_text = 200;    ///< of a subject or example, in bytes

/// Its beginning, cut between characters.
std::string shortened(std::string_view text) {
    if (text.size() <= longest_text) {
        return std::string(text);
    }
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::uint32_t row_of(std::int64_t line) {
    const bool fits = line > 0 && line <= std::numeric_limits<std::uint32_t>::max();
    return fits ? static_cast<std::uint32_t>(line) : 0;
}

} // namespace

void XesNotes::note(std::string_view code, std::int64_t line, std::string_view subject,
                    std::string_view example, std::uint64_t times) {
    std::pair<std::string, std::string> key(code, shortened(subject));
    auto found = notes_.find(key);
    if (found == notes_.end()) {
        if (notes_.size() >= most_subjects) {
            key.second = "…";
        }
        found = notes_.try_emplace(std::move(key)).first;
    }
    Note& note = found->second;
    if (note.count == 0) {
        note.line = line;
        note.example = shortened(example);
    }
    note.count += times;
}

std::vector<Finding> XesNotes::take() {
    std::vector<Finding> findings;
    findings.reserve(notes_.size());
    for (const auto& [key, note] : notes_) {
        findings.push_back(make_finding(key.first, {.row = row_of(note.line)},
                                        {{"count", std::to_string(note.count)},
                                         {"line", std::to_string(note.line)},
                                         {"key", key.second},
                                         {"text", note.example}},
                                        note.example));
    }
    notes_.clear();
    return findings;
}

} // namespace tertib
