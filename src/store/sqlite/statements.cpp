// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/statements.hpp"

namespace tertib::sqlite {

namespace {

constexpr std::string_view put_case_sql =
    "INSERT INTO cases VALUES(:id, :status, :sop, :calendar_label, :calendar, :events, :head, "
    ":started, :recorded, :result, :stopped_since, :waktu, :dasar, :accepted, :since, :stops, "
    ":service_stopped_since, :due, :promised, :overdue, :case_stops, :policy) "
    "ON CONFLICT(id) DO UPDATE SET status = excluded.status, sop = excluded.sop, "
    "calendar_label = excluded.calendar_label, calendar = excluded.calendar, "
    "events = excluded.events, head = excluded.head, recorded = excluded.recorded, "
    "result = excluded.result, stopped_since = excluded.stopped_since, "
    "service_accepted = excluded.service_accepted, service_since = excluded.service_since, "
    "service_stops = excluded.service_stops, "
    "service_stopped_since = excluded.service_stopped_since, "
    "service_due = excluded.service_due, service_promised = excluded.service_promised, "
    "service_overdue = excluded.service_overdue, stops = excluded.stops";

// What nearly every command does to a case and to a task that stays: only columns that may change.
// Foreign keys that aren't set aren't looked up either.
constexpr std::string_view update_case_sql =
    "UPDATE cases SET status = :status, events = :events, head = :head, recorded = :recorded, "
    "result = :result, stopped_since = :stopped_since, service_accepted = :accepted, "
    "service_since = :since, service_stops = :stops, "
    "service_stopped_since = :service_stopped_since, service_due = :due, "
    "service_promised = :promised, service_overdue = :overdue, stops = :case_stops WHERE id = :id";

constexpr std::string_view update_task_sql =
    "UPDATE tasks SET flow = :flow, state = :state, holder = :holder, holder_as = :holder_as, "
    "holder_event = :holder_event, pelaksana = :pelaksana, stops_service = :stops_service, "
    "since = :since, stops = :stops, stopped_since = :stopped_since, due = :due, "
    "promised = :promised, overdue = :overdue, done_by = :done_by, rules = :rules, "
    "escalated_to = :escalated_to WHERE case_id = :case_id AND step = :step AND number = :number";

constexpr std::string_view put_task_sql =
    "INSERT OR REPLACE INTO tasks VALUES(:case_id, :step, :number, :step_key, :flow, :state, "
    ":holder, :holder_as, :holder_event, :pelaksana, :stops_service, :since, :stops, "
    ":stopped_since, :due, :promised, :overdue, :done_by, :rules, :escalated_to)";

// Only those after a row of the same list, so that a page costs what it shows.
constexpr std::string_view worklist_sql =
    "SELECT due, case_id, step_key, number FROM worklist WHERE post = :post AND "
    "(due, case_id, step_key, number) > (:due, :case_id, :step_key, :number) "
    "ORDER BY due, case_id, step_key, number LIMIT :limit";

} // namespace

Statements::Statements(const NamedTables& database)
    : find_case(database, "SELECT status, sop, calendar_label, calendar, events, head, started, "
                          "recorded, result, stopped_since, service_waktu, service_dasar, "
                          "service_accepted, service_since, service_stops, service_stopped_since, "
                          "service_due, service_promised, service_overdue, stops, policy "
                          "FROM cases WHERE id = :id"),
      put_case(database, put_case_sql),
      update_case(database, update_case_sql),
      tasks_of(database,
               "SELECT step, number, flow, state, holder, holder_as, holder_event, "
               "pelaksana, stops_service, since, stops, stopped_since, due, promised, "
               "overdue, done_by, rules, escalated_to FROM tasks WHERE case_id = :case_id "
               "ORDER BY step, number"),
      put_task(database, put_task_sql),
      update_task(database, update_task_sql),
      drop_task(database, "DELETE FROM tasks WHERE case_id = :case_id AND step = :step AND "
                          "number = :number"),
      steps_of(database, "SELECT step, arrivals, completions, skips, produk FROM steps "
                         "WHERE case_id = :case_id ORDER BY step"),
      put_step(database, "INSERT INTO steps VALUES(:case_id, :step, :arrivals, :completions, "
                         ":skips, :produk) ON CONFLICT(case_id, step) DO UPDATE SET "
                         "arrivals = excluded.arrivals, completions = excluded.completions, "
                         "skips = excluded.skips, produk = excluded.produk"),
      drop_step(database, "DELETE FROM steps WHERE case_id = :case_id AND step = :step"),
      parked_of(database, "SELECT flow, since FROM parked WHERE case_id = :case_id ORDER BY flow"),
      put_parked(database, "INSERT OR REPLACE INTO parked VALUES(:case_id, :flow, :since)"),
      drop_parked(database, "DELETE FROM parked WHERE case_id = :case_id AND flow = :flow"),
      find_office(database, "SELECT events, head, recorded FROM office"),
      office_head(database, "SELECT head FROM office"),
      put_office(database, "INSERT OR REPLACE INTO office VALUES(:id, :events, :head, :recorded)"),
      holdings(database, "SELECT event, person, pelaksana, kind, from_day, until_day, surat, late "
                         "FROM holdings ORDER BY event"),
      put_holding(database, "INSERT OR REPLACE INTO holdings VALUES(:event, :person, :pelaksana, "
                            ":kind, :from_day, :until_day, :surat, :late)"),
      versions(database, "SELECT sop, nomor, nama, status, from_day, until_day, successor "
                         "FROM versions ORDER BY sop, period"),
      put_version(database, "INSERT OR REPLACE INTO versions VALUES(:sop, :period, :nomor, :nama, "
                            ":status, :from_day, :until_day, :successor)"),
      add_event(database, "INSERT INTO events VALUES(:case_id, :number, :kind, :recorded, "
                          ":happened, :data, :hash)"),
      add_body(database, "INSERT INTO bodies VALUES(:case_id, :number, :bytes)"),
      find_event(database,
                 "SELECT e.number, e.data, e.hash, b.bytes FROM events AS e LEFT JOIN bodies AS b "
                 "ON b.case_id = e.case_id AND b.number = e.number "
                 "WHERE e.case_id = :case_id AND e.number = :number"),
      events_of(database,
                "SELECT e.number, e.data, e.hash, b.bytes FROM events AS e LEFT JOIN bodies AS b "
                "ON b.case_id = e.case_id AND b.number = e.number "
                "WHERE e.case_id = :case_id AND e.number >= :from "
                "ORDER BY e.number LIMIT :limit"),
      erase_body(database, "DELETE FROM bodies WHERE case_id = :case_id AND number = :number"),
      find_key(database, "SELECT asked, case_id, first, last, hash FROM keys WHERE key = :key"),
      put_key(database, "INSERT INTO keys VALUES(:key, :asked, :case_id, :first, :last, :hash, 1) "
                        "ON CONFLICT(key) DO UPDATE SET answered = answered + 1"),
      find_sop(database, "SELECT json, checksum FROM sops WHERE digest = :digest"),
      put_sop(database, "INSERT OR IGNORE INTO sops VALUES(:digest, :json, :checksum)"),
      find_calendar(database, "SELECT json, checksum FROM calendars WHERE digest = :digest"),
      put_calendar(database, "INSERT OR IGNORE INTO calendars VALUES(:digest, :json, :checksum)"),
      find_policy(database, "SELECT json, checksum FROM policies WHERE digest = :digest"),
      put_policy(database, "INSERT OR IGNORE INTO policies VALUES(:digest, :json, :checksum)"),
      policies(database, "SELECT digest FROM policies ORDER BY digest"),
      sops(database, "SELECT digest FROM sops ORDER BY digest"),
      calendars(database, "SELECT digest FROM calendars ORDER BY digest"),
      cases_after(database, "SELECT id, status, sop, started, recorded, events, result FROM cases "
                            "WHERE id > :after ORDER BY id LIMIT :limit"),
      worklist(database, worklist_sql),
      add_work(database, "INSERT INTO worklist VALUES(:post, :due, :case_id, :step_key, :number)"),
      drop_work(database, "DELETE FROM worklist WHERE post = :post AND due = :due AND "
                          "case_id = :case_id AND step_key = :step_key AND number = :number"),
      all_work(database, "SELECT post, due, case_id, step_key, number FROM worklist"),
      deadlines(database, "SELECT missed_from, case_id, step_key, number, rule FROM deadlines "
                          "WHERE missed_from <= :until "
                          "ORDER BY missed_from, case_id, step_key, number, rule LIMIT :limit"),
      add_deadline(database, "INSERT INTO deadlines VALUES(:missed_from, :case_id, :step_key, "
                             ":number, :rule)"),
      drop_deadline(database, "DELETE FROM deadlines WHERE missed_from = :missed_from AND "
                              "case_id = :case_id AND step_key = :step_key AND "
                              "number = :number AND rule = :rule"),
      all_deadlines(database, "SELECT missed_from, case_id, step_key, number, rule FROM deadlines"),
      all_keys(database, "SELECT asked, case_id, first, last, hash, key FROM keys ORDER BY key"),
      add_seal(database, "INSERT INTO seals VALUES(:number, :recorded, :cases, :events, :heads, "
                         ":previous, :digest)"),
      add_seal_head(database, "INSERT INTO seal_heads VALUES(:case_id, :seal, :number, :hash)"),
      last_seal(database, "SELECT number, recorded, cases, events, heads, previous, digest "
                          "FROM seals ORDER BY number DESC LIMIT 1"),
      seals_after(database, "SELECT number, recorded, cases, events, heads, previous, digest "
                            "FROM seals WHERE number > :after ORDER BY number LIMIT :limit"),
      seal_heads(database, "SELECT seal, case_id, number, hash FROM seal_heads "
                           "WHERE seal = :seal AND case_id > :after ORDER BY case_id LIMIT :limit"),
      heads_of(database, "SELECT seal, case_id, number, hash FROM seal_heads "
                         "WHERE case_id = :case_id ORDER BY seal"),
      next_chain(database, "SELECT min(case_id) FROM events WHERE case_id > :after"),
      last_event(database, "SELECT number, hash FROM events WHERE case_id = :case_id "
                           "ORDER BY number DESC LIMIT 1"),
      last_head(database, "SELECT number FROM seal_heads WHERE case_id = :case_id "
                          "ORDER BY seal DESC LIMIT 1") {}

} // namespace tertib::sqlite
