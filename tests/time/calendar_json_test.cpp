// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_json.hpp"

#include "calendar_facts.hpp"
#include "tertib/time/calendar_name.hpp"

#include <chrono>

using namespace tertib;

namespace {

/// A calendar of the name "x" with these members more.
std::string calendar_text(const std::string& members) {
    return R"({"schema": "tertib.calendar/1", "name": "x")" +
           (members.empty() ? "" : ", " + members) + "}";
}

std::string fact_text(const std::string& members) {
    return calendar_text(
        R"("facts": [{"layer": "unit", "kind": "libur", "first": "2025-01-01"}, {)" + members +
        "}]");
}

std::string refused(const std::string& text, const CalendarLimits& limits = {}) {
    return refusal([&] { return calendar_from_json(text, limits); });
}

} // namespace

TEST_CASE("a calendar comes back equal from its JSON") {
    CalendarFact ramadan = period("2025-03-03", "2025-03-28", five_days(from_to(8, 15)));
    ramadan.hours[4].push_back({16 * 60, 24 * 60});
    CalendarFact own = opening("2025-05-10");
    own.hours[5] = {{0, 1}};
    own.last = day("2025-05-12");
    own.name = "Lembur \"akhir\" tahun\n";
    CalendarDraft draft =
        office_draft({ramadan, taken_back(ramadan, "2025-02-01"), own, opening("2025-05-06"),
                      sure(known(libur("2025-05-06"), "2024-12-01"), Sureness::partly),
                      hours_from("2026-01-01", {}, CalendarLayer::unit)});
    draft.zone = *Zone::parse("-03:30");
    draft.cuti_bersama = CutiBersama::worked;
    draft.years = {{.year = 2025, .known_from = day("2024-10-01"), .source = "SKB"},
                   {.year = 2026}};
    draft.derived_from = {.name = "id5", .version = "1", .digest = "abc"};
    const Calendar calendar(draft);
    const Calendar again = calendar_from_json(to_json(calendar));
    CHECK(again == calendar);
    CHECK(again.draft() == calendar.draft());
    CHECK(again.digest() == calendar.digest());
    CHECK(to_json(again) == to_json(calendar));

    const Calendar then = calendar.as_known_on(day("2024-11-30"));
    CHECK(calendar_from_json(to_json(then)) == then);
    CHECK(calendar_from_json(to_json(then)) != calendar);
    const Calendar bare(CalendarDraft{});
    CHECK(calendar_from_json(to_json(bare)) == bare);
}

TEST_CASE("built-in calendars come back equal from their JSON and stand alone") {
    for (const std::string_view name : builtin_calendars()) {
        const Calendar calendar = *builtin_calendar(name);
        const std::string json = to_json(calendar);
        CHECK(json.find("\"base\"") == std::string::npos);
        CHECK(calendar_from_json(json) == calendar);
    }
}

TEST_CASE("a fact is written on one line, without what would hold anyway") {
    const std::string json = to_json(office({libur("2025-05-06")}));
    CHECK(json.find(R"(    {"layer": "national", "kind": "libur", "first": "2025-05-06", )"
                    R"("name": "Hari Libur", "source": ""})") != std::string::npos);
    CHECK(json.find(R"("hours": {"mon": ["08:00-16:00"], "tue": ["08:00-16:00"], )") !=
          std::string::npos);
}

TEST_CASE("a calendar with a base adds to its facts and names where it came from") {
    const Calendar base = *builtin_calendar("id5");
    const Calendar calendar = calendar_from_json(calendar_text(
        R"("base": "id5", "version": "3",
           "years": [{"year": 2027, "source": "SKB"}, {"year": 2026, "known_from": "2025-10-01"}],
           "facts": [{"layer": "unit", "kind": "libur", "first": "2025-05-06", "name": "HUT",
                      "source": "surat edaran"},
                     {"layer": "unit", "kind": "opening", "first": "2025-05-10",
                      "hours": {"sat": ["08:00-12:00"]}},
                     {"layer": "unit", "kind": "opening", "first": "2025-05-12"}])"));
    CHECK(calendar.name() == "x");
    CHECK(calendar.version() == "3");
    CHECK(calendar.draft().derived_from ==
          CalendarOrigin{.name = "id5", .version = base.version(), .digest = base.digest()});
    CHECK(calendar.draft().facts.size() == base.draft().facts.size() + 3);
    CHECK(calendar.draft().years.size() == base.draft().years.size() + 1);
    CHECK(hours_on(calendar, "2025-05-05") == "07:30-12:00 13:00-16:00");
    CHECK(hours_on(calendar, "2025-05-06") == "off");
    CHECK(hours_on(calendar, "2025-05-10") == "08:00-12:00");
    CHECK(hours_on(calendar, "2025-05-12") == "07:30-12:00 13:00-16:00"); // Waisak, worked here
    CHECK(hours_on(calendar, "2025-05-13") == "off");
    CHECK(codes(calendar.findings(day("2028-01-03"), day("2028-01-04"))) == "CAL-COVERAGE");
    CHECK(calendar_from_json(to_json(calendar)) == calendar);

    const Calendar settled = calendar_from_json(calendar_text(
        R"("base": "id5", "zone": "+09", "cuti_bersama": "worked", "known_on": "2023-06-10")"));
    CHECK(settled.zone() == wit());
    CHECK(settled.draft().cuti_bersama == CutiBersama::worked);
    CHECK(settled.known_on() == day("2023-06-10"));
}

TEST_CASE("remarks are passed over and any other unknown member is refused") {
    CHECK(refused(calendar_text(R"("_note": 1, "catatan": {"a": []})")).empty());
    CHECK(refused(calendar_text(R"("factz": [])")) ==
          "format: /factz: a calendar has no such member here");
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "libur", "first": "2025-01-02",
                               "_why": "x")"))
              .empty());
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "libur", "first": "2025-01-02",
                               "frist": "x")")) ==
          "format: /facts/1/frist: a calendar has no such member here");
    CHECK(refused(calendar_text(R"("years": [{"year": 2025, "known": null}])"))
              .starts_with("format: /years/0/known"));
}

TEST_CASE("what is no calendar is refused with its place") {
    CHECK(refused("").starts_with("format: not JSON"));
    CHECK(refused("[]").starts_with("format: "));
    CHECK(refused(R"({"name": "x"})").starts_with("format: "));
    CHECK(refused(R"({"schema": "tertib.calendar/1"})") ==
          "format: the document: has no member \"name\"");
    CHECK(refused(R"({"schema": "tertib.calendar/2", "name": "x"})").starts_with("unsupported: "));
    CHECK(refused(R"({"schema": "tertib.sop/1", "name": "x"})").starts_with("format: /schema: "));
    CHECK(refused(calendar_text(R"("base": "id6")")) ==
          "format: /base: is \"id6\", no built-in calendar; there are: contoh6, id5, jabar5");
    CHECK(refused(calendar_text(R"("base": "id5", "derived_from": {"name": "id5"})"))
              .starts_with("format: /derived_from: "));
    CHECK(refused(calendar_text(R"("base": null, "derived_from": null)")).empty());
    CHECK(refused(calendar_text(R"("zone": "WIB")")) ==
          "format: /zone: is \"WIB\", not an offset as +07:00");
    CHECK(
        refused(calendar_text(R"("cuti_bersama": "off")")).starts_with("format: /cuti_bersama: "));
    CHECK(refused(calendar_text(R"("known_on": "2025-02-30")")) ==
          "format: /known_on: is \"2025-02-30\", not a date as 2025-12-31");
    CHECK(refused(calendar_text(R"("years": [{"year": 0}])")).starts_with("format: /years/0/year"));
    CHECK(refused(calendar_text(R"("years": [{"year": 2025}, {"year": 2025}])")) ==
          "format: /years: has the year 2025 twice");
    CHECK(refused(calendar_text(R"("facts": {})")).starts_with("format: /facts: "));
}

TEST_CASE("a fact that is none is refused with its place") {
    CHECK(refused(fact_text(R"("kind": "libur", "first": "2025-01-02")")) ==
          "format: /facts/1: has no member \"layer\"");
    CHECK(
        refused(fact_text(R"("layer": "unit", "kind": "holiday", "first": "2025-01-02")")) ==
        "format: /facts/1/kind: is \"holiday\", but must be one of hours, period, libur, opening");
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "libur", "first": "2 Januari 2025")"))
              .starts_with("format: /facts/1/first: "));
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "hours", "first": "2025-01-02")")) ==
          "format: /facts/1: has no member \"hours\"");
    CHECK(refused(
              fact_text(R"("layer": "unit", "kind": "hours", "first": "2025-01-02", "hours": {})"))
              .empty());
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "hours", "first": "2025-01-02",
                               "hours": {"senin": []})")) ==
          "format: /facts/1/hours/senin: is no day of the week; there are: mon, tue, wed, thu, "
          "fri, sat, sun");
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "period", "first": "2025-01-02",
                               "last": "2025-01-01", "hours": {})")) ==
          "argument: /facts/1/last: comes before first");
    CHECK(refused(fact_text(R"("layer": "unit", "kind": "hours", "first": "2025-01-02",
                               "hours": {"tue": ["08:00-12:00", "11:00-13:00"]})")) ==
          "argument: /facts/1/hours/tue: has a span that begins before the one ahead of it ends");
}

TEST_CASE("spans are HH:MM-HH:MM up to 24:00 and nothing else") {
    const auto span = [](const std::string& text) {
        return refused(fact_text(R"("layer": "unit", "kind": "hours", "first": "2025-01-02",
                                    "hours": {"mon": [")" +
                                 text + R"("]})"));
    };
    CHECK(span("00:00-24:00").empty());
    CHECK(span("23:59-24:00").empty());
    for (const char* text : {"8:00-12:00", "08.00-12.00", "08:00 - 12:00", "08:00–12:00", "08:00",
                             "08:60-12:00", "08:00-24:01", "25:00-26:00", "-1:00-12:00",
                             "+8:00-12:00", "08:00-12:000", "", "ab:cd-ef:gh"}) {
        INFO(text);
        CHECK(span(text).starts_with("format: /facts/1/hours/mon/0: is "));
    }
    CHECK(span("12:00-08:00").starts_with("argument: /facts/1/hours/mon: "));
    CHECK(span("24:00-24:00").starts_with("argument: /facts/1/hours/mon: "));
}

TEST_CASE("too many facts are refused, whether written or with those of the base") {
    std::string facts = R"("facts": [)";
    for (int i = 0; i < 11; ++i) {
        facts += std::string(i == 0 ? "" : ",") +
                 R"({"layer": "unit", "kind": "libur", "first": "2025-01-01"})";
    }
    facts += "]";
    CHECK(refused(calendar_text(facts), {.facts = 10}) ==
          "limit: /facts: has more than 10 facts (limit: facts)");
    CHECK(refused(calendar_text(facts), {.facts = 11}).empty());
    CHECK(refused(calendar_text(R"("base": "id5")"), {.facts = 10}) ==
          "limit: the calendar has more than 10 facts (limit: facts)");
}

TEST_CASE("a million facts are refused before any is read") {
    std::string facts = R"("facts": [)";
    for (int i = 0; i < 1'000'000; ++i) {
        facts += i == 0 ? "{}" : ",{}"; // none of them could be read
    }
    facts += "]";
    CHECK(refused(calendar_text(facts)) ==
          "limit: /facts: has more than 100000 facts (limit: facts)");
}

TEST_CASE("as many facts as the limit, each with hours, are read and written") {
    CalendarDraft draft{.name = "x"};
    for (int i = 0; i < 2'000; ++i) {
        CalendarFact fact = hours_from("1970-01-01", every_day(from_to(i % 12, 12 + i % 12)));
        fact.first += std::chrono::days(i * 7);
        draft.facts.push_back(fact);
    }
    const Calendar calendar(draft, {.facts = 2'000});
    CHECK(calendar_from_json(to_json(calendar), {.facts = 2'000}) == calendar);
}
