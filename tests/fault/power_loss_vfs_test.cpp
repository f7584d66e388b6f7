// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_vfs.hpp"

#include "bare_journal.hpp"
#include "catch.hpp"
#include "oracle.hpp"

#include <algorithm>

using namespace tertib;

namespace {

const std::vector<Entry> one = {{.case_id = "a", .key = "k1", .payload = "x"}};
const std::vector<Entry> two = {{.case_id = "a", .key = "k2", .payload = "y"}};

std::unique_ptr<Subject> open(const PowerLossVfs& vfs) {
    return bare_journal()({.path = "/j.db", .vfs = vfs.name()});
}

} // namespace

TEST_CASE(
    "files in memory hold a journal over closing and opening, and other images after loading") {
    PowerLossVfs vfs("tertib-power-test", 1);
    Oracle oracle;
    CHECK(oracle.append(*open(vfs), one).fate == Fate::acknowledged);
    CHECK(examine(*open(vfs), oracle).empty());
    const DiskImage image = vfs.files();
    CHECK(image.size() == 1);
    vfs.load({});
    CHECK(vfs.log().empty());
    CHECK(read_events(*open(vfs)).empty());
    vfs.load(image);
    CHECK(examine(*open(vfs), oracle).empty());
}

TEST_CASE("the log ends a commit with a sync, and a new WAL's first sync with the folder's") {
    PowerLossVfs vfs("tertib-power-test", 1);
    const auto journal = open(vfs);
    const auto kind_of = [&](std::size_t back) { return vfs.log()[vfs.log().size() - back].kind; };
    CHECK(std::ranges::count(vfs.log(), DiskOperation::Kind::sync_folder, &DiskOperation::kind) >
          0);
    REQUIRE(journal->append(one).fate == Fate::acknowledged);
    CHECK(kind_of(1) == DiskOperation::Kind::sync);
    CHECK(kind_of(2) == DiskOperation::Kind::write);
}

TEST_CASE("two connections of a file in memory keep each other's locks") {
    PowerLossVfs vfs("tertib-power-test", 1);
    const auto first = open(vfs);
    const auto second = open(vfs);
    REQUIRE(first->append(one).fate == Fate::acknowledged);
    Fate during = Fate::acknowledged;
    first->read("", [&](const JournalEvent&) {
        during = second->append(two).fate;
        CHECK_THROWS_AS(second->perform(Chore::truncate), SubjectError); // a reader is in the way
    });
    CHECK(during == Fate::acknowledged);
    CHECK(read_events(*first).size() == 2);
}

TEST_CASE("a killed connection changes nothing more, and leaves what it wrote to the next one") {
    PowerLossVfs vfs("tertib-power-test", 1);
    Oracle oracle;
    auto dying = open(vfs);
    REQUIRE(oracle.append(*dying, one).fate == Fate::acknowledged);
    vfs.kill();
    const std::size_t changes = vfs.log().size();
    CHECK(dying->append(two).fate != Fate::acknowledged);
    dying.reset();
    CHECK(vfs.log().size() == changes);
    CHECK(examine(*open(vfs), oracle).empty());
}

TEST_CASE("a connection is killed at the change it was told") {
    PowerLossVfs vfs("tertib-power-test", 1);
    const auto journal = open(vfs);
    const std::size_t changes = vfs.log().size();
    vfs.kill_after(2);
    CHECK(journal->append(one).fate != Fate::acknowledged);
    CHECK(vfs.log().size() == changes + 2);
}
