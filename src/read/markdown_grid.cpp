// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_grid.hpp"

#include "read/grid_builder.hpp"
#include "read/limit.hpp"
#include "read/markdown_text.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tertib {
namespace {

constexpr auto npos = std::string_view::npos;

/// "```mermaid": the fence's own characters, and what is written behind them.
struct Fence {
    char mark = '`';
    std::size_t size = 0;
    std::string_view info;
};

std::optional<Fence> fence_of(std::string_view line) {
    const std::string_view text = trim(line);
    if (!text.starts_with("```") && !text.starts_with("~~~")) {
        return std::nullopt;
    }
    const std::size_t size = std::min(text.find_first_not_of(text.front()), text.size());
    const std::string_view info = trim(text.substr(size));
    if (info.find('`') != npos) {
        return std::nullopt;
    }
    return Fence{text.front(), size, info};
}

/// "## Title ##" gives "Title".
std::optional<std::string_view> heading_of(std::string_view line) {
    constexpr std::size_t deepest = 6;
    const std::size_t size = std::min(line.find_first_not_of('#'), line.size());
    if (size == 0 || size > deepest || size == line.size() || line[size] != ' ') {
        return std::nullopt;
    }
    std::string_view title = trim(line.substr(size));
    const std::size_t last = title.find_last_not_of('#');
    if (last != npos && last + 1 < title.size() && title[last] == ' ') {
        title = trim(title.substr(0, last));
    }
    return title;
}

/// A line of nothing but "=", "-", "*" or "_": the underline of a heading, or a drawn rule.
bool is_rule(std::string_view line) {
    constexpr std::size_t shortest = 3;
    return line.size() >= shortest && std::string_view("=-*_").find(line.front()) != npos &&
           line.find_first_not_of(line.front()) == npos;
}

struct Item {
    std::string marker; ///< "-" or "1."
    std::string_view text;
};

std::optional<Item> item_of(std::string_view line) {
    if (line.size() < 2) {
        return std::nullopt;
    }
    if (std::string_view("-*+").find(line.front()) != npos && line[1] == ' ') {
        return Item{"-", trim(line.substr(2))};
    }
    constexpr std::size_t most_digits = 9;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool numbered = digits > 0 && digits <= most_digits && digits + 1 < line.size() &&
                          (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    if (!numbered) {
        return std::nullopt;
    }
    return Item{std::string(line.substr(0, digits + 1)), trim(line.substr(digits + 2))};
}

struct Labelled {
    std::string_view label;
    std::string_view value;
};

/// "**Label:** value", "**Label**: value", and the same with "__".
std::optional<Labelled> labelled(std::string_view line) {
    if (!line.starts_with("**") && !line.starts_with("__")) {
        return std::nullopt;
    }
    const std::size_t close = line.find(line.substr(0, 2), 2);
    if (close == npos) {
        return std::nullopt;
    }
    std::string_view label = trim(line.substr(2, close - 2));
    std::string_view value = trim(line.substr(close + 2));
    if (label.ends_with(':')) {
        label = trim(label.substr(0, label.size() - 1));
    } else if (value.starts_with(':')) {
        value = trim(value.substr(1));
    } else {
        return std::nullopt;
    }
    return label.empty() ? std::nullopt : std::optional(Labelled{label, value});
}

/// The first pipe that ends a cell: one behind a backslash belongs to the cell's text.
std::size_t cell_end(std::string_view row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '|') {
            return i;
        }
    }
    return row.size();
}

class MarkdownReader {
public:
    MarkdownReader(std::string_view markdown, const ReadOptions& options) : builder_(options) {
        const auto lines = static_cast<std::size_t>(std::ranges::count(markdown, '\n'));
        if (lines >= options.max_cells) {
            limit_passed("max_cells", options.max_cells, "lines");
        }
        lines_ = split(markdown, '\n');
    }

    Grids read() {
        while (line_ < lines_.size()) {
            take_line();
        }
        read_.grids.push_back(builder_.finish());
        if (!read_.remarks.empty()) {
            const std::uint32_t first = read_.remarks.front().row;
            read_.findings.push_back(make_finding("READ-MERMAID",
                                                  {.row = first, .column = 0, .step = {}},
                                                  {{"count", std::to_string(read_.remarks.size())},
                                                   {"line", std::to_string(first)}}));
        }
        return std::move(read_);
    }

private:
    [[nodiscard]] std::uint32_t number() const { return static_cast<std::uint32_t>(line_ + 1); }

    void take_line() {
        std::string_view line = trim(lines_[line_]);
        while (line.starts_with('>')) {
            line = trim(line.substr(1));
        }
        if (take_fence(line)) {
            return;
        }
        const bool heads_table =
            line.find('|') != npos && line_ + 1 < lines_.size() && is_table_rule(lines_[line_ + 1]);
        if (is_table_rule(line) || line.empty() || (is_rule(line) && !in_table_)) {
            in_table_ = in_table_ && !line.empty();
        } else if (heads_table || line.starts_with('|') || (in_table_ && line.find('|') != npos)) {
            take_row(line);
        } else {
            in_table_ = false;
            take_text(line);
        }
        ++line_;
    }

    /// A block of code; one without an end is no block, so that it can't swallow the document.
    bool take_fence(std::string_view line) {
        const std::optional<Fence> open = fence_of(line);
        if (!open) {
            return false;
        }
        const std::optional<std::size_t> close = closing_fence(*open);
        if (!close) {
            return false;
        }
        in_table_ = false;
        if (lower(open->info).starts_with("mermaid")) {
            std::string drawing;
            for (std::size_t i = line_ + 1; i < *close; ++i) {
                drawing.append(lines_[i]).append("\n");
            }
            builder_.count_cell();
            read_.remarks.push_back({number(), std::move(drawing)});
        } else {
            for (++line_; line_ < *close; ++line_) {
                take_code(lines_[line_]);
            }
        }
        line_ = *close + 1;
        return true;
    }

    std::optional<std::size_t> closing_fence(const Fence& open) {
        std::size_t& none_from = open.mark == '`' ? no_backticks_ : no_tildes_;
        for (std::size_t i = line_ + 1; i < lines_.size() && open.size < none_from; ++i) {
            const std::optional<Fence> fence = fence_of(lines_[i]);
            if (fence && fence->mark == open.mark && fence->size >= open.size &&
                fence->info.empty()) {
                return i;
            }
        }
        // No later search for a fence as long as this one can succeed either.
        none_from = std::min(none_from, open.size);
        return std::nullopt;
    }

    /// Tables are also pasted into blocks of code, with tabs.
    void take_code(std::string_view line) {
        builder_.begin_row(number());
        for (std::uint32_t column = 1; !line.empty(); ++column) {
            const std::string_view cell = line.substr(0, line.find('\t'));
            if (!trim(cell).empty()) {
                builder_.cell({.column = column}, std::string(cell));
            }
            line.remove_prefix(std::min(cell.size() + 1, line.size()));
        }
    }

    void take_row(std::string_view line) {
        in_table_ = true;
        builder_.begin_row(number());
        line.remove_prefix(line.starts_with('|') ? 1 : 0);
        for (std::uint32_t column = 1; !line.empty(); ++column) {
            const std::size_t end = cell_end(line);
            if (const std::string_view cell = trim(line.substr(0, end)); !cell.empty()) {
                builder_.cell({.column = column}, markdown_text(cell));
            }
            line.remove_prefix(std::min(end + 1, line.size()));
        }
    }

    void take_text(std::string_view line) {
        if (const auto heading = heading_of(line)) {
            builder_.line(number(), markdown_text(*heading));
            return;
        }
        const std::optional<Item> item = item_of(line);
        const std::optional<Labelled> pair = labelled(item ? item->text : line);
        if (pair) {
            take_label(*pair);
        } else if (item) {
            builder_.line(number(), item->marker + " " + markdown_text(item->text));
        } else {
            builder_.line(number(), markdown_text(line));
        }
    }

    void take_label(const Labelled& pair) {
        const std::uint32_t row = number();
        std::string value = markdown_text(pair.value);
        if (pair.value.empty()) {
            value = following_items();
        }
        builder_.begin_row(row);
        builder_.cell({.column = 1}, markdown_text(pair.label));
        builder_.cell({.column = 2}, std::move(value));
    }

    /// The items below a label without a value, blank lines among them; line_ ends at the last.
    std::string following_items() {
        std::string items;
        for (std::size_t i = line_ + 1; i < lines_.size(); ++i) {
            const std::string_view line = trim(lines_[i]);
            if (line.empty()) {
                continue;
            }
            const std::optional<Item> item = item_of(line);
            if (!item || labelled(item->text)) {
                break;
            }
            items += items.empty() ? "" : "\n";
            items += item->marker + " " + markdown_text(item->text);
            line_ = i;
        }
        return items;
    }

    std::vector<std::string_view> lines_;
    GridBuilder builder_;
    Grids read_;
    std::size_t line_ = 0; ///< index into lines_
    bool in_table_ = false;
    std::size_t no_backticks_ = npos; ///< no closing fence of this size or more is left
    std::size_t no_tildes_ = npos;
};

} // namespace

bool is_table_rule(std::string_view line) {
    return line.find('|') != npos && line.find('-') != npos &&
           line.find_first_not_of("|-: \t") == npos;
}

Grids markdown_grids(std::string_view markdown, const ReadOptions& options) {
    return MarkdownReader(markdown, options).read();
}

} // namespace tertib
