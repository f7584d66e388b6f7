// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "csv_rows.hpp"

#include "failure.hpp"

#include <algorithm>

namespace tertib::tool {
namespace {

constexpr std::size_t max_row = std::size_t{1} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void refuse(std::string_view code, std::uint64_t line) {
    throw Failure(Exit::unreadable, std::string(code), {{"line", std::to_string(line)}});
}

} // namespace

/// Finds where the row that begins at at_ ends, reading on as needed.
bool CsvRows::find_end() {
    bool quoted = false;
    std::size_t i = at_;
    while (true) {
        for (; i < bytes_.size(); ++i) {
            if (bytes_[i] == '"') {
                quoted = !quoted; // a doubled quote leaves and enters again
            } else if (bytes_[i] == '\n') {
                ++next_line_;
                if (!quoted) {
                    end_ = i;
                    return true;
                }
            }
        }
        if (i - at_ > max_row) {
            refuse("UI-CSV-ROW-TOO-LONG", line_);
        }
        if (at_ > 0) { // keep only the row that is begun
            bytes_.erase(0, at_);
            passed_ += at_;
            i -= at_;
            at_ = 0;
        }
        more_ = more_ && file_->read_more(bytes_);
        if (!more_) {
            if (quoted) {
                refuse("UI-CSV-QUOTE", line_);
            }
            end_ = bytes_.size();
            return end_ > at_;
        }
    }
}

/// Takes a cell in quotes; the place after its closing quote.
std::size_t CsvRows::take_quoted(std::size_t at, std::size_t end) {
    const std::size_t begin = unquoted_.size();
    for (++at; at < end; ++at) {
        if (bytes_[at] == '"') {
            if (at + 1 == end || bytes_[at + 1] != '"') {
                break;
            }
            ++at;
        }
        unquoted_ += bytes_[at];
    }
    ++at;
    if (at < end && bytes_[at] != ',') {
        refuse("UI-CSV-QUOTE", line_);
    }
    cells_.push_back({begin, unquoted_.size() - begin, true});
    return at;
}

void CsvRows::take_cells() {
    cells_.clear();
    unquoted_.clear();
    std::size_t end = end_;
    if (end > at_ && bytes_[end - 1] == '\r') {
        --end;
    }
    raw_ = std::string_view(bytes_).substr(at_, end - at_);
    std::size_t at = at_;
    while (true) {
        if (at < end && bytes_[at] == '"') {
            at = take_quoted(at, end);
        } else {
            const std::size_t comma = std::min(bytes_.find(',', at), end);
            cells_.push_back({at, comma - at, false});
            at = comma;
        }
        if (at >= end) {
            return;
        }
        ++at; // the comma; a cell always follows it
    }
}

bool CsvRows::next() {
    while (true) {
        line_ = next_line_;
        if (!find_end()) {
            return false;
        }
        if (line_ == 1 && passed_ == 0 && at_ == 0 && bytes_.starts_with(byte_order_mark)) {
            at_ = byte_order_mark.size();
        }
        take_cells();
        at_ = std::min(end_ + 1, bytes_.size());
        if (!raw_.empty()) {
            return true;
        }
    }
}

std::string_view CsvRows::cell(std::size_t column) const {
    if (column >= cells_.size()) {
        return {};
    }
    const Cell& cell = cells_[column];
    const std::string_view from = cell.unquoted ? unquoted_ : bytes_;
    return from.substr(cell.begin, cell.size);
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        quoted += c == '"' ? "\"" : "";
    }
    return quoted + '"';
}

} // namespace tertib::tool
