// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/xes_log.hpp"

#include <algorithm>
#include <string>
#include <string_view>

/// A log of what stands inside of <log>.
inline std::string xes_of(std::string_view inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n" +
           std::string(inside) + "\n</log>\n";
}

/// One event: <event> with an activity, a transition, and a time on 5 May 2025.
inline std::string xes_event(std::string_view activity, std::string_view transition,
                             std::string_view clock, std::string_view more = {}) {
    return "<event><string key=\"concept:name\" value=\"" + std::string(activity) +
           "\"/><string key=\"lifecycle:transition\" value=\"" + std::string(transition) +
           "\"/><date key=\"time:timestamp\" value=\"2025-05-05T" + std::string(clock) +
           ":00+07:00\"/>" + std::string(more) + "</event>\n";
}

inline std::string xes_trace(std::string_view name, std::string_view inside) {
    return "<trace><string key=\"concept:name\" value=\"" + std::string(name) + "\"/>\n" +
           std::string(inside) + "</trace>\n";
}

inline tertib::LogReading read_text(const std::string& text,
                                    const tertib::XesOptions& options = {}) {
    return tertib::read_xes(tertib::source_of(text), options);
}

/// The finding of that code, or nullptr.
inline const tertib::Finding* finding_of(const tertib::LogReading& reading, std::string_view code) {
    const auto found = std::ranges::find(reading.findings, code, &tertib::Finding::code);
    return found == reading.findings.end() ? nullptr : &*found;
}

/// Its named value, "" without one.
inline std::string said(const tertib::Finding* finding, std::string_view name) {
    if (finding == nullptr) {
        return {};
    }
    const auto found = std::ranges::find(finding->arguments, name, &tertib::Argument::name);
    return found == finding->arguments.end() ? std::string() : found->value;
}
