// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "delegate_verb.hpp"

#include "office_words.hpp"
#include "store_file.hpp"

#include "tertib/base/text.hpp"
#include "tertib/run/office_state_json.hpp"

#include <array>

namespace tertib::tool {
namespace {

constexpr std::array all_kinds = {PostKind::definitive, PostKind::plt, PostKind::plh, PostKind::an,
                                  PostKind::ub};

/// "plh", "Plh.": people write it both ways.
PostKind kind_of(const std::string& written) {
    std::string wanted = fold(written);
    if (wanted.ends_with('.')) {
        wanted.pop_back();
    }
    std::string known;
    for (const PostKind kind : all_kinds) {
        if (name(kind) == wanted) {
            return kind;
        }
        known += known.empty() ? "" : ", ";
        known += name(kind);
    }
    throw Failure(Exit::usage, "UI-USAGE-KIND", {{"text", written}, {"names", known}});
}

void must_say(const std::string& option, const std::string& value) {
    if (value.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-MISSING", {{"text", option}});
    }
}

bool holds_on(const PostHolding& holding, LocalDay day) {
    return holding.from <= day && day <= holding.until.value_or(day);
}

} // namespace

Outcome delegate_verb(const DecisionRequest& request, const DelegateRequest& post,
                      const Manner& manner) {
    must_say("--store", request.store);
    must_say("--to", post.person);
    must_say("--for", post.pelaksana);
    must_say("--kind", post.kind);
    const Delegate action{.person = post.person,
                          .pelaksana = post.pelaksana,
                          .kind = kind_of(post.kind),
                          .from = exact_day("--from", request.from),
                          .until = day_if_said("--until", request.until),
                          .surat = post.surat};
    return decision_verb(
        request, OpenMode::create, [&](Store&) { return Wanted{.action = action, .refusal = {}}; },
        manner);
}

Outcome delegate_end_verb(const DecisionRequest& request, const EndRequest& end,
                          const Manner& manner) {
    const EndDelegation action{
        .holding = end.holding, .until = exact_day("--until", request.until), .surat = end.surat};
    return decision_verb(
        request, OpenMode::write, [&](Store&) { return Wanted{.action = action, .refusal = {}}; },
        manner);
}

Outcome delegate_list_verb(const OfficeListRequest& request, const Manner& manner) {
    const std::optional<LocalDay> day = day_if_said("--at", request.at);
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        OfficeState office = store.office();
        office.versions.clear();
        if (day) {
            std::erase_if(office.holdings,
                          [&](const OfficeHolding& each) { return !holds_on(each.holding, *day); });
        }
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(office, zone_of_store(store).value_or(wib()));
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        if (office.holdings.empty()) {
            page.paragraph(page.text("UI-HOLDING-NONE"));
        }
        add_office(page, office);
        outcome.text = page.take();
        return outcome;
    });
}

} // namespace tertib::tool
