// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/journal_log.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/write/log_file.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace tertib;

namespace {

/// "K-1 1 Ani/Kadis 09:00-09:30 =Setuju; …": the rows of a log, times on the clock of WIB.
std::string shown(const EventLog& log) {
    std::string all;
    for (std::size_t i = 0; i < log.row_count(); ++i) {
        const LogEvent row = log.row(i);
        const auto clock = [](const EventStamp& stamp) {
            return stamp.known() ? text(stamp, wib()).substr(11, 5) : std::string();
        };
        all += all.empty() ? "" : "; ";
        all += std::string(log.cases().text(row.case_code)) + " ";
        all += std::string(log.activities().text(row.activity)) + " ";
        all += std::string(log.resources().text(row.resource)) + "/";
        all += std::string(log.roles().text(row.role)) + " ";
        all += clock(row.start) + "-" + clock(row.complete);
        all += row.outcome == no_code ? "" : " =" + std::string(log.outcomes().text(row.outcome));
    }
    return all;
}

std::string value_of(const EventLog& log, std::string_view column, std::size_t index,
                     ColumnScope scope = ColumnScope::event) {
    const ExtraColumn* const found = log.column(column, scope);
    const LogValue value = found == nullptr ? LogValue{} : found->value(index);
    const auto* const text = std::get_if<std::string_view>(&value);
    return text == nullptr ? "" : std::string(*text);
}

LineSource lines_in(const std::string& text) {
    return [rest = text]() mutable -> std::optional<std::string> {
        if (rest.empty()) {
            return std::nullopt;
        }
        const std::size_t end = rest.find('\n');
        std::string line = rest.substr(0, end);
        rest.erase(0, end == std::string::npos ? end : end + 1);
        return line;
    };
}

std::string whole_export(Store& store) {
    std::string all;
    store.export_journal(wib(), [&](std::string_view line) { all += line; });
    return all;
}

std::string event_lines(Store& store, std::string_view case_id, LineBodies bodies) {
    std::string all;
    store.each_line(case_id, {.bodies = bodies, .office = {}},
                    [&](std::string_view line) { all += line; });
    return all;
}

/// A store in which the work of a few minutes has been done.
struct Working {
    explicit Working(std::unique_ptr<Database> database) : counter(std::move(database)) {
        counter.start("K-1");
        at("09:05", "K-1", ClaimTask{"1"});
        at("09:30", "K-1", CompleteTask{.task = "1", .produk = {"Konsep Surat"}});
        counter.office.reason = "menunggu";
        at("09:40", "K-1", WaitTask{"2"});
        at("10:00", "K-1", ResumeTask{"2"});
        at("10:10", "K-1",
           CompleteTask{.task = "2", .produk = {"Surat Bertanda Tangan"}, .outcome = "Setuju"});
        at("10:20", "K-1", SkipTask{.task = "3"});
        at("10:30", "K-1", ClaimTask{"4"});
    }
    void at(std::string_view clock, const std::string& case_id, Action action) {
        counter.office.set("2025-05-05T" + std::string(clock));
        const std::string refusal = counter.code(case_id, std::move(action));
        INFO(clock);
        REQUIRE(refusal.empty());
    }
    [[nodiscard]] JournalLog log(JournalRows rows = JournalRows::steps_and_stops) {
        return journal_log(counter.store, {.rows = rows, .zone = wib(), .limits = {}});
    }

    Counter counter;
};

constexpr const char* steps_alone =
    "K-1 1 Ani/Kadis 09:05-09:30; K-1 2 Ani/Kadis -10:10 =Setuju; K-1 4 Ani/Kadis 10:30-";
constexpr const char* with_stops =
    "K-1 @started Ani/Kadis 09:00-09:00; K-1 1 Ani/Kadis 09:05-09:30; "
    "K-1 @waiting Ani/Kadis -09:40; K-1 @resumed Ani/Kadis -10:00; "
    "K-1 2 Ani/Kadis -10:10 =Setuju; K-1 4 Ani/Kadis 10:30-";

} // namespace

TEST_CASE("a store's cases are a log, of its steps or with the stops of clocks too") {
    const bool file = GENERATE(false, true);
    const ScratchFolder folder;
    Working working(file ? open_sqlite(folder.path("kasus.tertib")) : open_memory());
    CHECK(shown(working.log(JournalRows::steps).log) == steps_alone);
    const JournalLog own = working.log();
    CHECK(shown(own.log) == with_stops);
    CHECK(value_of(own.log, "tertib:task", 2) == "2#1");
    CHECK(value_of(own.log, "tertib:standing", 1) == "unverified");
    CHECK(value_of(own.log, "tertib:sop", 1, ColumnScope::of_case) == working.counter.sop);
    CHECK(own.log.row(1).complete.form.precision() == Precision::exact);
    CHECK(shown(working.log(JournalRows::all).log).find("; K-1 @skipped Ani/Kadis -10:20; ") !=
          std::string::npos);
}

TEST_CASE("the map of a journal's log fits it") {
    Working working(open_memory());
    const JournalLog own = working.log(JournalRows::all);
    const std::vector<StepMatch> matches =
        match_steps(own.log, working.counter.office.sop(), own.map);
    std::string meanings;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        meanings += std::string(own.log.activities().text(static_cast<Code>(i + 1))) + ":" +
                    std::string(name(matches[i].meaning)) + " ";
    }
    CHECK(meanings == "@started:no_step 1:step @waiting:wait @resumed:resume 2:step "
                      "@skipped:no_step 4:step ");
    CHECK(own.map.zone == wib());
    CHECK(own.map.people.empty());
    CHECK(journal_map().wait == std::vector<std::string>{"@waiting", "@suspended", "@cancelled"});
    CHECK(journal_map().resume == std::vector<std::string>{"@resumed", "@reopened"});
}

TEST_CASE("an export says the same as the store") {
    Working working(open_memory());
    working.counter.start("K-2");
    Store& store = working.counter.store;
    const JournalLog own = working.log();
    const JournalLog read = read_journal_log(lines_in(whole_export(store)));
    CHECK(digest(read.log) == digest(own.log));
    CHECK(read.map == own.map);
    CHECK(read.log.place_unit() == PlaceUnit::line);
    const std::string one = event_lines(store, "K-1", LineBodies::shown);
    CHECK(shown(read_journal_log(lines_in(one)).log) == with_stops);
    CHECK(is_journal(one));
    CHECK(is_journal(whole_export(store)));
    CHECK_FALSE(is_journal("{\"schema\": \"tertib.map/1\"}"));
    CHECK_FALSE(is_journal("case,activity\n"));
    CHECK(read_journal_log(lines_in("")).log.row_count() == 0);
}

TEST_CASE("a store's log comes back from XES, and fits the same map") {
    Working working(open_memory());
    const JournalLog own = working.log();
    std::string xes;
    write_xes(own.log, [&](std::string_view piece) { xes += piece; });
    CHECK(xes.find("<string key=\"concept:name\" value=\"@waiting\"/>") != std::string::npos);
    CHECK(xes.find("<string key=\"tertib:task\" value=\"2#1\"/>") != std::string::npos);
}

TEST_CASE("names that were erased or left out are missing") {
    Working working(open_memory());
    Store& store = working.counter.store;
    const std::string bare = event_lines(store, "K-1", LineBodies::left_out);
    const EventLog log = read_journal_log(lines_in(bare)).log;
    CHECK(log.resources().size() == 0);
    CHECK(shown(log).starts_with("K-1 @started /Kadis 09:00-09:00; K-1 1 /Kadis 09:05-09:30; "));
    working.counter.office.dasar = "UU 27/2022";
    working.at("11:00", "K-1", EraseBody{3});
    CHECK(shown(working.log(JournalRows::steps).log).starts_with("K-1 1 /Kadis 09:05-09:30; "));
}

TEST_CASE("a case's stops are rows, and what was returned is in hand no more") {
    Working working(open_memory());
    working.at("10:50", "K-1", ReturnTask{.task = "4", .target = "2"});
    working.at("11:00", "K-1", SuspendCase{});
    working.at("11:10", "K-1", ReopenCase{});
    working.at("11:20", "K-1", ReassignTask{.task = "2", .person = "Budi"});
    const std::string rows = shown(working.log().log);
    CHECK(rows.substr(rows.find("K-1 2 Ani")) ==
          "K-1 2 Ani/Kadis -10:10 =Setuju; K-1 @suspended Ani/Kadis -11:00; "
          "K-1 @reopened Ani/Kadis -11:10; K-1 2 Budi/ 11:20-");
}

TEST_CASE("acting officers are named as such, with the days and the letter") {
    const auto holding = [](PostKind kind, std::string person) {
        return PostHolding{.person = std::move(person),
                           .pelaksana = "Kadis",
                           .kind = kind,
                           .from = *read_day("2025-05-01"),
                           .until = *read_day("2025-05-31"),
                           .surat = kind == PostKind::definitive ? "" : "800/7"};
    };
    Counter counter(open_memory());
    counter.store.use_roster(std::make_shared<const Roster>(std::vector<PostHolding>{
        holding(PostKind::definitive, "Ani"), holding(PostKind::plh, "Budi")}));
    counter.start("K-1");
    counter.office.by = {.person = "Budi", .as = "Kadis"};
    REQUIRE(counter.done("K-1", "1").empty());
    const JournalLog from_events = journal_log(counter.store);
    CHECK(shown(from_events.log).ends_with("K-1 1 Budi/Plh. Kadis -09:00"));
    CHECK(value_of(from_events.log, "tertib:surat", 1) == "800/7");
    const MappedPerson budi{.person = "Budi",
                            .pelaksana = "Kadis",
                            .kind = PostKind::plh,
                            .from = read_day("2025-05-05"),
                            .until = read_day("2025-05-05"),
                            .surat = "800/7"};
    CHECK(from_events.map.people == std::vector<MappedPerson>{budi});
    // What the office decided says more than an event, and isn't said twice.
    const LocalDay monday = *read_day("2025-05-05");
    REQUIRE(counter
                .decided(Delegate{.person = "Budi",
                                  .pelaksana = "Kadis",
                                  .kind = PostKind::plh,
                                  .from = monday,
                                  .until = monday + std::chrono::days{4},
                                  .surat = "800/8"})
                .empty());
    const JournalLog decided = journal_log(counter.store);
    REQUIRE(decided.map.people.size() == 1);
    CHECK(decided.map.people.front().surat == "800/8");
    CHECK(decided.map.people.front().until == read_day("2025-05-09"));
    CHECK(decided.log.row_count() == from_events.log.row_count());
}

TEST_CASE("what happened before it was recorded says when that was") {
    Counter counter(open_memory());
    counter.start("K-1");
    counter.office.at = counter.office.now;
    counter.office.set("2025-05-05T12:00");
    REQUIRE(counter.done("K-1", "1").empty());
    const EventLog log = journal_log(counter.store).log;
    CHECK(shown(log).ends_with("K-1 1 Ani/Kadis -09:00"));
    const ExtraColumn* const recorded = log.column("tertib:recorded");
    REQUIRE(recorded != nullptr);
    CHECK_FALSE(recorded->has(0));
    CHECK(text(std::get<EventStamp>(recorded->value(1)), wib()) == "2025-05-05T12:00:00+07:00");
}

TEST_CASE("a journal that doesn't hold is refused with the line") {
    Working working(open_memory());
    Store& store = working.counter.store;
    working.counter.start("K-2");
    const std::string events = event_lines(store, "", LineBodies::shown);
    std::vector<std::string> lines;
    for (const std::string_view line : split(events, '\n')) {
        if (!line.empty()) {
            lines.emplace_back(line);
        }
    }
    const auto refusal = [](const std::string& text) -> std::string {
        try {
            (void)read_journal_log(lines_in(text));
            return "";
        } catch (const Error& error) {
            return std::to_string(error.position().row) + ": " + error.what();
        }
    };
    const auto joined = [](const std::vector<std::string>& all) {
        std::string text;
        for (const std::string& line : all) {
            text += line + "\n";
        }
        return text;
    };
    CHECK(refusal(events).empty());
    std::vector<std::string> changed = lines;
    changed.erase(changed.begin() + 1);
    CHECK(refusal(joined(changed)) == "2: case K-1, event 2: event 3 stands in its place");
    changed = lines;
    changed.push_back(lines.front());
    CHECK(refusal(joined(changed)) ==
          std::to_string(changed.size()) +
              ": case K-1, event 0: the events of a case must stand together");
    changed = lines;
    const std::size_t digit = lines[1].find("\"data\": \"") + 60;
    changed[1][digit] = lines[1][digit] == '0' ? '1' : '0';
    CHECK(refusal(joined(changed)) == "2: case K-1, event 2: it isn't linked to the one before");
    changed = lines;
    changed[2] = "{}";
    CHECK(refusal(joined(changed)).starts_with("3: "));
    const std::string whole = whole_export(store);
    CHECK(refusal(whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1))
              .ends_with("the export ends early: the line that closes it is missing"));
    CHECK(refusal(whole + lines.front() + "\n")
              .ends_with("something stands behind the end of the export"));
    CHECK(refusal(whole.substr(whole.find('\n') + 1))
              .ends_with("the export isn't the one that was closed here: a line was changed, lost "
                         "or added"));
}
