// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/journal_entry.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/event_json.hpp"

#include <string>
#include <vector>

using namespace tertib;

namespace {

Salt same_salt() {
    return Salt{1, 2, 3};
}

/// A host that keeps one case in its own way: the bytes of its state, and the rows of its events.
struct Host {
    explicit Host(SopParts parts) : office(std::move(parts)) {}

    JournalEntry ask(Action action) const {
        return enter(office.context(), kept, office.command(std::move(action)), same_salt);
    }
    const JournalEntry& act(Action action) { return take(ask(std::move(action))); }
    const JournalEntry& tick(std::string_view now) {
        office.set(now);
        return take(enter_missed(office.context(), kept, office.now, same_salt));
    }
    const JournalEntry& take(JournalEntry entry) {
        last = std::move(entry);
        rows.insert(rows.end(), last.sealed.begin(), last.sealed.end());
        if (last.erased != 0) {
            rows.at(last.erased - 1).body.clear();
        }
        kept = last.kept;
        return last;
    }

    Office office;
    std::string kept;
    std::vector<SealedEvent> rows;
    JournalEntry last;
};

/// The case as its rows alone make it, each link checked.
CaseSnapshot replayed(const Office& office, const std::vector<SealedEvent>& rows) {
    CaseSnapshot made;
    for (const SealedEvent& row : rows) {
        REQUIRE(check(made.head, row) != SealCheck::wrong_hash);
        REQUIRE(check(made.head, row) != SealCheck::wrong_body);
        made.head = row.hash;
        made.state = apply(office.ready(), std::move(made.state), unseal(row.data, row.body));
    }
    return made;
}

std::string refused_as(const JournalEntry& entry) {
    return entry.refusal ? entry.refusal->code : "";
}

} // namespace

TEST_CASE("a case that its host keeps runs to its end, and its rows make the same case") {
    Host host(letter_parts());
    host.act(StartCase{});
    CHECK(host.last.after.status == CaseStatus::running);
    CHECK(host.last.next_due == next_due(host.office.context(), host.last.after));
    host.act(CompleteTask{.task = "1", .produk = {"Konsep Surat"}});
    host.act(CompleteTask{.task = "2", .produk = {"Surat Bertanda Tangan"}, .outcome = "Setuju"});
    host.act(SkipTask{"3"});
    const CaseSnapshot made = replayed(host.office, host.rows);
    CHECK(to_bytes(made) == host.kept);
    host.act(CompleteTask{.task = "4", .result = "diterbitkan"});
    CHECK(host.last.after.status == CaseStatus::ended);
    CHECK_FALSE(host.last.next_due);
    CHECK(host.rows.size() == 5);
    CHECK(to_bytes(replayed(host.office, host.rows)) == host.kept);
}

TEST_CASE("it answers as decide does, and a refusal leaves the bytes as they were") {
    Host host(letter_parts());
    CHECK(refused_as(host.ask(ClaimTask{"1"})) == "CASE-UNKNOWN");
    CHECK(host.ask(ClaimTask{"1"}).kept.empty());
    host.act(StartCase{});
    const JournalEntry again = host.ask(StartCase{});
    CHECK(refused_as(again) == "CASE-EXISTS");
    CHECK(again.kept == host.kept);
    CHECK(again.events.empty());
    CHECK(again.sealed.empty());
    CHECK(again.after == kept_case(host.office.ready(), host.kept).state);
    CHECK(again.next_due == host.last.next_due);
}

TEST_CASE("what fell due is entered once however late, and nothing where nothing did") {
    Host host(letter_parts());
    CHECK(host.tick("2025-05-05T09:00").events.empty());
    host.act(StartCase{});
    const std::string before = host.kept;
    CHECK(host.tick("2025-05-05T09:01").events.empty());
    CHECK(host.kept == before);
    CHECK(host.tick("2025-06-05T09:00").events.size() == 1);
    CHECK(host.last.events.front().kind == EventKind::overdue);
    CHECK_FALSE(host.last.next_due);
    CHECK(host.tick("2025-06-06T09:00").events.empty());
    CHECK(to_bytes(replayed(host.office, host.rows)) == host.kept);
}

TEST_CASE("erasing names the event whose body the host deletes") {
    Host host(letter_parts());
    host.act(StartCase{});
    host.act(ClaimTask{"1"});
    CHECK(host.last.erased == 0);
    CHECK(refused_as(host.ask(EraseBody{2})) == "DASAR-NEEDED");
    CHECK(host.ask(EraseBody{2}).erased == 0);
    host.office.dasar = "UU 27/2022";
    host.act(EraseBody{2});
    CHECK(host.last.erased == 2);
    CHECK(host.last.after.tasks.front().holder.empty());
    CHECK(to_bytes(replayed(host.office, host.rows)) == host.kept);
}

TEST_CASE("the lines of an entry are those of a journal's export") {
    Host host(letter_parts());
    host.act(StartCase{});
    const std::string lines = journal_lines(host.last, wib());
    const JournalLine line = read_journal_line(lines, 1);
    CHECK(line.case_id == "K-1");
    CHECK(line.number == 1);
    CHECK(line.sealed == host.rows.front());
    CHECK(journal_lines(host.ask(StartCase{}), wib()).empty());
}

TEST_CASE("each event is sealed with a salt of its own") {
    Office office(letter_parts());
    std::uint8_t next = 0;
    const SaltSource salt = [&] { return Salt{++next}; };
    const JournalEntry first = enter(office.context(), "", office.command(StartCase{}), salt);
    const JournalEntry second =
        enter(office.context(), first.kept, office.command(ClaimTask{"1"}), salt);
    CHECK(first.sealed.front().body.substr(0, 16) != second.sealed.front().body.substr(0, 16));
}

TEST_CASE("bytes of another Sop, calendar or case, and no case's bytes, are refused") {
    Host host(letter_parts());
    host.act(StartCase{});
    const Office other(tiny_parts(2, "start>1 1>2 2>end"));
    const Office elsewhere(letter_parts(), "contoh6");
    const Command claim = host.office.command(ClaimTask{"1"});
    const auto code = [](const auto& call) {
        try {
            (void)call();
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::internal;
    };
    CHECK(code([&] { return enter(other.context(), host.kept, claim, same_salt); }) ==
          ErrorCode::argument);
    CHECK(code([&] { return enter(elsewhere.context(), host.kept, claim, same_salt); }) ==
          ErrorCode::argument);
    CHECK(code([&] {
              return enter_missed(elsewhere.context(), host.kept, host.office.now, same_salt);
          }) == ErrorCode::argument);
    CHECK(code([&] { return enter({}, "", claim, same_salt); }) == ErrorCode::argument);
    CHECK(code([&] { return enter_missed({}, "", claim.now, same_salt); }) == ErrorCode::argument);
    Command elses = claim;
    elses.case_id = "K-2";
    CHECK(code([&] { return enter(host.office.context(), host.kept, elses, same_salt); }) ==
          ErrorCode::argument);
    CHECK(code([&] { return kept_case(host.office.ready(), "x"); }) == ErrorCode::unsupported);
    CHECK(code([&] { return kept_case(host.office.ready(), to_bytes(CaseSnapshot{})); }) ==
          ErrorCode::damaged);
}

TEST_CASE("a case that stands where its Sop has no place is damaged") {
    Host host(tiny_parts(3, "start>1 start>2 1>g1 2>g1 g1>3 3>end"));
    host.act(StartCase{});
    host.act(CompleteTask{.task = "1"});
    const CaseSnapshot good = kept_case(host.office.ready(), host.kept);
    REQUIRE(good.state.parked.size() == 1);
    const auto damaged = [&](const auto& change) {
        CaseSnapshot bad = good;
        change(bad.state);
        try {
            (void)kept_case(host.office.ready(), to_bytes(bad));
        } catch (const Error& error) {
            return error.code() == ErrorCode::damaged;
        }
        return false;
    };
    CHECK_FALSE(damaged([](CaseState&) {}));
    CHECK(damaged([](CaseState& state) { state.tasks.front().step = 3; }));
    CHECK(damaged([](CaseState& state) { state.tasks.front().step = 0; }));
    CHECK(damaged([](CaseState& state) { state.tasks.front().flow = 99; }));
    CHECK(damaged([](CaseState& state) { state.parked.front().flow = 99; }));
    CHECK(damaged([](CaseState& state) { state.parked.front().flow = 0; }));
    CHECK(damaged([](CaseState& state) { state.steps.pop_back(); }));
    CHECK(damaged([](CaseState& state) { state.steps.front().produk = {0}; }));
}

TEST_CASE("whatever bit of the bytes is flipped, the answer is an entry or an error") {
    Host host(letter_parts());
    host.act(StartCase{});
    host.act(ClaimTask{"1"});
    std::size_t answered = 0;
    for (std::size_t bit = 0; bit < host.kept.size() * 8; ++bit) {
        std::string spoilt = host.kept;
        spoilt[bit / 8] = static_cast<char>(spoilt[bit / 8] ^ (1 << (bit % 8)));
        try {
            const Command command =
                host.office.command(CompleteTask{.task = "1", .produk = {"Konsep Surat"}});
            answered += enter(host.office.context(), spoilt, command, same_salt).events.size();
            (void)enter_missed(host.office.context(), spoilt, host.office.now, same_salt);
        } catch (const Error&) {
            continue;
        }
    }
    CHECK(answered > 0);
}
