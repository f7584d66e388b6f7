// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/align.hpp"

#include "check/alignment_search.hpp"
#include "check/lower_bound.hpp"
#include "check/net_component.hpp"
#include "check/net_space.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <compare>
#include <memory>
#include <string>
#include <utility>

namespace tertib {

namespace {

/// A net of no more markings is one component of its own: its bound is the answer.
constexpr std::size_t few_states = 256;
/// Between two questions to the Watch, where traces are short work.
constexpr std::size_t traces_between_looks = 256;

/// Aligns one trace after another, those with a common end together.
class Aligner {
public:
    Aligner(const PetriNet& net, std::span<const NetTrace> traces, const AlignOptions& options)
        : net_(net),
          traces_(traces),
          options_(options) {
        prepare();
    }

    Alignments run() {
        result_.traces.resize(traces_.size());
        result_.min_model_cost = cost_of_nothing();
        const std::vector<std::uint32_t> order = by_their_ends();
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::size_t trace = order[i];
            if (i > 0 && std::ranges::equal(traces_[trace].labels, traces_[order[i - 1]].labels)) {
                result_.traces[trace] = result_.traces[order[i - 1]];
                continue;
            }
            ++result_.distinct_traces;
            look_at_watch(i);
            result_.traces[trace] =
                result_.stopped ? bounds_only(traces_[trace].labels) : one(traces_[trace].labels);
            done_ = i + 1;
        }
        result_.states += search_->states_tried();
        return std::move(result_);
    }

private:
    void prepare() {
        space_ = std::make_unique<NetSpace>(net_);
        std::vector<NetComponent> components;
        std::optional<NetComponent> whole = whole_net(*space_, few_states);
        exact_ = whole.has_value();
        if (whole) {
            components.push_back(std::move(*whole));
        } else {
            components = token_ways(net_);
        }
        bound_ = std::make_unique<LowerBound>(net_, std::move(components));
        search_ = std::make_unique<AlignmentSearch>(*space_, *bound_);
    }

    /// Begins with no markings known, where those of earlier traces fill half the memory.
    void forget_if_full() {
        if (!exact_ && search_->bytes() + space_->bytes() > options_.max_bytes / 2) {
            result_.states += search_->states_tried();
            search_.reset();
            space_ = std::make_unique<NetSpace>(net_);
            search_ = std::make_unique<AlignmentSearch>(*space_, *bound_);
        }
    }

    [[nodiscard]] AlignmentSearch::Budget budget(std::size_t share) const {
        AlignmentSearch::Budget budget{.max_states = options_.max_states / share,
                                       .max_bytes = options_.max_bytes,
                                       .watch = {}};
        if (options_.watch) {
            budget.watch = [this] { return options_.watch({done_, traces_.size()}); };
        }
        return budget;
    }

    [[nodiscard]] std::uint32_t cost_of_nothing() {
        bound_->set_trace({});
        const SearchResult found = search_->run({}, AlignmentSearch::Greed::none, budget(1));
        if (found.exhausted) {
            throw Error(ErrorCode::argument, "no run of the net ends in a final marking");
        }
        if (!found.cost || found.lower != *found.cost) {
            throw Error(ErrorCode::limit,
                        "max_states = " + std::to_string(options_.max_states) +
                            " or max_bytes = " + std::to_string(options_.max_bytes) +
                            " don't suffice to find the shortest run of the net");
        }
        return *found.cost;
    }

    /// Sorted by the labels from the last to the first; among equals by place.
    [[nodiscard]] std::vector<std::uint32_t> by_their_ends() const {
        std::vector<std::uint32_t> order(traces_.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = static_cast<std::uint32_t>(i);
        }
        std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
            const std::span<const LabelIndex> one = traces_[left].labels;
            const std::span<const LabelIndex> other = traces_[right].labels;
            const auto differ = std::lexicographical_compare_three_way(
                one.rbegin(), one.rend(), other.rbegin(), other.rend());
            return differ == 0 ? left < right : differ < 0;
        });
        return order;
    }

    void look_at_watch(std::size_t trace) {
        if (!result_.stopped && options_.watch && trace % traces_between_looks == 0) {
            result_.stopped = options_.watch({done_, traces_.size()}) == Go::stop;
        }
    }

    /// All left over, then the shortest run.
    [[nodiscard]] std::uint32_t worst(std::span<const LabelIndex> trace) const {
        return static_cast<std::uint32_t>(trace.size()) + result_.min_model_cost;
    }

    [[nodiscard]] TraceAlignment bounds_only(std::span<const LabelIndex> trace) const {
        const auto unknown = static_cast<std::uint32_t>(std::ranges::count_if(
            trace, [&](LabelIndex label) { return position(label) >= net_.label_count(); }));
        return {.lower = unknown, .upper = worst(trace), .moves = {}};
    }

    [[nodiscard]] TraceAlignment one(std::span<const LabelIndex> trace) {
        forget_if_full();
        bound_->set_trace(trace);
        if (exact_ && trace.size() <= DistanceTable::max_events &&
            options_.moves == AlignMoves::left_out) {
            return from_table(trace);
        }
        const SearchResult found = search_->run(trace, AlignmentSearch::Greed::none, budget(1));
        TraceAlignment answer{.lower = found.lower, .upper = worst(trace), .moves = {}};
        if (found.cost) {
            answer.upper = *found.cost;
            keep_moves(answer);
        } else if (found.stopped) {
            result_.stopped = true;
        } else {
            look_for_some_way(trace, answer);
        }
        answer.lower = std::min(answer.lower, answer.upper);
        return answer;
    }

    [[nodiscard]] TraceAlignment from_table(std::span<const LabelIndex> trace) const {
        const std::uint16_t start = NetSpace::start();
        const std::optional<std::uint32_t> cost =
            bound_->bound(trace.size(), LowerBound::Places(&start, 1));
        const std::uint32_t known = cost.value_or(worst(trace));
        return {.lower = known, .upper = known, .moves = {}};
    }

    /// The budget didn't suffice for the best: a good one is looked for in haste.
    void look_for_some_way(std::span<const LabelIndex> trace, TraceAlignment& answer) {
        const SearchResult hasty = search_->run(trace, AlignmentSearch::Greed::some, budget(4));
        result_.stopped = result_.stopped || hasty.stopped;
        if (hasty.cost && *hasty.cost <= answer.upper) {
            answer.upper = *hasty.cost;
            keep_moves(answer);
        }
    }

    void keep_moves(TraceAlignment& answer) const {
        if (options_.moves == AlignMoves::kept) {
            answer.moves = search_->moves();
        }
    }

    const PetriNet& net_;
    std::span<const NetTrace> traces_;
    const AlignOptions& options_;
    bool exact_ = false; ///< the bound of the whole net is the cost
    std::unique_ptr<NetSpace> space_;
    std::unique_ptr<LowerBound> bound_;
    std::unique_ptr<AlignmentSearch> search_;
    std::uint64_t done_ = 0;
    Alignments result_;
};

} // namespace

Alignments align(const PetriNet& net, std::span<const NetTrace> traces,
                 const AlignOptions& options) {
    return Aligner(net, traces, options).run();
}

} // namespace tertib
