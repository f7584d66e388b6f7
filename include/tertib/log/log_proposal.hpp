// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/model/sop.hpp"

#include <span>
#include <string>
#include <vector>

namespace tertib {

// What `tertib log map` proposes. A proposal fills in what a log shows and leaves open what a
// person has to say; nothing in it is a guess that a check would rest on.

/// The steps of a table with one row a case: its columns of dates ("Tgl Verifikasi"), each with the
/// step whose uraian is clearly the likest, or "?1", "?2" … where none is. `rows` are the first rows
/// of the table: a column counts only if what stands in it reads as stamps.
[[nodiscard]] std::vector<WideStep> propose_wide(std::span<const std::string> titles,
                                                 std::span<const std::vector<std::string>> rows,
                                                 const Sop* sop);

/// A map with the activities that match no step of the SOP and the people of the log. An activity
/// is sent to the step that is clearly the likest, for a person to confirm, else to none (""). A
/// person gets the pelaksana whose post all their events name, with the days from first to last
/// where that post is an acting one. `given` is kept as it is. Without an SOP activities are left
/// out.
[[nodiscard]] LogMap propose_map(const EventLog& log, const Sop* sop, LogMap given = {});

} // namespace tertib
