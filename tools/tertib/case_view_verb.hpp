// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case_verb.hpp"
#include "verb.hpp"

#include <cstddef>
#include <string>

namespace tertib::tool {

/// `tertib case show CASE`: where it stands.
[[nodiscard]] Outcome case_show_verb(const CaseRequest& request, const Manner& manner);

/// `tertib case why CASE --by P --as P`: who holds it, and what this person can do now.
[[nodiscard]] Outcome case_why_verb(const CaseRequest& request, const Manner& manner);

/// A page of a list.
struct ListRequest {
    std::string store;
    std::string as;    ///< worklist: the pelaksana
    std::string after; ///< what the page before ended with
    std::size_t limit = 100;
};

/// `tertib case list`: the cases, by id.
[[nodiscard]] Outcome case_list_verb(const ListRequest& request, const Manner& manner);

/// `tertib worklist --as PELAKSANA`: what somebody of the pelaksana may do, by deadline.
[[nodiscard]] Outcome worklist_verb(const ListRequest& request, const Manner& manner);

/// `tertib case tick --now T`: records what fell due, over all cases.
[[nodiscard]] Outcome case_tick_verb(const CaseRequest& request, const Manner& manner);

} // namespace tertib::tool
