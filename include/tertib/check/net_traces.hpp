// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/align.hpp"
#include "tertib/graph/petri_net.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/log/variants.hpp"

#include <span>
#include <vector>

namespace tertib {

/// For each code of a log's activities, no_code first, the label of the net that has just that text;
/// unknown_label where there is none.
[[nodiscard]] std::vector<LabelIndex> labels_by_name(const PetriNet& net, const EventLog& log);

/// Likewise for the net of an Sop, by what match_steps() found.
[[nodiscard]] std::vector<LabelIndex> labels_by_step(const PetriNet& net,
                                                     std::span<const StepMatch> matches);

/// The variants of a log in the labels of a net.
///
///     const Variants variants = find_variants(log);
///     const NetTraces traces(variants, labels_by_name(net, log));
///     const Alignments found = align(net, traces.all());
///
/// Immutable; needs nothing that it was made of any more.
class NetTraces {
public:
    /// `labels` are by the code of an activity; a code beyond them is unknown.
    NetTraces(const Variants& variants, std::span<const LabelIndex> labels);
    NetTraces(const NetTraces&) = delete; // its spans point into itself
    NetTraces& operator=(const NetTraces&) = delete;
    NetTraces(NetTraces&&) noexcept = default;
    NetTraces& operator=(NetTraces&&) noexcept = default;
    ~NetTraces() = default;

    /// In the order of the variants.
    [[nodiscard]] std::span<const NetTrace> all() const noexcept { return traces_; }

private:
    std::vector<LabelIndex> labels_; ///< of all variants, one after another
    std::vector<NetTrace> traces_;   ///< into labels_
};

} // namespace tertib
