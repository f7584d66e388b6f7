// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/deadline.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "time/waktu_amount.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace tertib {
namespace {

using namespace std::chrono_literals;

/// Makes one Deadline, finding by finding.
class DeadlineMaker {
public:
    DeadlineMaker(const Calendar& calendar, Instant start, const Waktu& waktu,
                  const DeadlineOptions& options)
        : calendar_(calendar) {
        result_.start = start;
        result_.direction = options.direction;
        result_.waktu = waktu;
        result_.stops = merged(options.stops);
        result_.calendar = calendar.label();
        result_.calendar_version = calendar.version();
        result_.calendar_digest = calendar.digest();
        result_.known_on = calendar.known_on();
        result_.zone = calendar.zone();
        const LocalDay day = local_day(start, calendar.zone());
        if (day < first_day || day > last_day) {
            throw Error(ErrorCode::argument, "the start " + text(start, calendar.zone()) +
                                                 " lies outside " + text(first_day) + " to " +
                                                 text(last_day));
        }
    }

    Deadline run(const AllowanceOptions& options) {
        AllowanceReading reading = allowance(result_.waktu, options);
        result_.findings = std::move(reading.findings);
        for (const Allowance& alternative : reading.alternatives) {
            consider(alternative);
        }
        if (const std::optional<Instant> due = result_.due) {
            remark_restated();
            remark_stops(*due);
            remark_calendar();
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] bool forward() const { return result_.direction == TimeDirection::forward; }

    void consider(const Allowance& alternative) {
        const Allowance counted = forward() ? alternative : reversed(alternative);
        if (!forward()) {
            check_backward(alternative);
        }
        const auto end =
            due(calendar_.table(), calendar_.zone(), result_.start, counted, result_.stops);
        if (!end) {
            refuse();
        }
        const bool decides =
            !result_.due || (forward() ? *end > *result_.due : *end < *result_.due);
        if (decides) {
            result_.due = end;
            result_.counted = alternative;
        }
    }

    void check_backward(const Allowance& counted) const {
        const bool dates_with_stops =
            counted.form == AllowanceForm::calendar && !result_.stops.empty();
        if (counted.form == AllowanceForm::mixed || dates_with_stops) {
            throw Error(
                ErrorCode::unsupported,
                "the waktu \"" + squeeze(result_.waktu.text) +
                    (dates_with_stops
                         ? "\" can't be reckoned backwards with clock stops"
                         : "\" is a sum of unlike units, which can't be reckoned backwards"));
        }
    }

    [[noreturn]] void refuse() const {
        const bool works = calendar_.table().add_days(first_day, 0).has_value();
        throw Error(ErrorCode::argument,
                    works ? "the deadline of \"" + squeeze(result_.waktu.text) + "\" from " +
                                text(result_.start, result_.zone) + " lies outside " +
                                text(first_day) + " to " + text(last_day)
                          : "the calendar " + result_.calendar +
                                " has no working day, so no deadline follows");
    }

    void find(std::string_view code, std::vector<Argument> arguments) {
        result_.findings.push_back(
            make_finding(code, {}, std::move(arguments), squeeze(result_.waktu.text)));
    }

    /// The length of the working day on which the waktu begins; 0 if there is none.
    [[nodiscard]] std::int64_t day_minutes() const {
        const WorkingTable& table = calendar_.table();
        const auto day = table.add_days(local_day(result_.start, result_.zone), 0);
        return day ? table.length(*day).time / 1min : 0;
    }

    /// "480 Menit (7 Jam)", and where only the calendar can tell: "8 Jam (1 Hari)".
    void remark_restated() {
        const auto whole = total(result_.waktu.parts);
        if (!result_.waktu.restated || !whole) {
            return;
        }
        const std::string waktu = squeeze(result_.waktu.text);
        switch (compare(*whole, *result_.waktu.restated)) {
        case Agreement::different: find("WAKTU-RESTATED-DIFFERS", {{"waktu", waktu}}); return;
        case Agreement::needs_calendar: remark_days(*whole, *result_.waktu.restated); return;
        case Agreement::same:
        case Agreement::rounded: remark_day_length(); return;
        }
    }

    void remark_days(const WaktuPart& amount, const WaktuPart& restated) {
        const auto minutes = [this](const WaktuPart& part) -> std::optional<Decimal> {
            if (part.reckoning != Reckoning::working) {
                return std::nullopt;
            }
            switch (part.satuan) {
            case Satuan::menit: return part.max;
            case Satuan::jam: return part.max.times(60);
            case Satuan::hari: return part.max.times(day_minutes());
            case Satuan::minggu:
            case Satuan::bulan:
            case Satuan::tahun: break;
            }
            return std::nullopt;
        };
        const auto first = minutes(amount);
        const auto second = minutes(restated);
        if (first && second && *first != *second) {
            find("DEADLINE-RESTATED", {{"waktu", squeeze(result_.waktu.text)},
                                       {"calendar", result_.calendar},
                                       {"minutes", std::to_string(day_minutes())}});
        }
    }

    /// Eight hours on the clock are often meant as a day, which most calendars make shorter.
    void remark_day_length() {
        constexpr auto usual_day = std::chrono::microseconds{8h};
        const auto work = result_.counted.work.time;
        const std::int64_t own = day_minutes();
        if (result_.counted.form == AllowanceForm::working_time && work > 0us &&
            work % usual_day == 0us && own != usual_day / 1min) {
            find("DEADLINE-DAY-LENGTH", {{"waktu", squeeze(result_.waktu.text)},
                                         {"hours", std::to_string(work / 1h)},
                                         {"calendar", result_.calendar},
                                         {"minutes", std::to_string(own)}});
        }
    }

    void remark_stops(Instant due) {
        const auto [first, last] = std::minmax(result_.start, due);
        for (const ClockStop& stop : result_.stops) {
            if (stop.until <= first) {
                find("STOP-BEFORE-START", {{"until", text(stop.until, result_.zone)}});
            } else if (stop.from > last) {
                find("STOP-AFTER-DEADLINE", {{"from", text(stop.from, result_.zone)}});
            }
        }
    }

    void remark_calendar() {
        const std::optional<LocalDay> day = due_day(result_);
        if (result_.counted.form == AllowanceForm::elapsed || !day) {
            return;
        }
        const auto [first, last] = std::minmax(local_day(result_.start, result_.zone), *day);
        for (Finding& finding : calendar_.findings(first, last)) {
            result_.findings.push_back(std::move(finding));
        }
    }

    const Calendar& calendar_;
    Deadline result_;
};

} // namespace

Deadline deadline(const Calendar& calendar, Instant start, const Waktu& waktu,
                  const DeadlineOptions& options) {
    return DeadlineMaker(calendar, start, waktu, options)
        .run({.items = options.items, .bound = options.bound});
}

DueBy due_by(const Allowance& allowance) noexcept {
    switch (allowance.form) {
    case AllowanceForm::working_days:
    case AllowanceForm::calendar: return DueBy::date;
    case AllowanceForm::mixed:
        return allowance.work.time == 0us && allowance.wall == 0us ? DueBy::date : DueBy::instant;
    case AllowanceForm::working_time:
    case AllowanceForm::elapsed:
    case AllowanceForm::none: break;
    }
    return DueBy::instant;
}

std::optional<LocalDay> due_day(const Deadline& deadline) noexcept {
    if (!deadline.due) {
        return std::nullopt;
    }
    // A deadline by date is a closing time, never the first moment of its day.
    const bool by_date = due_by(deadline.counted) == DueBy::date;
    return local_day(*deadline.due - (by_date ? 1us : 0us), deadline.zone);
}

std::string_view name(TimeDirection direction) noexcept {
    switch (direction) {
    case TimeDirection::forward: return "forward";
    case TimeDirection::backward: return "backward";
    }
    return "";
}

} // namespace tertib
