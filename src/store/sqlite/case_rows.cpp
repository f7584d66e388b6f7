// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/case_rows.hpp"

#include "run/field_reader.hpp"
#include "run/field_writer.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace tertib::sqlite {

namespace {

constexpr std::int64_t most_places = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
constexpr std::uint8_t item = 1; ///< the one field of a list in a column

[[nodiscard]] std::uint32_t place_of(std::int64_t number) {
    return static_cast<std::uint32_t>(within(number, most_places));
}
[[nodiscard]] std::optional<Instant> maybe_instant(std::optional<std::int64_t> micros) {
    return micros ? std::optional(instant_of(*micros)) : std::nullopt;
}
[[nodiscard]] std::optional<std::int64_t> maybe_micros(std::optional<Instant> instant) {
    return instant ? std::optional(micros_of(*instant)) : std::nullopt;
}

/// Lists within a column are written like the journal's: few items, of what is open.
[[nodiscard]] std::string stops_bytes(const std::vector<ClockStop>& stops) {
    FieldWriter out;
    for (const ClockStop& stop : stops) {
        out.number(item, micros_of(stop.from));
        out.number(item, micros_of(stop.until));
    }
    return out.take();
}
[[nodiscard]] std::vector<std::int64_t> numbers_of(const std::string& bytes) {
    std::vector<std::int64_t> numbers;
    for (FieldReader in(bytes, "a list in the store"); in.next();) {
        numbers.push_back(in.number_in_list(-any - 1, any));
    }
    return numbers;
}
[[nodiscard]] std::vector<ClockStop> stops_of(const std::string& bytes) {
    const std::vector<std::int64_t> numbers = numbers_of(bytes);
    std::vector<ClockStop> stops;
    stops.reserve(numbers.size() / 2);
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        stops.push_back({instant_of(numbers[i]), instant_of(numbers[i + 1])});
    }
    return stops;
}
[[nodiscard]] std::string places_bytes(const std::vector<std::uint32_t>& places) {
    FieldWriter out;
    for (const std::uint32_t place : places) {
        out.number(item, place);
    }
    return out.take();
}
[[nodiscard]] std::vector<std::uint32_t> places_of(const std::string& bytes) {
    std::vector<std::uint32_t> places;
    for (const std::int64_t number : numbers_of(bytes)) {
        places.push_back(place_of(number));
    }
    return places;
}
[[nodiscard]] std::string texts_bytes(const std::vector<std::string>& texts) {
    FieldWriter out;
    for (const std::string& each : texts) {
        out.put(item, each);
    }
    return out.take();
}
[[nodiscard]] std::vector<std::string> texts_of(const std::string& bytes) {
    std::vector<std::string> texts;
    for (FieldReader in(bytes, "a list in the store"); in.next();) {
        texts.push_back(in.text_in_list());
    }
    return texts;
}

void read_tasks(Statements& statements, CaseState& state) {
    Statement& rows = statements.tasks_of;
    const Running running(rows);
    rows.bind(":case_id", state.id);
    while (rows.step()) {
        Task task;
        task.step = place_of(rows.number(0));
        task.number = place_of(rows.number(1));
        task.flow = place_of(rows.number(2));
        task.state = static_cast<TaskState>(
            within(rows.number(3), static_cast<std::int64_t>(TaskState::claimed_waiting)));
        task.holder = rows.text(4);
        task.holder_as = rows.text(5);
        task.holder_event = static_cast<std::uint64_t>(within(rows.number(6), any));
        task.pelaksana = rows.text(7);
        task.stops_service = within(rows.number(8), 1) == 1;
        task.clock.since = instant_of(rows.number(9));
        task.clock.stops = stops_of(rows.blob(10));
        task.clock.stopped_since = maybe_instant(rows.maybe_number(11));
        task.clock.due = maybe_instant(rows.maybe_number(12));
        task.clock.promised = maybe_instant(rows.maybe_number(13));
        task.clock.overdue = within(rows.number(14), 1) == 1;
        task.done_by = texts_of(rows.blob(15));
        task.rules = places_of(rows.blob(16));
        task.escalated_to = texts_of(rows.blob(17));
        state.tasks.push_back(std::move(task));
    }
}

void read_steps(Statements& statements, CaseState& state) {
    Statement& rows = statements.steps_of;
    const Running running(rows);
    rows.bind(":case_id", state.id);
    // What an Sop can have at most: a foreign row must not make us ask for any memory it likes.
    constexpr std::int64_t most_steps = 10'000'000;
    while (rows.step()) {
        const auto step = static_cast<std::size_t>(within(rows.number(0), most_steps));
        if (step >= state.steps.size()) {
            state.steps.resize(step + 1);
        }
        state.steps[step] = {.arrivals = place_of(rows.number(1)),
                             .completions = place_of(rows.number(2)),
                             .skips = place_of(rows.number(3)),
                             .produk = places_of(rows.blob(4))};
    }
}

void read_parked(Statements& statements, CaseState& state) {
    Statement& rows = statements.parked_of;
    const Running running(rows);
    rows.bind(":case_id", state.id);
    while (rows.step()) {
        state.parked.push_back({place_of(rows.number(0)), instant_of(rows.number(1))});
    }
}

/// What any command may change of a case.
void bind_progress(Statement& put, const StoredCase& stored) {
    const CaseState& state = stored.state;
    const Service& service = state.service;
    put.bind(":status", static_cast<std::int64_t>(state.status));
    put.bind(":events", static_cast<std::int64_t>(state.events));
    put.bind_blob(":head", bytes_of(stored.head));
    put.bind(":recorded", micros_of(state.recorded));
    put.bind(":result", state.result);
    put.bind(":stopped_since", maybe_micros(state.stopped_since));
    put.bind(":accepted", std::int64_t{service.accepted ? 1 : 0});
    put.bind(":since", micros_of(service.clock.since));
    put.bind_blob(":stops", stops_bytes(service.clock.stops));
    put.bind(":service_stopped_since", maybe_micros(service.clock.stopped_since));
    put.bind(":due", maybe_micros(service.clock.due));
    put.bind(":promised", maybe_micros(service.clock.promised));
    put.bind(":overdue", std::int64_t{service.clock.overdue ? 1 : 0});
    put.bind_blob(":case_stops", stops_bytes(state.stops));
    put.bind(":id", state.id);
}

/// Whether the case goes on by the documents that its row names.
[[nodiscard]] bool keeps_documents(const StoredCase* before, const CaseState& after) {
    return before != nullptr && before->state.sop_digest == after.sop_digest &&
           before->state.calendar == after.calendar &&
           before->state.calendar_digest == after.calendar_digest;
}

void write_head(Statements& statements, const CaseChange& change) {
    const CaseState& state = change.after->state;
    if (keeps_documents(change.before, state)) {
        bind_progress(statements.update_case, *change.after);
        statements.update_case.run();
        return;
    }
    Statement& put = statements.put_case;
    put.bind(":sop", state.sop_digest);
    put.bind(":calendar_label", state.calendar);
    put.bind(":calendar", state.calendar_digest);
    put.bind(":started", micros_of(state.started));
    put.bind(":waktu", state.service.waktu);
    put.bind(":dasar", state.service.dasar);
    put.bind(":policy", state.policy_digest);
    bind_progress(put, *change.after);
    put.run();
}

void write_task(Statement& put, const std::string& case_id, const Task& task) {
    put.bind(":case_id", case_id);
    put.bind(":step", std::int64_t{task.step});
    put.bind(":number", std::int64_t{task.number});
    put.bind(":flow", std::int64_t{task.flow});
    put.bind(":state", static_cast<std::int64_t>(task.state));
    put.bind(":holder", task.holder);
    put.bind(":holder_as", task.holder_as);
    put.bind(":holder_event", static_cast<std::int64_t>(task.holder_event));
    put.bind(":pelaksana", task.pelaksana);
    put.bind(":stops_service", std::int64_t{task.stops_service ? 1 : 0});
    put.bind(":since", micros_of(task.clock.since));
    put.bind_blob(":stops", stops_bytes(task.clock.stops));
    put.bind(":stopped_since", maybe_micros(task.clock.stopped_since));
    put.bind(":due", maybe_micros(task.clock.due));
    put.bind(":promised", maybe_micros(task.clock.promised));
    put.bind(":overdue", std::int64_t{task.clock.overdue ? 1 : 0});
    put.bind_blob(":done_by", texts_bytes(task.done_by));
    put.bind_blob(":rules", places_bytes(task.rules));
    put.bind_blob(":escalated_to", texts_bytes(task.escalated_to));
    put.run();
}

void write_step(Statement& put, const CaseState& state, std::uint32_t step) {
    const StepRecord& record = state.steps[step];
    put.bind(":case_id", state.id);
    put.bind(":step", std::int64_t{step});
    put.bind(":arrivals", std::int64_t{record.arrivals});
    put.bind(":completions", std::int64_t{record.completions});
    put.bind(":skips", std::int64_t{record.skips});
    put.bind_blob(":produk", places_bytes(record.produk));
    put.run();
}

void bind_work(Statement& statement, const WorkRow& row) {
    statement.bind(":post", row.post);
    statement.bind(":due", micros_of(row.due));
    statement.bind(":case_id", row.case_id);
    statement.bind(":step_key", row.task.step);
    statement.bind(":number", std::int64_t{row.task.number});
}

void bind_deadline(Statement& statement, const DeadlineRow& row) {
    statement.bind(":missed_from", micros_of(row.missed_from));
    statement.bind(":case_id", row.case_id);
    statement.bind(":step_key", row.task.step);
    statement.bind(":number", std::int64_t{row.task.number});
    statement.bind(":rule", std::int64_t{row.rule});
}

void write_lists(Statements& statements, const CaseChange& change) {
    for (const WorkRow& row : change.work_gone) {
        bind_work(statements.drop_work, row);
        statements.drop_work.run();
    }
    for (const WorkRow& row : change.work_new) {
        bind_work(statements.add_work, row);
        statements.add_work.run();
    }
    for (const DeadlineRow& row : change.deadlines_gone) {
        bind_deadline(statements.drop_deadline, row);
        statements.drop_deadline.run();
    }
    for (const DeadlineRow& row : change.deadlines_new) {
        bind_deadline(statements.add_deadline, row);
        statements.add_deadline.run();
    }
}

} // namespace

Sha256 hash_of(std::string_view bytes) {
    Sha256 hash{};
    if (bytes.size() != hash.size()) {
        throw Error(ErrorCode::damaged, "a hash in the store isn't 32 bytes long");
    }
    std::ranges::copy(bytes, reinterpret_cast<char*>(hash.data()));
    return hash;
}

std::int64_t within(std::int64_t number, std::int64_t most) {
    if (number < 0 || number > most) {
        throw Error(ErrorCode::damaged,
                    "a number in the store is out of range: " + std::to_string(number));
    }
    return number;
}

std::optional<StoredCase> read_case(Statements& statements, std::string_view id) {
    StoredCase stored;
    CaseState& state = stored.state;
    {
        Statement& row = statements.find_case;
        const Running running(row);
        row.bind(":id", id);
        if (!row.step()) {
            return std::nullopt;
        }
        state.id = id;
        state.status = static_cast<CaseStatus>(
            within(row.number(0), static_cast<std::int64_t>(CaseStatus::cancelled)));
        state.sop_digest = row.text(1);
        state.calendar = row.text(2);
        state.calendar_digest = row.text(3);
        state.events = static_cast<std::uint64_t>(within(row.number(4), any));
        stored.head = hash_of(row.blob(5));
        state.started = instant_of(row.number(6));
        state.recorded = instant_of(row.number(7));
        state.result = row.text(8);
        state.stopped_since = maybe_instant(row.maybe_number(9));
        state.service.waktu = row.text(10);
        state.service.dasar = row.text(11);
        state.service.accepted = within(row.number(12), 1) == 1;
        Clock& clock = state.service.clock;
        clock.since = instant_of(row.number(13));
        clock.stops = stops_of(row.blob(14));
        clock.stopped_since = maybe_instant(row.maybe_number(15));
        clock.due = maybe_instant(row.maybe_number(16));
        clock.promised = maybe_instant(row.maybe_number(17));
        clock.overdue = within(row.number(18), 1) == 1;
        state.stops = stops_of(row.blob(19));
        state.policy_digest = row.text(20);
    }
    read_tasks(statements, state);
    read_steps(statements, state);
    read_parked(statements, state);
    return stored;
}

void write_case(Statements& statements, const CaseChange& change) {
    const CaseState& state = change.after->state;
    write_head(statements, change);
    for (const TaskRow& row : change.tasks_gone) {
        Statement& drop = statements.drop_task;
        drop.bind(":case_id", state.id);
        drop.bind(":step", std::int64_t{row.task->step});
        drop.bind(":number", std::int64_t{row.task->number});
        drop.run();
    }
    for (const TaskRow& row : change.tasks_new) {
        statements.put_task.bind(":step_key", row.step);
        write_task(statements.put_task, state.id, *row.task);
    }
    for (const TaskRow& row : change.tasks_other) {
        write_task(statements.update_task, state.id, *row.task);
    }
    for (const std::uint32_t step : change.steps) {
        write_step(statements.put_step, state, step);
    }
    for (const std::uint32_t step : change.steps_gone) {
        statements.drop_step.bind(":case_id", state.id);
        statements.drop_step.bind(":step", std::int64_t{step});
        statements.drop_step.run();
    }
    for (const ParkedToken& token : change.parked_gone) {
        statements.drop_parked.bind(":case_id", state.id);
        statements.drop_parked.bind(":flow", std::int64_t{token.flow});
        statements.drop_parked.run();
    }
    for (const ParkedToken& token : change.parked_new) {
        statements.put_parked.bind(":case_id", state.id);
        statements.put_parked.bind(":flow", std::int64_t{token.flow});
        statements.put_parked.bind(":since", micros_of(token.since));
        statements.put_parked.run();
    }
    write_lists(statements, change);
}

} // namespace tertib::sqlite
