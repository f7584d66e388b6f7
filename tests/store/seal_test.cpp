// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/seal.hpp"

#include "page_block.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/office_apply.hpp"
#include "tertib/run/office_event_bytes.hpp"

using namespace tertib;

namespace {

Sha256 hash_from(const std::string& bytes) {
    Sha256 hash{};
    REQUIRE(bytes.size() == hash.size());
    std::ranges::copy(bytes, reinterpret_cast<char*>(hash.data()));
    return hash;
}

Instant moment(std::string_view text) {
    return read_stamp(text, wib())->earliest;
}

ErrorCode error_of_json(const std::string& json) {
    try {
        (void)seal_from_json(json);
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("no error was thrown for " + json);
    return ErrorCode::internal;
}

/// The text of the first breach, "" if there is none.
std::string first_breach(const Verification& found) {
    return found.breaches.empty() ? "" : found.breaches.front().detail;
}

} // namespace

TEST_CASE("the seals of docs/journal.md are what the library makes") {
    Seal seal{.number = 1,
              .recorded = moment("2025-05-04T16:00"),
              .cases = 1,
              .events = 1,
              .heads = 1,
              .previous = no_hash};
    std::vector<SealHead> heads{{1, "K-1", 1, hash_from(page_block("previous"))}};
    const Sha256 first = sha256(seal_bytes(seal, heads));
    seal.number = 2;
    seal.recorded = moment("2025-05-05T16:00");
    seal.events = 2;
    seal.previous = first;
    heads = {{2, "K-1", 2, hash_from(page_block("hash"))}};
    CHECK(seal_bytes(seal, heads) == page_block("seal"));
    CHECK(sha256(page_block("seal")) == hash_from(page_block("digest")));
}

TEST_CASE("a seal that was kept as JSON is read back, and nothing else is") {
    const Seal first{.number = 1,
                     .recorded = moment("2025-05-04T16:00:00.000001"),
                     .cases = 3,
                     .events = 17,
                     .heads = 3,
                     .previous = no_hash,
                     .digest = sha256("a")};
    Seal second = first;
    second.previous = sha256("b");
    const std::string json = to_json(first, wib());
    CHECK(
        json ==
        R"({"schema": "tertib.seal/1", "number": 1, "recorded": "2025-05-04T16:00:00.000001+07:00", )"
        R"("cases": 3, "events": 17, "heads": 3, "previous": null, "digest": ")" +
            hex(first.digest) + "\"}\n");
    CHECK(seal_from_json(json) == first);
    CHECK(seal_from_json(to_json(second, wit())) == second);
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string other = json;
        return other.replace(other.find(from), from.size(), to);
    };
    CHECK(error_of_json(changed("seal/1", "seal/2")) == ErrorCode::unsupported);
    CHECK(error_of_json(changed("seal/1", "sael/1")) == ErrorCode::format);
    CHECK(error_of_json(changed("\"cases\": 3", "\"cases\": -3")) == ErrorCode::format);
    CHECK(error_of_json(changed("\"cases\"", "\"kasus\"")) == ErrorCode::format);
    CHECK(error_of_json(changed("\"number\": 1", "\"number\": 0")) == ErrorCode::format);
    CHECK(error_of_json(changed("T16:00:00.000001+07:00", "")) == ErrorCode::format);
    CHECK(error_of_json(changed("null", "\"00\"")) == ErrorCode::format);
    CHECK(error_of_json("") == ErrorCode::format);
}

TEST_CASE("a seal covers what came since the one before, and is linked to it") {
    const ScratchFolder folder;
    const std::string kind = GENERATE(as<std::string>{}, "memory", "sqlite");
    INFO(kind);
    Counter counter(kind == "memory" ? open_memory() : open_sqlite(folder.path("kasus.tertib")));
    counter.start("K-2");
    counter.start("K-1");
    const Seal first = counter.store.seal(moment("2025-05-05T16:00"));
    CHECK(first.number == 1);
    CHECK(first.recorded == moment("2025-05-05T16:00"));
    CHECK(first.cases == 2);
    CHECK(first.events == 2);
    CHECK(first.heads == 2);
    CHECK(first.previous == no_hash);
    const std::vector<SealHead> heads{
        {1, "K-1", 1, counter.store.events("K-1", 1, 1)[0].sealed.hash},
        {1, "K-2", 1, counter.store.events("K-2", 1, 1)[0].sealed.hash}};
    CHECK(first.digest == sha256(seal_bytes(first, heads)));

    (void)counter.done("K-1", "1");
    counter.start("K-3");
    (void)counter.code("K-3", ClaimTask{"1"});
    const Seal second = counter.store.seal(moment("2025-05-06T16:00"));
    CHECK(second.number == 2);
    CHECK(second.cases == 3);
    CHECK(second.events == 5);
    CHECK(second.heads == 2);
    CHECK(second.previous == first.digest);

    const Seal nothing = counter.store.seal(moment("2025-05-06T16:00"));
    CHECK(nothing.heads == 0);
    CHECK(nothing.events == 5);
    CHECK(nothing.digest != second.digest);
    CHECK_THROWS_AS(counter.store.seal(moment("2025-05-06T15:59")), Error);
    CHECK(counter.store.seals(0, 10) == std::vector<Seal>{first, second, nothing});
    CHECK(counter.store.seals(1, 1) == std::vector<Seal>{second});

    const Verification found = counter.store.verify({}, std::vector{first, second, nothing});
    CHECK(found.holds());
    CHECK(found.seals == 3);
}

TEST_CASE("a seal of another store, a later one and one that was changed are told apart") {
    Counter counter(open_memory());
    counter.start("K-1");
    const Seal right = counter.store.seal(moment("2025-05-05T16:00"));
    Counter other(open_memory());
    other.start("K-9");
    const Seal foreign = other.store.seal(moment("2025-05-05T16:00"));
    CHECK(first_breach(counter.store.verify({}, {&foreign, 1})) ==
          "seal 1 isn't the one that was kept elsewhere: what it covers was changed together with "
          "it");
    Seal later = right;
    later.number = 2;
    CHECK(first_breach(counter.store.verify({}, {&later, 1})) ==
          "seal 2, which was kept elsewhere, is missing");
    Seal edited = right;
    edited.recorded += std::chrono::hours{1};
    CHECK(first_breach(counter.store.verify({}, {&edited, 1})) ==
          "seal 1 is here, but the copy that was kept elsewhere says something else");
    CHECK(counter.store.verify({}, {&right, 1}).holds());
}

TEST_CASE("erasing a name doesn't break a seal") {
    Counter counter(open_memory());
    counter.start("K-1");
    (void)counter.code("K-1", Annotate{.task = {}, .note = "catatan"});
    const Seal seal = counter.store.seal(counter.office.now);
    counter.office.dasar = "UU 27/2022";
    REQUIRE(counter.code("K-1", EraseBody{2}).empty());
    const Verification found = counter.store.verify({}, {&seal, 1});
    CHECK(found.holds());
    CHECK(found.erased == 1);
}

TEST_CASE(
    "a seal that was made anew to claim more than there is, and one that is gone, are found") {
    auto memory = open_memory();
    Database* database = memory.get();
    Counter counter(std::move(memory));
    counter.start("K-1");
    const Seal right = counter.store.seal(counter.office.now);
    const auto told_of = [&](Seal seal) {
        const auto transaction = database->begin(Access::write);
        seal.digest = sha256(seal_bytes(seal, transaction->seal_heads(1, "", 10)));
        transaction->add_seal(seal);
        transaction->commit();
        return first_breach(counter.store.verify());
    };
    Seal more = right;
    ++more.events;
    CHECK(told_of(more) == "seal 1 says that it covers more or less than it does");
    more = right;
    ++more.cases;
    CHECK(told_of(more) == "seal 1 says that it covers more or less than it does");
    CHECK(told_of(right).empty());
    const auto transaction = database->begin(Access::write);
    transaction->add_seal_head({.seal = 2, .case_id = "K-1", .number = 2, .hash = right.digest});
    transaction->commit();
    const Verification found = counter.store.verify();
    REQUIRE(found.breaches.size() == 2);
    CHECK(found.breaches[0].number == 2); // an event that isn't there
    CHECK(found.breaches[1].detail == "there are heads of cases that belong to no seal");
}

namespace {

const LocalDay monday = *read_day("2025-05-05");

/// Whether a seal's breach is told of this event of the office.
bool tells_of_office(const Verification& found, std::uint64_t number) {
    return std::ranges::any_of(found.breaches, [number](const JournalBreach& each) {
        return each.fault == JournalFault::seal && each.case_id == office_id &&
               each.number == number;
    });
}

} // namespace

TEST_CASE("the office's decisions are sealed as a case's events are") {
    auto memory = open_memory();
    Database* database = memory.get();
    Counter counter(std::move(memory));
    counter.start("K-1");
    // Recorded as two events: the version becomes known, and is in force.
    REQUIRE(counter.decided(EnforceSop{.sop = counter.sop, .from = monday, .until = {}}).empty());
    const Seal sealed = counter.store.seal(counter.office.now);
    CHECK(sealed.cases == 2);
    CHECK(sealed.events == 3);
    CHECK(sealed.heads == 2);
    CHECK(counter.store.verify({}, {&sealed, 1}).holds());

    // The last decision is made anew, so that hashes and tables fit.
    std::vector<StoredEvent> chain = counter.store.events(office_id, 1, 10);
    REQUIRE(chain.size() == 2);
    StoredOffice office;
    office.state = apply({}, unseal_office(chain[0].sealed.data, chain[0].sealed.body));
    OfficeEvent other = unseal_office(chain[1].sealed.data, chain[1].sealed.body);
    other.from = monday + std::chrono::days{1};
    chain[1].sealed = seal(chain[0].sealed.hash, other, Salt{});
    office.state = apply(std::move(office.state), other);
    office.head = chain[1].sealed.hash;
    const auto transaction = database->begin(Access::write);
    transaction->add_event(chain[1]);
    transaction->write_office({.after = &office, .holdings = {}, .versions = {}});
    transaction->commit();
    const Verification found = counter.store.verify();
    CHECK(found.breaches.size() == 1);
    CHECK(tells_of_office(found, 2));
}

TEST_CASE("sealed decisions that were cut off are missed, one or all") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    const std::uint64_t first_gone = GENERATE(std::uint64_t{1}, std::uint64_t{2});
    {
        Counter counter(open_sqlite(path));
        counter.start("K-1");
        const EnforceSop enforce{.sop = counter.sop, .from = monday, .until = {}};
        REQUIRE(counter.decided(enforce).empty());
        (void)counter.store.seal(counter.office.now);
        REQUIRE(counter.store.verify().holds());
    }
    const std::string gone = "case_id = '@office' AND number >= " + std::to_string(first_gone);
    tamper(path, "DELETE FROM bodies WHERE " + gone + "; DELETE FROM events WHERE " + gone +
                     "; DELETE FROM versions; DELETE FROM office");
    Store store(open_sqlite(path));
    CHECK(tells_of_office(store.verify(), first_gone));
}
