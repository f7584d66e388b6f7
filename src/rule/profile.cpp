// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/rule/profile.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

namespace tertib::embedded {
extern const std::string_view permenpan35_tsv;
}

namespace tertib {
namespace {

Severity severity_from(std::string_view word) {
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
        if (name(severity) == word) {
            return severity;
        }
    }
    throw Error(ErrorCode::internal, "no severity is called " + std::string(word));
}

/// Lines "#name<TAB>value" for the profile, then "id<TAB>severity<TAB>sure<TAB>source" per rule.
Profile profile_from_tsv(std::string_view tsv) {
    Profile profile;
    for (const std::string_view line : split(tsv, '\n')) {
        const std::vector<std::string_view> cells = split(line, '\t');
        if (cells[0] == "#name" || cells[0] == "#version" || cells[0] == "#title") {
            std::string& field = cells[0] == "#name"      ? profile.name
                                 : cells[0] == "#version" ? profile.version
                                                          : profile.title;
            field = std::string(cells.at(1));
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::optional<Sure> sure =
            cells.size() == 4 ? sure_from_name(cells[2]) : std::nullopt;
        if (!sure) {
            throw Error(ErrorCode::internal, "not a rule of a profile: " + std::string(line));
        }
        const bool chapter = cells[3].starts_with("BAB");
        profile.rules.push_back(
            {.id = std::string(cells[0]),
             .severity = severity_from(cells[1]),
             .source = profile.title + (chapter ? " " : ", ") + std::string(cells[3]),
             .sure = *sure});
    }
    return profile;
}

bool matches_one(char32_t letter, char32_t wanted) {
    if (wanted == U'#') {
        return letter >= U'0' && letter <= U'9';
    }
    return wanted == U'?' || letter == wanted;
}

std::u32string letters_of(std::string_view text) {
    const std::string plain = lower(text);
    std::u32string letters;
    std::size_t at = 0;
    while (at < plain.size()) {
        const char32_t letter = next_code_point(plain, at);
        if (!is_space(letter)) {
            letters.push_back(letter);
        }
    }
    return letters;
}

} // namespace

const RuleEntry* Profile::find(std::string_view id) const noexcept {
    const auto found = std::ranges::find(rules, id, &RuleEntry::id);
    return found == rules.end() ? nullptr : &*found;
}

RuleEntry* Profile::find(std::string_view id) noexcept {
    const auto found = std::ranges::find(rules, id, &RuleEntry::id);
    return found == rules.end() ? nullptr : &*found;
}

Profile permenpan35() {
    // Read at the first use, never changed after.
    static const Profile profile = profile_from_tsv(embedded::permenpan35_tsv);
    return profile;
}

Profile built_in_profile(std::string_view name) {
    if (name == "permenpan35") {
        return permenpan35();
    }
    throw Error(ErrorCode::argument,
                "there is no profile \"" + std::string(name) + "\"; there is: permenpan35");
}

bool matches_pattern(std::string_view text, std::string_view pattern) {
    const std::u32string have = letters_of(text);
    const std::u32string want = letters_of(pattern);
    // The usual walk with one way back: to the last *, which then takes one letter more.
    std::size_t at = 0;
    std::size_t next = 0;
    std::size_t star = want.size();
    std::size_t taken = 0;
    while (at < have.size()) {
        if (next < want.size() && want[next] == U'*') {
            star = next++;
            taken = at;
        } else if (next < want.size() && matches_one(have[at], want[next])) {
            ++at;
            ++next;
        } else if (star < want.size()) {
            next = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    return std::all_of(want.begin() + static_cast<std::ptrdiff_t>(next), want.end(),
                       [](char32_t c) { return c == U'*'; });
}

} // namespace tertib
