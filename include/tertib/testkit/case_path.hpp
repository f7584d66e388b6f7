// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/soundness.hpp"
#include "tertib/model/sop.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib {

/// The steps that a case takes from its start to its end, one after another, as a test writes them:
/// a step's key ("3"), or a task ("3#2"), and behind "=" the outcome of a decision ("3=Ya"; "3=" is
/// the exit without one). "start=Online" comes first where the flow begins with a choice.
///
///     CasePath path{"1", "2=Tolak", "1", "2=Setuju", "3"};
///     text(path);                             // "1 → 2=Tolak → 1 → 2=Setuju → 3"
struct CasePath {
    std::vector<std::string> items;

    CasePath() = default;
    CasePath(std::initializer_list<std::string_view> list) : items(list.begin(), list.end()) {}
    explicit CasePath(std::vector<std::string> list) : items(std::move(list)) {}

    friend bool operator==(const CasePath&, const CasePath&) = default;
};

[[nodiscard]] std::string text(const CasePath& path);

/// One item of a path taken apart.
struct PathItem {
    std::string task; ///< "start", a step's key, or a task
    std::string outcome;

    friend bool operator==(const PathItem&, const PathItem&) = default;
};

/// A key that holds "=" itself is taken as the key where the Sop has such a step. Whether there is
/// such a task is asked when the item is walked.
[[nodiscard]] PathItem read_path_item(const Sop& sop, std::string_view item);

struct CasePathOptions {
    /// Of one step by the same work: 2 goes round each loop once.
    std::size_t max_visits = 2;
    std::size_t max_paths = 1'000;
    std::uint64_t max_moves = 1'000'000; ///< steps of the search in all
    SoundnessOptions soundness;
};

/// Every way of a case from its start to its end on which no work comes to a step more than
/// `max_visits` times: each choice that is drawn, each loop not at all and once round. A step that
/// several parallel branches come to is done by each of them. Of the orders in which parallel
/// branches can be done one is given, that of the document, since the order changes no choice.
/// In the order of the flows; what a person may do otherwise (return, skip, an outcome that isn't
/// drawn) is no path.
///
///     for (const CasePath& path : paths_of(sop))
///         driver.walk("K-" + std::to_string(++count), path);
///
/// An outcome drawn twice out of one node leads along the first, as in a case. Throws
/// Error(argument) for an Sop whose flow isn't sound, Error(limit) that names the option if there
/// is more. Pure.
[[nodiscard]] std::vector<CasePath> paths_of(const Sop& sop, const CasePathOptions& options = {});

} // namespace tertib
