// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subject.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// Promise 2 (and 4): what was acknowledged survives a loss of power, under Durability::full.
///
/// A recording is a random life of one file: appends, big ones, checkpoints, reopenings, killings in
/// the middle of a change after which everything unanswered is asked again. From its log many
/// images are made, each at a random point with random damage to what wasn't synced; each is opened
/// and compared with what had been answered by then. One recording in three begins with such a
/// damaged image, so that power is lost during and after recoveries too.
///
/// It can't show what the disk's own lies do (see PowerLoss), nor several processes at once.
struct PowerLossReport {
    std::size_t images = 0;
    std::size_t recordings = 0;
    std::size_t acknowledged = 0; ///< appends that had to be there, summed over the images
    std::size_t unknown = 0;      ///< … that might
    std::size_t bad_images = 0;
    std::vector<std::string> wrong; ///< with recording and image, which replay from the seed
};

struct PowerLossOptions {
    Durability durability = Durability::full;
    std::size_t images = 1000;
    std::size_t images_a_recording = 250;
    std::uint64_t seed = 0;
    std::size_t most_bad = 5; ///< stops after so many images
};

[[nodiscard]] PowerLossReport run_power_losses(const OpenSubject& open,
                                               const PowerLossOptions& options);

} // namespace tertib
