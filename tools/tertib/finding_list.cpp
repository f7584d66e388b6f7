// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "finding_list.hpp"

#include <array>
#include <vector>

namespace tertib::tool {
namespace {

using Group = std::vector<const Finding*>;

void add_group(Page& page, const std::string& title, Tone tone, const Group& group) {
    if (group.empty()) {
        return;
    }
    page.heading(title + " (" + std::to_string(group.size()) + ")", tone);
    for (const Finding* finding : group) {
        const std::string place = place_words(page, finding->where);
        page.item(finding->code, message(*finding, page.language()), 2);
        page.paragraph(about_words(page, finding->about) + (place.empty() ? "" : ", " + place), 6,
                       Tone::faint);
    }
}

} // namespace

std::string severity_words(const Page& page, Severity severity) {
    switch (severity) {
    case Severity::error: return page.text("UI-SEVERITY-ERROR");
    case Severity::warning: return page.text("UI-SEVERITY-WARNING");
    case Severity::info: return page.text("UI-SEVERITY-INFO");
    }
    return {};
}

std::string about_words(const Page& page, About about) {
    switch (about) {
    case About::document: return page.text("UI-ABOUT-DOCUMENT");
    case About::copy: return page.text("UI-ABOUT-COPY");
    case About::reading: return page.text("UI-ABOUT-READING");
    }
    return {};
}

std::string place_words(const Page& page, const Place& place) {
    std::string words;
    const auto add = [&](const std::string& piece) {
        words += words.empty() ? "" : ", ";
        words += piece;
    };
    if (!place.step.empty()) {
        add(page.text("UI-PLACE-STEP", {{"step", place.step}}));
    }
    if (place.row != 0) {
        add(page.text("UI-PLACE-ROW", {{"row", std::to_string(place.row)}}));
    }
    if (place.column != 0) {
        add(page.text("UI-PLACE-COLUMN", {{"column", std::to_string(place.column)}}));
    }
    return words;
}

Tone tone_of(Severity severity) noexcept {
    switch (severity) {
    case Severity::error: return Tone::bad;
    case Severity::warning: return Tone::attention;
    case Severity::info: return Tone::strong;
    }
    return Tone::plain;
}

void add_findings(Page& page, std::span<const Finding> findings, std::span<const Waiver> waivers) {
    if (findings.empty()) {
        page.heading(page.text("UI-READ-NO-FINDINGS"), Tone::good);
        return;
    }
    constexpr std::array<Severity, 3> heaviest_first = {Severity::error, Severity::warning,
                                                        Severity::info};
    for (const Severity severity : heaviest_first) {
        Group group;
        for (const Finding& finding : findings) {
            if (finding.severity == severity && !is_waived(finding, waivers)) {
                group.push_back(&finding);
            }
        }
        add_group(page, severity_words(page, severity), tone_of(severity), group);
    }
    Group waived;
    for (const Finding& finding : findings) {
        if (is_waived(finding, waivers)) {
            waived.push_back(&finding);
        }
    }
    add_group(page, page.text("UI-WAIVED"), Tone::faint, waived);
}

} // namespace tertib::tool
