// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fault_scenarios.hpp"
#include "fault_vfs.hpp"
#include "oracle.hpp"
#include "subject.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace tertib {

/// Promises 3 and 4: whichever I/O call of a scenario fails, once or from then on, it is reported
/// and harms nothing; and where the fate of an append is unknown, asking again settles it.
///
/// After each run three things are looked at:
///  - the handle: with the disk well again it works or keeps saying that it doesn't, and never says
///    what isn't so;
///  - the files as a process that died at that moment would leave them;
///  - the file after the handle was closed.
/// Opened without the shim both are sound, what was acknowledged is there, what was refused isn't,
/// and after asking again for the rest each event is there exactly once.
///
/// It can't show what a kernel does that fails a sync and forgets the pages, nor other processes.
struct FaultReport {
    std::size_t runs = 0;
    std::size_t failures_noticed = 0; ///< runs in which the subject reported something
    std::size_t fates_unknown = 0;
    std::size_t handles_working = 0; ///< took everything again on the same handle
    std::set<IoCall> failed;         ///< the kinds that failed in some run
    std::vector<std::string> wrong;  ///< with scenario and call, to be run alone
    std::size_t calls = 0;           ///< of the undisturbed scenario
};

struct FaultRunOptions {
    /// 1: every call; 10: every tenth, the first one chosen by the seed.
    std::size_t stride = 1;
    std::uint64_t seed = 0;
    /// Stops the scenario after so many contradictions.
    std::size_t most_wrong = 5;
};

[[nodiscard]] FaultReport run_faults(const OpenSubject& open, const Scenario& scenario,
                                     const FaultRunOptions& options);

} // namespace tertib
