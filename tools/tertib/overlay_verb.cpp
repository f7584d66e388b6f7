// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "overlay_verb.hpp"

#include "tertib/model/overlay_json.hpp"

namespace tertib::tool {

Outcome overlay_init_verb(const DocumentRequest& request, const Manner& manner) {
    const std::vector<Document> documents = load_documents(request, manner.language);
    if (manner.answer == Answer::text) {
        say("tertib: " + text_of("UI-OVERLAY-HOW", manner.language));
    }
    return {.text = to_json(overlay_template(documents.front().sop)), .exit = Exit::done};
}

} // namespace tertib::tool
