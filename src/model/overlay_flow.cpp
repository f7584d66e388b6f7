// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/overlay_flow.hpp"

#include "base/json_writer.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace tertib {
namespace {

using Edge = std::tuple<std::string, std::string, std::optional<std::string>>;
using Edges = std::vector<Edge>;
using Nodes = std::set<std::string, std::less<>>;

Nodes nodes_of(const SopParts& parts) {
    Nodes nodes = {std::string(start_node), std::string(end_node)};
    for (const Step& step : parts.steps) {
        nodes.insert(step.key);
    }
    for (const Gateway& gateway : parts.gateways) {
        nodes.insert(gateway.key);
    }
    return nodes;
}

/// The gateways that a person adds: named like one, and flows lead both to them and from them.
Nodes new_gateways(std::span<const OverlayFlow> flow, const Nodes& nodes) {
    Nodes entered;
    Nodes added;
    for (const OverlayFlow& each : flow) {
        const std::string& key = each.to;
        if (key.size() > 1 && key.front() == 'g' &&
            key.find_first_not_of("0123456789", 1) == std::string::npos && !nodes.contains(key)) {
            entered.insert(key);
        }
    }
    for (const OverlayFlow& each : flow) {
        if (entered.contains(each.from)) {
            added.insert(each.from);
        }
    }
    return added;
}

/// Why an entry can't be taken, or nothing.
std::optional<Finding> trouble(const OverlayFlow& flow, const Nodes& nodes) {
    for (const std::string& node : {flow.from, flow.to}) {
        if (!nodes.contains(node)) {
            return make_finding("OVERLAY-UNKNOWN-NODE", {},
                                {{"node", node}, {"from", flow.from}, {"to", flow.to}});
        }
    }
    if (flow.to == start_node || flow.from == end_node) {
        return make_finding("OVERLAY-FLOW", {}, {{"from", flow.from}, {"to", flow.to}});
    }
    return std::nullopt;
}

/// What a person states, by the node that it leads out of; each edge once.
std::map<std::string, Edges> stated(std::span<const OverlayFlow> flow, const Nodes& nodes,
                                    std::vector<Finding>& findings) {
    std::map<std::string, Edges> edges;
    std::set<Edge> known;
    for (const OverlayFlow& each : flow) {
        if (trim(each.to).empty()) {
            continue; // not yet filled in
        }
        if (auto odd = trouble(each, nodes)) {
            findings.push_back(std::move(*odd));
            continue;
        }
        Edge edge(each.from, each.to, each.outcome);
        if (known.insert(edge).second) {
            edges[each.from].push_back(std::move(edge));
        }
    }
    return edges;
}

/// A template lists the flows of a node with those that are missing: as long as no one fills in
/// anything, they say what the document says, and nothing changes. Sets, because a document may
/// hold a flow twice (between other marks), and a flow that is stated twice is still one.
void drop_unchanged(std::map<std::string, Edges>& edges, const SopParts& parts) {
    std::map<std::string, std::set<Edge>> present;
    for (const Flow& flow : parts.flow) {
        if (leads_out(flow)) {
            present[flow.from].emplace(flow.from, flow.to, flow.outcome);
        }
    }
    std::erase_if(edges, [&](const auto& entry) {
        return present[entry.first] == std::set<Edge>(entry.second.begin(), entry.second.end());
    });
}

/// Removes the elements of a list for which `gone` holds, and with them the unknown members that
/// belong to them; those of later elements get their new index.
template <typename Item, typename Gone>
void erase_items(SopParts& parts, std::vector<Item>& items, std::string_view list, Gone gone) {
    std::map<std::string, std::size_t> moved; // only those that stay
    std::vector<Item> kept;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool goes = gone(items[i]);
        if (!goes) {
            moved[std::to_string(i)] = kept.size();
            kept.push_back(std::move(items[i]));
        }
    }
    items = std::move(kept);
    std::vector<UnknownMember> members;
    const std::string prefix = pointer_step(list) + "/";
    for (UnknownMember& member : parts.unknown_members) {
        if (member.pointer.starts_with(prefix)) {
            const std::size_t slash = member.pointer.find('/', prefix.size());
            const std::string index = member.pointer.substr(prefix.size(), slash - prefix.size());
            const auto found = moved.find(index);
            if (slash == std::string::npos || found == moved.end()) {
                continue;
            }
            member.pointer = prefix + std::to_string(found->second) + member.pointer.substr(slash);
        }
        members.push_back(std::move(member));
    }
    std::ranges::sort(members, {}, &UnknownMember::pointer);
    parts.unknown_members = std::move(members);
}

/// The nodes that some flow leads out of, and those that some flow leads to.
struct Joined {
    Nodes left;
    Nodes entered;
};

Joined joined(const SopParts& parts) {
    Joined nodes;
    for (const Flow& flow : parts.flow) {
        nodes.left.insert(flow.from);
        nodes.entered.insert(flow.to);
    }
    return nodes;
}

/// Takes away inferred gateways that lost all flows in or all flows out, until none is left. One
/// that had none before stays: the document is odd there, and nobody spoke of it.
void remove_idle_gateways(SopParts& parts, const Joined& before) {
    while (true) {
        const Joined now = joined(parts);
        Nodes idle;
        for (const Gateway& gateway : parts.gateways) {
            const std::string& key = gateway.key;
            const bool lost = (before.left.contains(key) && !now.left.contains(key)) ||
                              (before.entered.contains(key) && !now.entered.contains(key));
            if (gateway.provenance == Provenance::inferred && lost) {
                idle.insert(key);
            }
        }
        if (idle.empty()) {
            return;
        }
        erase_items(parts, parts.gateways, "gateways",
                    [&](const Gateway& gateway) { return idle.contains(gateway.key); });
        erase_items(parts, parts.flow, "flow", [&](const Flow& flow) {
            return idle.contains(flow.from) || idle.contains(flow.to);
        });
    }
}

/// A labelled exit makes its step a decision that has that outcome.
void name_outcomes(SopParts& parts, const std::map<std::string, Edges>& edges) {
    for (Step& step : parts.steps) {
        const auto found = edges.find(step.key);
        if (found == edges.end()) {
            continue;
        }
        for (const auto& [from, to, outcome] : found->second) {
            if (!outcome) {
                continue;
            }
            step.kind = StepKind::decision;
            if (std::ranges::find(step.outcomes, *outcome) == step.outcomes.end()) {
                step.outcomes.push_back(*outcome);
            }
        }
    }
}

} // namespace

bool leads_out(const Flow& flow) {
    return flow.kind == FlowKind::sequence && !stays_in_row(flow);
}

FlowSetting set_flow(SopParts parts, std::span<const OverlayFlow> flow, std::string_view by) {
    FlowSetting setting;
    Nodes nodes = nodes_of(parts);
    const Nodes gateways = new_gateways(flow, nodes);
    nodes.insert(gateways.begin(), gateways.end());
    std::map<std::string, Edges> edges = stated(flow, nodes, setting.findings);
    drop_unchanged(edges, parts);
    if (edges.empty()) {
        setting.parts = std::move(parts);
        return setting;
    }
    for (const std::string& key : gateways) {
        parts.gateways.push_back(
            {.key = key, .kind = GatewayKind::parallel, .provenance = Provenance::user});
    }
    const Joined before = joined(parts);
    erase_items(parts, parts.flow, "flow",
                [&](const Flow& old) { return leads_out(old) && edges.contains(old.from); });
    for (const OverlayFlow& each : flow) {
        const auto found = edges.find(each.from);
        if (found == edges.end()) {
            continue;
        }
        for (const auto& [from, to, outcome] : found->second) {
            Flow added;
            added.from = from;
            added.to = to;
            added.outcome = outcome;
            added.provenance = Provenance::user;
            added.evidence = by;
            parts.flow.push_back(std::move(added));
        }
        name_outcomes(parts, {*found});
        edges.erase(found);
    }
    remove_idle_gateways(parts, before);
    setting.parts = std::move(parts);
    return setting;
}

} // namespace tertib
