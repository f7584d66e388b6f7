// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_answer.hpp"

#include "case_words.hpp"
#include "page.hpp"

#include "tertib/store/reply_json.hpp"

#include <optional>

namespace tertib::tool {
namespace {

std::string receipt_words(const Page& page, const Receipt& receipt, bool repeated) {
    const std::string first = std::to_string(receipt.first);
    const std::string numbers =
        receipt.first == receipt.last ? first : first + "–" + std::to_string(receipt.last);
    return page.text(repeated ? "UI-CASE-REPEATED" : "UI-CASE-RECORDED",
                     {{"case", receipt.case_id}, {"numbers", numbers}});
}

} // namespace

Outcome refused(const Finding& refusal, const Manner& manner) {
    Outcome outcome;
    outcome.exit = Exit::negative;
    if (manner.answer == Answer::json) {
        Reply reply;
        reply.refusal = refusal;
        outcome.text = to_json(reply);
    } else {
        say("tertib: " + refusal.code + ": " + message(refusal, manner.language));
    }
    return outcome;
}

Outcome answer(const Reply& reply, const Manner& manner,
               const std::function<void(Page&, const Receipt&)>& tell) {
    const std::optional<Finding>& refusal = reply.refusal;
    if (refusal) {
        return refused(*refusal, manner);
    }
    Outcome outcome;
    if (manner.answer == Answer::json) {
        outcome.text = to_json(reply);
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    const std::optional<Receipt>& receipt = reply.receipt;
    if (receipt) {
        tell(page, *receipt);
    }
    outcome.text = page.take();
    return outcome;
}

Outcome answer(Store& store, const Reply& reply, const Manner& manner) {
    return answer(reply, manner, [&](Page& page, const Receipt& receipt) {
        page.paragraph(receipt_words(page, receipt, reply.repeated), 0, Tone::strong);
        if (const auto state = store.find_case(receipt.case_id)) {
            add_open_tasks(page, *store.sop(state->sop_digest), *state,
                           store.calendar(state->calendar_digest)->zone());
        }
    });
}

} // namespace tertib::tool
