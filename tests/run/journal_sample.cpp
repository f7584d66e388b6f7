// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// What the library writes of running cases, for tests in other languages (tests/python):
//
//     journal_sample journal     an exported journal of four cases and the office, bodies erased
//     journal_sample office      each event of the office, one JSON document a line
//     journal_sample cases       each case after each of its events, one JSON document a line
//     journal_sample kept        the first of these cases as a host without a store keeps it
//     journal_sample commands    every command, one JSON document a line
//     journal_sample requests    the same as requests to a store, each with something beside it
//     journal_sample decisions   everything that an office decides, as requests to a store
//     journal_sample offices     the office after each of its events, one JSON document a line
//     journal_sample plans WHAT  dry runs, one JSON document a line: migrations, recomputes, revisions
//     journal_sample whys        why a case is where it is, one JSON document a line
//     journal_sample coverage    of the first of these cases
//     journal_sample policies    an overrun policy, a JSON document on one line
//     journal_sample judge       for each line of a journal on standard input, taken as the first of
//                                its case: "holds", or why not
//     journal_sample store FILE  makes a store with two seals and a key, and writes its export
#include "run/full_event.hpp"
#include "run/full_office_event.hpp"
#include "run/office.hpp"
#include "run/office_chain.hpp"
#include "run/plan_sample.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/case_state_json.hpp"
#include "tertib/run/command_json.hpp"
#include "tertib/run/event_json.hpp"
#include "tertib/run/journal_entry.hpp"
#include "tertib/run/office_event_json.hpp"
#include "tertib/run/office_state_json.hpp"
#include "tertib/run/overrun_policy_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/request_json.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"
#include "tertib/testkit/coverage_json.hpp"

#include <algorithm>
#include <iostream>

using namespace tertib;

namespace {

struct Sample {
    std::vector<Event> events;
    std::vector<Command> commands;
    std::vector<std::string> cases; ///< JSON
    std::vector<std::string> whys;  ///< JSON
};

class Writer {
public:
    Writer(std::string case_id, SopParts parts)
        : case_id_(std::move(case_id)),
          office_(std::move(parts)) {}

    void act(Action action, std::string_view now, std::string_view at = {}) {
        office_.set(now);
        office_.at = at.empty() ? std::nullopt : std::optional(office_.moment(at));
        Command command = office_.command(std::move(action));
        command.case_id = case_id_;
        const Judgement answer = decide(office_.context(), office_.state, command);
        if (answer.refusal) {
            throw std::runtime_error(answer.refusal->code);
        }
        take(answer.events);
        sample_.commands.push_back(std::move(command));
    }
    void tick(std::string_view now) {
        office_.set(now);
        take(tertib::tick(office_.context(), office_.state, office_.now));
    }
    Office& office() { return office_; }
    [[nodiscard]] const Sample& sample() const { return sample_; }

private:
    void take(const std::vector<Event>& events) {
        for (const Event& event : events) {
            office_.state = apply(office_.ready(), std::move(office_.state), event);
            sample_.events.push_back(event);
            sample_.cases.push_back(to_json(office_.ready(), office_.state, wib()));
            sample_.whys.push_back(
                to_json(why(office_.context(), office_.state, office_.by, office_.now), wib()));
        }
    }

    std::string case_id_;
    Office office_;
    Sample sample_;
};

Sample letter() {
    Writer letter("2025-17", letter_parts());
    letter.office().reason = "contoh";
    letter.office().dasar = "Pergub 3";
    letter.act(StartCase{.waktu = "2 Hari Kerja", .outcome = ""}, "2025-05-05T09:00");
    letter.act(AcceptCase{}, "2025-05-05T09:05");
    letter.act(ClaimTask{"1"}, "2025-05-05T09:10");
    letter.act(CompleteTask{.task = "1", .produk = {"Konsep Surat", "Lembar Disposisi"}},
               "2025-05-05T10:00", "2025-05-05T09:30");
    letter.act(ReassignTask{.task = "2", .person = "Budi", .pelaksana = "Sekretaris"},
               "2025-05-05T10:01");
    letter.office().by = {.person = "Budi", .as = "Sekretaris"};
    letter.act(WaitTask{"2", WaitScope::task_and_service}, "2025-05-05T11:00");
    letter.act(Annotate{"2", "menunggu “asli” berkas"}, "2025-05-05T11:01");
    letter.act(Attach{.task = "",
                      .evidence = "foto.jpg",
                      .media_type = "image/jpeg",
                      .size = 17,
                      .sha256 = std::string(64, 'a'),
                      .location = "rak 3"},
               "2025-05-05T11:02");
    letter.act(ResumeTask{"2", ResumeWith::whole}, "2025-05-06T09:00");
    letter.tick("2025-05-19T09:00");
    letter.act(EraseBody{7}, "2025-05-19T09:01");
    letter.act(SuspendCase{}, "2025-05-19T09:02");
    letter.act(ReopenCase{}, "2025-05-20T09:00");
    letter.act(CancelCase{}, "2025-05-20T09:01");
    return letter.sample();
}

/// Two branches, to its end: tokens parked and released.
Sample branches() {
    Writer work("2025-18", tiny_parts(3, "start>1 start>2 1>g1 2>g1 g1>3 3>end"));
    work.act(StartCase{}, "2025-05-05T09:00");
    work.act(CompleteTask{.task = "1"}, "2025-05-05T09:10");
    work.act(CompleteTask{.task = "2"}, "2025-05-05T09:20");
    work.act(CompleteTask{.task = "3", .result = "diterbitkan"}, "2025-05-05T09:30");
    return work.sample();
}

/// The rest of the commands, and an event with every member set.
Sample rest() {
    Writer rest("2025-19", letter_parts());
    rest.office().reason = "contoh";
    rest.act(StartCase{}, "2025-05-05T09:00");
    rest.act(ClaimTask{"1"}, "2025-05-05T09:01");
    rest.act(ReleaseTask{"1"}, "2025-05-05T09:02");
    rest.act(CompleteTask{.task = "1", .produk = {"Konsep Surat"}}, "2025-05-05T09:03");
    rest.act(ReturnTask{.task = "2", .target = "1"}, "2025-05-05T09:04");
    rest.act(CompleteTask{.task = "1#2", .produk = {"Konsep Surat"}}, "2025-05-05T09:05");
    rest.act(CompleteTask{.task = "2",
                          .produk = {"Surat Bertanda Tangan"},
                          .outcome = "Setuju",
                          .missing = {"Map"},
                          .excuse = "menyusul"},
             "2025-05-05T09:06");
    rest.act(SkipTask{"3"}, "2025-05-05T09:07");
    Sample sample = rest.sample();
    Event full = full_event();
    full.case_id = "2025-19";
    full.number = sample.events.size() + 1;
    sample.events.push_back(std::move(full));
    return sample;
}

/// Not from a random source, so that the sample is always the same.
Salt chosen_salt(const std::string& noise) {
    const Sha256 digest = sha256(noise);
    Salt chosen{};
    std::copy_n(digest.begin(), chosen.size(), chosen.begin());
    return chosen;
}

OverrunPolicy policy() {
    return {"Loket",
            {{.steps = {"1"}, .side = OverrunSide::before, .waktu = "30 Menit"},
             {.when = OverrunWhen::not_started,
              .what = OverrunAct::escalate,
              .pelaksana = "Sekretaris"},
             {.side = OverrunSide::after,
              .waktu = "1 Hari",
              .what = OverrunAct::reassign,
              .pelaksana = "Staf",
              .person = "Cici"}}};
}

/// A case that is watched by a policy and goes on by another version of its Sop.
Sample watched() {
    const OverrunPolicy rules = policy();
    Office office(letter_parts());
    SopParts parts = letter_parts();
    parts.identity.nomor = "SOP-2";
    const Office next(std::move(parts));
    office.reason = "revisi SOP";
    CaseContext context = office.context();
    context.policy = &rules;
    context.next_sop = &next.ready();
    context.next_calendar = &office.calendar();
    Sample sample;
    CaseState state;
    const auto take = [&](const std::vector<Event>& events, const ReadySop& sop) {
        for (const Event& event : events) {
            state = apply(sop, std::move(state), event);
            sample.events.push_back(event);
            sample.cases.push_back(to_json(sop, state, wib()));
        }
    };
    for (const Action& action : {Action{StartCase{}}, Action{RecomputeCase{}},
                                 Action{MigrateCase{.steps = {{"1", "1"}, {"3", "4"}}}}}) {
        Command command = office.command(action);
        command.case_id = "2025-20";
        const bool moves = std::holds_alternative<MigrateCase>(action);
        take(decide(context, state, command).events, moves ? next.ready() : office.ready());
        sample.commands.push_back(std::move(command));
    }
    context.sop = &next.ready();
    take(tick(context, state, office.moment("2025-05-07T09:00")), next.ready());
    return sample;
}

/// Everything that an office decides, and an event with every member set.
std::vector<OfficeEvent> decisions() {
    OfficeChain office;
    office.reason = "contoh";
    office.dasar = "Pergub 3";
    office.act(plh("Budi", "2025-04-21", "2025-04-25"));
    office.act(plh("Citra"));
    office.act(EndDelegation{.holding = 2, .until = day("2025-05-06"), .surat = "800/2"});
    const std::string first(64, 'a');
    const std::string second(64, 'b');
    office.know({first, second});
    office.act(EnforceSop{.sop = first, .from = day("2025-05-05"), .until = {}});
    office.act(ReplaceSop{.old_sop = first, .sop = second, .from = day("2025-06-02"), .until = {}});
    office.act(WithdrawSop{.sop = second, .from = day("2025-07-01")});
    office.act(EraseBody{1});
    OfficeEvent full = full_office_event();
    full.number = office.journal.size() + 1;
    office.journal.push_back(std::move(full));
    return office.journal;
}

/// A JSON document on one line: none of our texts holds a line end.
void write_line(std::string json) {
    std::erase(json, '\n');
    std::cout << json << '\n';
}

void write_offices() {
    OfficeState state;
    write_line(to_json(state, wib()));
    for (const OfficeEvent& event : decisions()) {
        if (event.number > state.events + 1 || event.kind == OfficeEventKind::sop_replaced) {
            continue; // the last one, with every member set, follows from nothing
        }
        state = apply(std::move(state), event);
        write_line(to_json(state, wib()));
    }
}

template <typename AnyEvent>
void write_chain(const std::string& case_id, const std::vector<AnyEvent>& events, auto erased) {
    Sha256 head = no_hash;
    for (const AnyEvent& event : events) {
        SealedEvent sealed =
            seal(head, event, chosen_salt(case_id + "/" + std::to_string(event.number)));
        if (std::ranges::any_of(events, [&](const AnyEvent& later) {
                return later.kind == erased && later.about == event.number;
            })) {
            sealed.body.clear();
        }
        std::cout << journal_line(case_id, sealed, wib());
        head = sealed.hash;
    }
}

/// The same commands, given to a host that keeps bytes, and looks for missed deadlines before each.
void write_kept() {
    const Office office(letter_parts());
    std::string kept;
    std::vector<SealedEvent> rows;
    const SaltSource salt = [&] { return chosen_salt(std::to_string(rows.size())); };
    const auto take = [&](const JournalEntry& entry) {
        if (entry.refusal) {
            throw std::runtime_error(entry.refusal->code);
        }
        rows.insert(rows.end(), entry.sealed.begin(), entry.sealed.end());
        if (entry.erased != 0) {
            rows.at(entry.erased - 1).body.clear();
        }
        kept = entry.kept;
    };
    for (const Command& command : letter().commands) {
        take(enter_missed(office.context(), kept, command.now, salt));
        take(enter(office.context(), kept, command, salt));
    }
    for (const SealedEvent& row : rows) {
        std::cout << journal_line(row, unseal(row.data, row.body), wib());
    }
}

std::string judged_event(const JournalLine& line) {
    if (line.case_id == office_id) {
        return unseal_office(line.sealed.data, line.sealed.body).number == line.number
                   ? ""
                   : "another event's";
    }
    const Event event = unseal(line.sealed.data, line.sealed.body);
    return event.case_id == line.case_id && event.number == line.number ? "" : "another event's";
}

std::string judged(const std::string& text) {
    try {
        const JournalLine line = read_journal_line(text, 1);
        if (std::string other = judged_event(line); !other.empty()) {
            return other;
        }
        const SealCheck verdict = check(no_hash, line.sealed);
        return verdict == SealCheck::holds || verdict == SealCheck::body_missing ? "holds"
                                                                                 : "wrong bytes";
    } catch (const Error& error) {
        return error.what();
    }
}

/// A start says by what the case runs, any other command how much was seen of it.
Request request_of(const Command& command) {
    Request request;
    request.command = command;
    request.key = std::string(verb(command.action)) + "-1";
    if (std::holds_alternative<StartCase>(command.action)) {
        request.sop = std::string(64, 'a');
        request.calendar = std::string(64, 'b');
    } else {
        request.seen = 1;
    }
    return request;
}

void write_store(const std::string& path) {
    Office office(letter_parts());
    Store store(open_sqlite(path), {.salt = [count = std::uint8_t{0}]() mutable {
                    Salt salt{};
                    salt[0] = ++count;
                    return salt;
                }});
    const std::string sop = store.register_sop(office.sop());
    const std::string calendar = store.register_calendar(office.calendar());
    const auto act = [&](const std::string& case_id, Action action, const std::string& key) {
        Command command = office.command(std::move(action));
        command.case_id = case_id;
        const Reply reply = store.submit({.command = std::move(command),
                                          .key = key,
                                          .seen = {},
                                          .sop = sop,
                                          .calendar = calendar});
        if (reply.refusal) {
            throw std::runtime_error(reply.refusal->code);
        }
    };
    office.reason = "contoh";
    office.dasar = "Pergub 3";
    act("2025-17", StartCase{}, "");
    act("2025-17", Annotate{"", "catatan"}, "");
    act("2025-é", StartCase{}, "klik-1");
    (void)store.seal(office.now);
    act("2025-17", EraseBody{2}, "");
    act("2025-18", StartCase{}, "");
    office.now += std::chrono::microseconds{1};
    (void)store.seal(office.now);
    act("2025-18", ClaimTask{"1"}, "klik-2");
    store.export_journal(wib(), [](std::string_view line) { std::cout << line; });
    store.tidy();
}

} // namespace

int main(int count, char** arguments) {
    if (count == 3 && std::string_view(arguments[1]) == "store") {
        write_store(arguments[2]);
        return 0;
    }
    if (count == 3 && std::string_view(arguments[1]) == "plans") {
        std::ranges::for_each(dry_runs(arguments[2]), write_line);
        return 0;
    }
    const std::string_view what = count == 2 ? arguments[1] : "";
    if (what == "judge") {
        for (std::string line; std::getline(std::cin, line);) {
            std::cout << judged(line) << '\n';
        }
        return 0;
    }
    if (what == "journal") {
        write_chain(std::string(office_id), decisions(), OfficeEventKind::erased);
    }
    if (what == "office") {
        for (const OfficeEvent& event : decisions()) {
            write_line(to_json(event, wib()));
        }
        return 0;
    }
    if (what == "decisions") {
        std::ranges::for_each(asked_decisions(), write_line);
        return 0;
    }
    if (what == "offices") {
        write_offices();
        return 0;
    }
    if (what == "coverage") {
        std::cout << to_json(coverage_of(Office(letter_parts()).sop(), letter().events));
        return 0;
    }
    if (what == "kept") {
        write_kept();
        return 0;
    }
    if (what == "policies") {
        write_line(to_json(policy()));
        return 0;
    }
    for (const Sample& sample : {letter(), branches(), rest(), watched()}) {
        if (what == "journal") {
            write_chain(sample.events.front().case_id, sample.events, EventKind::erased);
        } else if (what == "cases") {
            std::ranges::for_each(sample.cases, write_line);
        } else if (what == "commands") {
            for (const Command& command : sample.commands) {
                write_line(to_json(command, wib()));
            }
        } else if (what == "requests") {
            for (const Command& command : sample.commands) {
                write_line(to_json(request_of(command), wib()));
            }
        } else if (what == "whys") {
            std::ranges::for_each(sample.whys, write_line);
        } else {
            std::cerr
                << "journal_sample journal|office|kept|cases|commands|requests|decisions|offices|"
                   "whys|coverage|judge|policies|plans WHAT|store FILE\n";
            return 2;
        }
    }
    return 0;
}
