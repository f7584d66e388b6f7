// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/csv_stamps.hpp"

#include "read/csv_titles.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

std::optional<EventStamp> CsvStamps::read(std::string_view cell, std::uint64_t line) {
    if (cell == last_cell_ && !cell.empty()) {
        count();
        if (!last_) {
            note_unread(cell, line);
        }
        return last_;
    }
    hint_ = StampHint::none;
    last_ = read_event_stamp(cell, zone_);
    if (!last_) {
        const std::string_view trimmed = trim(cell);
        if (trimmed.empty() || trimmed == "-") {
            last_cell_.clear();
            return EventStamp{};
        }
        const std::optional<WrittenStamp> written =
            read_written_stamp(trimmed, zone_, stated_.value_or(DateOrder::day_first));
        if (written) {
            last_ = written->stamp;
            hint_ = written->hint;
        } else {
            note_unread(cell, line);
        }
    }
    last_cell_.assign(cell);
    count();
    return last_;
}

void CsvStamps::count() {
    day_first_ += hint_ == StampHint::day_first ? 1 : 0;
    month_first_ += hint_ == StampHint::month_first ? 1 : 0;
    serials_ += hint_ == StampHint::serial ? 1 : 0;
}

void CsvStamps::note_unread(std::string_view cell, std::uint64_t line) {
    if (unread_++ == 0) {
        constexpr std::size_t longest_shown = 60;
        std::string scratch;
        unread_line_ = line;
        unread_cell_ = squeeze(clean_cell(cell.substr(0, longest_shown), scratch).text);
    }
}

Finding CsvStamps::finding(std::string_view code, std::uint64_t count) const {
    return make_finding(code, {.row = 0, .column = column_ + 1, .step = {}},
                        {{"column", title_}, {"count", std::to_string(count)}});
}

std::vector<Finding> CsvStamps::findings() const {
    std::vector<Finding> found;
    if (unread_ > 0) {
        Finding unread = finding("LOG-DATE-UNREAD", unread_);
        unread.where.row =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(unread_line_, UINT32_MAX));
        unread.arguments.push_back({"text", unread_cell_});
        unread.evidence = unread_cell_;
        found.push_back(std::move(unread));
    }
    if (!open_.empty() && day_first_ == 0 && month_first_ == 0) {
        found.push_back(finding("LOG-DATE-ORDER-ASSUMED", open_.size()));
    }
    if (!open_.empty() && month_first()) {
        found.push_back(finding("LOG-DATE-MONTH-FIRST", open_.size()));
    }
    if (day_first_ > 0 && month_first_ > 0) {
        found.push_back(finding("LOG-DATE-ORDER-MIXED", open_.size()));
        found.back().arguments.push_back({"day_first", std::to_string(day_first_)});
        found.back().arguments.push_back({"month_first", std::to_string(month_first_)});
    }
    if (serials_ > 0) {
        found.push_back(finding("LOG-DATE-SERIAL", serials_));
    }
    return found;
}

} // namespace tertib
