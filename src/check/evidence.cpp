// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/evidence.hpp"

#include <tuple>

namespace tertib {
namespace {

auto place_of(const Evidence& e) noexcept {
    return std::make_tuple(e.case_number, e.code, e.version, e.step, e.row, e.other_step,
                           e.other_row, e.item, e.verdict, e.missing, e.activity, e.person,
                           e.waiver, e.from.first, e.from.last, e.due, e.seen.first, e.seen.last,
                           e.late_work, e.late_days, e.sensitive);
}

} // namespace

bool comes_before(const Evidence& a, const Evidence& b) noexcept {
    return place_of(a) < place_of(b);
}

std::string_view name(CheckMissing missing) noexcept {
    switch (missing) {
    case CheckMissing::nothing: return "";
    case CheckMissing::start: return "start";
    case CheckMissing::stamp: return "stamp";
    case CheckMissing::precision: return "precision";
    case CheckMissing::person: return "person";
    case CheckMissing::pelaksana: return "pelaksana";
    case CheckMissing::post: return "post";
    case CheckMissing::letter: return "letter";
    case CheckMissing::column: return "column";
    case CheckMissing::cell: return "cell";
    case CheckMissing::version: return "version";
    case CheckMissing::pengesahan: return "pengesahan";
    case CheckMissing::outcome: return "outcome";
    case CheckMissing::end: return "end";
    case CheckMissing::now: return "now";
    case CheckMissing::items: return "items";
    case CheckMissing::flow: return "flow";
    case CheckMissing::budget: return "budget";
    case CheckMissing::reliable: return "reliable";
    case CheckMissing::reckoning: return "reckoning";
    }
    return "";
}

} // namespace tertib
