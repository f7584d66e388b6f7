// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/write/check_html.hpp"
#include "write/check_figures.hpp"
#include "write/html_page.hpp"

#include <span>

namespace tertib {

// Told apart on paper too: from light to dark.
inline constexpr const char* unknown_colour = "#c9c9c9";
inline constexpr const char* waived_colour = "#e0b04c";
inline constexpr const char* good_colour = "#7fb3a2";
inline constexpr const char* bad_colour = "#b5413a";

/// What the sections of the page are made of.
struct CheckPage {
    const CheckReport& report;
    const CheckHtmlOptions& options;
    std::span<const StepFigures> steps;
    HtmlPage& page;

    /// "3. Menelaah berkas", and of which version where there are several.
    [[nodiscard]] std::string step_name(std::uint32_t version, std::uint32_t step) const;
    [[nodiscard]] bool several_versions() const;
};

// Each writes one section, or nothing where there is nothing to say.

void write_worst(const CheckPage& on);      ///< what went wrong most
void write_places(const CheckPage& on);     ///< where
void write_waits(const CheckPage& on);      ///< who waits for whom
void write_good(const CheckPage& on);       ///< what is in order
void write_periods(const CheckPage& on);    ///< by month …
void write_monitoring(const CheckPage& on); ///< the regulation's table
void write_found(const CheckPage& on);      ///< line by line, with room for answers

} // namespace tertib
