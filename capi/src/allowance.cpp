// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar.hpp"
#include "findings.hpp"
#include "guard.hpp"
#include "waktu.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/due.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

using namespace tertib::capi;

struct tertib_allowance {
    std::vector<tertib::Allowance> alternatives; ///< the later counts; none: no deadline
    tertib::WaktuForm form = tertib::WaktuForm::none;
    tertib_findings findings;
};

namespace {

using tertib::Error;
using tertib::ErrorCode;

tertib_allowance allowance_of(const char* waktu, const tertib_deadline_options& own) {
    tertib::WaktuRequest request = request_of(waktu, own, tertib::Zone());
    if (!request.options.stops.empty()) {
        throw Error(ErrorCode::argument,
                    "clock stops belong to one case: an allowance for many takes none");
    }
    tertib::AllowanceReading reading = tertib::allowance(
        request.waktu, {.items = request.options.items, .bound = request.options.bound});
    std::vector<tertib::Finding> findings = std::move(request.findings);
    findings.insert(findings.end(), reading.findings.begin(), reading.findings.end());
    return {.alternatives = std::move(reading.alternatives),
            .form = request.waktu.form,
            .findings = findings_of(findings)};
}

std::int64_t due_of(const tertib::Allowance& allowance, const tertib::Calendar& calendar,
                    std::int64_t start) noexcept {
    const auto due = tertib::due(calendar.table(), calendar.zone(),
                                 tertib::Instant(std::chrono::microseconds(start)), allowance);
    return due ? due->time_since_epoch().count() : TERTIB_NO_TIME;
}

/// The later of two deadlines; none if one of them is none.
constexpr std::int64_t later(std::int64_t a, std::int64_t b) noexcept {
    return a == TERTIB_NO_TIME || b == TERTIB_NO_TIME ? TERTIB_NO_TIME : std::max(a, b);
}

/// A piece of the column after another, so that the starts may lie where the deadlines go.
void due_of_alternatives(const tertib_allowance& allowance, const tertib::Calendar& calendar,
                         std::span<const std::int64_t> starts, std::span<std::int64_t> out) {
    constexpr std::size_t piece = 1024;
    std::array<std::int64_t, piece> kept{};
    std::array<std::int64_t, piece> other{};
    for (std::size_t at = 0; at < starts.size(); at += piece) {
        const std::size_t size = std::min(piece, starts.size() - at);
        const std::span<std::int64_t> begun(kept.data(), size);
        const std::span<std::int64_t> due(other.data(), size);
        const std::span<std::int64_t> latest = out.subspan(at, size);
        std::ranges::copy(starts.subspan(at, size), begun.begin());
        tertib::due_column(calendar.table(), calendar.zone(), begun,
                           allowance.alternatives.front(), latest);
        for (std::size_t i = 1; i < allowance.alternatives.size(); ++i) {
            tertib::due_column(calendar.table(), calendar.zone(), begun,
                               allowance.alternatives[i], due);
            std::ranges::transform(latest, due, latest.begin(), later);
        }
    }
}

} // namespace

tertib_status tertib_allowance_from_text(const char* waktu, const tertib_deadline_options* options,
                                         tertib_allowance** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out = new tertib_allowance(allowance_of(waktu, deadline_options(options)));
    });
}

void tertib_allowance_free(tertib_allowance* allowance) {
    delete allowance;
}

int32_t tertib_allowance_form(const tertib_allowance* allowance) {
    if (allowance == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (allowance->form) {
    case tertib::WaktuForm::exact: return TERTIB_WAKTU_EXACT;
    case tertib::WaktuForm::range: return TERTIB_WAKTU_RANGE;
    case tertib::WaktuForm::sum: return TERTIB_WAKTU_SUM;
    case tertib::WaktuForm::alternatives: return TERTIB_WAKTU_ALTERNATIVES;
    case tertib::WaktuForm::elapsed: return TERTIB_WAKTU_ELAPSED;
    case tertib::WaktuForm::per_item: return TERTIB_WAKTU_PER_ITEM;
    case tertib::WaktuForm::open: return TERTIB_WAKTU_OPEN;
    case tertib::WaktuForm::none: return TERTIB_WAKTU_NONE;
    }
    return TERTIB_E_ARGUMENT;
}

const tertib_findings* tertib_allowance_findings(const tertib_allowance* allowance) {
    return allowance != nullptr ? &allowance->findings : nullptr;
}

int64_t tertib_allowance_due(const tertib_allowance* allowance, const tertib_calendar* calendar,
                             int64_t start) {
    if (allowance == nullptr || calendar == nullptr || !is_near(start) ||
        allowance->alternatives.empty()) {
        return TERTIB_NO_TIME;
    }
    const std::vector<tertib::Allowance>& all = allowance->alternatives;
    std::int64_t latest = due_of(all[0], calendar->calendar, start);
    for (std::size_t i = 1; i < all.size(); ++i) {
        latest = later(latest, due_of(all[i], calendar->calendar, start));
    }
    return latest;
}

tertib_status tertib_allowance_due_column(const tertib_allowance* allowance,
                                          const tertib_calendar* calendar, const int64_t* starts,
                                          size_t n, int64_t* out, tertib_error** error) {
    return guarded(error, [&] {
        require(allowance, "allowance");
        require(calendar, "calendar");
        if (n == 0) {
            return;
        }
        require(starts, "starts");
        require(out, "out");
        const std::span<std::int64_t> filled(out, n);
        if (allowance->alternatives.empty()) {
            std::ranges::fill(filled, TERTIB_NO_TIME);
            return;
        }
        due_of_alternatives(*allowance, calendar->calendar, {starts, n}, filled);
    });
}
