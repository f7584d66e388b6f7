// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/net_traces.hpp"

#include <cstddef>
#include <utility>

namespace tertib {

std::vector<LabelIndex> labels_by_name(const PetriNet& net, const EventLog& log) {
    std::vector<LabelIndex> labels(log.activities().size() + 1, unknown_label);
    for (Code code = 1; code < labels.size(); ++code) {
        labels[code] = net.find_label(log.activities().text(code)).value_or(unknown_label);
    }
    return labels;
}

std::vector<LabelIndex> labels_by_step(const PetriNet& net, std::span<const StepMatch> matches) {
    std::vector<LabelIndex> labels{unknown_label};
    labels.reserve(matches.size() + 1);
    for (const StepMatch& match : matches) {
        labels.push_back(net.find_label(match.step).value_or(unknown_label));
    }
    return labels;
}

NetTraces::NetTraces(const Variants& variants, std::span<const LabelIndex> labels) {
    std::size_t events = 0;
    for (const Variant& variant : variants.all()) {
        events += variant.activities.size();
    }
    labels_.reserve(events);
    traces_.reserve(variants.all().size());
    for (const Variant& variant : variants.all()) {
        const std::size_t first = labels_.size();
        for (const Code code : variant.activities) {
            labels_.push_back(code < labels.size() ? labels[code] : unknown_label);
        }
        traces_.push_back(
            {.labels = std::span(std::as_const(labels_)).subspan(first), .cases = variant.cases});
    }
}

} // namespace tertib
