// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// What one colour of a chart means.
struct ChartPart {
    std::string label;
    std::string colour; ///< as SVG writes it, "#4c78a8"
};

struct ChartBar {
    std::string label;
    std::vector<std::uint64_t> counts; ///< one for each part
    std::string told;                  ///< written beside or above the bar; "" for its total
};

/// What is counted of several things, in parts that add up.
struct Chart {
    std::string title;
    std::vector<ChartPart> parts; ///< at least one; a legend is drawn where there are more
    std::vector<ChartBar> bars;
};

/// Lying bars with their names before them. All lengths are to one scale; what there is any of is
/// seen. SVG on its own: no script, no style sheet, nothing from outside; every text is escaped and
/// the same chart gives the same bytes. "" without bars.
[[nodiscard]] std::string svg_bars(const Chart& chart);

/// Standing bars side by side with their names beneath, as many as fit: groups of time, or a
/// histogram. Otherwise as svg_bars.
[[nodiscard]] std::string svg_columns(const Chart& chart);

} // namespace tertib
