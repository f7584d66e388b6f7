// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_decide.hpp"

#include "catch.hpp"
#include "run/office_chain.hpp"

using namespace tertib;

namespace {

Delegate with(Delegate delegate, auto change) {
    change(delegate);
    return delegate;
}

EnforceSop enforce(std::string sop, std::string_view from) {
    return {.sop = std::move(sop), .from = day(from), .until = {}};
}

ReplaceSop replace(std::string old_sop, std::string sop, std::string_view from) {
    return {.old_sop = std::move(old_sop), .sop = std::move(sop), .from = day(from), .until = {}};
}

} // namespace

TEST_CASE("an acting officer is recorded with the letter, the names apart from the rest") {
    OfficeChain office;
    office.reason = "dinas luar";
    office.dasar = "Perka BKN";
    const OfficeEvent event = office.act(plh("Budi"));
    CHECK(event.number == 1);
    CHECK(event.kind == OfficeEventKind::delegated);
    CHECK(event.as == "Sekretariat");
    CHECK(event.standing == Standing::unverified);
    CHECK(event.dasar == "Perka BKN");
    CHECK(event.pelaksana == "Kadis");
    CHECK(event.post == PostKind::plh);
    CHECK(event.letter == "800/1");
    CHECK(event.from == day("2025-05-05"));
    CHECK(event.until == day("2025-05-09"));
    CHECK_FALSE(event.late);
    CHECK(event.body == EventBody{.person = "Ani", .recipient = "Budi", .reason = "dinas luar"});
}

TEST_CASE("a letter recorded after its first day holds from that day, and is marked as late") {
    OfficeChain office;
    office.set("2025-05-07T09:00");
    CHECK(office.act(plh("Budi")).late);
    CHECK(roster_of(office.state).find("Budi", "Kadis", day("2025-05-05")) != nullptr);
    CHECK(office.state.holdings[0].late);
    CHECK_FALSE(office.act(plh("Citra", "2025-05-07")).late);
    // Ended yesterday as its last day: from today on. Ended the day before: late.
    CHECK_FALSE(
        office.act(EndDelegation{.holding = 1, .until = day("2025-05-06"), .surat = {}}).late);
    CHECK(office.act(EndDelegation{.holding = 1, .until = day("2025-05-05"), .surat = {}}).late);
}

TEST_CASE("the office's clock tells the day") {
    OfficeChain office;
    office.set("2025-05-06T00:30"); // in Jakarta: still the day before in London
    CHECK(office.act(plh("Budi")).late);
    const OfficeJudgement utc =
        decide({.zone = Zone(std::chrono::minutes{0})}, {}, office.command(plh("Budi")));
    REQUIRE(utc.event);
    CHECK_FALSE(utc.event->late);
}

TEST_CASE("who holds a post, which post and by which letter must be said") {
    const OfficeChain office;
    CHECK(office.refusal(plh(" ")) == "HOLDER-NEEDED");
    CHECK(office.refusal(with(plh("Budi"), [](Delegate& d) { d.pelaksana = ""; })) ==
          "HOLDER-NEEDED");
    const Delegate without = with(plh("Budi"), [](Delegate& d) { d.surat = " "; });
    CHECK(office.refusal(without) == "SURAT-NEEDED");
    CHECK(
        office.refusal(with(without, [](Delegate& d) { d.kind = PostKind::definitive; })).empty());
    CHECK(office.refusal(plh("Budi", "2025-05-05", "2025-05-04")) == "DAYS-REVERSED");
    CHECK(office.refusal(plh("Budi", "2025-05-05", "2025-05-05")).empty());
    CHECK(office.refusal(plh("Budi", "1969-12-31")) == "NOW-OUTSIDE");
    CHECK(office.refusal(plh("Budi", "2025-05-05", "2201-01-01")) == "NOW-OUTSIDE");
}

TEST_CASE("one person holds one post once at a time, several people may hold it") {
    OfficeChain office;
    office.act(plh("Budi"));
    CHECK(office.refusal(plh("BUDI", "2025-05-09", "2025-06-09")) == "HOLDING-OVERLAPS");
    CHECK(office.refusal(with(plh("Budi", "2025-05-01"), [](Delegate& d) {
        d.until.reset();
        d.pelaksana = "kadis";
    })) == "HOLDING-OVERLAPS");
    CHECK(office.refusal(plh("Budi", "2025-05-10", "2025-05-12")).empty());
    CHECK(office.refusal(plh("Citra")).empty());
    CHECK(office.refusal(with(plh("Budi"), [](Delegate& d) { d.pelaksana = "Staf"; })).empty());
}

TEST_CASE("a holding ends earlier than was said, never later, and only if it is one") {
    OfficeChain office;
    office.act(plh("Budi", "2025-05-05", "2025-05-09"));
    office.know({"a"});
    const auto end = [&](std::uint64_t holding, std::string_view until) {
        return office.refusal(EndDelegation{.holding = holding, .until = day(until), .surat = {}});
    };
    CHECK(end(2, "2025-05-06") == "HOLDING-UNKNOWN");
    CHECK(end(0, "2025-05-06") == "HOLDING-UNKNOWN");
    CHECK(end(1, "2025-05-09") == "HOLDING-ENDS-LATER");
    CHECK(end(1, "2025-05-03") == "HOLDING-ENDS-BEFORE");
    CHECK(end(1, "2201-01-01") == "NOW-OUTSIDE");
    CHECK(end(1, "2025-05-04").empty());
    CHECK(end(1, "2025-05-08").empty());
    office.act(with(plh("Citra"), [](Delegate& d) { d.until.reset(); }));
    CHECK(end(3, "2030-01-01").empty());
}

TEST_CASE("who records it must say who they are, and hold the post if the roster knows it") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.by = {.person = "", .as = "Sekretariat"};
    CHECK(office.refusal(plh("Citra")) == "ACTOR-NEEDED");
    office.by = {.person = "Dewi", .as = "Kadis"};
    CHECK(office.refusal(plh("Citra")) == "ACTOR-NOT-HOLDER");
    office.by.person = "Budi";
    const OfficeJudgement by_plh = office.ask(plh("Citra"));
    REQUIRE(by_plh.event);
    CHECK(by_plh.event->standing == Standing::plh);
    CHECK(by_plh.event->surat == "800/1");
    office.set("2025-05-12T09:00");
    CHECK(office.refusal(plh("Citra")) == "ACTOR-POST-ENDED");
}

TEST_CASE("times that can't be are refused as for cases") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.set("2025-05-05T08:59");
    CHECK(office.refusal(plh("Citra")) == "NOW-BACKWARDS");
    office.set("2025-05-06T09:00");
    office.at = office.now + std::chrono::hours{1};
    CHECK(office.refusal(plh("Citra")) == "AT-AFTER-NOW");
    office.at = office.now - std::chrono::hours{24};
    CHECK(office.refusal(plh("Citra")) == "AT-NEEDS-REASON");
    office.reason = "surat baru diterima";
    CHECK(office.act(plh("Citra")).happened == *office.at);
    office.at.reset();
    office.now = Instant::max();
    CHECK(office.refusal(plh("Dewi")) == "NOW-OUTSIDE");
}

TEST_CASE("a version is registered once, and nothing is decided of one that isn't") {
    OfficeChain office;
    office.reason = "sebab";
    CHECK(office.refusal(enforce("a", "2025-05-05")) == "SOP-NOT-REGISTERED");
    CHECK(office.refusal(WithdrawSop{.sop = "a", .from = day("2025-05-05")}) ==
          "SOP-NOT-REGISTERED");
    office.know({"a"});
    CHECK(office.refusal(RegisterSop{.sop = "a", .nomor = {}, .nama = {}}) == "SOP-REGISTERED");
    CHECK(office.refusal(RegisterSop{}) == "SOP-NOT-REGISTERED");
    CHECK(office.refusal(replace("a", "b", "2025-05-05")) == "SOP-NOT-REGISTERED");
    CHECK(office.refusal(replace("b", "a", "2025-05-05")) == "SOP-NOT-REGISTERED");
}

TEST_CASE("one version of an SOP is in force at a time") {
    OfficeChain office;
    office.know({"a", "b"});
    office.act(enforce("a", "2025-05-05"));
    CHECK(office.refusal(enforce("a", "2025-06-01")) == "SOP-IN-FORCE-ALREADY");
    CHECK(office.refusal(enforce("b", "2025-06-01")) == "SOP-OVERLAPS");
    CHECK(office.refusal(
              EnforceSop{.sop = "b", .from = day("2025-01-01"), .until = day("2025-05-05")}) ==
          "SOP-OVERLAPS");
    CHECK(
        office
            .refusal(EnforceSop{.sop = "b", .from = day("2025-01-01"), .until = day("2025-05-04")})
            .empty());
    office.act(RegisterSop{.sop = "c", .nomor = "3", .nama = "Cuti"});
    CHECK(office.refusal(enforce("c", "2025-06-01")).empty());
}

TEST_CASE("a version that takes another's place ends it the day before") {
    OfficeChain office;
    office.know({"a", "b", "c"});
    office.act(enforce("a", "2025-05-05"));
    CHECK(office.refusal(replace("a", "a", "2025-06-01")) == "SOP-REPLACES-ITSELF");
    CHECK(office.refusal(replace("a", "b", "2025-05-05")) == "SOP-NOT-IN-FORCE");
    CHECK(office.refusal(replace("a", "b", "2025-05-06")).empty());
    const OfficeEvent event = office.act(replace("a", "b", "2025-06-01"));
    CHECK(event.old_sop_digest == "a");
    const std::vector<SopVersion>& versions = office.state.versions;
    CHECK(versions[0].status == SopStatus::digantikan);
    CHECK(versions[0].until == day("2025-05-31"));
    CHECK(versions[0].successor == "b");
    CHECK(versions[1].status == SopStatus::berlaku);
    CHECK(versions[1].from == day("2025-06-01"));
    CHECK(office.refusal(replace("a", "c", "2025-07-01")) == "SOP-NOT-IN-FORCE");
    CHECK(office.refusal(replace("b", "c", "2025-07-01")).empty());
    // It would still overlap what took its place.
    CHECK(office.refusal(replace("a", "c", "2025-05-20")) == "SOP-OVERLAPS");
}

TEST_CASE("a version that runs because nothing was decided can be replaced and withdrawn") {
    OfficeChain office;
    office.reason = "tidak dipakai lagi";
    office.know({"a", "b"});
    CHECK(office.refusal(WithdrawSop{.sop = "a", .from = day("2025-06-01")}).empty());
    office.act(replace("a", "b", "2025-06-01"));
    CHECK_FALSE(office.state.versions[0].from);
    CHECK_FALSE(why_not_in_force(office.state.versions, "a", day("1990-01-01")));
    CHECK(why_not_in_force(office.state.versions, "a", day("2025-06-01")));
}

TEST_CASE("a version that nobody put in force is in no other's way, but in its own") {
    OfficeChain office;
    office.know({"a", "b", "c"});
    office.act(replace("a", "b", "2025-06-01"));
    CHECK(
        office
            .refusal(EnforceSop{.sop = "c", .from = day("2020-01-01"), .until = day("2022-12-31")})
            .empty());
    CHECK(office.refusal(
              EnforceSop{.sop = "a", .from = day("2020-01-01"), .until = day("2022-12-31")}) ==
          "SOP-IN-FORCE-ALREADY");
}

TEST_CASE("a withdrawal needs a reason, and a day on which the version is in force") {
    OfficeChain office;
    office.know({"a"});
    office.act(enforce("a", "2025-05-05"));
    const auto withdraw = [](std::string_view from) {
        return WithdrawSop{.sop = "a", .from = day(from)};
    };
    CHECK(office.refusal(withdraw("2025-06-01")) == "REASON-NEEDED");
    office.reason = "dicabut";
    CHECK(office.refusal(withdraw("2025-05-04")) == "SOP-NOT-IN-FORCE");
    office.act(withdraw("2025-06-01"));
    CHECK(office.state.versions[0].status == SopStatus::dicabut);
    CHECK(office.state.versions[0].until == day("2025-05-31"));
    CHECK(office.refusal(withdraw("2025-06-01")) == "SOP-NOT-IN-FORCE");
    // What was withdrawn too late in the journal can still be withdrawn earlier.
    CHECK(office.refusal(withdraw("2025-05-20")).empty());
}

TEST_CASE("what was decided by mistake is taken back, and decided anew") {
    OfficeChain office;
    office.reason = "salah catat";
    office.know({"a", "b"});
    office.act(enforce("a", "2025-05-05"));
    office.act(WithdrawSop{.sop = "a", .from = day("2025-05-05")});
    CHECK(why_not_in_force(office.state.versions, "a", day("2025-05-05")));
    office.act(enforce("a", "2025-05-12"));
    CHECK_FALSE(why_not_in_force(office.state.versions, "a", day("2025-05-12")));
    office.act(replace("a", "b", "2025-06-01"));
    office.act(WithdrawSop{.sop = "b", .from = day("2025-06-01")});
    office.act(enforce("a", "2025-06-01"));
    CHECK_FALSE(why_not_in_force(office.state.versions, "a", day("2025-05-31")));
    CHECK_FALSE(why_not_in_force(office.state.versions, "a", day("2025-06-01")));
}

TEST_CASE("a name is erased when its holding is over, on a stated basis") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.dasar = "UU 27/2022";
    CHECK(office.refusal(EraseBody{1}) == "HOLDING-RUNS");
    CHECK(office.refusal(EraseBody{2}) == "EVENT-UNKNOWN");
    CHECK(office.refusal(EraseBody{0}) == "EVENT-UNKNOWN");
    office.set("2025-05-09T23:00");
    CHECK(office.refusal(EraseBody{1}) == "HOLDING-RUNS");
    office.set("2025-05-10T00:00");
    CHECK(office.refusal(EraseBody{1}).empty());
    office.dasar.clear();
    CHECK(office.refusal(EraseBody{1}) == "DASAR-NEEDED");
}
