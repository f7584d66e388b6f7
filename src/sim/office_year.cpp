// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/office_year.hpp"

#include "tertib/base/error.hpp"

#include <array>
#include <utility>

namespace tertib {
namespace {

/// Of 1,000 cases: late steps are what offices see most, an SOP that isn't in force yet never within
/// a year in which it is.
constexpr std::array<PlantedDeviation, 13> of_a_year{{
    {Deviation::step_unknown, 6},
    {Deviation::step_missing, 8},
    {Deviation::order, 7},
    {Deviation::repeat, 5},
    {Deviation::pelaksana, 14},
    {Deviation::late_step, 40},
    {Deviation::late_case, 6},
    {Deviation::overdue, 6},
    {Deviation::input_missing, 10},
    {Deviation::output_missing, 8},
    {Deviation::four_eyes, 4},
    {Deviation::out_of_hours, 9},
    {Deviation::incomplete, 12},
}};

} // namespace

GeneratorOptions office_year(const Sop& sop, const Calendar& calendar, const Roster& roster,
                             std::chrono::year year, GeneratorOptions base) {
    base.from = LocalDay{year / std::chrono::January / 1};
    base.until = LocalDay{year / std::chrono::December / 31};
    base.documents = DocumentsTold::all;
    base.plants.clear();
    base.cases = 4;
    (void)generate_log(sop, calendar, roster, base);
    std::vector<PlantedDeviation> shown;
    for (const PlantedDeviation& each : of_a_year) {
        base.plants = {{each.code, 2}};
        try {
            (void)generate_log(sop, calendar, roster, base);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::argument) {
                throw;
            }
            continue; // no case of this SOP shows it
        }
        shown.push_back(each);
    }
    base.plants = std::move(shown);
    base.cases = 1'000;
    return base;
}

} // namespace tertib
