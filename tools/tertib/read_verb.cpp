// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read_verb.hpp"

#include "finding_list.hpp"
#include "page.hpp"
#include "sop_words.hpp"

#include <algorithm>
#include <utility>

namespace tertib::tool {
namespace {

/// A JSON text of its own as a part of another: moved in. Line ends stand only between its tokens.
std::string moved_in(std::string_view json, std::size_t indent) {
    std::string out(indent, ' ');
    while (!json.empty() && json.back() == '\n') {
        json.remove_suffix(1);
    }
    for (const char c : json) {
        out += c;
        if (c == '\n') {
            out.append(indent, ' ');
        }
    }
    return out;
}

std::string json_of(const std::vector<Document>& documents, const ReadRequest& request) {
    if (!request.document.all) {
        const Document& only = documents.front();
        return to_json(only.sop, only.findings, request.personal);
    }
    std::string out = "{\n  \"schema\": \"tertib.sops/1\",\n  \"sops\": [\n";
    for (std::size_t i = 0; i < documents.size(); ++i) {
        out += i == 0 ? "" : ",\n";
        out += moved_in(to_json(documents[i].sop, documents[i].findings, request.personal), 4);
    }
    return out + "\n  ]\n}\n";
}

} // namespace

Outcome read_verb(const ReadRequest& request, const Manner& manner) {
    const std::vector<Document> documents = load_documents(request.document, manner.language);
    Outcome outcome;
    outcome.exit = std::ranges::any_of(documents, has_error) ? Exit::negative : Exit::done;
    if (manner.answer == Answer::json) {
        outcome.text = json_of(documents, request);
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents.size() > 1) {
            page.heading(page.text("UI-READ-NTH", {{"nth", std::to_string(i + 1)},
                                                   {"count", std::to_string(documents.size())}}));
        }
        add_identity(page, documents[i].sop, request.personal);
        add_steps(page, documents[i].sop);
        add_findings(page, documents[i].findings, documents[i].waivers);
    }
    outcome.text = page.take();
    return outcome;
}

} // namespace tertib::tool
