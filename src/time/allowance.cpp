// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/allowance.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace tertib {
namespace {

constexpr std::int64_t microseconds_a_minute = 60'000'000;
constexpr std::int64_t microseconds_a_day = 1440 * microseconds_a_minute;

/// More of any unit than this reaches beyond every table, so that sums stay far within int64.
constexpr std::int64_t most_units = 1'000'000'000;
/// The same for microseconds: ten times the days of a table.
constexpr std::int64_t most_microseconds = 1'000'000 * microseconds_a_day;

/// How an amount enters the sum.
struct Term {
    Decimal amount;
    Satuan satuan = Satuan::menit;
    Reckoning reckoning = Reckoning::working;
};

class Maker {
public:
    Maker(const Waktu& waktu, const AllowanceOptions& options) : waktu_(waktu), options_(options) {}

    AllowanceReading run() {
        switch (waktu_.form) {
        case WaktuForm::open:
        case WaktuForm::none: break;
        case WaktuForm::alternatives:
            for (const WaktuPart& part : waktu_.parts) {
                result_.alternatives.push_back(sum({&part, 1}, 1));
            }
            break;
        case WaktuForm::per_item: result_.alternatives.push_back(sum(waktu_.parts, items())); break;
        case WaktuForm::exact:
        case WaktuForm::range:
        case WaktuForm::sum:
        case WaktuForm::elapsed: result_.alternatives.push_back(sum(waktu_.parts, 1)); break;
        }
        return std::move(result_);
    }

private:
    [[noreturn]] void refuse(const std::string& why) const {
        throw Error(ErrorCode::argument, "the waktu \"" + squeeze(waktu_.text) + "\" " + why);
    }

    [[nodiscard]] std::int64_t items() const {
        if (!options_.items) {
            refuse("is counted per " + waktu_.per.value_or("item") +
                   ", so a number of items is needed");
        }
        if (*options_.items < 0) {
            refuse("can't be reckoned for " + std::to_string(*options_.items) + " items");
        }
        return *options_.items;
    }

    Allowance sum(std::span<const WaktuPart> parts, std::int64_t items) {
        std::vector<Term> terms;
        for (const WaktuPart& part : parts) {
            const auto amount = (options_.bound == Bound::upper ? part.max : part.min).times(items);
            if (!amount) {
                refuse("is too large to reckon with");
            }
            if (*amount < Decimal(0)) {
                refuse("is negative");
            }
            add(terms, {*amount, part.satuan, part.reckoning});
        }
        Allowance whole;
        for (const Term& term : terms) {
            take(whole, term);
        }
        whole.form = form(terms);
        return whole;
    }

    /// Amounts of one unit are one amount, so that halves of it are whole before they are rounded.
    void add(std::vector<Term>& terms, const Term& term) const {
        const auto same = std::ranges::find_if(terms, [&term](const Term& other) {
            return other.satuan == term.satuan && other.reckoning == term.reckoning;
        });
        if (same == terms.end()) {
            terms.push_back(term);
            return;
        }
        const auto both = same->amount.plus(term.amount);
        if (!both) {
            refuse("is too large to reckon with");
        }
        same->amount = *both;
    }

    void take(Allowance& whole, const Term& term) {
        if (term.amount > Decimal(most_units)) {
            refuse("is too large to reckon with");
        }
        switch (term.reckoning) {
        case Reckoning::working: take_working(whole, term); return;
        case Reckoning::calendar: take_calendar(whole, term); return;
        case Reckoning::elapsed: take_elapsed(whole, term); return;
        }
    }

    void take_working(Allowance& whole, const Term& term) {
        switch (term.satuan) {
        case Satuan::menit: whole.work.time += exactly(term.amount, microseconds_a_minute); return;
        case Satuan::jam:
            whole.work.time += exactly(term.amount, 60 * microseconds_a_minute);
            return;
        case Satuan::hari: whole.working_days += rounded(term); return;
        case Satuan::minggu:
        case Satuan::bulan:
        case Satuan::tahun: break;
        }
        refuse("counts " + std::string(name(term.satuan)) + " in working time, which has none");
    }

    void take_calendar(Allowance& whole, const Term& term) {
        switch (term.satuan) {
        case Satuan::hari: whole.calendar_days += rounded(term); return;
        case Satuan::minggu: whole.calendar_days += 7 * rounded(term); return;
        case Satuan::bulan: whole.months += rounded(term); return;
        case Satuan::tahun: whole.months += 12 * rounded(term); return;
        case Satuan::menit:
        case Satuan::jam: break;
        }
        refuse("counts " + std::string(name(term.satuan)) + " on the calendar, which has none");
    }

    void take_elapsed(Allowance& whole, const Term& term) {
        switch (term.satuan) {
        case Satuan::menit: whole.wall += exactly(term.amount, microseconds_a_minute); return;
        case Satuan::jam: whole.wall += exactly(term.amount, 60 * microseconds_a_minute); return;
        case Satuan::hari: whole.wall += exactly(term.amount, microseconds_a_day); return;
        case Satuan::minggu: whole.wall += exactly(term.amount, 7 * microseconds_a_day); return;
        case Satuan::bulan:
        case Satuan::tahun: break;
        }
        refuse("counts " + std::string(name(term.satuan)) + " by the clock, which has none");
    }

    /// The amount in microseconds, half of one rounded up.
    [[nodiscard]] std::chrono::microseconds exactly(Decimal amount, std::int64_t unit) const {
        std::int64_t power = 1;
        for (int i = 0; i < amount.scale(); ++i) {
            power *= 10;
        }
        // A Decimal has at most nine places. In two steps, each within int64: the unit's share of
        // the fraction may have as many digits as both together.
        const std::int64_t whole = amount.units() / power;
        if (whole > most_microseconds / unit) {
            refuse("is too large to reckon with");
        }
        const std::int64_t seconds_unit = unit / 1'000'000;
        const std::int64_t fraction = amount.units() % power * seconds_unit; // of seconds / power
        const std::int64_t parts = fraction % power * 1'000'000;
        const std::int64_t micro =
            fraction / power * 1'000'000 + parts / power + (parts % power * 2 >= power ? 1 : 0);
        return std::chrono::microseconds{whole * unit + micro};
    }

    /// The amount in whole units, rounded up.
    std::int64_t rounded(const Term& term) {
        if (term.amount.whole()) {
            return term.amount.units();
        }
        std::int64_t power = 1;
        for (int i = 0; i < term.amount.scale(); ++i) {
            power *= 10;
        }
        const std::int64_t units = term.amount.units() / power + 1;
        std::string written = term.amount.text();
        std::ranges::replace(written, '.', ',');
        result_.findings.push_back(make_finding("WAKTU-ROUNDED", {},
                                                {{"waktu", squeeze(waktu_.text)},
                                                 {"number", written},
                                                 {"satuan", std::string(name(term.satuan))},
                                                 {"value", std::to_string(units)}},
                                                squeeze(waktu_.text)));
        return units;
    }

    /// Amounts of zero don't make a sum mixed; if all are zero the largest unit counts.
    [[nodiscard]] static AllowanceForm form(const std::vector<Term>& terms) {
        std::vector<AllowanceForm> forms;
        const bool zero =
            std::ranges::all_of(terms, [](const Term& term) { return term.amount == Decimal(0); });
        if (zero) {
            return form(*std::ranges::max_element(terms, {}, &Term::satuan));
        }
        for (const Term& term : terms) {
            if (term.amount != Decimal(0)) {
                forms.push_back(form(term));
            }
        }
        const bool alike = std::ranges::all_of(
            forms, [&forms](AllowanceForm form) { return form == forms.front(); });
        return alike ? forms.front() : AllowanceForm::mixed;
    }

    [[nodiscard]] static AllowanceForm form(const Term& term) {
        switch (term.reckoning) {
        case Reckoning::elapsed: return AllowanceForm::elapsed;
        case Reckoning::calendar: return AllowanceForm::calendar;
        case Reckoning::working: break;
        }
        return term.satuan == Satuan::hari ? AllowanceForm::working_days
                                           : AllowanceForm::working_time;
    }

    const Waktu& waktu_;
    const AllowanceOptions& options_;
    AllowanceReading result_;
};

} // namespace

Allowance reversed(const Allowance& allowance) noexcept {
    // The one number without an opposite lies outside every table either way.
    const auto turned = [](std::int64_t value) { return value == INT64_MIN ? INT64_MAX : -value; };
    Allowance result = allowance;
    result.months = turned(allowance.months);
    result.calendar_days = turned(allowance.calendar_days);
    result.working_days = turned(allowance.working_days);
    result.work.time = std::chrono::microseconds{turned(allowance.work.time.count())};
    result.wall = std::chrono::microseconds{turned(allowance.wall.count())};
    return result;
}

AllowanceReading allowance(const Waktu& waktu, const AllowanceOptions& options) {
    return Maker(waktu, options).run();
}

} // namespace tertib
