// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar.hpp"

#include "time/calendar_check.hpp"
#include "time/calendar_days.hpp"
#include "time/calendar_digest.hpp"
#include "time/calendar_findings.hpp"

namespace tertib {
namespace {

using SharedDraft = std::shared_ptr<const CalendarDraft>;

/// The facts' order and digest; both stay what they are whatever is asked of the calendar.
struct FactOrder {
    std::vector<FactIndex> order;
    std::string digest;
};

/// What follows from a draft as known on one date.
struct ResolvedCalendar {
    ResolvedCalendar(const CalendarDraft& draft, CalendarDays days,
                     std::optional<LocalDay> known_on)
        : marks(mark_days(draft, days, known_on)),
          table(days.forms, days.form_of_day),
          hours_fact(std::move(days.hours_fact)),
          day_fact(std::move(days.day_fact)) {}

    std::vector<std::uint8_t> marks;
    WorkingTable table;
    std::vector<FactIndex> hours_fact;
    std::vector<FactIndex> day_fact;
};

const CalendarFact* fact_at(const CalendarDraft& draft, FactIndex index) {
    return index == no_fact ? nullptr : &draft.facts[index];
}

/// "+09", "+09:30", "-03:30": what read_calendar_name takes off.
std::string zone_suffix(Zone zone) {
    std::string suffix = zone.text();
    if (suffix.starts_with('+') && suffix.ends_with(":00")) {
        suffix.resize(suffix.size() - 3);
    }
    return suffix;
}

} // namespace

struct Calendar::Data {
    SharedDraft draft;
    std::shared_ptr<const FactOrder> facts;
    std::optional<LocalDay> known_on;
    std::shared_ptr<const ResolvedCalendar> resolved;
    std::string digest;

    Data(SharedDraft from, std::shared_ptr<const FactOrder> order, std::optional<LocalDay> date,
         std::shared_ptr<const ResolvedCalendar> days)
        : draft(std::move(from)),
          facts(std::move(order)),
          known_on(date),
          resolved(std::move(days)),
          digest(calendar_digest(*draft, facts->digest, known_on)) {}
};

Calendar::Calendar(CalendarDraft draft, const CalendarLimits& limits) {
    auto shared = std::make_shared<const CalendarDraft>(checked(std::move(draft), limits));
    auto facts = std::make_shared<FactOrder>();
    facts->order = canonical_order(shared->facts);
    facts->digest = facts_digest(*shared, facts->order);
    CalendarDays days = resolve_days(*shared, facts->order, std::nullopt);
    refuse_idle_openings(*shared, days);
    auto resolved =
        std::make_shared<const ResolvedCalendar>(*shared, std::move(days), std::nullopt);
    data_ = std::make_shared<const Data>(std::move(shared), std::move(facts), std::nullopt,
                                         std::move(resolved));
}

Calendar::Calendar(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

const CalendarDraft& Calendar::draft() const noexcept {
    return *data_->draft;
}

const std::string& Calendar::name() const noexcept {
    return data_->draft->name;
}

const std::string& Calendar::version() const noexcept {
    return data_->draft->version;
}

Zone Calendar::zone() const noexcept {
    return data_->draft->zone;
}

std::optional<LocalDay> Calendar::known_on() const noexcept {
    return data_->known_on;
}

const std::string& Calendar::digest() const noexcept {
    return data_->digest;
}

std::string Calendar::label() const {
    std::string label = name();
    if (const std::optional<LocalDay> date = known_on()) {
        label += "@" + text(*date);
    }
    return zone() == wib() ? label : label + zone_suffix(zone());
}

Calendar Calendar::as_known_on(LocalDay date) const {
    const SharedDraft& draft = data_->draft;
    auto resolved = std::make_shared<const ResolvedCalendar>(
        *draft, resolve_days(*draft, data_->facts->order, date), date);
    return Calendar(std::make_shared<const Data>(draft, data_->facts, date, std::move(resolved)));
}

Calendar Calendar::in_zone(Zone zone) const {
    if (zone == this->zone()) {
        return *this;
    }
    CalendarDraft draft = *data_->draft;
    draft.zone = zone;
    return Calendar(
        std::make_shared<const Data>(std::make_shared<const CalendarDraft>(std::move(draft)),
                                     data_->facts, data_->known_on, data_->resolved));
}

Calendar Calendar::with_cuti_bersama(CutiBersama choice) const {
    if (choice == data_->draft->cuti_bersama) {
        return *this;
    }
    CalendarDraft draft = *data_->draft;
    draft.cuti_bersama = choice;
    auto shared = std::make_shared<const CalendarDraft>(std::move(draft));
    auto resolved = std::make_shared<const ResolvedCalendar>(
        *shared, resolve_days(*shared, data_->facts->order, data_->known_on), data_->known_on);
    return Calendar(std::make_shared<const Data>(std::move(shared), data_->facts, data_->known_on,
                                                 std::move(resolved)));
}

CalendarDay Calendar::day(LocalDay day) const noexcept {
    const auto at = days_within(day, day);
    if (!at) {
        return {};
    }
    const ResolvedCalendar& resolved = *data_->resolved;
    return {.hours = resolved.table.hours(day),
            .hours_fact = fact_at(*data_->draft, resolved.hours_fact[at->first]),
            .day_fact = fact_at(*data_->draft, resolved.day_fact[at->first])};
}

const WorkingTable& Calendar::table() const noexcept {
    return data_->resolved->table;
}

std::vector<Finding> Calendar::findings(LocalDay first, LocalDay last) const {
    return calendar_findings(*data_->draft, data_->resolved->marks, data_->known_on, first, last);
}

bool operator==(const Calendar& a, const Calendar& b) {
    return a.data_ == b.data_ ||
           (a.digest() == b.digest() && a.known_on() == b.known_on() && a.draft() == b.draft());
}

std::string_view name(CalendarLayer layer) noexcept {
    switch (layer) {
    case CalendarLayer::national: return "national";
    case CalendarLayer::cuti_bersama: return "cuti_bersama";
    case CalendarLayer::province: return "province";
    case CalendarLayer::unit: return "unit";
    }
    return "";
}

std::string_view name(CalendarFactKind kind) noexcept {
    switch (kind) {
    case CalendarFactKind::hours: return "hours";
    case CalendarFactKind::period: return "period";
    case CalendarFactKind::libur: return "libur";
    case CalendarFactKind::opening: return "opening";
    }
    return "";
}

std::string_view name(Sureness sure) noexcept {
    switch (sure) {
    case Sureness::yes: return "yes";
    case Sureness::partly: return "partly";
    case Sureness::profile: return "profile";
    case Sureness::estimate: return "estimate";
    }
    return "";
}

std::string_view name(CalendarOp op) noexcept {
    return op == CalendarOp::add ? "add" : "remove";
}

std::string_view name(CutiBersama choice) noexcept {
    return choice == CutiBersama::observed ? "observed" : "worked";
}

} // namespace tertib
