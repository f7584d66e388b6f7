// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_decide.hpp"

#include "run/authority.hpp"
#include "run/same_text.hpp"
#include "run/sop_periods.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>

namespace tertib {

namespace {

/// Judges one command of the office and fills the one event that follows. Its members answer with
/// the refusal, or nothing.
class OfficeJudge {
public:
    OfficeJudge(const OfficeContext& context, const OfficeState& state,
                const OfficeCommand& command)
        : context_(context),
          state_(state),
          command_(command) {}

    [[nodiscard]] OfficeJudgement decide();

private:
    using Refusal = std::optional<Finding>;

    [[nodiscard]] static Refusal refuse(std::string_view code,
                                        std::vector<Argument> arguments = {}) {
        return make_finding(code, {}, std::move(arguments));
    }
    [[nodiscard]] Refusal check_times() const;
    [[nodiscard]] Refusal check_actor();
    [[nodiscard]] Refusal check_days(LocalDay from, const std::optional<LocalDay>& until) const;

    [[nodiscard]] Refusal act(const Delegate& action);
    [[nodiscard]] Refusal act(const EndDelegation& action);
    [[nodiscard]] Refusal act(const RegisterSop& action);
    [[nodiscard]] Refusal act(const EnforceSop& action);
    [[nodiscard]] Refusal act(const ReplaceSop& action);
    [[nodiscard]] Refusal act(const WithdrawSop& action);
    [[nodiscard]] Refusal act(const EraseBody& action);

    [[nodiscard]] Refusal check_known(const std::string& digest) const;
    [[nodiscard]] Refusal check_room(const std::string& digest, const OfficePeriod& range,
                                     std::optional<std::size_t> ending) const;
    [[nodiscard]] Refusal check_in_force(const std::string& digest, LocalDay day) const;
    /// Fills what happens from a day on, late if that day is over already.
    void take_effect(LocalDay from) { event_.late = from < today_; }

    [[nodiscard]] Instant happened() const { return command_.at.value_or(command_.now); }

    const OfficeContext& context_;
    const OfficeState& state_;
    const OfficeCommand& command_;
    LocalDay today_{}; ///< on which it is recorded
    OfficeEvent event_;
};

[[nodiscard]] OfficeEventKind kind_of(const OfficeAction& action) {
    // In the order of OfficeAction's alternatives.
    constexpr std::array<OfficeEventKind, std::variant_size_v<OfficeAction>> kinds{
        OfficeEventKind::delegated,      OfficeEventKind::delegation_ended,
        OfficeEventKind::sop_registered, OfficeEventKind::sop_enforced,
        OfficeEventKind::sop_replaced,   OfficeEventKind::sop_withdrawn,
        OfficeEventKind::erased};
    return kinds.at(action.index());
}

[[nodiscard]] bool reckoned(LocalDay day) {
    return first_day <= day && day <= last_day;
}

OfficeJudgement OfficeJudge::decide() {
    today_ = local_day(command_.now, context_.zone);
    event_.number = state_.events + 1;
    event_.kind = kind_of(command_.action);
    event_.recorded = command_.now;
    event_.happened = happened();
    event_.as = command_.by.as;
    event_.dasar = command_.dasar;
    event_.body.person = command_.by.person;
    event_.body.reason = command_.reason;
    Refusal refusal = check_times();
    if (!refusal) {
        refusal = check_actor();
    }
    if (!refusal) {
        refusal = std::visit([this](const auto& action) { return act(action); }, command_.action);
    }
    OfficeJudgement judgement;
    if (refusal) {
        judgement.refusal = std::move(refusal);
    } else {
        judgement.event = std::move(event_);
    }
    return judgement;
}

OfficeJudge::Refusal OfficeJudge::check_times() const {
    const Zone zone = context_.zone;
    const Instant now = command_.now;
    const Instant at = happened();
    const LocalDay day = local_day(at, zone);
    if (!reckoned(today_) || (at <= now && !reckoned(day))) {
        return refuse("NOW-OUTSIDE", {{"first", text(first_day)}, {"last", text(last_day)}});
    }
    if (state_.events != 0 && now < state_.recorded) {
        return refuse("NOW-BACKWARDS",
                      {{"now", text(now, zone)}, {"last", text(state_.recorded, zone)}});
    }
    if (at > now) {
        return refuse("AT-AFTER-NOW", {{"at", text(at, zone)}, {"now", text(now, zone)}});
    }
    return day < today_ && trim(command_.reason).empty()
               ? refuse("AT-NEEDS-REASON", {{"at", text(at, zone)}})
               : Refusal{};
}

OfficeJudge::Refusal OfficeJudge::check_actor() {
    Authority authority =
        authority_of(context_.roster, command_.by, local_day(happened(), context_.zone));
    event_.standing = authority.standing;
    event_.surat = std::move(authority.surat);
    return std::move(authority.refusal);
}

OfficeJudge::Refusal OfficeJudge::check_days(LocalDay from,
                                             const std::optional<LocalDay>& until) const {
    if (!reckoned(from) || (until && !reckoned(*until))) {
        return refuse("NOW-OUTSIDE", {{"first", text(first_day)}, {"last", text(last_day)}});
    }
    return until && *until < from
               ? refuse("DAYS-REVERSED", {{"from", text(from)}, {"until", text(*until)}})
               : Refusal{};
}

OfficeJudge::Refusal OfficeJudge::act(const Delegate& action) {
    if (trim(action.person).empty() || trim(action.pelaksana).empty()) {
        return refuse("HOLDER-NEEDED");
    }
    if (action.kind != PostKind::definitive && trim(action.surat).empty()) {
        return refuse("SURAT-NEEDED");
    }
    if (Refusal refusal = check_days(action.from, action.until)) {
        return refusal;
    }
    const OfficePeriod range{.from = action.from, .until = action.until};
    for (const OfficeHolding& each : state_.holdings) {
        const PostHolding& other = each.holding;
        if (overlap(range, range_of(other)) && same_text(other.pelaksana, action.pelaksana) &&
            same_text(other.person, action.person)) {
            return refuse("HOLDING-OVERLAPS", {{"as", other.pelaksana},
                                               {"period", text(range_of(other))},
                                               {"event", std::to_string(each.event)}});
        }
    }
    event_.pelaksana = action.pelaksana;
    event_.post = action.kind;
    event_.letter = action.surat;
    event_.from = action.from;
    event_.until = action.until;
    event_.body.recipient = action.person;
    take_effect(action.from);
    return {};
}

OfficeJudge::Refusal OfficeJudge::act(const EndDelegation& action) {
    const auto found = std::ranges::find(state_.holdings, action.holding, &OfficeHolding::event);
    if (found == state_.holdings.end()) {
        return refuse("HOLDING-UNKNOWN", {{"event", std::to_string(action.holding)}});
    }
    if (Refusal refusal = check_days(action.until, {})) {
        return refusal;
    }
    const PostHolding& holding = found->holding;
    // The day before the first says that it never was.
    if (action.until < holding.from - std::chrono::days{1}) {
        return refuse("HOLDING-ENDS-BEFORE",
                      {{"until", text(action.until)}, {"from", text(holding.from)}});
    }
    const std::optional<LocalDay>& until = holding.until;
    if (until && *until <= action.until) {
        return refuse("HOLDING-ENDS-LATER", {{"until", text(action.until)}, {"old", text(*until)}});
    }
    event_.about = action.holding;
    event_.until = action.until;
    event_.letter = action.surat;
    take_effect(action.until + std::chrono::days{1});
    return {};
}

OfficeJudge::Refusal OfficeJudge::check_known(const std::string& digest) const {
    return rows_of(state_.versions, digest).empty()
               ? refuse("SOP-NOT-REGISTERED", {{"sop", digest}})
               : Refusal{};
}

OfficeJudge::Refusal OfficeJudge::act(const RegisterSop& action) {
    if (trim(action.sop).empty()) {
        return refuse("SOP-NOT-REGISTERED", {{"sop", action.sop}});
    }
    if (!check_known(action.sop)) {
        return refuse("SOP-REGISTERED",
                      {{"sop", action.nomor.empty() ? action.sop : action.nomor}});
    }
    event_.sop_digest = action.sop;
    event_.nomor = action.nomor;
    event_.nama = action.nama;
    return {};
}

/// Whether a version can be in force at the time: neither it (again) nor another version of the
/// same SOP is then, but for the row that ends by it.
OfficeJudge::Refusal OfficeJudge::check_room(const std::string& digest, const OfficePeriod& range,
                                             std::optional<std::size_t> ending) const {
    const auto in_the_way = [&](std::size_t row) {
        const SopVersion& version = state_.versions[row];
        return version.status != SopStatus::unknown && row != ending &&
               overlap(range, range_of(version));
    };
    const VersionRows rows = rows_of(state_.versions, digest);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        const SopVersion& own = state_.versions[row];
        if (in_the_way(row)) {
            return refuse("SOP-IN-FORCE-ALREADY",
                          {{"sop", label_of(own)}, {"period", text(range_of(own))}});
        }
    }
    for (const std::size_t row : siblings_of(state_.versions, digest)) {
        const SopVersion& other = state_.versions[row];
        // One that nobody put in force only ran because nothing said otherwise.
        if (other.from && in_the_way(row)) {
            return refuse("SOP-OVERLAPS",
                          {{"other", label_of(other)}, {"period", text(range_of(other))}});
        }
    }
    return {};
}

OfficeJudge::Refusal OfficeJudge::check_in_force(const std::string& digest, LocalDay day) const {
    if (row_that_ends(state_.versions, digest, day)) {
        return {};
    }
    const VersionRows rows = rows_of(state_.versions, digest);
    return refuse("SOP-NOT-IN-FORCE", {{"sop", label_of(state_.versions[rows.first])},
                                       {"day", text(day)},
                                       {"periods", periods_text(state_.versions, digest)}});
}

OfficeJudge::Refusal OfficeJudge::act(const EnforceSop& action) {
    if (Refusal refusal = check_known(action.sop)) {
        return refusal;
    }
    if (Refusal refusal = check_days(action.from, action.until)) {
        return refusal;
    }
    event_.sop_digest = action.sop;
    event_.from = action.from;
    event_.until = action.until;
    take_effect(action.from);
    return check_room(action.sop, {.from = action.from, .until = action.until}, {});
}

OfficeJudge::Refusal OfficeJudge::act(const ReplaceSop& action) {
    if (Refusal refusal = check_known(action.old_sop)) {
        return refusal;
    }
    if (Refusal refusal = check_known(action.sop)) {
        return refusal;
    }
    if (action.old_sop == action.sop) {
        return refuse("SOP-REPLACES-ITSELF");
    }
    if (Refusal refusal = check_days(action.from, action.until)) {
        return refusal;
    }
    const LocalDay last = action.from - std::chrono::days{1};
    if (Refusal refusal = check_in_force(action.old_sop, last)) {
        return refusal;
    }
    event_.old_sop_digest = action.old_sop;
    event_.sop_digest = action.sop;
    event_.from = action.from;
    event_.until = action.until;
    take_effect(action.from);
    return check_room(action.sop, {.from = action.from, .until = action.until},
                      row_that_ends(state_.versions, action.old_sop, last));
}

OfficeJudge::Refusal OfficeJudge::act(const WithdrawSop& action) {
    if (Refusal refusal = check_known(action.sop)) {
        return refusal;
    }
    if (trim(command_.reason).empty()) {
        return refuse("REASON-NEEDED");
    }
    if (Refusal refusal = check_days(action.from, {})) {
        return refusal;
    }
    event_.sop_digest = action.sop;
    event_.from = action.from;
    take_effect(action.from);
    return check_in_force(action.sop, action.from);
}

OfficeJudge::Refusal OfficeJudge::act(const EraseBody& action) {
    if (action.event == 0 || action.event > state_.events) {
        return refuse("EVENT-UNKNOWN", {{"event", std::to_string(action.event)},
                                        {"events", std::to_string(state_.events)}});
    }
    const auto found = std::ranges::find(state_.holdings, action.event, &OfficeHolding::event);
    if (found != state_.holdings.end()) {
        const std::optional<LocalDay>& until = found->holding.until;
        // Nobody could act for the post by a holding without a name.
        if (!until || today_ <= *until) {
            return refuse("HOLDING-RUNS", {{"as", found->holding.pelaksana},
                                           {"period", text(range_of(found->holding))}});
        }
    }
    if (trim(command_.dasar).empty()) {
        return refuse("DASAR-NEEDED");
    }
    event_.about = action.event;
    return {};
}

} // namespace

OfficeJudgement decide(const OfficeContext& context, const OfficeState& state,
                       const OfficeCommand& command) {
    return OfficeJudge(context, state, command).decide();
}

} // namespace tertib
