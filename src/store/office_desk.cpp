// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/office_desk.hpp"

#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_decide.hpp"
#include "tertib/run/office_event_bytes.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

/// What a key stands for: the same verb of the same office.
[[nodiscard]] std::string asked(const OfficeCommand& command) {
    return sha256_hex(std::string(verb(command)) + '\n' + std::string(office_id));
}

/// The versions that a command speaks of, before which they must be registered.
[[nodiscard]] std::vector<std::string> digests_of(const OfficeAction& action) {
    if (const auto* enforce = std::get_if<EnforceSop>(&action)) {
        return {enforce->sop};
    }
    if (const auto* replace = std::get_if<ReplaceSop>(&action)) {
        return {replace->old_sop, replace->sop};
    }
    if (const auto* withdraw = std::get_if<WithdrawSop>(&action)) {
        return {withdraw->sop};
    }
    return {};
}

[[nodiscard]] Reply refused(Finding why) {
    Reply reply;
    reply.refusal = std::move(why);
    return reply;
}

} // namespace

std::optional<Reply> OfficeDesk::earlier_answer(const OfficeRequest& request) {
    if (request.key.empty()) {
        return std::nullopt;
    }
    const std::optional<KeyedReceipt> known = transaction_.find_key(request.key);
    if (!known) {
        return std::nullopt;
    }
    if (known->asked != asked(request.command)) {
        return refused(
            make_finding("KEY-USED", {}, {{"key", request.key}, {"case", known->receipt.case_id}}));
    }
    // Written again, so that this answer too comes after a synced commit.
    transaction_.put_key(request.key, *known);
    Reply reply;
    reply.receipt = known->receipt;
    reply.repeated = true;
    return reply;
}

/// As the document itself says, whatever was asked; nothing if the store has none of that digest.
std::optional<RegisterSop> OfficeDesk::registration_of(const std::string& digest) {
    if (!transaction_.find_sop(digest)) {
        return std::nullopt;
    }
    const Identity& identity = registry_.sop(transaction_, digest)->sop().identity();
    return RegisterSop{.sop = digest, .nomor = identity.nomor, .nama = identity.nama};
}

std::vector<OfficeCommand> OfficeDesk::steps_of(const OfficeCommand& command) {
    std::vector<OfficeCommand> steps;
    const std::vector<SopVersion>& versions = kept_.stored(transaction_).state.versions;
    for (const std::string& digest : digests_of(command.action)) {
        const bool known = std::ranges::binary_search(versions, digest, {}, &SopVersion::digest);
        std::optional<RegisterSop> document = known ? std::nullopt : registration_of(digest);
        if (document) {
            steps.push_back(command);
            steps.back().action = std::move(*document);
        }
    }
    steps.push_back(command);
    return steps;
}

Reply OfficeDesk::serve(const OfficeRequest& request) {
    if (std::optional<Reply> reply = earlier_answer(request)) {
        return std::move(*reply);
    }
    OfficeCommand command = request.command;
    if (auto* registering = std::get_if<RegisterSop>(&command.action)) {
        std::optional<RegisterSop> document = registration_of(registering->sop);
        if (!document) {
            return refused(make_finding("SOP-NOT-REGISTERED", {}, {{"sop", registering->sop}}));
        }
        *registering = std::move(*document);
    }
    Reply reply = record(command, request.zone);
    if (reply.receipt && !request.key.empty()) {
        transaction_.put_key(request.key, {.receipt = *reply.receipt, .asked = asked(command)});
    }
    return reply;
}

Reply OfficeDesk::record(const OfficeCommand& command, Zone zone) {
    const std::shared_ptr<const Roster> roster = kept_.roster(transaction_);
    const OfficeContext context{.zone = zone, .roster = roster.get()};
    const StoredOffice& before = kept_.stored(transaction_);
    StoredOffice after = before;
    std::vector<StoredEvent> journal;
    for (const OfficeCommand& step : steps_of(command)) {
        OfficeJudgement judgement = decide(context, after.state, step);
        const std::optional<OfficeEvent>& event = judgement.event;
        if (!event) {
            Reply reply;
            reply.refusal = std::move(judgement.refusal);
            return reply;
        }
        journal.push_back({.case_id = std::string(office_id),
                           .number = event->number,
                           .sealed = seal(after.head, *event, salt_())});
        after.head = journal.back().sealed.hash;
        after.state = apply(std::move(after.state), *event);
    }
    transaction_.write_office(change_of(before.state, after));
    std::ranges::for_each(journal,
                          [this](const StoredEvent& each) { transaction_.add_event(each); });
    if (const auto* erase = std::get_if<EraseBody>(&command.action)) {
        transaction_.erase_body(office_id, erase->event);
    }
    kept_.keep(std::move(after));
    Reply reply;
    reply.receipt = {.case_id = std::string(office_id),
                     .first = journal.front().number,
                     .last = journal.back().number,
                     .hash = journal.back().sealed.hash};
    return reply;
}

} // namespace tertib
