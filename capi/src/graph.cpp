// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"
#include "sop.hpp"

#include "tertib/graph/analysis.hpp"
#include "tertib/graph/analysis_json.hpp"

#include <memory>

using namespace tertib::capi;

/// The facts borrow the Sop, so the handle shares it.
struct tertib_graph {
    std::shared_ptr<const tertib::Sop> sop;
    tertib::GraphFacts facts;
};

tertib_status tertib_sop_graph(const tertib_sop* sop, tertib_graph** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        *out = new_handle(tertib_graph{sop->sop, tertib::analyse(*sop->sop)});
    });
}

size_t tertib_graph_node_count(const tertib_graph* graph) {
    return graph != nullptr ? graph->facts.graph.node_count() : 0;
}

size_t tertib_graph_flow_count(const tertib_graph* graph) {
    return graph != nullptr ? graph->facts.graph.edge_count() : 0;
}

size_t tertib_graph_loop_count(const tertib_graph* graph) {
    return graph != nullptr ? graph->facts.loops.size() : 0;
}

size_t tertib_graph_document_link_count(const tertib_graph* graph) {
    return graph != nullptr ? graph->facts.documents.links.size() : 0;
}

int32_t tertib_graph_soundness(const tertib_graph* graph) {
    if (graph == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (graph->facts.soundness.verdict) {
    case tertib::SoundnessVerdict::sound: return TERTIB_SOUNDNESS_SOUND;
    case tertib::SoundnessVerdict::unsound: return TERTIB_SOUNDNESS_UNSOUND;
    case tertib::SoundnessVerdict::not_decided: return TERTIB_SOUNDNESS_NOT_DECIDED;
    }
    return TERTIB_E_ARGUMENT;
}

tertib_status tertib_graph_to_json(const tertib_graph* graph, tertib_buf* out,
                                   tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(graph, "graph");
        require(out, "out");
        fill(out, tertib::to_json(graph->facts));
    });
}

void tertib_graph_free(tertib_graph* graph) {
    free_handle(graph);
}
