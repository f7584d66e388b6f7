// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_writer.hpp"
#include "tertib/time/calendar.hpp"

#include <span>
#include <string>

namespace tertib {

/// "07:30-12:00"
[[nodiscard]] std::string text(WorkSpan span);

// Pieces of a calendar in other JSON documents.

/// A list of spans on one line.
void write(JsonWriter& json, std::span<const WorkSpan> hours);
/// Seconds, exact to the microsecond, with decimals only where there are some.
void write(JsonWriter& json, Work work);
/// What a day is: its hours and, where a fact decided it, that fact's kind, layer, name, source.
void write_members(JsonWriter& json, const CalendarDay& day);
/// Which calendar an answer rests on: label, version, digest, known on, zone.
void write_reference(JsonWriter& json, const Calendar& calendar);

} // namespace tertib
