// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph_verb.hpp"

#include "graph_words.hpp"
#include "page.hpp"

#include "tertib/graph/analysis_json.hpp"
#include "tertib/write/dot.hpp"
#include "tertib/write/mermaid.hpp"

namespace tertib::tool {
namespace {

std::string facts_as_text(const GraphFacts& facts, const Manner& manner) {
    const Identity& identity = facts.graph.sop().identity();
    Page page(manner.terminal, manner.language);
    page.heading(identity.nama.empty() ? page.text("UI-NO-NAME") : identity.nama);
    add_levels(page, facts);
    add_flows(page, facts);
    add_loops(page, facts);
    add_documents(page, facts);
    add_handovers(page, facts);
    add_soundness(page, facts);
    return page.take();
}

std::string answer(const GraphRequest& request, const Sop& sop, const Manner& manner) {
    switch (request.form) {
    case GraphForm::dot: return to_dot(sop, manner.language);
    case GraphForm::mermaid: return to_mermaid(sop, manner.language);
    case GraphForm::facts: break;
    }
    const GraphFacts facts = analyse(sop);
    return manner.answer == Answer::json ? to_json(facts) : facts_as_text(facts, manner);
}

} // namespace

Outcome graph_verb(const GraphRequest& request, const Manner& manner) {
    const Document document = load_documents(request.document, manner.language).front();
    Outcome outcome;
    outcome.exit = tell_overlays(document, manner.language);
    outcome.text = answer(request, document.sop, manner);
    return outcome;
}

} // namespace tertib::tool
