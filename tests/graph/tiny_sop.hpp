// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/text.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/model/sop.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Makes an Sop of `steps` steps with the keys 1, 2 … from its flows, written "start>1 1>2
/// 2>1:Tidak 2>end:Ya". Nodes named g1, g2 … become gateways, in that order.
inline tertib::SopParts tiny_parts(std::size_t steps, std::string_view flows) {
    tertib::SopParts parts;
    for (std::size_t i = 1; i <= steps; ++i) {
        tertib::Step step;
        step.key = std::to_string(i);
        step.uraian = "Langkah " + step.key;
        parts.steps.push_back(std::move(step));
    }
    std::vector<std::string> gateways;
    for (const std::string_view word : tertib::split(flows, ' ')) {
        if (word.empty()) {
            continue;
        }
        const std::size_t arrow = word.find('>');
        const std::size_t colon = word.find(':');
        tertib::Flow flow;
        flow.from = word.substr(0, arrow);
        flow.to = word.substr(arrow + 1, colon == word.npos ? colon : colon - arrow - 1);
        if (colon != word.npos) {
            flow.outcome = std::string(word.substr(colon + 1));
        }
        for (const std::string& node : {flow.from, flow.to}) {
            if (node.front() == 'g') {
                gateways.push_back(node);
            }
        }
        parts.flow.push_back(std::move(flow));
    }
    std::ranges::sort(gateways);
    gateways.erase(std::ranges::unique(gateways).begin(), gateways.end());
    for (const std::string& key : gateways) {
        tertib::Gateway gateway;
        gateway.key = key;
        parts.gateways.push_back(std::move(gateway));
    }
    return parts;
}

inline tertib::Sop tiny_sop(std::size_t steps, std::string_view flows) {
    return tertib::Sop(tiny_parts(steps, flows));
}

/// "start 1 2": the names of nodes.
inline std::string names(const tertib::StepGraph& graph,
                         const std::vector<tertib::NodeIndex>& nodes) {
    std::string text;
    for (const tertib::NodeIndex node : nodes) {
        text += (text.empty() ? "" : " ") + std::string(graph.name(node));
    }
    return text;
}

/// "1>2 2>1:Tidak": flows as they are written above.
inline std::string flows(const tertib::StepGraph& graph,
                         const std::vector<tertib::EdgeIndex>& edges) {
    std::string text;
    for (const tertib::EdgeIndex edge : edges) {
        const tertib::Flow& flow = graph.flow(edge);
        text += (text.empty() ? "" : " ") + flow.from + ">" + flow.to;
        text += flow.outcome ? ":" + *flow.outcome : "";
    }
    return text;
}

inline tertib::NodeIndex node(const tertib::StepGraph& graph, std::string_view name) {
    return graph.find(name).value();
}
