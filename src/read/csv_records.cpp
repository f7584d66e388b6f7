// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/csv_records.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t usual_window = std::size_t{1} << 20;
constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t highs = 0x8080808080808080U;
constexpr char quote = '"';

constexpr std::uint64_t in_each_byte(char c) noexcept {
    return ones * static_cast<unsigned char>(c);
}

/// A high bit at the first byte that is zero; those of later bytes may be wrong.
constexpr std::uint64_t first_zero(std::uint64_t word) noexcept {
    return (word - ones) & ~word & highs;
}

/// The first of two characters, or the end. Eight bytes a step.
const char* find_either(const char* at, const char* end, std::uint64_t a,
                        std::uint64_t b) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        while (end - at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            const std::uint64_t found = first_zero(word ^ a) | first_zero(word ^ b);
            if (found != 0) {
                return at + std::countr_zero(found) / 8;
            }
            at += 8;
        }
    }
    const char first = static_cast<char>(a & 0xFFU);
    const char second = static_cast<char>(b & 0xFFU);
    while (at != end && *at != first && *at != second) {
        ++at;
    }
    return at;
}

std::string_view between(const char* begin, const char* end) noexcept {
    return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace

CsvRecords::CsvRecords(ByteSource source, CsvForm form, CsvLimits limits)
    : source_(std::move(source)),
      form_(std::move(form)),
      limits_(limits),
      delimiters_(in_each_byte(form_.delimiter)),
      line_ends_(in_each_byte(form_.line_end)),
      window_(std::make_unique_for_overwrite<char[]>(usual_window)),
      window_size_(usual_window),
      begin_(window_.get()),
      end_(window_.get()) {
    refill();
    begin_ += std::min(form_.skip, static_cast<std::size_t>(end_ - begin_));
}

bool CsvRecords::next() {
    while (true) {
        if (begin_ == end_) {
            if (finished_) {
                return false;
            }
            refill();
            continue;
        }
        line_ = next_line_;
        if (parse() == Outcome::whole) {
            undouble();
            return true;
        }
        refill();
    }
}

/// Keeps what is left of the record at the front of the window and reads on behind it.
void CsvRecords::refill() {
    const auto kept = static_cast<std::size_t>(end_ - begin_);
    if (kept > limits_.max_record) {
        throw Error(ErrorCode::limit,
                    "line " + std::to_string(line_) + ": a row has more than " +
                        std::to_string(limits_.max_record) +
                        " bytes (limit max_record); is a quote never closed?",
                    {.file = form_.file, .row = static_cast<std::int64_t>(line_)});
    }
    if (kept * 2 > window_size_) {
        std::unique_ptr<char[]> larger = std::make_unique_for_overwrite<char[]>(window_size_ * 2);
        std::memcpy(larger.get(), begin_, kept);
        window_ = std::move(larger);
        window_size_ *= 2;
    } else {
        std::memmove(window_.get(), begin_, kept);
    }
    begin_ = window_.get();
    end_ = begin_ + kept;
    while (!finished_ && end_ != window_.get() + window_size_) {
        const auto room = static_cast<std::size_t>(window_.get() + window_size_ - end_);
        const std::size_t count = source_(std::span(end_, room));
        finished_ = count == 0;
        end_ += std::min(count, room);
    }
}

CsvRecords::Outcome CsvRecords::parse() {
    cells_.clear();
    doubled_.clear();
    inner_lines_ = 0;
    record_strays_ = 0;
    const char* at = begin_;
    while (true) {
        const bool quoted = at != end_ && *at == quote;
        at = quoted ? parse_quoted(at) : parse_plain(at);
        if (at == nullptr) {
            return Outcome::cut;
        }
        if (at == end_ || *at != form_.delimiter) {
            end_record(at);
            return Outcome::whole;
        }
        check_columns();
        ++at;
        if (at == end_ && !finished_) {
            return Outcome::cut;
        }
    }
}

const char* CsvRecords::parse_plain(const char* at) {
    const char* const stop = find_either(at, end_, delimiters_, line_ends_);
    if (stop == end_ && !finished_) {
        return nullptr;
    }
    cells_.push_back(between(at, stop));
    last_quoted_ = false;
    return stop;
}

/// The closing quote of the cell whose inside begins there, or nullptr.
const char* CsvRecords::closing_quote(const char* at) {
    bool doubled = false;
    while (true) {
        const auto rest = static_cast<std::size_t>(end_ - at);
        const void* const found = rest == 0 ? nullptr : std::memchr(at, quote, rest);
        if (found == nullptr) {
            return nullptr;
        }
        const char* const close = static_cast<const char*>(found);
        if (close + 1 == end_ && !finished_) {
            return nullptr;
        }
        if (close + 1 == end_ || close[1] != quote) {
            if (doubled) {
                doubled_.push_back(cells_.size());
            }
            return close;
        }
        doubled = true;
        at = close + 2;
    }
}

const char* CsvRecords::parse_quoted(const char* at) {
    const char* const open = at;
    const char* const close = closing_quote(open + 1);
    if (close == nullptr) {
        if (finished_) {
            refuse_open_quote(open);
        }
        return nullptr;
    }
    const char* const behind = close + 1;
    const char* const stop = find_either(behind, end_, delimiters_, line_ends_);
    if (stop == end_ && !finished_) {
        return nullptr;
    }
    inner_lines_ += static_cast<std::uint64_t>(std::count(open, close, form_.line_end));
    const bool carriage_return = stop - behind == 1 && *behind == '\r' && form_.line_end == '\n';
    if (stop == behind || carriage_return) {
        cells_.push_back(between(open + 1, close));
        last_quoted_ = true;
        return stop;
    }
    ++record_strays_;
    if (!doubled_.empty() && doubled_.back() == cells_.size()) {
        doubled_.pop_back();
    }
    cells_.push_back(between(open, stop));
    last_quoted_ = false;
    return stop;
}

void CsvRecords::end_record(const char* at) {
    std::string_view& last = cells_.back();
    if (!last_quoted_ && form_.line_end == '\n' && last.ends_with('\r')) {
        last.remove_suffix(1);
    }
    if (record_strays_ > 0 && stray_quotes_ == 0) {
        stray_line_ = line_;
    }
    stray_quotes_ += record_strays_;
    next_line_ = line_ + inner_lines_ + (at == end_ ? 0 : 1);
    begin_ = window_.get() + (at - window_.get()) + (at == end_ ? 0 : 1);
}

/// In place: the record is whole, so its bytes aren't read again.
void CsvRecords::undouble() {
    for (const std::size_t index : doubled_) {
        std::string_view& cell = cells_[index];
        char* const first = window_.get() + (cell.data() - window_.get());
        char* out = first;
        for (std::size_t i = 0; i < cell.size(); ++i) {
            *out++ = cell[i];
            i += cell[i] == quote ? 1 : 0; // its double
        }
        cell = between(first, out);
    }
}

void CsvRecords::check_columns() const {
    if (cells_.size() >= limits_.max_columns) {
        throw Error(ErrorCode::limit,
                    "line " + std::to_string(line_) + " has more than " +
                        std::to_string(limits_.max_columns) + " columns (limit max_columns)",
                    {.file = form_.file, .row = static_cast<std::int64_t>(line_)});
    }
}

void CsvRecords::refuse_open_quote(const char* open) const {
    const std::string_view before = between(begin_, open);
    const auto lines = std::ranges::count(before, form_.line_end);
    const std::size_t last = before.find_last_of(form_.line_end);
    const std::size_t column =
        last == std::string_view::npos ? before.size() : before.size() - last - 1;
    const std::int64_t line = static_cast<std::int64_t>(line_) + lines;
    throw Error(ErrorCode::format,
                "line " + std::to_string(line) + ", column " + std::to_string(column + 1) +
                    ": this quote is never closed",
                {.file = form_.file, .row = line, .column = static_cast<std::int64_t>(column + 1)});
}

} // namespace tertib
