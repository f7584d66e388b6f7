// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_image.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace tertib {

namespace {

using Kind = DiskOperation::Kind;

constexpr std::size_t sector = 512;
constexpr std::size_t no_file = std::numeric_limits<std::size_t>::max();

/// How one loss of power treats what wasn't synced, in percent of the sectors.
struct Harshness {
    std::uint64_t lost = 0;
    std::uint64_t torn = 0;
};

Harshness choose_harshness(Dice& dice) {
    constexpr Harshness choices[] = {{100, 0}, {0, 0}, {50, 5}, {10, 2}, {90, 2}, {2, 1}, {33, 33}};
    return choices[dice.below(std::size(choices))];
}

void put(std::string& bytes, std::size_t place, std::string_view written) {
    bytes.resize(std::max(bytes.size(), place + written.size()));
    std::ranges::copy(written, bytes.begin() + static_cast<std::ptrdiff_t>(place));
}

/// A first part new, the rest as it was or noise.
void tear(std::string& bytes, std::size_t place, std::string_view written, Dice& dice) {
    const std::size_t kept = dice.below(written.size() + 1);
    put(bytes, place, written.substr(0, kept));
    if (dice.one_in(2)) {
        std::string noise(written.size() - kept, '\0');
        for (char& byte : noise) {
            byte = static_cast<char>(dice.below(256));
        }
        put(bytes, place + kept, noise);
    }
}

void write_sectors(std::string& bytes, const DiskOperation& write, Harshness harshness,
                   Dice& dice) {
    const std::string_view all = write.bytes;
    std::size_t done = 0;
    while (done < all.size()) {
        const std::size_t place = write.place + done;
        const std::size_t size = std::min(all.size() - done, sector - place % sector);
        const std::uint64_t rolled = dice.below(100);
        if (rolled >= harshness.lost + harshness.torn) {
            put(bytes, place, all.substr(done, size));
        } else if (rolled >= harshness.lost) {
            tear(bytes, place, all.substr(done, size), dice);
        }
        done += size;
    }
}

void do_wholly(std::string& bytes, const DiskOperation& operation) {
    if (operation.kind == Kind::write) {
        put(bytes, operation.place, operation.bytes);
    } else {
        bytes.resize(operation.place);
    }
}

} // namespace

PowerLoss::PowerLoss(const DiskImage& start) {
    std::size_t number = 0; // as PowerLossVfs::load counts
    for (const auto& [name, bytes] : start) {
        files_[number].synced = bytes;
        links_[name].files = {number++};
    }
}

void PowerLoss::follow(const DiskOperation& operation) {
    switch (operation.kind) {
    case Kind::create:
    case Kind::remove: {
        Link& link = links_.try_emplace(operation.name, Link{{no_file}}).first->second;
        link.files.push_back(operation.kind == Kind::create ? operation.file : no_file);
        return;
    }
    case Kind::write:
    case Kind::truncate: files_[operation.file].pending.push_back(operation); return;
    case Kind::sync: {
        File& file = files_[operation.file];
        for (const DiskOperation& done : file.pending) {
            do_wholly(file.synced, done);
        }
        file.pending.clear();
        return;
    }
    case Kind::sync_folder:
        for (auto& [name, link] : links_) {
            link.files = {link.files.back()};
        }
        return;
    }
}

DiskImage PowerLoss::lose_power(Dice& dice) const {
    DiskImage image;
    const Harshness harshness = choose_harshness(dice);
    for (const auto& [name, link] : links_) {
        const std::size_t number = link.files[dice.below(link.files.size())];
        if (number == no_file) {
            continue;
        }
        std::string& bytes = image[name];
        const auto found = files_.find(number);
        if (found == files_.end()) {
            continue; // made, and nothing written yet
        }
        bytes = found->second.synced;
        for (const DiskOperation& operation : found->second.pending) {
            if (operation.kind == Kind::write) {
                write_sectors(bytes, operation, harshness, dice);
            } else if (dice.below(100) >= harshness.lost) {
                bytes.resize(operation.place);
            }
        }
    }
    return image;
}

} // namespace tertib
