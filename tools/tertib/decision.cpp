// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "decision.hpp"

#include "case_answer.hpp"
#include "office_words.hpp"
#include "store_file.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tertib::tool {
namespace {

/// The office's clock: that of all calendars of the store, else WIB.
Zone office_zone(Store& store, const std::string& now) {
    const std::optional<Zone> own = zone_of_store(store);
    const Zone zone = own.value_or(wib());
    // An hour of one zone is another moment than that hour of another.
    if (!own && !now.empty() && exact_moment("--now", now, wita()) != now_of(now, zone)) {
        throw Failure(Exit::usage, "UI-USAGE-OFFSET", {{"text", now}});
    }
    return zone;
}

OfficeRequest request_of(const DecisionRequest& request, OfficeAction action, Zone zone) {
    OfficeRequest asked{.command = {.by = {.person = request.by, .as = request.as},
                                    .now = now_of(request.now, zone),
                                    .at = {},
                                    .reason = request.reason,
                                    .dasar = request.dasar,
                                    .action = std::move(action)},
                        .key = request.key,
                        .zone = zone};
    if (!request.at.empty()) {
        asked.command.at = exact_moment("--at", request.at, zone);
    }
    return asked;
}

/// The versions that a decision is about.
std::vector<std::string> digests_of(const OfficeAction& action) {
    if (const auto* made = std::get_if<RegisterSop>(&action)) {
        return {made->sop};
    }
    if (const auto* enforced = std::get_if<EnforceSop>(&action)) {
        return {enforced->sop};
    }
    if (const auto* replaced = std::get_if<ReplaceSop>(&action)) {
        return {replaced->old_sop, replaced->sop};
    }
    if (const auto* withdrawn = std::get_if<WithdrawSop>(&action)) {
        return {withdrawn->sop};
    }
    return {};
}

/// Of the office only what a decision is about.
OfficeState part_of(const OfficeState& office, const OfficeAction& action, const Receipt& receipt) {
    const auto* end = std::get_if<EndDelegation>(&action);
    const std::uint64_t holding = end != nullptr ? end->holding : receipt.last;
    const std::vector<std::string> digests = digests_of(action);
    OfficeState part;
    std::ranges::copy_if(office.holdings, std::back_inserter(part.holdings),
                         [&](const OfficeHolding& each) { return each.event == holding; });
    std::ranges::copy_if(office.versions, std::back_inserter(part.versions),
                         [&](const SopVersion& each) {
                             return std::ranges::find(digests, each.digest) != digests.end();
                         });
    return part;
}

Outcome recorded(Store& store, const Reply& reply, const OfficeAction& action,
                 const Manner& manner) {
    return answer(reply, manner, [&](Page& page, const Receipt& receipt) {
        const std::string first = std::to_string(receipt.first);
        page.paragraph(page.text(reply.repeated ? "UI-OFFICE-REPEATED" : "UI-OFFICE-RECORDED",
                                 {{"numbers", receipt.first == receipt.last
                                                  ? first
                                                  : first + "–" + std::to_string(receipt.last)}}),
                       0, Tone::strong);
        add_office(page, part_of(store.office(), action, receipt));
    });
}

} // namespace

Outcome decision_verb(const DecisionRequest& request, OpenMode mode,
                      const std::function<Wanted(Store&)>& want, const Manner& manner) {
    return with_store(request.store, mode, [&](Store& store) {
        const Wanted wanted = want(store);
        const std::optional<Finding>& refusal = wanted.refusal;
        if (refusal) {
            return refused(*refusal, manner);
        }
        const Zone zone = office_zone(store, request.now);
        return recorded(store, store.submit(request_of(request, wanted.action, zone)),
                        wanted.action, manner);
    });
}

LocalDay exact_day(const std::string& option, const std::string& written) {
    if (written.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-MISSING", {{"text", option}});
    }
    const std::optional<LocalDay> day = read_day(written);
    if (!day) {
        throw Failure(Exit::usage, "UI-USAGE-DAY", {{"option", option}, {"text", written}});
    }
    return *day;
}

std::optional<LocalDay> day_if_said(const std::string& option, const std::string& written) {
    return written.empty() ? std::nullopt : std::optional(exact_day(option, written));
}

} // namespace tertib::tool
