// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_report.hpp"

namespace tertib {

std::string_view name(ShowPeople show) noexcept {
    switch (show) {
    case ShowPeople::roles: return "roles";
    case ShowPeople::pseudonyms: return "pseudonyms";
    case ShowPeople::names: return "names";
    }
    return "";
}

std::string_view name(PeriodBy by) noexcept {
    switch (by) {
    case PeriodBy::none: return "none";
    case PeriodBy::month: return "month";
    case PeriodBy::quarter: return "quarter";
    case PeriodBy::semester: return "semester";
    case PeriodBy::unit_kerja: return "unit_kerja";
    }
    return "";
}

std::string_view name(CountBy by) noexcept {
    return by == CountBy::end ? "end" : "start";
}

std::string_view name(CheckState state) noexcept {
    switch (state) {
    case CheckState::judged: return "judged";
    case CheckState::undecidable: return "undecidable";
    case CheckState::off: return "off";
    }
    return "";
}

std::string_view name(CaseEnd end) noexcept {
    switch (end) {
    case CaseEnd::open: return "open";
    case CaseEnd::unknown: return "unknown";
    case CaseEnd::ended: return "ended";
    }
    return "";
}

std::string_view name(MeasuredFrom from) noexcept {
    return from == MeasuredFrom::ready ? "ready" : "started";
}

std::string_view name(CalendarKnown known) noexcept {
    switch (known) {
    case CalendarKnown::promised: return "promised";
    case CalendarKnown::completed: return "completed";
    case CalendarKnown::now: return "now";
    }
    return "";
}

std::string_view name(VersionAt at) noexcept {
    return at == VersionAt::case_begin ? "case" : "event";
}

std::optional<ShowPeople> show_people_from_name(std::string_view text) noexcept {
    for (const ShowPeople show : {ShowPeople::roles, ShowPeople::pseudonyms, ShowPeople::names}) {
        if (text == name(show)) {
            return show;
        }
    }
    return std::nullopt;
}

std::optional<PeriodBy> period_by_from_name(std::string_view text) noexcept {
    for (const PeriodBy by : {PeriodBy::none, PeriodBy::month, PeriodBy::quarter,
                              PeriodBy::semester, PeriodBy::unit_kerja}) {
        if (text == name(by)) {
            return by;
        }
    }
    return std::nullopt;
}

} // namespace tertib
