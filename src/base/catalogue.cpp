// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/catalogue.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <vector>

namespace tertib::embedded {
extern const std::string_view messages_tsv;
}

namespace tertib {
namespace {

std::optional<Severity> severity_of(std::string_view word) {
    if (word == "info") {
        return Severity::info;
    }
    if (word == "warning") {
        return Severity::warning;
    }
    if (word == "error") {
        return Severity::error;
    }
    return std::nullopt;
}

About about_of(std::string_view word) {
    if (word == "copy") {
        return About::copy;
    }
    return word == "reading" ? About::reading : About::document;
}

std::vector<Message> parse(std::string_view tsv) {
    std::vector<Message> messages;
    for (const std::string_view line : split(tsv, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string_view> cells = split(line, '\t');
        if (cells.size() != 5) {
            throw Error(ErrorCode::internal,
                        "not five cells in messages.tsv: " + std::string(line));
        }
        messages.push_back({.code = cells[0],
                            .severity = severity_of(cells[1]),
                            .about = about_of(cells[2]),
                            .id = cells[3],
                            .en = cells[4]});
    }
    std::ranges::sort(messages, {}, &Message::code);
    return messages;
}

std::string filled(std::string_view text, std::span<const Argument> arguments) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos) {
            break;
        }
        out.append(text.substr(at, open - at));
        const std::string_view hole = text.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(arguments, hole, &Argument::name);
        if (found == arguments.end()) {
            out.append(text.substr(open, close - open + 1));
        } else {
            out.append(found->value);
        }
        at = close + 1;
    }
    out.append(text.substr(at));
    return out;
}

} // namespace

std::span<const Message> catalogue() {
    // Made at the first use, never changed after: the language makes that safe between threads.
    static const std::vector<Message> messages = parse(embedded::messages_tsv);
    return messages;
}

const Message* find_message(std::string_view code) {
    const std::span<const Message> all = catalogue();
    const auto found = std::ranges::lower_bound(all, code, {}, &Message::code);
    return found != all.end() && found->code == code ? &*found : nullptr;
}

std::string message(const Finding& finding, Language language) {
    return text_of(finding.code, language, finding.arguments);
}

std::string text_of(std::string_view code, Language language, std::span<const Argument> arguments) {
    const Message* known = find_message(code);
    if (known == nullptr) {
        throw Error(ErrorCode::internal, "no text has the code " + std::string(code));
    }
    return filled(language == Language::id ? known->id : known->en, arguments);
}

} // namespace tertib
