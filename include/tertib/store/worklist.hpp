// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"
#include "tertib/time/instant.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// An open task as a worklist shows it. A plain value that names whoever has the task: personal
/// data.
struct WorkItem {
    std::string case_id;
    TaskId task;
    std::string no; ///< of the step, as printed
    std::string uraian;
    std::string nama; ///< of the Sop
    Zone zone;        ///< of the case's calendar
    CaseStatus status = CaseStatus::running;
    TaskState state = TaskState::ready;
    std::string holder;    ///< "" if nobody has it
    std::string holder_as; ///< for whose post
    Clock clock;

    friend bool operator==(const WorkItem&, const WorkItem&) = default;
};

/// A page of the open tasks that somebody of a pelaksana may do, those due first in front.
///
///     Worklist page = list_work(store, "Kadis", "", 100);
///     while (!page.after.empty()) page = list_work(store, "Kadis", page.after, 100);
struct Worklist {
    std::string pelaksana; ///< as it was asked for
    std::vector<WorkItem> items;
    std::string after; ///< what the next page comes after; "": this was the last one

    friend bool operator==(const Worklist&, const Worklist&) = default;
};

/// Each task as of one moment, the page not: a task that others close meanwhile is left out.
/// `after` is "" or the `after` of the page before. Throws Error(argument) for any other text, and
/// for a limit of 0.
[[nodiscard]] Worklist list_work(Store& store, std::string_view pelaksana, std::string_view after,
                                 std::size_t limit);

} // namespace tertib
