// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_image.hpp"

#include "catch.hpp"

#include <set>

using namespace tertib;
using Kind = DiskOperation::Kind;

namespace {

const std::string old_bytes(1024, 'o');
const std::string new_bytes(1024, 'n');

/// All that a disk may hold, in so many tries.
std::set<DiskImage> outcomes(const PowerLoss& disk) {
    std::set<DiskImage> found;
    Dice dice(7);
    for (int i = 0; i < 400; ++i) {
        found.insert(disk.lose_power(dice));
    }
    return found;
}

} // namespace

TEST_CASE("what was synced is all there, whatever the dice say") {
    PowerLoss disk({});
    disk.follow({.kind = Kind::create, .file = 0, .name = "/a"});
    disk.follow({.kind = Kind::write, .file = 0, .place = 0, .bytes = old_bytes});
    disk.follow({.kind = Kind::truncate, .file = 0, .place = 700});
    disk.follow({.kind = Kind::sync, .file = 0});
    disk.follow({.kind = Kind::sync_folder});
    CHECK(outcomes(disk) == std::set<DiskImage>{{{"/a", old_bytes.substr(0, 700)}}});
}

TEST_CASE("sectors that weren't synced are kept, lost or torn, each on its own") {
    PowerLoss disk(DiskImage{{"/a", old_bytes}});
    disk.follow({.kind = Kind::write, .file = 0, .place = 0, .bytes = new_bytes});
    const std::set<DiskImage> found = outcomes(disk);
    const std::string o = old_bytes.substr(512);
    const std::string n = new_bytes.substr(512);
    for (const std::string& bytes : {o + o, o + n, n + o, n + n}) {
        CHECK(found.contains({{"/a", bytes}}));
    }
    CHECK(found.size() > 4);
    for (const DiskImage& image : found) {
        CHECK(image.at("/a").size() == 1024);
    }
}

TEST_CASE("a loss of power damages no byte outside of what was written") {
    PowerLoss disk(DiskImage{{"/a", old_bytes}});
    disk.follow({.kind = Kind::write, .file = 0, .place = 500, .bytes = new_bytes.substr(0, 100)});
    for (const DiskImage& image : outcomes(disk)) {
        CHECK(image.at("/a").substr(0, 500) == old_bytes.substr(0, 500));
        CHECK(image.at("/a").substr(600) == old_bytes.substr(600));
    }
}

TEST_CASE("a truncation that wasn't synced may have happened or not") {
    PowerLoss disk(DiskImage{{"/a", old_bytes}});
    disk.follow({.kind = Kind::truncate, .file = 0, .place = 10});
    CHECK(outcomes(disk) ==
          std::set<DiskImage>{{{"/a", old_bytes}}, {{"/a", old_bytes.substr(0, 10)}}});
}

TEST_CASE("names that weren't synced may be lost, and removed ones be back") {
    PowerLoss disk(DiskImage{{"/a", old_bytes}});
    disk.follow({.kind = Kind::remove, .file = 0, .name = "/a"});
    disk.follow({.kind = Kind::create, .file = 1, .name = "/b"});
    disk.follow({.kind = Kind::sync, .file = 1});
    CHECK(outcomes(disk).size() == 4);
    disk.follow({.kind = Kind::sync_folder});
    CHECK(outcomes(disk) == std::set<DiskImage>{{{"/b", ""}}});
}
