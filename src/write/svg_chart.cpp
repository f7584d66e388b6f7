// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/svg_chart.hpp"

#include "tertib/base/text.hpp"
#include "write/plain_text.hpp"

#include <algorithm>
#include <string_view>

namespace tertib {
namespace {

// In units of the view box; a letter of the text is at most about seven wide.
constexpr std::size_t page_width = 700;
constexpr std::size_t label_width = 232;
constexpr std::size_t told_width = 88;
constexpr std::size_t bar_step = 22;
constexpr std::size_t column_height = 120;
constexpr std::size_t letter_width = 7;

std::uint64_t total(const ChartBar& bar) {
    std::uint64_t sum = 0;
    for (const std::uint64_t count : bar.counts) {
        sum += count;
    }
    return sum;
}

std::uint64_t longest(const Chart& chart) {
    std::uint64_t most = 1;
    for (const ChartBar& bar : chart.bars) {
        most = std::max(most, total(bar));
    }
    return most;
}

/// How many of `length` units a count takes, at least one for anything.
std::size_t scaled(std::uint64_t count, std::uint64_t most, std::size_t length) {
    if (count == 0) {
        return 0;
    }
    const double share = static_cast<double>(count) / static_cast<double>(most);
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(share * static_cast<double>(length) + 0.5));
}

/// As much of a text as fits into so many letters.
std::string shortened(std::string_view text, std::size_t letters) {
    std::string plain = plain_line(text);
    if (display_width(plain) <= letters) {
        return plain;
    }
    std::string out;
    for (std::size_t at = 0; at < plain.size() && display_width(out) + 1 < letters;) {
        append_code_point(out, next_code_point(plain, at));
    }
    return out + "…";
}

std::string number(std::size_t value) {
    return std::to_string(value);
}

std::string svg_text(std::size_t x, std::size_t y, std::string_view anchor, std::string_view text) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\">" + markup(text) + "</text>";
}

std::string svg_box(std::size_t x, std::size_t y, std::size_t width, std::size_t height,
                    const ChartPart& part, std::string_view told) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) +
           "\" height=\"" + number(height) + "\" fill=\"" + markup(part.colour) + "\"><title>" +
           markup(told) + "</title></rect>";
}

std::string name_of_box(const ChartBar& bar, const ChartPart& part, std::uint64_t count) {
    return bar.label + (part.label.empty() ? "" : ", " + part.label) + ": " + std::to_string(count);
}

std::string told_of(const ChartBar& bar) {
    return bar.told.empty() ? std::to_string(total(bar)) : bar.told;
}

std::string svg_head(const Chart& chart, std::size_t height) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(page_width) + " " +
           number(height) +
           "\" role=\"img\" font-family=\"sans-serif\" font-size=\"11\" "
           "fill=\"#222\"><title>" +
           markup(chart.title) + "</title>\n";
}

/// Boxes with their meanings from left to right, on one line.
std::string legend(const Chart& chart, std::size_t y) {
    std::string out;
    std::size_t x = 0;
    for (const ChartPart& part : chart.parts) {
        out +=
            svg_box(x, y, 10, 10, part, part.label) + svg_text(x + 14, y + 9, "start", part.label);
        x += 14 + letter_width * (display_width(plain_line(part.label)) + 3);
    }
    return out + "\n";
}

[[nodiscard]] std::size_t legend_height(const Chart& chart) {
    return chart.parts.size() > 1 ? 20 : 0;
}

} // namespace

std::string svg_bars(const Chart& chart) {
    if (chart.bars.empty()) {
        return {};
    }
    const std::size_t top = legend_height(chart);
    const std::uint64_t most = longest(chart);
    std::string out = svg_head(chart, top + bar_step * chart.bars.size());
    out += top == 0 ? "" : legend(chart, 0);
    std::size_t y = top;
    for (const ChartBar& bar : chart.bars) {
        out += svg_text(label_width - 8, y + 14, "end",
                        shortened(bar.label, label_width / letter_width));
        std::size_t x = label_width;
        for (std::size_t i = 0; i < chart.parts.size() && i < bar.counts.size(); ++i) {
            const std::size_t width =
                scaled(bar.counts[i], most, page_width - label_width - told_width);
            if (width > 0) {
                out += svg_box(x, y + 3, width, bar_step - 6, chart.parts[i],
                               name_of_box(bar, chart.parts[i], bar.counts[i]));
            }
            x += width;
        }
        out += svg_text(x + 6, y + 14, "start", shortened(told_of(bar), told_width / letter_width));
        out += "\n";
        y += bar_step;
    }
    return out + "</svg>\n";
}

std::string svg_columns(const Chart& chart) {
    if (chart.bars.empty()) {
        return {};
    }
    const std::size_t top = legend_height(chart) + 16;
    const std::size_t foot = top + column_height;
    const std::uint64_t most = longest(chart);
    const std::size_t step = std::max<std::size_t>(1, page_width / chart.bars.size());
    const std::size_t width = std::min<std::size_t>(60, step > 3 ? step - 2 : step);
    std::size_t widest = 1;
    for (const ChartBar& bar : chart.bars) {
        widest = std::max(widest, display_width(plain_line(bar.label)) + 1);
    }
    // Names that would lie on each other are left out, every so many of them.
    const std::size_t each = (widest * letter_width + step - 1) / step;
    std::string out = svg_head(chart, foot + 18);
    out += chart.parts.size() > 1 ? legend(chart, 0) : "";
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const ChartBar& bar = chart.bars[i];
        const std::size_t middle = i * step + step / 2;
        std::size_t y = foot;
        for (std::size_t j = 0; j < chart.parts.size() && j < bar.counts.size(); ++j) {
            const std::size_t height = std::min(y, scaled(bar.counts[j], most, column_height));
            y -= height;
            if (height > 0) {
                out += svg_box(middle - width / 2, y, width, height, chart.parts[j],
                               name_of_box(bar, chart.parts[j], bar.counts[j]));
            }
        }
        const std::string told = told_of(bar);
        if (total(bar) > 0 && display_width(told) * letter_width <= step) {
            out += svg_text(middle, y - std::min<std::size_t>(y, 4), "middle", told);
        }
        if (i % each == 0) {
            // The first one's name would begin outside.
            out += i == 0 ? svg_text(0, foot + 14, "start", bar.label)
                          : svg_text(middle, foot + 14, "middle", bar.label);
        }
        out += "\n";
    }
    out += "<line x1=\"0\" y1=\"" + number(foot) + "\" x2=\"" + number(page_width) + "\" y2=\"" +
           number(foot) + "\" stroke=\"#888\"/>\n";
    return out + "</svg>\n";
}

} // namespace tertib
