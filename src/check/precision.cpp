// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/precision.hpp"

#include "check/marking_sets.hpp"
#include "tertib/base/error.hpp"

#include <map>
#include <utility>
#include <vector>

namespace tertib {

namespace {

/// What all runs tell, as a tree: a point for each way to begin one.
class RunTree {
public:
    RunTree(const PetriNet& net, std::size_t max_states)
        : net_(net),
          sets_(net, max_states, watch_) {
        points_.push_back({.set = sets_.start()});
    }

    /// Whether the net's markings along the run are all known.
    [[nodiscard]] bool add(const std::vector<AlignMove>& moves, std::uint64_t cases) {
        std::size_t here = 0;
        for (const AlignMove& move : moves) {
            const std::optional<LabelIndex> label =
                move.transition ? net_.label(*move.transition) : std::nullopt;
            if (!label) {
                continue;
            }
            if (points_[here].set == MarkingSets::out_of_budget) {
                return false;
            }
            points_[here].cases += cases;
            const auto [found, fresh] = next_.try_emplace({here, *label}, points_.size());
            if (fresh) {
                ++points_[here].taken;
                points_.push_back({.set = sets_.next(points_[here].set, *label)});
            }
            here = found->second;
        }
        return true;
    }

    [[nodiscard]] std::optional<LogPrecision> precision() {
        LogPrecision sum;
        for (const Point& point : points_) {
            if (point.cases == 0) {
                continue;
            }
            if (point.set >= MarkingSets::out_of_budget || sets_.is_partial(point.set)) {
                return std::nullopt;
            }
            const std::uint64_t allowed = sets_.allowed(point.set).size();
            sum.allowed += allowed * point.cases;
            sum.escaping += (allowed - point.taken) * point.cases;
        }
        return sum;
    }

private:
    struct Point {
        MarkingSets::Set set = 0;
        std::uint64_t cases = 0; ///< that go on from here
        std::uint64_t taken = 0; ///< labels by which they do
    };

    const PetriNet& net_;
    Watch watch_;
    MarkingSets sets_;
    std::vector<Point> points_;
    std::map<std::pair<std::size_t, LabelIndex>, std::size_t> next_;
};

} // namespace

std::optional<LogPrecision> log_precision(const PetriNet& net, std::span<const NetTrace> traces,
                                          const Alignments& alignments, std::size_t max_states) {
    if (traces.size() != alignments.traces.size()) {
        throw Error(ErrorCode::argument, "the alignments aren't those of these traces");
    }
    RunTree tree(net, max_states);
    for (std::size_t i = 0; i < traces.size(); ++i) {
        const TraceAlignment& found = alignments.traces[i];
        // Only an empty trace on a net that may end at once has an alignment without moves.
        const bool known = !found.moves.empty() || (found.upper == 0 && traces[i].labels.empty());
        if (!known || !tree.add(found.moves, traces[i].cases)) {
            return std::nullopt;
        }
    }
    return tree.precision();
}

} // namespace tertib
