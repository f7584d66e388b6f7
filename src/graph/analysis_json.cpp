// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/analysis_json.hpp"

#include "base/json_writer.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>

namespace tertib {

namespace {

using Shape = JsonWriter::Shape;

/// Writes the parts one after another, each with the names of the Sop's nodes.
class GraphWriter {
public:
    explicit GraphWriter(const GraphFacts& facts) : facts_(facts), graph_(facts.graph) {}

    std::string write() {
        json_.begin_object();
        json_.member("schema", "tertib.graph/1");
        json_.member("sop_digest", graph_.sop().digest());
        write_nodes();
        write_flows();
        write_order();
        write_loops();
        write_reachability();
        write_documents();
        write_handovers();
        write_soundness();
        json_.end_object();
        return json_.take();
    }

private:
    void number(std::string_view name, std::size_t value) {
        json_.member_number(name, static_cast<std::int64_t>(value));
    }

    void ratio(std::string_view name, double value) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                       std::chars_format::fixed, 4);
        json_.key(name);
        json_.raw(
            std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
    }

    void text_or_null(std::string_view name, const std::optional<std::string>& value) {
        json_.key(name);
        if (value) {
            json_.text(*value);
        } else {
            json_.null();
        }
    }

    void node(std::string_view name, std::optional<NodeIndex> value) {
        json_.key(name);
        if (value) {
            json_.text(graph_.name(*value));
        } else {
            json_.null();
        }
    }

    void nodes(std::string_view name, std::span<const NodeIndex> values) {
        json_.key(name);
        json_.begin_array(Shape::line);
        for (const NodeIndex value : values) {
            json_.text(graph_.name(value));
        }
        json_.end_array();
    }

    /// Flows are named by their place in "flows".
    void flows(std::string_view name, std::span<const EdgeIndex> values) {
        json_.key(name);
        json_.begin_array(Shape::line);
        for (const EdgeIndex value : values) {
            json_.number(static_cast<std::int64_t>(position(value)));
        }
        json_.end_array();
    }

    void pelaksana(std::string_view name, std::span<const PelaksanaIndex> values) {
        json_.key(name);
        json_.begin_array(Shape::line);
        for (const PelaksanaIndex value : values) {
            json_.text(graph_.sop().pelaksana_name(value));
        }
        json_.end_array();
    }

    void step(std::string_view name, std::size_t place) {
        json_.member(name, graph_.sop().steps()[place].key);
    }

    void write_nodes() {
        json_.key("nodes");
        json_.begin_array();
        for (std::size_t i = 0; i < graph_.node_count(); ++i) {
            const NodeIndex each = node_at(i);
            json_.begin_object(Shape::line);
            json_.member("name", graph_.name(each));
            json_.member("kind", name(graph_.kind(each)));
            json_.member("exit", name(graph_.exit(each)));
            number("level", facts_.order.level[i]);
            number("rank", facts_.order.rank[i]);
            node("dominator", facts_.dominators.immediate(each));
            node("post_dominator", facts_.post_dominators.immediate(each));
            json_.end_object();
        }
        json_.end_array();
    }

    void write_flows() {
        json_.key("flows");
        json_.begin_array();
        for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
            const Flow& flow = graph_.flow(edge_at(i));
            json_.begin_object(Shape::line);
            json_.member("from", flow.from);
            json_.member("to", flow.to);
            text_or_null("outcome", flow.outcome);
            json_.member("provenance", name(flow.provenance));
            json_.member("evidence", flow.evidence);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_order() {
        json_.key("order");
        json_.begin_object();
        nodes("sequence", facts_.order.sequence);
        number("levels", facts_.order.level_count);
        flows("back_flows", facts_.order.back_edges);
        nodes("mandatory", facts_.mandatory);
        nodes("implicit_ends", facts_.implicit_ends);
        json_.end_object();
    }

    void write_loops() {
        json_.key("loops");
        json_.begin_array();
        for (const Loop& loop : facts_.loops) {
            json_.begin_object();
            nodes("nodes", loop.nodes);
            nodes("entries", loop.entries);
            flows("enter", loop.enter);
            flows("exits", loop.exits);
            flows("back", loop.back);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_reachability() {
        json_.key("reachability");
        json_.begin_object();
        nodes("unreachable", facts_.reachability.unreachable);
        nodes("without_an_end", facts_.reachability.without_an_end);
        json_.end_object();
    }

    void documents_at(std::string_view name, std::span<const DocumentAt> values) {
        json_.key(name);
        json_.begin_array();
        for (const DocumentAt& value : values) {
            json_.begin_object(Shape::line);
            step("step", value.step);
            json_.member("text", value.text);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_documents() {
        json_.key("documents");
        json_.begin_object();
        json_.key("links");
        json_.begin_array();
        for (const DocumentLink& link : facts_.documents.links) {
            json_.begin_object(Shape::line);
            step("from", link.from);
            step("to", link.to);
            json_.member("produk", link.produk);
            json_.member("kelengkapan", link.kelengkapan);
            ratio("similarity", link.similarity);
            json_.end_object();
        }
        json_.end_array();
        documents_at("from_outside", facts_.documents.from_outside);
        documents_at("leaving", facts_.documents.leaving);
        json_.key("exchanges");
        json_.begin_array();
        for (const DocumentExchange& exchange : facts_.documents.exchanges) {
            json_.begin_object(Shape::line);
            pelaksana("makers", exchange.makers);
            pelaksana("takers", exchange.takers);
            number("links", exchange.links.size());
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void write_handovers() {
        const Handovers& handovers = facts_.handovers;
        json_.key("handovers");
        json_.begin_object();
        number("certain", handovers.certain);
        number("possible", handovers.possible);
        number("unknown", handovers.unknown);
        number("unchanged", handovers.unchanged);
        json_.member_truth("complete", handovers.complete);
        json_.key("between");
        json_.begin_array();
        for (const Handover& each : handovers.between) {
            json_.begin_object(Shape::line);
            pelaksana("from", each.from);
            pelaksana("to", each.to);
            json_.member("change", name(each.change));
            flows("flows", each.flows);
            json_.end_object();
        }
        json_.end_array();
        json_.key("in_row");
        json_.begin_array();
        for (const RowHandover& each : handovers.in_row) {
            json_.begin_object(Shape::line);
            node("step", each.step);
            json_.member("from", graph_.sop().pelaksana_name(each.from));
            json_.member("to", graph_.sop().pelaksana_name(each.to));
            json_.end_object();
        }
        json_.end_array();
        json_.end_object();
    }

    void firings(std::string_view name, std::span<const Firing> values) {
        json_.key(name);
        json_.begin_array();
        for (const Firing& value : values) {
            json_.begin_object(Shape::line);
            node("node", value.node);
            json_.key("by");
            flow_or_null(value.by);
            json_.key("exit");
            flow_or_null(value.exit);
            json_.member("label", label(graph_, value));
            json_.end_object();
        }
        json_.end_array();
    }

    void flow_or_null(std::optional<EdgeIndex> flow) {
        if (flow) {
            json_.number(static_cast<std::int64_t>(position(*flow)));
        } else {
            json_.null();
        }
    }

    void write_soundness() {
        const Soundness& soundness = facts_.soundness;
        json_.key("soundness");
        json_.begin_object();
        json_.member("verdict", name(soundness.verdict));
        json_.key("problem");
        if (soundness.problem) {
            json_.text(name(*soundness.problem));
        } else {
            json_.null();
        }
        json_.member("method", name(soundness.method));
        number("states", static_cast<std::size_t>(soundness.states));
        json_.member_truth("stopped", soundness.stopped);
        firings("witness", soundness.witness);
        flows("marking", soundness.marking);
        firings("continuation", soundness.continuation);
        flows("stuck_marking", soundness.stuck_marking);
        nodes("dead_steps", soundness.dead_steps);
        json_.end_object();
    }

    const GraphFacts& facts_;
    const StepGraph& graph_;
    JsonWriter json_;
};

} // namespace

std::string to_json(const GraphFacts& facts) {
    return GraphWriter(facts).write();
}

} // namespace tertib
