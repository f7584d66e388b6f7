// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/sim/truth.hpp"
#include "tertib/time/calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// So many cases that deviate in one way, each in this way only.
struct PlantedDeviation {
    Deviation code{};
    std::size_t cases = 1;

    friend bool operator==(const PlantedDeviation&, const PlantedDeviation&) = default;
};

/// Whether the log tells of kelengkapan and produk: a column for each, "ada" or "tidak ada".
enum class DocumentsTold : std::uint8_t { none, all };

struct GeneratorLimits {
    std::size_t rows_of_case = 10'000; ///< events of one case
    std::size_t attempts = 400;        ///< to find a case that is as it was asked for
    std::size_t documents = 64;        ///< columns of kelengkapan and produk
};

struct GeneratorOptions {
    LocalDay from{};  ///< cases begin and end from this day on
    LocalDay until{}; ///< the last day, included; the log ends with its office hours
    std::size_t cases = 1'000;
    std::uint64_t seed = 1;
    std::vector<PlantedDeviation> plants;
    std::vector<FourEyes> four_eyes; ///< kept to, unless FOUR-EYES is planted
    DocumentsTold documents = DocumentsTold::none;
    std::string case_prefix = "K-";
    unsigned sent_back_percent = 15; ///< how often a decision sends back, where it can
    unsigned left_out_percent = 30;  ///< in how many cases optional steps are left out
    GeneratorLimits limits;
};

/// A log, and all that is needed to check it and to see whether the check found the truth.
struct GeneratedLog {
    EventLog log;
    Truth truth;
    Roster roster; ///< as given, with people made up for posts of which it says nothing
    LogMap map;    ///< the roster and the columns of documents, for who reads the log as a file
};

/// Makes up the event log of an office that does by an SOP what it says: cases that follow its flow
/// and keep to its waktu in working time, each step done by someone who holds its post, with the
/// deviations asked for and no others.
///
///     GeneratorOptions options{.from = *read_day("2025-01-01"), .until = *read_day("2025-12-31")};
///     options.plants = {{Deviation::late_step, 20}};
///     GeneratedLog made = generate_log(sop, *builtin_calendar("id5"), {}, options);
///
/// An overlay is applied to the Sop before (model/overlay.hpp). Optional steps are left out in some
/// cases, all of one reason together. The calendar counts as it is known at the log's end. The same
/// arguments give the same log on every machine. People are numbers ("Pegawai 07"): none is real.
///
/// Throws Error(argument) for an SOP that isn't sound or not in force in that time, days upside
/// down, more plants than cases, a deviation that no case of the SOP can show, and where even no
/// case can keep to the SOP (a total that its steps can't keep, a post that nobody holds);
/// Error(limit). Pure; any thread.
[[nodiscard]] GeneratedLog generate_log(const Sop& sop, const Calendar& calendar,
                                        const Roster& roster, const GeneratorOptions& options);

} // namespace tertib
