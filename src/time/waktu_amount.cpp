// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_amount.hpp"

#include <algorithm>

namespace tertib {
namespace {

/// The next smaller unit that a fixed ratio leads to, and the ratio; 0 if there is none.
std::pair<Satuan, std::int64_t> smaller(Satuan satuan) noexcept {
    switch (satuan) {
    case Satuan::jam: return {Satuan::menit, 60};
    case Satuan::minggu: return {Satuan::hari, 7};
    case Satuan::tahun: return {Satuan::bulan, 12};
    case Satuan::menit:
    case Satuan::hari:
    case Satuan::bulan: break;
    }
    return {satuan, 0};
}

std::optional<WaktuPart> in_smaller(WaktuPart part) {
    const auto [satuan, ratio] = smaller(part.satuan);
    const auto min = part.min.times(ratio);
    const auto max = part.max.times(ratio);
    if (ratio == 0 || !min || !max) {
        return std::nullopt;
    }
    part.satuan = satuan;
    part.min = *min;
    part.max = *max;
    return part;
}

std::optional<Decimal> difference(Decimal a, Decimal b) {
    const auto negative = b.times(-1);
    return negative ? a.plus(*negative) : std::nullopt;
}

/// Half of the last place that the amount was written to, in a unit `ratio` times smaller.
Decimal half_place(Decimal written, std::int64_t ratio) {
    if (written.scale() >= Decimal::max_scale) {
        return Decimal{};
    }
    return Decimal::from(5 * ratio, written.scale() + 1);
}

/// True if `exact` rounds to `rounded`, where half a place is `half`; ties round up.
bool rounds_to(Decimal exact, Decimal rounded, Decimal half) {
    const auto off = difference(exact, rounded);
    const auto low = half.times(-1);
    return off && low && *off >= *low && *off < half;
}

} // namespace

std::optional<std::pair<WaktuPart, WaktuPart>> in_one_unit(WaktuPart a, WaktuPart b) {
    if (a.satuan != b.satuan) {
        WaktuPart& larger = a.satuan > b.satuan ? a : b;
        const auto converted = in_smaller(larger);
        if (!converted) {
            return std::nullopt;
        }
        larger = *converted;
        // Only the same reckoning: a bare Hari that is assumed working is no seventh of a week.
        if (a.satuan != b.satuan || a.reckoning != b.reckoning) {
            return std::nullopt;
        }
    }
    if (a.reckoning != b.reckoning) {
        if (a.assumed == b.assumed) {
            return std::nullopt;
        }
        WaktuPart& assumed = a.assumed ? a : b;
        assumed.reckoning = a.assumed ? b.reckoning : a.reckoning;
    }
    a.assumed = b.assumed = a.assumed && b.assumed;
    return std::pair{a, b};
}

std::optional<WaktuPart> total(std::span<const WaktuPart> parts) {
    if (parts.empty()) {
        return std::nullopt;
    }
    WaktuPart sum = parts.front();
    for (const WaktuPart& part : parts.subspan(1)) {
        const auto both = in_one_unit(sum, part);
        const auto min = both ? both->first.min.plus(both->second.min) : std::nullopt;
        const auto max = both ? both->first.max.plus(both->second.max) : std::nullopt;
        if (!min || !max) {
            return std::nullopt;
        }
        sum = both->first;
        sum.min = *min;
        sum.max = *max;
    }
    return sum;
}

Agreement compare(const WaktuPart& amount, const WaktuPart& restated) {
    const auto both = in_one_unit(amount, restated);
    if (!both) {
        return Agreement::needs_calendar;
    }
    const auto& [a, b] = *both;
    if (a.min == b.min && a.max == b.max) {
        return Agreement::same;
    }
    // The coarser of the two is the rounded one; an amount without decimals isn't rounded from
    // its own restatement ("1 Jam (80 Menit)" contradicts itself).
    bool rounded = false;
    if (restated.satuan > amount.satuan) {
        const std::int64_t ratio = smaller(restated.satuan).second;
        rounded = rounds_to(a.min, b.min, half_place(restated.min, ratio)) &&
                  rounds_to(a.max, b.max, half_place(restated.max, ratio));
    } else if (restated.satuan < amount.satuan && !amount.max.whole()) {
        const std::int64_t ratio = smaller(amount.satuan).second;
        rounded = rounds_to(b.min, a.min, half_place(amount.min, ratio)) &&
                  rounds_to(b.max, a.max, half_place(amount.max, ratio));
    }
    return rounded ? Agreement::rounded : Agreement::different;
}

} // namespace tertib
