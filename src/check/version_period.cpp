// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/version_period.hpp"

#include <algorithm>
#include <chrono>

namespace tertib {
namespace {

[[nodiscard]] std::int64_t number(LocalDay day) noexcept {
    return day.time_since_epoch().count();
}

} // namespace

VersionPeriods::Period VersionPeriods::period_of(const CheckVersion& version) {
    const Identity& identity = version.sop->identity();
    Period period;
    period.draft = identity.status == SopStatus::rancangan;
    const std::optional<Tanggal>& berlaku = identity.tanggal_berlaku;
    if (version.from) {
        period.from = period.sure_from = number(*version.from);
    } else if (berlaku && berlaku->date) {
        period.from = period.sure_from = number(LocalDay{*berlaku->date});
    } else if (berlaku && berlaku->month) {
        period.from = number(LocalDay{*berlaku->month / 1});
        period.sure_from = number(LocalDay{*berlaku->month / std::chrono::last});
    }
    const std::optional<Tanggal>& until = identity.berlaku_sampai;
    const bool withdrawn =
        identity.status == SopStatus::digantikan || identity.status == SopStatus::dicabut;
    if (version.until) {
        period.until = period.sure_until = number(*version.until);
    } else if (until && until->date) {
        period.until = period.sure_until = number(LocalDay{*until->date});
    } else if (until && until->month) {
        period.until = number(LocalDay{*until->month / std::chrono::last});
        period.sure_until = number(LocalDay{*until->month / 1});
    } else if (until || withdrawn) {
        period.sure_until = INT64_MIN; // it ended, nobody knows when
    }
    return period;
}

VersionPeriods::VersionPeriods(std::span<const CheckVersion> versions) {
    for (const CheckVersion& version : versions) {
        periods_.push_back(period_of(version));
    }
    end_where_next_begins();
}

/// A later version takes the place of an earlier one. One whose begin isn't known may have, at any
/// time, so it ends nothing surely.
void VersionPeriods::end_where_next_begins() {
    const std::vector<Period> given = periods_;
    for (std::size_t i = 0; i < given.size(); ++i) {
        for (const Period& other : given) {
            if (other.draft || other.from == INT64_MIN || given[i].sure_from == INT64_MAX ||
                other.from <= given[i].from) {
                continue;
            }
            periods_[i].sure_until = std::min(periods_[i].sure_until, other.from - 1);
            periods_[i].until = std::min(periods_[i].until, other.sure_from - 1);
        }
    }
}

InForce VersionPeriods::on(std::int64_t first, std::int64_t last) const {
    InForce result;
    std::size_t possible = 0;
    std::uint32_t found = 0;
    bool sure = false;
    for (std::uint32_t i = 0; i < periods_.size(); ++i) {
        const Period& period = periods_[i];
        if (period.draft || last < period.from || first > period.until) {
            continue;
        }
        ++possible;
        const bool surely = first >= period.sure_from && last <= period.sure_until;
        found = surely || !sure ? i : found;
        sure = sure || surely;
    }
    if (possible == 0) {
        result.verdict = CheckVerdict::violated;
        return result;
    }
    if (sure) {
        result.verdict = CheckVerdict::satisfied;
    }
    if (sure || possible == 1) {
        result.version = found;
    }
    return result;
}

} // namespace tertib
