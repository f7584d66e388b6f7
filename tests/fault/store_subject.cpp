// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store_subject.hpp"

#include "tertib/base/error.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"
#include "tertib/time/calendar.hpp"

#include <set>
#include <utility>

namespace tertib {

namespace {

/// One step that waits for ever: its cases take notes.
Sop notes_sop() {
    SopParts parts;
    parts.pelaksana = {"Kadis"};
    parts.steps = {Step{.key = "1",
                        .uraian = "Mencatat",
                        .marks = {{PelaksanaIndex{0}, Symbol::process}},
                        .waktu = read_waktu("2 Hari").waktu}};
    parts.flow = {Flow{.from = "start", .to = "1"}, Flow{.from = "1", .to = "end"}};
    return Sop(std::move(parts));
}

/// The smallest calendar there is: reading it back costs little, and these harnesses open a store
/// thousands of times.
const Calendar& office_calendar() {
    static const Calendar calendar = [] {
        CalendarFact hours{.kind = CalendarFactKind::hours, .first = first_day};
        hours.hours.fill({{.from = 480, .to = 960}});
        CalendarDraft draft;
        draft.name = "kecil";
        draft.facts.push_back(std::move(hours));
        return Calendar(std::move(draft));
    }();
    return calendar;
}

const Instant morning = read_stamp("2025-05-05T09:00", wib())->earliest;

class StoreSubject final : public Subject {
public:
    explicit StoreSubject(const Opening& opening)
        : path_(opening.path),
          store_(open_sqlite(opening.path, {.synchronous = opening.durability == Durability::full
                                                               ? Synchronous::full
                                                               : Synchronous::normal,
                                            .vfs = opening.vfs})),
          sop_(store_.register_sop(notes_sop())),
          calendar_(store_.register_calendar(office_calendar())) {}

    Answer append(std::span<const Entry> entries) override {
        std::vector<Request> requests;
        std::vector<std::size_t> notes; ///< places of the notes among the requests
        std::set<std::string> begun;
        try {
            for (const Entry& entry : entries) {
                if (begun.insert(entry.case_id).second && !store_.find_case(entry.case_id)) {
                    requests.push_back(
                        request(entry.case_id, StartCase{}, "start " + entry.case_id));
                }
                notes.push_back(requests.size());
                requests.push_back(request(
                    entry.case_id, Annotate{.task = {}, .note = entry.key + "\n" + entry.payload},
                    entry.key));
            }
            const std::vector<Reply> replies = store_.submit(requests);
            Answer answer{.fate = Fate::acknowledged, .case_seqs = {}, .reason = {}};
            for (const std::size_t place : notes) {
                const Reply& reply = replies[place];
                if (!reply.receipt) {
                    return {Fate::refused, {}, reply.refusal ? reply.refusal->code : "no answer"};
                }
                // The case's first event is its start.
                answer.case_seqs.push_back(static_cast<std::int64_t>(reply.receipt->last) - 1);
            }
            return answer;
        } catch (const Error& error) {
            const bool unknown = error.code() == ErrorCode::outcome_unknown;
            return {unknown ? Fate::unknown : Fate::refused, {}, error.what()};
        }
    }

    void abandon(std::span<const Entry> entries) override {
        try {
            std::vector<Request> requests;
            for (const Entry& entry : entries) {
                requests.push_back(request("abandoned " + entry.key, StartCase{}, {}));
            }
            // A batch whose last command can't be served is given up as a whole.
            requests.push_back(request("abandoned", StartCase{}, {}));
            requests.back().sop = std::string(64, '0');
            (void)store_.submit(requests);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::argument) {
                throw SubjectError(error.what());
            }
        }
    }

    void read(std::string_view case_id, const Visitor& visit) override {
        try {
            store_.each_event(case_id, [&](const StoredEvent& stored) {
                const Event event = unseal(stored.sealed.data, stored.sealed.body);
                if (event.kind != EventKind::annotated) {
                    return;
                }
                const std::string& note = event.body.note;
                const std::size_t line = note.find('\n');
                visit({.case_id = stored.case_id,
                       .case_seq = static_cast<std::int64_t>(stored.number) - 1,
                       .key = note.substr(0, line),
                       .payload = note.substr(line + 1)});
            });
        } catch (const Error& error) {
            throw SubjectError(error.what());
        }
    }

    std::vector<std::string> check() override {
        try {
            std::vector<std::string> wrong;
            for (const JournalBreach& breach : store_.verify().breaches) {
                wrong.push_back(std::string(name(breach.fault)) + " of " + breach.case_id + ": " +
                                breach.detail);
            }
            return wrong;
        } catch (const Error& error) {
            throw SubjectError(error.what());
        }
    }

    Offered perform(Chore chore) override {
        try {
            switch (chore) {
            case Chore::truncate: store_.tidy(); return Offered::yes;
            case Chore::integrity:
                if (const std::vector<std::string> wrong = check(); !wrong.empty()) {
                    throw SubjectError("integrity: " + wrong.front());
                }
                return Offered::yes;
            case Chore::copy: store_.backup(path_ + "-copy"); return Offered::yes;
            case Chore::checkpoint:
            case Chore::vacuum: return Offered::no;
            }
        } catch (const Error& error) {
            throw SubjectError(error.what());
        }
        return Offered::no;
    }

private:
    [[nodiscard]] Request request(const std::string& case_id, Action action,
                                  std::string key) const {
        return {.command = {.case_id = case_id,
                            .by = {.person = "Ani", .as = "Kadis"},
                            .now = morning,
                            .at = {},
                            .reason = {},
                            .dasar = {},
                            .action = std::move(action)},
                .key = std::move(key),
                .seen = {},
                .sop = sop_,
                .calendar = calendar_};
    }

    std::string path_;
    Store store_;
    std::string sop_;
    std::string calendar_;
};

} // namespace

OpenSubject store_subject() {
    return [](const Opening& opening) -> std::unique_ptr<Subject> {
        try {
            return std::make_unique<StoreSubject>(opening);
        } catch (const Error& error) {
            throw SubjectError(error.what());
        }
    };
}

} // namespace tertib
