// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/landing.hpp"

#include "graph/marking_space.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace tertib {

namespace {

/// More transitions than this are not tried one by one.
constexpr std::size_t most_transitions = 4'000'000;
/// More ways to lay the tokens than this neither.
constexpr std::size_t most_ways = 100'000;

using Marked = std::vector<std::uint32_t>;

/// The markings of so many tokens that can be reached.
[[nodiscard]] std::set<Marked> markings_of(const MarkingSpace& space, std::size_t tokens) {
    std::set<Marked> found;
    for (MarkingSpace::State state = 0; state < space.state_count(); ++state) {
        const auto marking = space.marking(state);
        if (marking.size() == tokens) {
            found.emplace(marking.begin(), marking.end());
        }
    }
    return found;
}

/// Counts through all ways to take one of each list, the last token's first.
class Ways {
public:
    explicit Ways(std::span<const std::vector<EdgeIndex>> tokens)
        : tokens_(tokens),
          taken_(tokens.size(), 0) {}

    [[nodiscard]] std::vector<EdgeIndex> edges() const {
        std::vector<EdgeIndex> edges;
        edges.reserve(taken_.size());
        for (std::size_t i = 0; i < taken_.size(); ++i) {
            edges.push_back(tokens_[i][taken_[i]]);
        }
        return edges;
    }
    /// False: that was the last.
    [[nodiscard]] bool next() {
        for (std::size_t i = taken_.size(); i > 0; --i) {
            if (++taken_[i - 1] < tokens_[i - 1].size()) {
                return true;
            }
            taken_[i - 1] = 0;
        }
        return false;
    }

private:
    std::span<const std::vector<EdgeIndex>> tokens_;
    std::vector<std::size_t> taken_;
};

[[nodiscard]] Marked marked(const std::vector<EdgeIndex>& edges) {
    Marked marking;
    marking.reserve(edges.size());
    for (const EdgeIndex edge : edges) {
        marking.push_back(static_cast<std::uint32_t>(position(edge)));
    }
    std::ranges::sort(marking);
    return marking;
}

} // namespace

Landing land_tokens(const StepGraph& graph, std::span<const std::vector<EdgeIndex>> tokens,
                    const SoundnessOptions& budget) {
    const auto lost = [](const std::vector<EdgeIndex>& flows) { return flows.empty(); };
    if (std::ranges::any_of(tokens, lost)) {
        return {};
    }
    if (count_transitions(graph) > most_transitions) {
        return {.fit = TokenFit::not_decided, .edges = {}};
    }
    const WorkflowNet net(graph, most_transitions);
    const PlainNet plain = plain_net(net);
    const MarkingSpace space(plain, budget);
    const std::set<Marked> reachable = markings_of(space, tokens.size());
    bool all_tried = reachable.empty();
    Ways ways(tokens);
    for (std::size_t tried = 0; !all_tried && tried < most_ways; ++tried) {
        std::vector<EdgeIndex> edges = ways.edges();
        if (reachable.contains(marked(edges))) {
            return {.fit = TokenFit::fits, .edges = std::move(edges)};
        }
        all_tried = !ways.next();
    }
    const bool complete = space.outcome() == MarkingSpace::Outcome::complete && all_tried;
    return {.fit = complete ? TokenFit::elsewhere : TokenFit::not_decided, .edges = {}};
}

} // namespace tertib
