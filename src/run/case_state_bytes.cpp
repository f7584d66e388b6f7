// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/case_state_bytes.hpp"

#include "run/field_reader.hpp"
#include "run/field_writer.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <limits>

// Hosts keep these bytes: numbers of fields are never changed and never used again.
namespace tertib {

namespace {

constexpr char snapshot_version = '\1';

enum CaseField : std::uint8_t {
    c_status = 1,
    c_id = 2,
    c_sop = 3,
    c_calendar = 4,
    c_calendar_digest = 5,
    c_events = 6,
    c_started = 7,
    c_recorded = 8,
    c_result = 9,
    c_stopped_since = 10,
    c_service = 11,
    c_task = 12,
    c_parked = 13,
    c_step = 14,
    c_stop = 15,
    c_policy = 16,
    c_head = 63, ///< the last, and always there: bytes that were cut off are noticed
};
enum ClockField : std::uint8_t {
    k_since = 1,
    k_stop = 2,
    k_stopped_since = 3,
    k_due = 4,
    k_promised = 5,
    k_overdue = 6,
};
enum StopField : std::uint8_t { s_from = 1, s_until = 2 };
enum ServiceField : std::uint8_t { v_waktu = 1, v_dasar = 2, v_accepted = 3, v_clock = 4 };
enum TaskField : std::uint8_t {
    t_step = 1,
    t_number = 2,
    t_flow = 3,
    t_state = 4,
    t_holder = 5,
    t_holder_as = 6,
    t_holder_event = 7,
    t_pelaksana = 8,
    t_stops_service = 9,
    t_clock = 10,
    t_done_by = 11,
    t_rule = 12,
    t_escalated = 13,
};
enum TokenField : std::uint8_t { n_flow = 1, n_since = 2 };
enum StepField : std::uint8_t { r_arrivals = 1, r_completions = 2, r_skips = 3, r_produk = 4 };

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();

void put(FieldWriter& out, std::uint8_t field, Instant instant) {
    out.number(field, instant.time_since_epoch().count());
}
void put(FieldWriter& out, std::uint8_t field, const std::optional<Instant>& instant) {
    if (instant) {
        put(out, field, *instant);
    }
}
void put_yes(FieldWriter& out, std::uint8_t field, bool yes) {
    out.number_unless_zero(field, yes ? 1 : 0);
}
[[nodiscard]] Instant instant(const FieldReader& in) {
    return Instant{std::chrono::microseconds{in.number(lowest, highest)}};
}
/// A number that is left out where it is 0.
[[nodiscard]] std::uint32_t count(const FieldReader& in) {
    return static_cast<std::uint32_t>(in.number(1, most));
}

[[nodiscard]] std::string encode(const ClockStop& stop) {
    FieldWriter out;
    put(out, s_from, stop.from);
    put(out, s_until, stop.until);
    return out.take();
}

[[nodiscard]] std::string encode(const Clock& clock) {
    FieldWriter out;
    put(out, k_since, clock.since);
    for (const ClockStop& stop : clock.stops) {
        out.put(k_stop, encode(stop));
    }
    put(out, k_stopped_since, clock.stopped_since);
    put(out, k_due, clock.due);
    put(out, k_promised, clock.promised);
    put_yes(out, k_overdue, clock.overdue);
    return out.take();
}

[[nodiscard]] std::string encode(const Service& service) {
    FieldWriter out;
    out.text(v_waktu, service.waktu);
    out.text(v_dasar, service.dasar);
    put_yes(out, v_accepted, service.accepted);
    out.put(v_clock, encode(service.clock));
    return out.take();
}

[[nodiscard]] std::string encode(const Task& task) {
    if (!is_open(task.state)) {
        throw Error(ErrorCode::argument, "a state holds open tasks only");
    }
    FieldWriter out;
    out.number(t_step, task.step);
    out.number(t_number, task.number);
    out.number(t_flow, task.flow);
    out.number(t_state, static_cast<std::int64_t>(task.state));
    out.text(t_holder, task.holder);
    out.text(t_holder_as, task.holder_as);
    out.count_unless_zero(t_holder_event, task.holder_event);
    out.text(t_pelaksana, task.pelaksana);
    put_yes(out, t_stops_service, task.stops_service);
    out.put(t_clock, encode(task.clock));
    for (const std::string& post : task.done_by) {
        out.text_in_list(t_done_by, post);
    }
    for (const std::uint32_t rule : task.rules) {
        out.number(t_rule, rule);
    }
    for (const std::string& post : task.escalated_to) {
        out.text_in_list(t_escalated, post);
    }
    return out.take();
}

[[nodiscard]] std::string encode(const ParkedToken& token) {
    FieldWriter out;
    out.number(n_flow, token.flow);
    put(out, n_since, token.since);
    return out.take();
}

[[nodiscard]] std::string encode(const StepRecord& step) {
    FieldWriter out;
    out.number_unless_zero(r_arrivals, step.arrivals);
    out.number_unless_zero(r_completions, step.completions);
    out.number_unless_zero(r_skips, step.skips);
    for (const std::uint32_t place : step.produk) {
        out.number(r_produk, place);
    }
    return out.take();
}

[[nodiscard]] ClockStop read_stop(std::string_view bytes) {
    ClockStop stop;
    FieldReader in(bytes, "clock stop");
    while (in.next()) {
        switch (in.field()) {
        case s_from: stop.from = instant(in); break;
        case s_until: stop.until = instant(in); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({s_from, s_until});
    return stop;
}

[[nodiscard]] Clock read_clock(std::string_view bytes) {
    Clock clock;
    FieldReader in(bytes, "clock");
    while (in.next()) {
        switch (in.field()) {
        case k_since: clock.since = instant(in); break;
        case k_stop: clock.stops.push_back(read_stop(in.bytes())); break;
        case k_stopped_since: clock.stopped_since = instant(in); break;
        case k_due: clock.due = instant(in); break;
        case k_promised: clock.promised = instant(in); break;
        case k_overdue: clock.overdue = in.yes(); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({k_since});
    return clock;
}

[[nodiscard]] Service read_service(std::string_view bytes) {
    Service service;
    FieldReader in(bytes, "service");
    while (in.next()) {
        switch (in.field()) {
        case v_waktu: service.waktu = in.text(); break;
        case v_dasar: service.dasar = in.text(); break;
        case v_accepted: service.accepted = in.yes(); break;
        case v_clock: service.clock = read_clock(in.bytes_once()); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({v_clock});
    return service;
}

[[nodiscard]] Task read_task(std::string_view bytes) {
    constexpr auto last_state = static_cast<std::int64_t>(TaskState::claimed_waiting);
    Task task;
    FieldReader in(bytes, "task");
    while (in.next()) {
        switch (in.field()) {
        case t_step: task.step = in.place(); break;
        case t_number: task.number = in.place(); break;
        case t_flow: task.flow = in.place(); break;
        case t_state: task.state = static_cast<TaskState>(in.number(0, last_state)); break;
        case t_holder: task.holder = in.text(); break;
        case t_holder_as: task.holder_as = in.text(); break;
        case t_holder_event:
            task.holder_event = static_cast<std::uint64_t>(in.number(1, highest));
            break;
        case t_pelaksana: task.pelaksana = in.text(); break;
        case t_stops_service: task.stops_service = in.yes(); break;
        case t_clock: task.clock = read_clock(in.bytes_once()); break;
        case t_done_by: task.done_by.push_back(in.text_in_list()); break;
        case t_rule: task.rules.push_back(in.place_in_list()); break;
        case t_escalated: task.escalated_to.push_back(in.text_in_list()); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({t_step, t_number, t_flow, t_state, t_clock});
    return task;
}

[[nodiscard]] ParkedToken read_token(std::string_view bytes) {
    ParkedToken token;
    FieldReader in(bytes, "parked token");
    while (in.next()) {
        switch (in.field()) {
        case n_flow: token.flow = in.place(); break;
        case n_since: token.since = instant(in); break;
        default: in.refuse("is unknown");
        }
    }
    in.must_have({n_flow, n_since});
    return token;
}

[[nodiscard]] StepRecord read_step(std::string_view bytes) {
    StepRecord step;
    FieldReader in(bytes, "step");
    while (in.next()) {
        switch (in.field()) {
        case r_arrivals: step.arrivals = count(in); break;
        case r_completions: step.completions = count(in); break;
        case r_skips: step.skips = count(in); break;
        case r_produk: step.produk.push_back(in.place_in_list()); break;
        default: in.refuse("is unknown");
        }
    }
    return step;
}

[[nodiscard]] Sha256 read_head(const FieldReader& in) {
    Sha256 head{};
    const std::string_view bytes = in.bytes_once();
    if (bytes.size() != head.size()) {
        in.refuse("a hash isn't 32 bytes long");
    }
    std::ranges::copy(bytes, head.begin());
    return head;
}

/// The fields that are one value. False: it is none of them.
[[nodiscard]] bool read_value(const FieldReader& in, CaseState& state) {
    constexpr auto last_status = static_cast<std::int64_t>(CaseStatus::cancelled);
    switch (in.field()) {
    case c_status: state.status = static_cast<CaseStatus>(in.number(0, last_status)); return true;
    case c_id: state.id = in.text(); return true;
    case c_sop: state.sop_digest = in.text(); return true;
    case c_calendar: state.calendar = in.text(); return true;
    case c_calendar_digest: state.calendar_digest = in.text(); return true;
    case c_policy: state.policy_digest = in.text(); return true;
    case c_events: state.events = static_cast<std::uint64_t>(in.number(0, highest)); return true;
    case c_started: state.started = instant(in); return true;
    case c_recorded: state.recorded = instant(in); return true;
    case c_result: state.result = in.text(); return true;
    case c_stopped_since: state.stopped_since = instant(in); return true;
    default: return false;
    }
}

void read_record(const FieldReader& in, CaseSnapshot& snapshot) {
    CaseState& state = snapshot.state;
    switch (in.field()) {
    case c_service: state.service = read_service(in.bytes_once()); return;
    case c_task: state.tasks.push_back(read_task(in.bytes())); return;
    case c_parked: state.parked.push_back(read_token(in.bytes())); return;
    case c_step: state.steps.push_back(read_step(in.bytes())); return;
    case c_stop: state.stops.push_back(read_stop(in.bytes())); return;
    case c_head: snapshot.head = read_head(in); return;
    default: in.refuse("is unknown");
    }
}

} // namespace

std::string to_bytes(const CaseSnapshot& snapshot) {
    const CaseState& state = snapshot.state;
    FieldWriter out;
    out.byte(snapshot_version);
    out.number(c_status, static_cast<std::int64_t>(state.status));
    out.text(c_id, state.id);
    out.text(c_sop, state.sop_digest);
    out.text(c_calendar, state.calendar);
    out.text(c_calendar_digest, state.calendar_digest);
    out.count(c_events, state.events);
    put(out, c_started, state.started);
    put(out, c_recorded, state.recorded);
    out.text(c_result, state.result);
    put(out, c_stopped_since, state.stopped_since);
    out.put(c_service, encode(state.service));
    for (const Task& task : state.tasks) {
        out.put(c_task, encode(task));
    }
    for (const ParkedToken& token : state.parked) {
        out.put(c_parked, encode(token));
    }
    for (const StepRecord& step : state.steps) {
        out.put(c_step, encode(step));
    }
    for (const ClockStop& stop : state.stops) {
        out.put(c_stop, encode(stop));
    }
    out.text(c_policy, state.policy_digest);
    out.put(c_head, {reinterpret_cast<const char*>(snapshot.head.data()), snapshot.head.size()});
    return out.take();
}

CaseSnapshot case_from_bytes(std::string_view bytes) {
    if (bytes.empty() || bytes.front() != snapshot_version) {
        throw Error(bytes.empty() ? ErrorCode::format : ErrorCode::unsupported,
                    "case: its bytes are not in version 1 of the encoding");
    }
    CaseSnapshot snapshot;
    FieldReader in(bytes.substr(1), "case");
    while (in.next()) {
        if (!read_value(in, snapshot.state)) {
            read_record(in, snapshot);
        }
    }
    in.must_have({c_status, c_events, c_started, c_recorded, c_service, c_head});
    return snapshot;
}

} // namespace tertib
