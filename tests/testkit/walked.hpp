// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/office.hpp"
#include "tertib/testkit/case_driver.hpp"
#include "tertib/testkit/test_store.hpp"

#include <string>
#include <string_view>
#include <utility>

/// The parts of an Sop with one pelaksana, Kadis, for each of its steps.
inline tertib::SopParts one_post_parts(std::size_t steps, std::string_view flows) {
    tertib::SopParts parts = tiny_parts(steps, flows);
    parts.pelaksana = {"Kadis", "Sekretaris", "Staf"};
    for (tertib::Step& step : parts.steps) {
        step.marks = {{tertib::PelaksanaIndex{0}, tertib::Symbol::process}};
    }
    return parts;
}

/// letter_parts with pelaksana, ready to run.
inline tertib::Sop letter_sop() {
    return Office(letter_parts()).sop();
}

/// A driver with a store and a clock of its own.
///
///     Walked walked(letter_sop());
///     walked.driver.walk("K-1", {"1", "2=Setuju", "3", "4"});
struct Walked {
    explicit Walked(const tertib::Sop& sop, tertib::DriverOptions options = {},
                    tertib::StoreOptions store_options = {})
        : store(tertib::test_store(std::move(store_options))),
          driver(store, clock, sop, std::move(options)) {}

    tertib::TestClock clock{*tertib::builtin_calendar("id5"), "2025-05-05T09:00"};
    tertib::Store store;
    tertib::CaseDriver driver;
};
