// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/deadline.hpp"
#include "tertib/time/waktu.hpp"

#include <string_view>
#include <vector>

namespace tertib {

/// A waktu as people ask about it on a command line or in a row of a table, which no SOP would
/// say: backwards, with clock stops and a number of items.
///
///     read_waktu_request("-90 Menit", wib()).options.direction;          // backward
///     read_waktu_request("15 Menit per berkas [4 berkas]", wib());       // options.items: 4
///     read_waktu_request("3 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}", wib());
///
/// A plain value.
struct WaktuRequest {
    Waktu waktu; ///< its text is what was written but for sign, stops and items
    DeadlineOptions options;
    std::vector<Finding> findings; ///< of the waktu's reading

    friend bool operator==(const WaktuRequest&, const WaktuRequest&) = default;
};

/// Reads a waktu with what may follow it, in any order: {jeda FROM/UNTIL} as often as wanted, and
/// [N] or [N word] once. A minus sign right before a digit asks backwards. Moments are written as
/// `read_stamp` reads them, to the minute or finer. Throws Error(argument) for a brace or bracket
/// that doesn't hold that.
[[nodiscard]] WaktuRequest read_waktu_request(std::string_view text, Zone zone,
                                              WaktuPolicy policy = {});

} // namespace tertib
