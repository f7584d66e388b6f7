// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/roster.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// How a log's columns, activities and people are to be understood, where the log doesn't say it
/// itself: `tertib.map/1`, written by a person, proposed by `tertib log map`.
///
///     LogMap map = log_map_from_json(text);                 // log/log_map_json.hpp
///     map.columns.of_case = "Nomor Permohonan";
///
/// A plain value. What it leaves open is found out from the log, or stays unknown.

/// Titles of columns; "" means: recognise it by its title.
struct MapColumns {
    std::string of_case;
    std::string activity;
    std::string resource;
    std::string role;
    std::string outcome;
    std::string start;
    std::string complete;

    friend bool operator==(const MapColumns&, const MapColumns&) = default;
};

/// A step of a table with one row a case: the columns in which its dates stand.
struct WideStep {
    std::string step; ///< its key in the SOP
    std::string start;
    std::string complete;

    friend bool operator==(const WideStep&, const WideStep&) = default;
};

/// An activity of the log and the key of the step that it means; "": no step, and that is known.
struct MappedActivity {
    std::string activity;
    std::string step;

    friend bool operator==(const MappedActivity&, const MappedActivity&) = default;
};

/// A kelengkapan or produk and the column that says whether it was there.
struct MappedDocument {
    std::string document;
    std::string column;

    friend bool operator==(const MappedDocument&, const MappedDocument&) = default;
};

/// A person and a post. Without days it holds for as long as days are reckoned.
struct MappedPerson {
    std::string person;    ///< as in the log, with or without a prefix
    std::string pelaksana; ///< "": not yet said
    PostKind kind = PostKind::definitive;
    std::optional<LocalDay> from;
    std::optional<LocalDay> until; ///< the last day, included
    std::string surat;

    friend bool operator==(const MappedPerson&, const MappedPerson&) = default;
};

/// Which of two numbers of a date is its day, where both could be.
enum class DateOrder : std::uint8_t { day_first, month_first };

struct LogMap {
    MapColumns columns;
    std::vector<WideStep> wide;
    std::vector<MappedActivity> activities;
    std::vector<MappedPerson> people;
    std::vector<MappedDocument> kelengkapan;
    std::vector<MappedDocument> produk;
    std::vector<std::string> wait;   ///< activities that stop the clock
    std::vector<std::string> resume; ///< activities that let it go on
    std::optional<DateOrder> date_order;
    std::optional<Zone> zone; ///< of stamps that name none

    friend bool operator==(const LogMap&, const LogMap&) = default;
};

/// The people of a map as a roster; those without a pelaksana are left out. Throws Error(argument)
/// as Roster does.
[[nodiscard]] Roster roster_of(const LogMap& map);

/// "day-month", "month-day"
[[nodiscard]] std::string_view name(DateOrder order) noexcept;

} // namespace tertib
