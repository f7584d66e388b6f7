// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/csv_titles.hpp"

#include "log/log_heading.hpp"
#include "read/encoding.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace tertib {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array delimiters = {',', ';', '\t', '|'};
constexpr std::size_t lines_looked_at = 20;

bool same_title(std::string_view a, std::string_view b) {
    return fold(a) == fold(b);
}

/// Whether the map itself names the column, so that it needn't be recognised.
bool named_by(const LogMap& map, std::string_view title) {
    const auto is_it = [&](const std::string& named) {
        return !named.empty() && same_title(named, title);
    };
    for (std::size_t i = 0; i < log_field_count; ++i) {
        if (is_it(mapped_title(map.columns, static_cast<LogField>(i)))) {
            return true;
        }
    }
    return std::ranges::any_of(
        map.wide, [&](const WideStep& step) { return is_it(step.start) || is_it(step.complete); });
}

/// The columns that the titles of one record name, and how many titles say anything.
void recognise(CsvTitles& found, const LogMap& map) {
    std::array<unsigned, log_field_count> ranks{};
    ranks.fill(UINT32_MAX);
    found.columns = {};
    found.recognised = 0;
    for (const std::string& title : found.titles) {
        const std::optional<LogHeading> heading = find_heading(title);
        found.recognised += heading || named_by(map, title) ? 1 : 0;
        if (!heading) {
            continue;
        }
        unsigned& rank = ranks.at(static_cast<std::size_t>(heading->field));
        if (heading->rank < rank) {
            rank = heading->rank;
            mapped_title(found.columns, heading->field) = title;
        }
    }
}

std::vector<std::string> texts_of(std::span<const std::string_view> cells) {
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    std::string scratch;
    for (const std::string_view cell : cells) {
        texts.emplace_back(trim(clean_cell(cell, scratch).text));
    }
    return texts;
}

/// The best line of titles under one delimiter; of equal ones the first that isn't blank.
CsvTitles titles_under(std::string_view front, CsvForm form, const LogMap& map) {
    CsvTitles best;
    best.form = form;
    CsvRecords records(source_of(front), std::move(form));
    try {
        for (std::size_t i = 0; i < lines_looked_at && records.next(); ++i) {
            CsvTitles found;
            found.form = best.form;
            found.line = records.line();
            found.titles = texts_of(records.cells());
            const bool blank = std::ranges::all_of(found.titles, &std::string::empty);
            recognise(found, map);
            if (!blank && (best.line == 0 || found.recognised > best.recognised)) {
                best = std::move(found);
            }
        }
    } catch (const Error&) {
        // The front may end within quotes, and under a wrong delimiter rows may have absurdly
        // many cells: what was found before that counts.
        return best;
    }
    return best;
}

constexpr bool is_clean_byte(char c) noexcept {
    return (c >= ' ' && c != '\x7F') || c == '\t' || c == '\n' || c == '\r';
}

/// Whether each byte is printable ASCII; eight at a time.
bool is_plain(std::string_view bytes) noexcept {
    constexpr std::uint64_t each = 0x0101010101010101U;
    constexpr std::uint64_t high = 0x8080808080808080U;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        // A byte below a blank borrows, one above 0x7E carries, one beyond ASCII has it set.
        if (((word | (word - each * 0x20U) | (word + each)) & high) != 0) {
            return false;
        }
    }
    return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                       [](char c) { return c >= ' ' && c < '\x7F'; });
}

} // namespace

CleanCell clean_cell(std::string_view bytes, std::string& scratch) {
    if (is_plain(bytes)) {
        return {.text = bytes};
    }
    CleanCell clean{.text = bytes};
    if (!is_utf8(bytes)) {
        scratch = from_windows_1252(bytes);
        clean.text = scratch;
        clean.foreign = true;
    }
    const auto unclean = [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !is_clean_byte(c);
    };
    if (std::ranges::any_of(clean.text, unclean)) {
        std::string mended;
        for (const char c : clean.text) {
            if (unclean(c)) {
                append_code_point(mended, U'\uFFFD');
            } else {
                mended += c;
            }
        }
        scratch = std::move(mended);
        clean.text = scratch;
        clean.broken = true;
    }
    return clean;
}

CsvTitles find_csv_titles(std::string_view front, const LogMap& map,
                          std::optional<char> delimiter) {
    CsvForm form;
    form.skip = front.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (front.find('\n') == std::string_view::npos && front.find('\r') != std::string_view::npos) {
        form.line_end = '\r';
    }
    if (delimiter) {
        form.delimiter = *delimiter;
        return titles_under(front, form, map);
    }
    CsvTitles best;
    for (const char candidate : delimiters) {
        form.delimiter = candidate;
        CsvTitles found = titles_under(front, form, map);
        const auto score = [](const CsvTitles& titles) {
            return std::pair(titles.recognised, titles.titles.size());
        };
        if (best.line == 0 || score(found) > score(best)) {
            best = std::move(found);
        }
    }
    return best;
}

} // namespace tertib
