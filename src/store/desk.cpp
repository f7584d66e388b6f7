// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/desk.hpp"

#include "store/case_index.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"

#include <optional>
#include <utility>

namespace tertib {

namespace {

/// What a key stands for: the same verb on the same case.
[[nodiscard]] std::string asked(const Command& command) {
    return sha256_hex(std::string(verb(command.action)) + '\n' + command.case_id);
}

/// Whether one ground holds for both.
[[nodiscard]] bool same_documents(const CaseState& before, const CaseState& after) {
    return before.sop_digest == after.sop_digest &&
           before.calendar_digest == after.calendar_digest &&
           before.policy_digest == after.policy_digest;
}

[[nodiscard]] Reply refused(std::string_view code, std::vector<Argument> arguments) {
    Reply reply;
    reply.refusal = make_finding(code, {}, std::move(arguments));
    return reply;
}

} // namespace

StoredCase* KeptCases::find(std::string_view id) {
    const auto found = cases_.find(id);
    return found == cases_.end() ? nullptr : &found->second;
}

StoredCase& KeptCases::keep(StoredCase stored) {
    if (cases_.size() >= most_) {
        cases_.clear();
    }
    std::string id = stored.state.id;
    return cases_.insert_or_assign(std::move(id), std::move(stored)).first->second;
}

StoredCase* Desk::find_case(std::string_view id) {
    if (StoredCase* known = kept_.find(id)) {
        return known;
    }
    std::optional<StoredCase> stored = transaction_.find_case(id);
    if (!stored) {
        return nullptr;
    }
    const auto sop = registry_.sop(transaction_, stored->state.sop_digest);
    if (stored->state.steps.size() > sop->sop().steps().size()) {
        throw Error(ErrorCode::damaged, "case " + std::string(id) + " has more steps than its Sop");
    }
    stored->state.steps.resize(sop->sop().steps().size());
    for (const Task& task : stored->state.tasks) {
        if (task.step >= stored->state.steps.size()) {
            throw Error(ErrorCode::damaged,
                        "case " + std::string(id) + " has a task of a step that its Sop lacks");
        }
    }
    return &kept_.keep(std::move(*stored));
}

Desk::Ground Desk::ground_of(const Documents& documents) {
    return {.sop = registry_.sop(transaction_, documents.sop),
            .calendar = registry_.calendar(transaction_, documents.calendar),
            .roster = office_.roster(transaction_),
            .policy = registry_.policy(transaction_, documents.policy),
            .next_calendar = {},
            .next_sop = {},
            .versions = office_.stored(transaction_).state.versions};
}

Desk::Ground Desk::ground_of(const CaseState& state) {
    return ground_of(Documents{state.sop_digest, state.calendar_digest, state.policy_digest});
}

std::optional<Reply> Desk::earlier_answer(const Request& request) {
    if (request.key.empty()) {
        return std::nullopt;
    }
    const std::optional<KeyedReceipt> known = transaction_.find_key(request.key);
    if (!known) {
        return std::nullopt;
    }
    if (known->asked != asked(request.command)) {
        return refused("KEY-USED", {{"key", request.key}, {"case", known->receipt.case_id}});
    }
    // Written again, so that this answer too comes after a synced commit: the first one may have
    // been interrupted between writing and syncing.
    transaction_.put_key(request.key, *known);
    Reply reply;
    reply.receipt = known->receipt;
    reply.repeated = true;
    return reply;
}

Reply Desk::serve(const Request& request) {
    if (std::optional<Reply> reply = earlier_answer(request)) {
        return std::move(*reply);
    }
    const Command& command = request.command;
    StoredCase* before = find_case(command.case_id);
    if (request.seen && *request.seen != (before != nullptr ? before->state.events : 0)) {
        return refused("CASE-STALE",
                       {{"case", command.case_id},
                        {"seen", std::to_string(*request.seen)},
                        {"events", std::to_string(before != nullptr ? before->state.events : 0)}});
    }
    Ground ground;
    if (before != nullptr) {
        ground = ground_of(before->state);
    } else if (std::holds_alternative<StartCase>(command.action)) {
        ground = ground_of(Documents{request.sop, request.calendar, request.policy});
    } else {
        return refused("CASE-UNKNOWN", {{"case", command.case_id}});
    }
    if (std::holds_alternative<MigrateCase>(command.action)) {
        ground.next_sop = registry_.sop(transaction_, request.sop);
    } else if (std::holds_alternative<RecomputeCase>(command.action)) {
        ground.next_calendar = registry_.calendar(transaction_, request.calendar);
    }
    const CaseState none;
    Judgement judgement =
        decide(ground.context(), before != nullptr ? before->state : none, command);
    if (judgement.refusal) {
        Reply reply;
        reply.refusal = std::move(judgement.refusal);
        return reply;
    }
    const Receipt receipt = write(ground, before, judgement.events);
    if (const auto* erase = std::get_if<EraseBody>(&command.action)) {
        transaction_.erase_body(command.case_id, erase->event);
    }
    if (!request.key.empty()) {
        transaction_.put_key(request.key, {.receipt = receipt, .asked = asked(command)});
    }
    return {.receipt = receipt, .refusal = {}};
}

Receipt Desk::write(const Ground& ground, const StoredCase* before,
                    const std::vector<Event>& events) {
    StoredCase after = before != nullptr ? *before : StoredCase{};
    std::vector<StoredEvent> journal;
    journal.reserve(events.size());
    for (const Event& event : events) {
        journal.push_back({.case_id = event.case_id,
                           .number = event.number,
                           .sealed = seal(after.head, event, salt_())});
        after.head = journal.back().sealed.hash;
        const auto sop = registry_.sop(transaction_, sop_digest_for(after.state, event));
        after.state = apply(*sop, std::move(after.state), event);
    }
    const bool same = before != nullptr && same_documents(before->state, after.state);
    const Ground then = same ? ground : ground_of(after.state);
    transaction_.write_case(change_of(ground.context(), before, then.context(), after));
    for (const StoredEvent& each : journal) {
        transaction_.add_event(each);
    }
    Receipt receipt{.case_id = events.front().case_id,
                    .first = events.front().number,
                    .last = events.back().number,
                    .hash = after.head};
    kept_.keep(std::move(after));
    return receipt;
}

void Desk::tick(std::string_view case_id, Instant now, TickReport& report) {
    StoredCase* before = find_case(case_id);
    if (before == nullptr) {
        throw Error(ErrorCode::damaged,
                    "a deadline is kept of case " + std::string(case_id) + ", which isn't there");
    }
    const Ground ground = ground_of(before->state);
    const std::vector<Event> events = tertib::tick(ground.context(), before->state, now);
    if (!events.empty()) {
        write(ground, before, events);
    }
    for (const Event& event : events) {
        DeadlineRow moment{.missed_from = event.happened,
                           .case_id = event.case_id,
                           .task = event.task,
                           .rule = event.rule};
        if (event.rule == 0) {
            report.missed.push_back(std::move(moment));
        } else {
            report.rules.push_back({.moment = std::move(moment), .kind = event.kind});
        }
    }
}

} // namespace tertib
