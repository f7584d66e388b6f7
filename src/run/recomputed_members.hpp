// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "tertib/run/timely.hpp"
#include "time/instant_members.hpp"

#include <optional>
#include <span>

namespace tertib {

/// The members of a deadline that is, or would be, another; task null for the whole case.
inline void write_members(JsonWriter& json, const Recomputed& change, Zone zone) {
    json.member_or_null("task",
                        change.task.step.empty() ? std::nullopt : std::optional(text(change.task)));
    write_instant(json, "old_due", change.old_due, zone);
    write_instant(json, "new_due", change.new_due, zone);
}

/// "kept": the deadlines that stay, and why.
inline void write_kept(JsonWriter& json, std::span<const KeptDue> kept, Zone zone) {
    json.key("kept");
    json.begin_array();
    for (const KeptDue& each : kept) {
        json.begin_object();
        write_members(json, each.change, zone);
        json.key("why");
        write_or_null(json, std::optional(each.why));
        json.end_object();
    }
    json.end_array();
}

} // namespace tertib
