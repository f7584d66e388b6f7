// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_builder.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t most_rows = std::numeric_limits<std::uint32_t>::max() - 1;

[[noreturn]] void pass_limit(std::string_view option, std::size_t limit, std::string_view of) {
    throw Error(ErrorCode::limit, "the log has more than " + std::to_string(limit) + " " +
                                      std::string(of) + " (limit " + std::string(option) + ")");
}

template <typename T>
void put(Chunked<T>& column, std::size_t row, T value, T none) {
    if (value != none) {
        column.put(row, value);
    }
}

void put(Chunked<Instant>& instants, Chunked<StampForm>& forms, std::size_t row,
         const EventStamp& stamp) {
    if (stamp.known()) {
        instants.put(row, stamp.instant);
        forms.put(row, stamp.form);
    }
}

} // namespace

LogBuilder::LogBuilder(const LogOptions& options) : limits_(options.limits) {
    limits_.max_rows = std::min(limits_.max_rows, most_rows);
    log_.place_unit_ = options.place_unit;
    log_.assumed_zone_ = options.assumed_zone;
}

void LogBuilder::check_text(std::size_t bytes) const {
    if (bytes > limits_.max_text) {
        throw Error(ErrorCode::limit, "a value has more than " + std::to_string(limits_.max_text) +
                                          " bytes (limit max_text)");
    }
}

Code LogBuilder::code(Dictionary& dictionary, std::string_view text) {
    check_text(text.size());
    return dictionary.add(text);
}

void LogBuilder::add(const LogEvent& event) {
    if (rows_ >= limits_.max_rows) {
        pass_limit("max_rows", limits_.max_rows, "events");
    }
    if (event.case_code > log_.case_texts_.size() || event.activity > log_.activity_texts_.size() ||
        event.resource > log_.resource_texts_.size() || event.role > log_.role_texts_.size() ||
        event.outcome > log_.outcome_texts_.size()) {
        throw Error(ErrorCode::argument, "an event has a code that its builder didn't give");
    }
    put(log_.cases_, rows_, event.case_code, no_code);
    put(log_.activities_, rows_, event.activity, no_code);
    put(log_.resources_, rows_, event.resource, no_code);
    put(log_.roles_, rows_, event.role, no_code);
    put(log_.outcomes_, rows_, event.outcome, no_code);
    put(log_.starts_, log_.start_forms_, rows_, event.start);
    put(log_.completes_, log_.complete_forms_, rows_, event.complete);
    put(log_.places_, rows_, event.place, std::uint32_t{0});
    ++rows_;
}

void LogBuilder::check_row(std::size_t row) const {
    if (row >= rows_) {
        throw Error(ErrorCode::argument, "a stamp for a row that isn't there");
    }
}

// A column is only as long as its last value: what is behind it is none.
EventStamp LogBuilder::start(std::size_t row) const noexcept {
    return row < log_.starts_.size() ? EventStamp{log_.starts_[row], log_.start_forms_[row]}
                                     : EventStamp{};
}

EventStamp LogBuilder::complete(std::size_t row) const noexcept {
    return row < log_.completes_.size()
               ? EventStamp{log_.completes_[row], log_.complete_forms_[row]}
               : EventStamp{};
}

void LogBuilder::set_start(std::size_t row, const EventStamp& stamp) {
    check_row(row);
    log_.starts_.set(row, stamp.instant);
    log_.start_forms_.set(row, stamp.form);
}

void LogBuilder::set_complete(std::size_t row, const EventStamp& stamp) {
    check_row(row);
    log_.completes_.set(row, stamp.instant);
    log_.complete_forms_.set(row, stamp.form);
}

ColumnIndex LogBuilder::column(std::string_view name, ColumnType type, ColumnScope scope) {
    const auto found = std::ranges::find_if(log_.columns_, [&](const ExtraColumn& column) {
        return column.name() == name && column.type() == type && column.scope() == scope;
    });
    if (found != log_.columns_.end()) {
        return ColumnIndex{static_cast<std::uint32_t>(found - log_.columns_.begin())};
    }
    if (log_.columns_.size() >= limits_.max_columns) {
        pass_limit("max_columns", limits_.max_columns, "columns");
    }
    check_text(name.size());
    log_.columns_.emplace_back(std::string(name), type, scope);
    return ColumnIndex{static_cast<std::uint32_t>(log_.columns_.size() - 1)};
}

ExtraColumn& LogBuilder::column_at(ColumnIndex index, ColumnScope scope) {
    const auto place = static_cast<std::size_t>(index);
    if (place >= log_.columns_.size() || log_.columns_[place].scope() != scope) {
        throw Error(ErrorCode::argument, "a value for a column that isn't there, or that belongs "
                                         "to cases rather than events or the other way round");
    }
    return log_.columns_[place];
}

void LogBuilder::set(ColumnIndex column, const LogValue& value) {
    if (rows_ == 0) {
        throw Error(ErrorCode::argument, "a value before the first event");
    }
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        check_text(text->size());
    }
    column_at(column, ColumnScope::event).set(rows_ - 1, value);
}

void LogBuilder::set_case(ColumnIndex column, Code of_case, const LogValue& value) {
    if (of_case == no_code || of_case > log_.case_texts_.size()) {
        throw Error(ErrorCode::argument, "a value for a case that isn't there");
    }
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        check_text(text->size());
    }
    column_at(column, ColumnScope::of_case).set(of_case, value);
}

void LogBuilder::add_attribute(LogAttribute attribute) {
    if (log_.attributes_.size() >= limits_.max_columns) {
        pass_limit("max_columns", limits_.max_columns, "attributes");
    }
    check_text(attribute.name.size());
    if (const auto* text = std::get_if<std::string>(&attribute.value)) {
        check_text(text->size());
    }
    log_.attributes_.push_back(std::move(attribute));
}

EventLog LogBuilder::finish() && {
    for (Chunked<Code>* codes : {&log_.cases_, &log_.activities_, &log_.resources_, &log_.roles_,
                                 &log_.outcomes_, &log_.places_}) {
        codes->finish(rows_);
    }
    log_.starts_.finish(rows_);
    log_.completes_.finish(rows_);
    log_.start_forms_.finish(rows_);
    log_.complete_forms_.finish(rows_);
    for (ExtraColumn& column : log_.columns_) {
        column.finish(column.scope() == ColumnScope::event ? rows_ : log_.case_texts_.size() + 1);
    }
    log_.case_index_ = LogCases(log_.cases_, log_.case_texts_.size());
    return std::move(log_);
}

} // namespace tertib
