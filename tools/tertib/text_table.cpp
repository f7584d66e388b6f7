// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "text_table.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tertib::tool {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::size_t least = 3; ///< columns of a terminal that a column keeps

/// The beginning of a word that fits, at least one code point.
std::string_view fitting(std::string_view word, std::size_t width) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < word.size();) {
        static_cast<void>(next_code_point(word, at));
        if (end > 0 && display_width(word.substr(0, at)) > width) {
            break;
        }
        end = at;
    }
    return word.substr(0, end);
}

/// The width of "1. " or "- " before an item of a list: its further lines are indented so far.
std::size_t hanging_of(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && line.substr(digits).starts_with(". ")) {
        return digits + 2;
    }
    return line.starts_with("- ") ? 2 : 0;
}

void wrap_words(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
    std::string current;
    std::size_t used = 0;
    for (std::string_view word : split(line, ' ')) {
        if (word.empty()) {
            continue;
        }
        std::size_t size = display_width(word);
        if (used > 0 && used + 1 + size > width) {
            lines.push_back(std::exchange(current, {}));
            used = 0;
        }
        while (size > width) {
            const std::string_view part = fitting(word, width);
            if (part.size() == word.size()) {
                break;
            }
            lines.emplace_back(part);
            word.remove_prefix(part.size());
            size = display_width(word);
        }
        current += used > 0 ? " " : "";
        current += word;
        used += (used > 0 ? 1 : 0) + size;
    }
    lines.push_back(std::move(current));
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
    // An item may begin with another list's item: "1. - Surat".
    std::size_t hanging = 0;
    for (std::size_t next = hanging_of(line); next > 0 && next * 3 < width - hanging;
         next = hanging_of(line.substr(hanging))) {
        hanging += next;
    }
    const std::size_t first = lines.size();
    wrap_words(line.substr(hanging), width - hanging, lines);
    for (std::size_t i = first; i < lines.size(); ++i) {
        lines[i].insert(0, i == first ? std::string(line.substr(0, hanging))
                                      : std::string(hanging, ' '));
    }
}

std::size_t natural_width(std::string_view cell) {
    std::size_t width = 0;
    for (const std::string_view line : split(cell, '\n')) {
        width = std::max(width, display_width(line));
    }
    return width;
}

std::vector<std::size_t> natural_widths(const TextTable& table) {
    std::vector<std::size_t> widths(table.header.size(), 0);
    const auto take = [&](const std::vector<std::string>& row) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], natural_width(row[i]));
        }
    };
    take(table.header);
    std::ranges::for_each(table.rows, take);
    return widths;
}

/// Cuts the widest columns down to one common width until all fit.
std::vector<std::size_t> fitted_widths(std::vector<std::size_t> widths, std::size_t room) {
    const auto sum = [&](std::size_t most) {
        return std::accumulate(
            widths.begin(), widths.end(), std::size_t{0},
            [most](std::size_t total, std::size_t width) { return total + std::min(width, most); });
    };
    std::size_t most = widths.empty() ? 0 : std::ranges::max(widths);
    most = std::min(most, room);
    while (most > least && sum(most) > room) {
        --most;
    }
    // What rounding left goes to the columns that were cut, from the left.
    std::size_t left = room > sum(most) ? room - sum(most) : 0;
    for (std::size_t& width : widths) {
        const bool cut = width > most;
        width = std::min(width, most);
        if (cut && left > 0) {
            ++width;
            --left;
        }
    }
    return widths;
}

void add_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
             std::vector<std::string>& out) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(wrapped(row[i], std::max<std::size_t>(1, widths[i])));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        std::size_t pending = 0; // blanks are written only before more text: no line ends in one
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view cell =
                line < cells[i].size() ? std::string_view(cells[i][line]) : std::string_view();
            if (!cell.empty()) {
                text.append(pending, ' ');
                text += cell;
                pending = 0;
            }
            const std::size_t used = display_width(cell);
            pending += (widths[i] > used ? widths[i] - used : 0) + gap.size();
        }
        out.push_back(std::move(text));
    }
}

} // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) {
        wrap_line(line, std::max<std::size_t>(1, width), lines);
    }
    return lines;
}

TableLines lines_of(const TextTable& table, std::size_t width) {
    std::vector<std::size_t> widths = natural_widths(table);
    const std::size_t gaps = widths.empty() ? 0 : (widths.size() - 1) * gap.size();
    widths = fitted_widths(std::move(widths), width > gaps ? width - gaps : 1);
    TableLines lines;
    if (!table.header.empty()) {
        add_row(table.header, widths, lines.header);
        const std::size_t whole = std::accumulate(widths.begin(), widths.end(), gaps);
        std::string rule;
        for (std::size_t i = 0; i < whole; ++i) {
            rule += "─";
        }
        lines.header.push_back(std::move(rule));
    }
    for (const std::vector<std::string>& row : table.rows) {
        add_row(row, widths, lines.body);
    }
    return lines;
}

} // namespace tertib::tool
