// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/case_judge.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "test_log.hpp"

using namespace tertib;

namespace {

constexpr std::string_view two = "start>1 1>2 2>end";
constexpr std::string_view rows = "1 2025-05-05T08:00/2025-05-05T08:30 Ani; "
                                  "2 2025-05-05T08:40/2025-05-05T09:00 Budi";

LocalDay day(std::string_view text) {
    return *read_day(text);
}

/// An SOP of two steps, the first of Tim, the second of Kadis.
SopParts office() {
    SopParts parts = timed_parts(2, two);
    parts.pelaksana = {"Tim", "Kadis"};
    parts.steps[0].marks = {{.pelaksana = PelaksanaIndex{0}}};
    parts.steps[1].marks = {{.pelaksana = PelaksanaIndex{1}}};
    return parts;
}

std::string pelaksana(const Roster& roster, std::string_view text = rows) {
    TestLog log;
    log.add(text);
    const CheckPart part = judged(office(), log, {}, roster);
    return verdict(part, CheckCode::pelaksana) + " " + evidence(part, CheckCode::pelaksana);
}

std::vector<PostHolding> posts() {
    return {{.person = "Ani", .pelaksana = "Tim", .from = day("2025-01-01")},
            {.person = "Budi", .pelaksana = "Kadis", .from = day("2025-01-01")}};
}

std::string in_force(const CheckVersion& version, CheckOptions options = {}) {
    TestLog log;
    log.add(rows);
    const CheckPlan plan({version}, id5(), {}, log.texts, std::move(options));
    const CheckPart part = judged(plan, log);
    return verdict(part, CheckCode::not_in_force) + " " + verdict(part, CheckCode::order);
}

} // namespace

TEST_CASE("a person's post at that time is one of the step's pelaksana, or isn't") {
    CHECK(pelaksana(Roster(posts())) == "satisfied ");
    std::vector<PostHolding> ended = posts();
    ended[1].until = day("2025-05-04");
    CHECK(pelaksana(Roster(ended)) == "violated 2@2");
    ended[1].until = day("2025-05-05");
    CHECK(pelaksana(Roster(ended)) == "satisfied ");
    std::vector<PostHolding> later = posts();
    later[1].from = day("2025-05-06");
    CHECK(pelaksana(Roster(later)) == "violated 2@2");
}

TEST_CASE("an acting officer without a letter is undecidable, with one in order") {
    std::vector<PostHolding> acting = posts();
    acting[1].kind = PostKind::plh;
    CHECK(pelaksana(Roster(acting)) == "undecidable 2@2?letter");
    acting[1].surat = "Plh 7/2025";
    CHECK(pelaksana(Roster(acting)) == "satisfied ");
}

TEST_CASE("without roster, person or pelaksana nobody can say whose post it was") {
    CHECK(pelaksana({}) == "undecidable 1@1?post");
    CHECK(pelaksana(Roster(posts()), "1 2025-05-05T08:00") == "undecidable 1@1?person");
    CHECK(pelaksana(Roster(posts()), "1 - Ani") == "undecidable 1@1?stamp");
    CHECK(pelaksana(Roster(posts()), "1 2025-05-05T08:00 Cici") == "undecidable 1@1?post");
    TestLog log;
    log.add(rows);
    CHECK(evidence(judged(timed_parts(2, two), log, {}, Roster(posts())), CheckCode::pelaksana) ==
          "1@1?pelaksana");
}

TEST_CASE("a post that the log names counts where the roster doesn't know the person") {
    CHECK(pelaksana({}, "1 2025-05-05T08:00 Cici as:tim") == "satisfied ");
    CHECK(pelaksana({}, "1 2025-05-05T08:00 Cici as:Kadis") == "violated 1@1");
    CHECK(pelaksana({}, "2 2025-05-05T08:00 Cici as:Plt._Kadis") == "undecidable 2@1?letter");
    CHECK(pelaksana({}, "2 2025-05-05T08:00 Cici as:Analis") == "undecidable 2@1?post");
}

TEST_CASE("a day that spans a change of post is undecidable") {
    std::vector<PostHolding> ended = posts();
    ended[1].until = day("2025-05-04");
    TestLog log;
    log.add("2 2025-05-05T08:00 Budi");
    log.cases[0][0].complete.first -= 86'400'000'000; // somewhen since the day before
    CHECK(evidence(judged(office(), log, {}, Roster(ended)), CheckCode::pelaksana) ==
          "2@1?precision");
}

TEST_CASE("two steps by the same person are told where they are wanted by different ones") {
    const auto eyes = [](std::string_view text) {
        TestLog log;
        log.add(text);
        CheckVersion version = version_of(timed_parts(2, two));
        version.four_eyes = {{.steps = {"1", "2"}, .basis = "aturan kantor"}};
        const CheckPlan plan({version}, id5(), {}, log.texts);
        const CheckPart part = judged(plan, log);
        return verdict(part, CheckCode::four_eyes) + " " + evidence(part, CheckCode::four_eyes);
    };
    CHECK(eyes(rows) == "satisfied ");
    CHECK(eyes("1 2025-05-05T08:00 Ani; 2 2025-05-05T08:10 Ani") == "violated 2<1@2");
    CHECK(eyes("1 2025-05-05T08:00 Ani; 2 2025-05-05T08:10") == "undecidable 2<1@2?person");
    CHECK(eyes("1 2025-05-05T08:00 Ani") == "not_applicable ");
    TestLog log;
    log.add("1 2025-05-05T08:00 Ani; 2 2025-05-05T08:10 Ani");
    CHECK(verdict(judged(timed_parts(2, two), log), CheckCode::four_eyes) == "not_applicable");
}

TEST_CASE("a version is in force from its Tanggal Berlaku until the next one's") {
    SopParts parts = timed_parts(2, two);
    CHECK(in_force(version_of(parts)) == "satisfied satisfied");
    parts.identity.tanggal_berlaku = read_tanggal("5 Mei 2025").tanggal;
    CHECK(in_force(version_of(parts)) == "satisfied satisfied");
    parts.identity.tanggal_berlaku = read_tanggal("6 Mei 2025").tanggal;
    CHECK(in_force(version_of(parts)) == "violated not_applicable");
    CHECK(in_force(version_of(parts), {.judge_by = 0}) == "violated satisfied");
    parts.identity.tanggal_berlaku = read_tanggal("Mei 2025").tanggal;
    CHECK(in_force(version_of(parts)) == "undecidable satisfied");
    parts.identity.tanggal_berlaku = std::nullopt;
    CHECK(in_force(version_of(parts)) == "undecidable satisfied");
    parts.identity.tanggal_berlaku = read_tanggal("2 Januari 2020").tanggal;
    parts.identity.status = SopStatus::rancangan;
    CHECK(in_force(version_of(parts)) == "violated not_applicable");
    parts.identity.status = SopStatus::dicabut;
    CHECK(in_force(version_of(parts)) == "undecidable satisfied");
    parts.identity.berlaku_sampai = read_tanggal("4 Mei 2025").tanggal;
    CHECK(in_force(version_of(parts)) == "violated not_applicable");
}

TEST_CASE("each case is judged by the version in force when it began") {
    TestLog log;
    log.add("1 2025-05-05T08:00; 2 2025-05-05T08:10");
    log.add("1 2025-05-06T08:00; 2 2025-05-06T08:10");
    SopParts old_one = timed_parts(2, two);
    SopParts new_one = timed_parts(3, "start>1 1>3 3>2 2>end");
    new_one.identity.tanggal_berlaku = read_tanggal("6 Mei 2025").tanggal;
    const CheckPlan plan({version_of(new_one), version_of(old_one)}, id5(), {}, log.texts);
    const CheckPart part = judged(plan, log);
    CHECK(part.verdicts[0].version == 1);
    CHECK(part.verdicts[1].version == 0);
    CHECK(verdict(part, CheckCode::step_missing, 0) == "satisfied");
    CHECK(verdict(part, CheckCode::step_missing, 1) == "violated");
    SopParts unknown = timed_parts(2, two);
    unknown.identity.tanggal_berlaku = std::nullopt;
    const CheckPlan either({version_of(unknown), version_of(unknown)}, id5(), {}, log.texts);
    CHECK(verdict(judged(either, log), CheckCode::order) == "undecidable");
}

TEST_CASE("an event may have happened when its version was in force no longer") {
    CheckVersion version = version_of(timed_parts(2, two));
    version.until = day("2025-05-05");
    TestLog log;
    log.add("1 2025-05-05T08:00; 2 2025-05-06T08:10");
    const CheckPlan begin({version}, id5(), {}, log.texts);
    CHECK(verdict(judged(begin, log), CheckCode::not_in_force) == "satisfied");
    const CheckPlan event({version}, id5(), {}, log.texts, {.version_at = VersionAt::event});
    CHECK(verdict(judged(event, log), CheckCode::not_in_force) == "violated");
    CHECK(evidence(judged(event, log), CheckCode::not_in_force) == "-@2");
}

TEST_CASE("a version without pengesahan is told only of a copy that could show one") {
    TestLog log;
    log.add(rows);
    SopParts parts = timed_parts(2, two);
    CHECK(verdict(judged(parts, log), CheckCode::not_signed) == "undecidable");
    parts.layout = Layout{};
    parts.layout->shows_signature = true;
    const CheckPart unsigned_one = judged(parts, log);
    CHECK(verdict(unsigned_one, CheckCode::not_signed) == "violated");
    CHECK(evidence(unsigned_one, CheckCode::not_signed).empty());
    parts.identity.disahkan = Pengesahan{.jabatan = "Kadis"};
    CHECK(verdict(judged(parts, log), CheckCode::not_signed) == "satisfied");
}

TEST_CASE("documents are judged by the columns that the log has of them") {
    TestLog log;
    log.add(rows);
    SopParts parts = timed_parts(2, two);
    parts.steps[0].produk = {"Berkas"};
    parts.steps[1].kelengkapan = {"Berkas", "Disposisi"};
    const auto documents = [&](const CheckOptions& options, std::vector<DocumentCells> cells) {
        const CheckPlan plan({version_of(parts)}, id5(), {}, log.texts, options);
        CaseJudge judge(plan);
        judge.take({.number = 0, .rows = log.cases[0], .documents = cells});
        const CheckPart part = judge.finish();
        return verdict(part, CheckCode::input_missing) + " " +
               verdict(part, CheckCode::output_missing) + " " +
               evidence(part, CheckCode::input_missing);
    };
    CHECK(documents({}, {}) == "undecidable undecidable ");
    const CheckOptions named{
        .kelengkapan = {{.step = "2", .text = "berkas", .bit = 3}, {.text = "Disposisi", .bit = 4}},
        .produk = {{.bit = 5}}};
    CHECK(documents(named, {}) == "undecidable undecidable 2@2?cell");
    CHECK(documents(named, {{.known = 32, .there = 32}, {.known = 24, .there = 24}}) ==
          "satisfied satisfied ");
    CHECK(documents(named, {{.known = 32, .there = 0}, {.known = 24, .there = 8}}) ==
          "violated violated 2@2");
    CHECK(documents(named, {{.known = 0}, {.known = 8, .there = 8}}) ==
          "undecidable undecidable 2@2?cell");
    CHECK_THROWS_AS(documents(named, {{}}), Error);
}

TEST_CASE("a waiver keeps the verdict and takes it off the exit code") {
    TestLog log;
    log.add("2 2025-05-05T08:00; 1 2025-05-05T08:10");
    log.add("2 2025-05-05T08:00; 1 2025-05-05T08:10");
    const auto waived = [&](std::vector<CheckWaiver> waivers) {
        return judged(timed_parts(2, two), log, {.waivers = std::move(waivers)});
    };
    CHECK(waived({}).came_out_negative());
    const Waiver waiver{.code = "ORDER", .reason = "sistem baru", .by = "Kadis"};
    const CheckPart all = waived({{.waiver = waiver}});
    CHECK(verdict(all, CheckCode::order) == "violated");
    CHECK(all.of(CheckCode::order).of(CheckVerdict::violated) == 2);
    CHECK(all.of(CheckCode::order).waived == 2);
    CHECK(first(all, CheckCode::order).waiver == 1);
    CHECK(all.verdicts.front().is_waived(CheckCode::order));
    CHECK_FALSE(all.came_out_negative());
    const CheckPart second = waived({{.waiver = waiver, .case_number = 1}});
    CHECK(second.of(CheckCode::order).waived == 1);
    CHECK(second.came_out_negative());
    Waiver other = waiver;
    other.steps = {"1", "tidak ada"};
    CHECK(waived({{.waiver = other}}).of(CheckCode::order).waived == 0);
    other.steps = {"2"};
    CHECK(waived({{.waiver = other}}).of(CheckCode::order).waived == 2);
    other.steps = {"tidak ada"};
    CHECK(waived({{.waiver = other}}).of(CheckCode::order).waived == 0);
}

TEST_CASE("a judge takes each case once, and begins anew when it has finished") {
    TestLog log;
    log.add(rows);
    CaseJudge judge(CheckPlan({version_of(timed_parts(2, two))}, id5(), {}, log.texts));
    judge.take({.number = 7, .rows = log.cases[0]});
    CHECK(judge.finish().cases == 1);
    CHECK(judge.finish().cases == 0);
    judge.take({.number = 7, .rows = log.cases[0]});
    judge.take({.number = 7, .rows = log.cases[0]});
    CHECK_THROWS_AS(judge.finish(), Error);
}
