// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/naming_rules.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

// The names of things: the SOP's own, and pelaksana who are posts.

namespace tertib::rules {
namespace {

/// A name without the words that only say that it names an SOP.
std::string bare_name(std::string_view text) {
    constexpr std::array<std::string_view, 7> prefixes{"standar operasional prosedur",
                                                       "standard operating procedure",
                                                       "prosedur operasional standar",
                                                       "sop",
                                                       "spo",
                                                       "pos",
                                                       "protap"};
    std::string name = squeeze(text);
    const std::string folded = lower(name);
    for (const std::string_view prefix : prefixes) {
        if (folded.starts_with(prefix) && folded.size() > prefix.size() &&
            (folded[prefix.size()] == ' ' || folded[prefix.size()] == ':')) {
            return std::string(trim(std::string_view(name).substr(prefix.size() + 1)));
        }
    }
    return name;
}

std::string without_blanks(std::string_view text) {
    std::string out = fold(text);
    std::erase(out, ' ');
    return out;
}

RuleResult nama(const RuleContext& context) {
    const std::string& text = context.sop.identity().nama;
    if (!is_stated(text)) {
        return violated({.text = "ID-7/missing"});
    }
    const std::optional<Layout>& layout = context.sop.layout();
    if (!layout || !is_stated(layout->heading)) {
        return undecidable();
    }
    const std::string& heading = layout->heading;
    const std::string name = bare_name(text);
    const std::string headed = bare_name(heading);
    if (name == headed) {
        return satisfied();
    }
    Observation observation{.arguments = {{"nama", squeeze(text)}, {"heading", squeeze(heading)}},
                            .evidence = heading};
    if (without_blanks(name) == without_blanks(headed)) {
        observation.text = "ID-7/spacing";
        observation.at_most = Severity::warning;
    }
    return violated(std::move(observation));
}

/// A title behind a name (", S.Sos", "M.Si.") or before it ("Drs.", "H."), or a NIP. A title
/// needs its dot or its comma: SE and MM are also other things.
bool names_person(std::string_view text) {
    constexpr std::array<std::string_view, 28> behind{
        "ssos", "sh",   "se",  "skom", "sip",  "sstp", "mm",   "msi",  "mh",  "map",
        "mpd",  "spd",  "st",  "mt",   "amd",  "skm",  "mkes", "skep", "ssi", "sap",
        "mkom", "msos", "sag", "phd",  "ners", "sk",   "sptp", "mpa"};
    constexpr std::array<std::string_view, 7> before{"drs.", "dra.",  "ir.", "h.",
                                                     "hj.",  "prof.", "dr."};
    const std::string folded = lower(squeeze(text));
    if (std::ranges::any_of(before, [&](std::string_view t) { return folded.starts_with(t); })) {
        return true;
    }
    std::size_t digits = 0;
    for (const char c : folded) {
        digits = c >= '0' && c <= '9' ? digits + 1 : (c == ' ' ? digits : 0);
        if (digits >= 18) {
            return true; // the length of a NIP
        }
    }
    bool after_comma = false;
    for (const std::string_view token : split(folded, ' ')) {
        std::string letters(token);
        const bool comma = letters.ends_with(',');
        const bool dotted = letters.find('.') != letters.npos && !letters.ends_with("..");
        std::erase_if(letters, [](char c) { return c == '.' || c == ','; });
        const bool inner_dot = dotted && token.find('.') + 1 < token.size();
        if ((inner_dot || after_comma) && std::ranges::find(behind, letters) != behind.end()) {
            return true;
        }
        after_comma = comma;
    }
    return false;
}

RuleResult posts(const RuleContext& context) {
    if (context.sop.pelaksana().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    for (const std::string& name : context.sop.pelaksana()) {
        if (names_person(name)) {
            observations.push_back({.arguments = {{"pelaksana", squeeze(name)}}, .evidence = name});
        }
    }
    return conclude(std::move(observations));
}

} // namespace

std::span<const BuiltinRule> naming_rules() {
    static constexpr std::array table{BuiltinRule{"ID-7", nama}, BuiltinRule{"TAB-4", posts}};
    return table;
}

} // namespace tertib::rules
