// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/journal_replay.hpp"

#include "catch.hpp"
#include "run/random_case.hpp"
#include "scale.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/testkit/coverage.hpp"
#include "testkit/walked.hpp"

#include <algorithm>
#include <chrono>

using namespace tertib;

namespace {

/// A store with two cases, in one of which the body of an event was erased.
struct Recorded : Walked {
    Recorded() : Walked(letter_sop()) {
        driver.walk("K-1", {"1", "2=Setuju"});
        driver.act("K-1", ClaimTask{"3"});
        driver.act("K-1", EraseBody{4}, {.dasar = "UU 27/2022"});
        driver.walk("K-2", {"1"});
        journal = record_journal(store);
    }
    [[nodiscard]] JournalReplay replay() { return replay_journal(journal, sops_of(store)); }
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (const std::string_view line : split(journal, '\n')) {
            if (!line.empty()) {
                all.emplace_back(line);
            }
        }
        return all;
    }
    /// What is said of other lines than those recorded.
    [[nodiscard]] std::string refusal(const std::vector<std::string>& changed, ErrorCode code,
                                      std::int64_t row) {
        std::string text;
        for (const std::string& line : changed) {
            text += line + '\n';
        }
        try {
            (void)replay_journal(text, sops_of(store));
            return "";
        } catch (const Error& error) {
            CHECK(error.code() == code);
            CHECK(error.position().row == row);
            return error.what();
        }
    }

    std::string journal;
};

/// The line with one digit of a member's bytes changed.
std::string forged(std::string line, std::string_view member) {
    const std::size_t at = line.find("\"" + std::string(member) + "\": \"") + member.size() + 5;
    line[at + 60] = line[at + 60] == '0' ? '1' : '0';
    return line;
}

} // namespace

TEST_CASE("a recorded journal is played into the states that the store keeps") {
    Recorded recorded;
    const JournalReplay replay = recorded.replay();
    REQUIRE(replay.events.size() == 7);
    CHECK(replay.events[6].row == 7);
    CHECK(replay.events[6].case_id == "K-2");
    CHECK(replay.events[6].number == 2);
    CHECK(replay.cases.at("K-1").state == recorded.driver.state("K-1"));
    CHECK(replay.cases.at("K-2").state == recorded.driver.state("K-2"));
    CHECK(compare(replay, recorded.store).empty());
}

TEST_CASE("what the office decided is recorded and played too") {
    Recorded recorded;
    const auto decide_now = [&](OfficeAction action) {
        const OfficeRequest request{.command = {.by = {.person = "Ani", .as = "Sekretariat"},
                                                .now = recorded.clock.now(),
                                                .at = {},
                                                .reason = "contoh",
                                                .dasar = "UU 27/2022",
                                                .action = std::move(action)},
                                    .key = {},
                                    .zone = wib()};
        REQUIRE_FALSE(recorded.store.submit(request).refusal);
    };
    const LocalDay friday = *read_day("2025-05-02");
    decide_now(Delegate{.person = "Budi",
                        .pelaksana = "Kepala",
                        .kind = PostKind::plh,
                        .from = friday,
                        .until = friday,
                        .surat = "800/1"});
    decide_now(EraseBody{1});
    recorded.journal = record_journal(recorded.store);
    const std::vector<std::string> lines = recorded.lines();
    REQUIRE(lines.size() == 9);
    JournalReplay replay = recorded.replay();
    CHECK(replay.events[0].case_id == office_id);
    CHECK(replay.events[8].case_id == "K-2");
    CHECK(replay.cases.size() == 2);
    CHECK(replay.office.state == recorded.store.office());
    CHECK(compare(replay, recorded.store).empty());
    CHECK(coverage_of(recorded.driver.sop(), recorded.store).cases == 2);

    Recorded without;
    CHECK(compare(replay, without.store) ==
          std::vector<ReplayDifference>{{1, "@office", 1, "the store has no such event"}});
    CHECK(compare(without.replay(), recorded.store) ==
          std::vector<ReplayDifference>{
              {0, "@office", 1, "the store has events that weren't recorded"}});
    replay.office.state.holdings.front().late = false;
    CHECK(compare(replay, recorded.store) ==
          std::vector<ReplayDifference>{{2, "@office", 0, "the store keeps another state"}});

    std::vector<std::string> changed = lines;
    changed[1] = forged(lines[1], "data");
    CHECK(recorded.refusal(changed, ErrorCode::damaged, 2) ==
          "line 2: event 2 of case @office isn't linked to the one before");
    changed = lines;
    changed.erase(changed.begin() + 1);
    CHECK(recorded.refusal(changed, ErrorCode::damaged, 1) ==
          "line 1: the body of event 1 of case @office is gone, and no event erased it");
}

TEST_CASE("two runs of the same test lead through the same states") {
    Recorded one;
    Recorded two;
    CHECK(one.journal == two.journal);
    CHECK(one.replay() == two.replay());
    Recorded other;
    other.driver.complete("K-2", "2=Tolak");
    other.journal = record_journal(other.store);
    CHECK_FALSE(other.replay() == one.replay());
}

TEST_CASE("every event and the state that it led to can be looked at") {
    Recorded recorded;
    std::string seen;
    const ReplayOptions options{.visit = [&](const Event& event, const CaseState& state) {
        CHECK(state.events == event.number);
        seen += std::string(name(event.kind)) + " ";
    }};
    (void)replay_journal(recorded.journal, sops_of(recorded.store), options);
    CHECK(seen == "started completed completed claimed erased started completed ");
}

TEST_CASE("a journal that was changed is refused, and the line is named") {
    Recorded recorded;
    const std::vector<std::string> lines = recorded.lines();
    REQUIRE(lines.size() == 7);
    std::vector<std::string> cut = lines;
    cut.erase(cut.begin() + 1);
    CHECK(recorded.refusal(cut, ErrorCode::damaged, 2) ==
          "line 2: event 3 of case K-1 isn't linked to the one before");
    std::vector<std::string> changed = lines;
    changed[1] = forged(lines[1], "data");
    CHECK(recorded.refusal(changed, ErrorCode::damaged, 2) ==
          "line 2: event 2 of case K-1 isn't linked to the one before");
    changed = lines;
    changed[2] = forged(lines[2], "body");
    CHECK(recorded.refusal(changed, ErrorCode::damaged, 3) ==
          "line 3: the body of event 3 of case K-1 isn't the one it commits to");
    changed = lines;
    changed[4] = "{}";
    CHECK(recorded.refusal(changed, ErrorCode::format, 5).starts_with("line 5: "));
    changed = lines;
    changed.insert(changed.begin() + 3, "");
    CHECK(recorded.refusal(changed, ErrorCode::format, 4).starts_with("line 4: "));
    // The fifth line says that the fourth's body was erased.
    changed = lines;
    changed.erase(changed.begin() + 4);
    CHECK(recorded.refusal(changed, ErrorCode::damaged, 4) ==
          "line 4: the body of event 4 of case K-1 is gone, and no event erased it");
    CHECK(recorded.refusal(lines, ErrorCode::damaged, 0).empty());
}

TEST_CASE("a body that was put back after it was erased is noticed") {
    Walked walked(letter_sop());
    walked.driver.walk("K-1", {"1"});
    const std::string before = record_journal(walked.store);
    walked.driver.act("K-1", EraseBody{2}, {.dasar = "UU 27/2022"});
    const std::string after = record_journal(walked.store);
    const std::string last = after.substr(after.rfind('\n', after.size() - 2) + 1);
    try {
        (void)replay_journal(before + last, sops_of(walked.store));
        FAIL("not noticed");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::damaged);
        CHECK(std::string(error.what()) == "line 3: the body of event 2 is there (line 2), "
                                           "although this event erased it");
    }
}

TEST_CASE("an Sop that isn't given and a limit are named") {
    Recorded recorded;
    const auto said = [&](const SopSource& sops, const ReplayOptions& options) {
        try {
            (void)replay_journal(recorded.journal, sops, options);
            return std::string();
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    CHECK(said([](std::string_view) { return nullptr; }, {}) ==
          "line 1: the Sop " + recorded.driver.sop().digest() + " isn't given");
    CHECK(said(sops_of(recorded.store), {.max_events = 6}) ==
          "line 7: the journal has more than 6 events (max_events)");
    CHECK(said(sops_of(recorded.store), {.max_events = 7}).empty());
}

TEST_CASE("a store that says something else than the journal is told apart") {
    Recorded recorded;
    const JournalReplay was = recorded.replay();
    recorded.driver.complete("K-2", "2=Tolak");
    recorded.driver.start("K-3");
    CHECK(
        compare(was, recorded.store) ==
        std::vector<ReplayDifference>{{0, "K-2", 3, "the store has events that weren't recorded"},
                                      {0, "K-3", 1, "the store has events that weren't recorded"}});
    Walked other(letter_sop());
    other.driver.walk("K-1", {"1", "2=Tolak"});
    CHECK(compare(was, other.store) ==
          std::vector<ReplayDifference>{{3, "K-1", 3, "the store has another event"},
                                        {6, "K-2", 1, "the store has no such event"}});
    JournalReplay otherwise = Recorded().replay();
    Recorded same;
    otherwise.cases.at("K-2").state.result = "ditolak";
    CHECK(compare(otherwise, same.store) ==
          std::vector<ReplayDifference>{{7, "K-2", 0, "the store keeps another state"}});
}

TEST_CASE("a journal without a line is played, and a last line needs no line end") {
    Recorded recorded;
    CHECK(replay_journal("", sops_of(recorded.store)) == JournalReplay{});
    recorded.journal.pop_back();
    CHECK(recorded.replay().events.size() == 7);
    // Instants are shown on the clock of the case's own calendar.
    CHECK(recorded.journal.find("2025-05-05T09:00:00+07:00") != std::string::npos);
}

TEST_CASE("whatever cases went through, their recorded journal leads to the same") {
    using namespace tertib::test;
    const Calendar calendar = *builtin_calendar("id5");
    const std::uint64_t seed = run_seed();
    std::uint64_t completed = 0;
    for (std::size_t i = 0; i < scaled(300); ++i) {
        Dice dice(seed + i);
        const Scene scene = random_scene(dice, calendar);
        const Sop& sop = scene.sop->sop();
        CAPTURE(seed, i, flows_of(sop));
        Store store = test_store({.unknown_pelaksana = UnknownPelaksana::everyone});
        store.register_sop(sop);
        const std::string digest = store.register_calendar(calendar);
        store.use_roster(scene.roster ? std::make_shared<const Roster>(*scene.roster) : nullptr);
        Instant now = first_moment();
        for (int command = 0; command < 40; ++command) {
            const CaseState state = store.find_case("K-1").value_or(CaseState{});
            const Request request{.command = random_command(dice, scene, state, now),
                                  .sop = sop.digest(),
                                  .calendar = digest};
            (void)store.submit(request);
            now = std::max(now, request.command.now);
            now += std::chrono::minutes(dice.below(600));
            (void)store.tick(now);
        }
        const JournalReplay replay = replay_journal(record_journal(store), sops_of(store));
        REQUIRE(compare(replay, store).empty());
        // The coverage counts what the state counts, by other means.
        const std::optional<CaseState> state = store.find_case("K-1");
        const Coverage coverage = coverage_of(sop, store);
        for (std::size_t step = 0; state && step < sop.steps().size(); ++step) {
            const StepCoverage& counted = coverage.steps[step];
            REQUIRE(counted.arrivals == state->steps[step].arrivals);
            REQUIRE(counted.completions == state->steps[step].completions);
            REQUIRE(counted.skips == state->steps[step].skips);
            completed += counted.completions;
        }
    }
    CHECK((scaled(300) < 3 || completed > 0));
}
