// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event_json.hpp"

#include "catch.hpp"
#include "run/full_event.hpp"
#include "tertib/base/error.hpp"

#include <string>

using namespace tertib;

namespace {

bool holds(const std::string& text, std::string_view piece) {
    return text.find(piece) != std::string::npos;
}

std::string line_of(const Event& event) {
    return journal_line(seal(no_hash, event, salt), event, wib());
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string refusal(const std::string& line) {
    try {
        (void)read_journal_line(line, 17);
        return "";
    } catch (const Error& error) {
        CHECK(error.position().row == 17);
        return error.what();
    }
}

} // namespace

TEST_CASE("an event as JSON says every member that is set") {
    const std::string json = to_json(full_event(), wita());
    for (const std::string_view piece :
         {R"("schema": "tertib.event/1")",
          R"("case": "K-1")",
          R"("number": 7)",
          R"("kind": "completed")",
          R"("recorded": "2025-05-05T10:00:00+08:00")",
          R"("happened": "1970-01-01T07:59:59.999995+08:00")",
          R"("as": "Kadis")",
          R"("standing": "plh")",
          R"("surat": "Plh 7")",
          R"("task": "3#2#4")",
          R"({"task": "5#2", "flow": 3, "since": "1970-01-01T08:00:00+08:00", "due": null})",
          R"({"flow": 6, "since": "2025-05-05T10:00:00+08:00"})",
          R"("released": [7, 8])",
          R"({"task": null, "due": null})",
          R"("ends_case": true)",
          R"("partial": true)",
          R"("waktu": "14 Hari Kerja")",
          R"("produk": [0, 2])",
          R"("missing": [1])",
          R"("scope": "task_and_service")",
          R"("with": "whole")",
          R"("work": "discarded")",
          R"("open_to_all": true)",
          R"("given": true)",
          R"("size": 17)",
          R"("about": 3)",
          R"("rule": 2)",
          R"({"from": "3#2#4", "place": 0, "to": "4#4", "flow": 2, "let_go": true, )"
          R"("pelaksana": "Staf", "done_by": ["Kadis", ""]})",
          R"({"from": "5#1", "place": 1, "to": null, "flow": 0})",
          R"({"step": 0, "arrivals": 1, "completions": 2, "skips": 3, "produk": [0, 4]})",
          R"("person": "Ani")",
          R"("location": "rak 3")"}) {
        INFO(piece);
        CHECK(holds(json, piece));
    }
}

TEST_CASE("what an event doesn't have is left out, and an erased body is null") {
    Event event;
    event.case_id = "K-1";
    event.number = 1;
    event.kind = EventKind::overdue;
    CHECK(to_json(event, wib()) == "{\n  \"schema\": \"tertib.event/1\",\n  \"case\": \"K-1\",\n"
                                   "  \"number\": 1,\n  \"kind\": \"overdue\",\n"
                                   "  \"recorded\": \"1970-01-01T07:00:00+07:00\",\n"
                                   "  \"happened\": \"1970-01-01T07:00:00+07:00\"\n}\n");
    CHECK(holds(to_json(event, wib(), BodyInJson::erased), "\"body\": null"));
    event.kind = EventKind::waiting;
    CHECK(holds(to_json(event, wib()), R"("scope": "task")"));
}

TEST_CASE("a journal's line is one line and comes back as it was") {
    const Event event = full_event();
    const SealedEvent sealed = seal(no_hash, event, salt);
    const std::string line = journal_line(sealed, event, wib());
    CHECK(line.find('\n') == line.size() - 1);
    const JournalLine back = read_journal_line(line, 1);
    CHECK(back == JournalLine{.case_id = "K-1", .number = 7, .sealed = sealed});
    CHECK(unseal(back.sealed.data, back.sealed.body) == event);
}

TEST_CASE("a line tells an erased body from one that never was") {
    Event event = full_event();
    SealedEvent sealed = seal(no_hash, event, salt);
    sealed.body.clear();
    event.body = {};
    const std::string erased = journal_line(sealed, event, wib());
    CHECK(holds(erased, R"("body": null, "hash")"));
    CHECK(holds(erased, R"("rule": 2, "body": null})"));
    CHECK(read_journal_line(erased, 1).sealed == sealed);
    const std::string bare = line_of(event);
    CHECK(holds(bare, R"("body": null, "hash")"));
    CHECK(holds(bare, R"("rule": 2})"));
}

TEST_CASE("what a line says for people is passed over, and may be missing") {
    const std::string line = line_of(full_event());
    const std::string lied = replaced(line, R"("kind": "completed")", R"("kind": "skipped")");
    CHECK(read_journal_line(lied, 1) == read_journal_line(line, 1));
    const std::size_t event = line.find(R"(, "event")");
    CHECK(read_journal_line(line.substr(0, event) + "}", 1) == read_journal_line(line, 1));
}

TEST_CASE("a line that isn't just as described is refused with its row") {
    const std::string line = line_of(full_event());
    CHECK(refusal(line).empty());
    CHECK(refusal(replaced(line, "journal/1", "jurnal/1")) ==
          "/schema: is \"tertib.jurnal/1\", not \"tertib.journal/1\"");
    CHECK(refusal(replaced(line, "journal/1", "journal/2")) ==
          "/schema: is \"tertib.journal/2\", made by a newer version than this one");
    CHECK(refusal(replaced(line, R"("number": 7)", R"("number": 0)")).starts_with("/number: "));
    CHECK(refusal(replaced(line, R"("number": 7)", R"("number": 7.0)")).starts_with("/number: "));
    CHECK(refusal(replaced(line, R"("data": "0101)", R"("data": "0A01)")) ==
          "/data: is not in digits 0-9 a-f");
    CHECK(refusal(replaced(line, R"("data": "0101)", R"("data": "101)")).starts_with("/data: "));
    CHECK(refusal(replaced(line, R"("body": ")", R"("body": "", "x": ")")) ==
          "/x: a journal's line has no such member; it may have schema, case, number, data, body, "
          "hash, event");
    CHECK(refusal(replaced(line, R"("hash": ")", R"("hash": "0)")).starts_with("/hash: "));
    CHECK(refusal(replaced(line, R"("hash")", R"("hsah")")).starts_with("/hsah: "));
    CHECK(refusal(line.substr(0, line.find(R"("event")")) + R"("event": []})") ==
          "/event: must be an object, not a list");
    CHECK_FALSE(refusal("").empty());
    CHECK_FALSE(refusal("[]").empty());
    CHECK(refusal(R"({"schema": "tertib.journal/1", "case": "K", "number": 1})") ==
          "the document: has no member \"data\"");
}

TEST_CASE("an event with times beyond all calendars is still shown") {
    Event event = full_event();
    event.recorded = Instant::max();
    event.happened = Instant::min();
    CHECK_NOTHROW(line_of(event));
}
