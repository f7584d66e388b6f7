// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dice.hpp"
#include "power_loss_vfs.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace tertib {

/// A disk that follows a recorded log, and what it may hold if the power fails now: all that was
/// synced, and of the rest what the dice say.
///
///     PowerLoss disk({});
///     for (const DiskOperation& operation : vfs.log()) {
///         disk.follow(operation);
///         const DiskImage image = disk.lose_power(dice);
///     }
///
/// Each 512-byte sector of an unsynced write is kept, lost, or torn: begun with the new bytes and
/// then left old or turned to noise. Sectors choose on their own, so later ones may survive earlier
/// ones. An unsynced truncation may have happened or not. Of the unsynced creations and removals of
/// a name any first part may be kept. Bytes that nobody ever wrote read as zeros.
///
/// It can't show disks that lie about syncs, that lose what was synced, or that damage bytes next
/// to those written.
class PowerLoss {
public:
    explicit PowerLoss(const DiskImage& start);

    void follow(const DiskOperation& operation);
    [[nodiscard]] DiskImage lose_power(Dice& dice) const;

private:
    struct File {
        std::string synced;
        std::vector<DiskOperation> pending;
    };
    /// For a name: the file synced under it, and the files it named since (none: removed).
    struct Link {
        std::vector<std::size_t> files;
    };

    std::map<std::size_t, File> files_;
    std::map<std::string, Link> links_;
};

} // namespace tertib
