// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_shape.hpp"

namespace tertib {
namespace {

std::optional<std::string> wrong_amount(const WaktuPart& part) {
    if (part.min < Decimal(0) || part.max < Decimal(0)) {
        return "has a negative amount";
    }
    if (part.max < part.min) {
        return "has an amount whose max is less than its min";
    }
    return std::nullopt;
}

} // namespace

bool has_parts(WaktuForm form, std::size_t count) {
    switch (form) {
    case WaktuForm::exact:
    case WaktuForm::range:
    case WaktuForm::elapsed:
    case WaktuForm::per_item: return count == 1;
    case WaktuForm::sum:
    case WaktuForm::alternatives: return count >= 2;
    case WaktuForm::open:
    case WaktuForm::none: return count == 0;
    }
    return false;
}

std::optional<std::string> wrong_shape(const Waktu& waktu) {
    const std::size_t count = waktu.parts.size();
    if (!has_parts(waktu.form, count)) {
        const char* needed = has_parts(waktu.form, 0)   ? "none"
                             : has_parts(waktu.form, 1) ? "one"
                                                        : "two or more";
        return "has " + std::to_string(count) + (count == 1 ? " part" : " parts") +
               ", but the form " + std::string(name(waktu.form)) + " needs " + needed;
    }
    for (const WaktuPart& part : waktu.parts) {
        if (auto wrong = wrong_amount(part)) {
            return wrong;
        }
    }
    return waktu.restated ? wrong_amount(*waktu.restated) : std::nullopt;
}

} // namespace tertib
