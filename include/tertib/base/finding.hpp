// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// How much a finding matters: catatan, perlu diperiksa, perlu diperbaiki.
enum class Severity : std::uint8_t { info, warning, error };

/// What a finding is about: what the office wrote, what this copy of it can't carry, or what we
/// made of it.
enum class About : std::uint8_t { document, copy, reading };

/// The place in the document that a finding speaks of. Rows and columns count from 1 in the
/// source's grid (for text, the row is the line); 0 and "" mean that it has no single place.
struct Place {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string step; ///< key of the step, "" if none

    friend bool operator==(const Place&, const Place&) = default;
};

/// A named value that a message's text has a hole for.
struct Argument {
    std::string name;
    std::string value;

    friend bool operator==(const Argument&, const Argument&) = default;
};

/// Something to tell about data. It holds no sentence: the text is made at the border, in
/// Indonesian or English, from the one catalogue (base/catalogue.hpp).
///
///     Finding odd = make_finding("READ-NO-PELAKSANA", {.step = "3"}, {{"steps", "3"}});
///     std::string text = message(odd, Language::id);
///
/// A value: copy it, compare it, share it between threads when const.
struct Finding {
    std::string code;
    Severity severity = Severity::info;
    About about = About::document;
    Place where;
    std::vector<Argument> arguments;
    std::string evidence; ///< the words of the document that led to it, "" if none

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Makes a finding whose severity and subject are those of its code in the catalogue.
/// Throws Error(internal) for a code that the catalogue lacks.
[[nodiscard]] Finding make_finding(std::string_view code, Place where = {},
                                   std::vector<Argument> arguments = {}, std::string evidence = {});

/// The names used in JSON, SQL and C: "info", "warning", "error"; "document", "copy", "reading".
[[nodiscard]] std::string_view name(Severity severity) noexcept;
[[nodiscard]] std::string_view name(About about) noexcept;

} // namespace tertib
