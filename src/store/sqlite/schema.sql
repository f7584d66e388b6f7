-- SPDX-FileCopyrightText: 2026 The tertib authors
-- SPDX-License-Identifier: Apache-2.0

-- Version 1 of a store's tables (docs/journal.md, docs/cases.md). Never edited once released: a
-- change is a migration of its own. Times are microseconds since 1970 UTC, digests are 64
-- hexadecimal digits, hashes 32 bytes.

-- A digest is the model's; the checksum is that of the text, which also holds what no digest counts.
CREATE TABLE sops(
  digest TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL,
  checksum TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calendars(
  digest TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL,
  checksum TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policies(
  digest TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL,
  checksum TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal: the truth from which all tables below bodies can be made again.
-- An event is a case's or the office's (case_id '@office'), so it refers to no single table. Kind
-- and times are what its data says of them, for v_event.
CREATE TABLE events(
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  happened INTEGER NOT NULL,
  data BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY(case_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE bodies(
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(case_id, number),
  FOREIGN KEY(case_id, number) REFERENCES events(case_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE keys(
  key TEXT NOT NULL PRIMARY KEY,
  asked TEXT NOT NULL,
  case_id TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  hash BLOB NOT NULL,
  answered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cases(
  id TEXT NOT NULL PRIMARY KEY,
  status INTEGER NOT NULL,
  sop TEXT NOT NULL REFERENCES sops(digest),
  calendar_label TEXT NOT NULL,
  calendar TEXT NOT NULL REFERENCES calendars(digest),
  events INTEGER NOT NULL,
  head BLOB NOT NULL,
  started INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  result TEXT NOT NULL,
  stopped_since INTEGER,
  service_waktu TEXT NOT NULL,
  service_dasar TEXT NOT NULL,
  service_accepted INTEGER NOT NULL,
  service_since INTEGER NOT NULL,
  service_stops BLOB NOT NULL,
  service_stopped_since INTEGER,
  service_due INTEGER,
  service_promised INTEGER,
  service_overdue INTEGER NOT NULL,
  stops BLOB NOT NULL,
  policy TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks(
  case_id TEXT NOT NULL REFERENCES cases(id),
  step INTEGER NOT NULL,
  number INTEGER NOT NULL,
  step_key TEXT NOT NULL,
  flow INTEGER NOT NULL,
  state INTEGER NOT NULL,
  holder TEXT NOT NULL,
  holder_as TEXT NOT NULL,
  holder_event INTEGER NOT NULL,
  pelaksana TEXT NOT NULL,
  stops_service INTEGER NOT NULL,
  since INTEGER NOT NULL,
  stops BLOB NOT NULL,
  stopped_since INTEGER,
  due INTEGER,
  promised INTEGER,
  overdue INTEGER NOT NULL,
  done_by BLOB NOT NULL,
  rules BLOB NOT NULL,
  escalated_to BLOB NOT NULL,
  PRIMARY KEY(case_id, step, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE parked(
  case_id TEXT NOT NULL REFERENCES cases(id),
  flow INTEGER NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY(case_id, flow)
) STRICT, WITHOUT ROWID;

CREATE TABLE steps(
  case_id TEXT NOT NULL REFERENCES cases(id),
  step INTEGER NOT NULL,
  arrivals INTEGER NOT NULL,
  completions INTEGER NOT NULL,
  skips INTEGER NOT NULL,
  produk BLOB NOT NULL,
  PRIMARY KEY(case_id, step)
) STRICT, WITHOUT ROWID;

-- What the office has decided. Days are counted from 1970-01-01.
CREATE TABLE office(
  id TEXT NOT NULL PRIMARY KEY CHECK(id = '@office'),
  events INTEGER NOT NULL,
  head BLOB NOT NULL,
  recorded INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE holdings(
  event INTEGER NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  pelaksana TEXT NOT NULL,
  kind INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  until_day INTEGER,
  surat TEXT NOT NULL,
  late INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE versions(
  sop TEXT NOT NULL REFERENCES sops(digest),
  period INTEGER NOT NULL,
  nomor TEXT NOT NULL,
  nama TEXT NOT NULL,
  status INTEGER NOT NULL,
  from_day INTEGER,
  until_day INTEGER,
  successor TEXT NOT NULL,
  PRIMARY KEY(sop, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE worklist(
  post TEXT NOT NULL,
  due INTEGER NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  step_key TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY(post, due, case_id, step_key, number)
) STRICT, WITHOUT ROWID;

-- Running deadlines (rule 0), and the moments of rules of the overrun policy.
CREATE TABLE deadlines(
  missed_from INTEGER NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  step_key TEXT NOT NULL,
  number INTEGER NOT NULL,
  rule INTEGER NOT NULL,
  PRIMARY KEY(missed_from, case_id, step_key, number, rule)
) STRICT, WITHOUT ROWID;

-- A seal is the digest of all cases' last events so far (docs/journal.md); its heads are those of
-- the cases that got events since the seal before. "previous" is 32 zero bytes for the first one.
CREATE TABLE seals(
  number INTEGER NOT NULL PRIMARY KEY CHECK(number >= 1),
  recorded INTEGER NOT NULL,
  cases INTEGER NOT NULL,
  events INTEGER NOT NULL,
  heads INTEGER NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;

CREATE TABLE seal_heads(
  case_id TEXT NOT NULL,
  seal INTEGER NOT NULL REFERENCES seals(number) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY(case_id, seal),
  FOREIGN KEY(case_id, number) REFERENCES events(case_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX heads_of_seal ON seal_heads(seal, case_id);

-- What other programs may read (docs/cases.md): columns are added, never taken away or changed. A
-- time stands as a number and, under a name that ends in _at, as ISO text in UTC to the second.
CREATE VIEW v_case(case_id, status, sop, calendar, calendar_digest, started, started_at, recorded,
                   recorded_at, events, result, stopped_since, stopped_since_at, waktu, dasar,
                   accepted, service_due, service_due_at, service_promised, service_promised_at,
                   service_overdue) AS
SELECT id, CASE status WHEN 1 THEN 'running' WHEN 2 THEN 'suspended' WHEN 3 THEN 'ended'
                       WHEN 4 THEN 'cancelled' END,
       sop, calendar_label, calendar,
       started, strftime('%Y-%m-%dT%H:%M:%SZ', started / 1000000, 'unixepoch'),
       recorded, strftime('%Y-%m-%dT%H:%M:%SZ', recorded / 1000000, 'unixepoch'),
       events, result,
       stopped_since, strftime('%Y-%m-%dT%H:%M:%SZ', stopped_since / 1000000, 'unixepoch'),
       service_waktu, service_dasar, service_accepted,
       service_due, strftime('%Y-%m-%dT%H:%M:%SZ', service_due / 1000000, 'unixepoch'),
       service_promised, strftime('%Y-%m-%dT%H:%M:%SZ', service_promised / 1000000, 'unixepoch'),
       service_overdue
FROM cases;

CREATE VIEW v_task(case_id, task, step, state, pelaksana, holder, holder_as, since, since_at, due,
                   due_at, promised, promised_at, waiting_since, waiting_since_at, overdue) AS
SELECT case_id, step_key || '#' || number, step_key,
       CASE state WHEN 0 THEN 'ready' WHEN 1 THEN 'claimed' WHEN 2 THEN 'ready_waiting'
                  WHEN 3 THEN 'claimed_waiting' END,
       pelaksana, holder, holder_as,
       since, strftime('%Y-%m-%dT%H:%M:%SZ', since / 1000000, 'unixepoch'),
       due, strftime('%Y-%m-%dT%H:%M:%SZ', due / 1000000, 'unixepoch'),
       promised, strftime('%Y-%m-%dT%H:%M:%SZ', promised / 1000000, 'unixepoch'),
       stopped_since, strftime('%Y-%m-%dT%H:%M:%SZ', stopped_since / 1000000, 'unixepoch'),
       overdue
FROM tasks;

-- A page: WHERE post = … ORDER BY due, case_id, step LIMIT …; the order is that of the table's key.
CREATE VIEW v_worklist(post, due, due_at, case_id, step, task, state, holder, holder_as, since,
                       since_at, overdue) AS
SELECT w.post, w.due, strftime('%Y-%m-%dT%H:%M:%SZ', w.due / 1000000, 'unixepoch'),
       w.case_id, w.step_key, w.step_key || '#' || w.number,
       CASE t.state WHEN 0 THEN 'ready' WHEN 1 THEN 'claimed' WHEN 2 THEN 'ready_waiting'
                    WHEN 3 THEN 'claimed_waiting' END,
       t.holder, t.holder_as,
       t.since, strftime('%Y-%m-%dT%H:%M:%SZ', t.since / 1000000, 'unixepoch'),
       t.overdue
FROM worklist AS w CROSS JOIN tasks AS t
WHERE t.case_id = w.case_id AND t.step_key = w.step_key AND t.number = w.number;

CREATE VIEW v_deadline(missed_from, missed_from_at, case_id, step, task) AS
SELECT missed_from, strftime('%Y-%m-%dT%H:%M:%SZ', missed_from / 1000000, 'unixepoch'),
       case_id, step_key, CASE step_key WHEN '' THEN '' ELSE step_key || '#' || number END
FROM deadlines WHERE rule = 0;

CREATE VIEW v_event(case_id, number, kind, recorded, recorded_at, happened, happened_at, hash,
                    has_body) AS
SELECT e.case_id, e.number,
       CASE e.kind
         WHEN 1 THEN 'started' WHEN 2 THEN 'accepted' WHEN 3 THEN 'claimed'
         WHEN 4 THEN 'released' WHEN 5 THEN 'completed' WHEN 6 THEN 'returned'
         WHEN 7 THEN 'waiting' WHEN 8 THEN 'resumed' WHEN 9 THEN 'reassigned'
         WHEN 10 THEN 'skipped' WHEN 11 THEN 'annotated' WHEN 12 THEN 'attached'
         WHEN 13 THEN 'suspended' WHEN 14 THEN 'cancelled' WHEN 15 THEN 'reopened'
         WHEN 16 THEN 'overdue' WHEN 17 THEN 'service_overdue' WHEN 18 THEN 'recomputed'
         WHEN 19 THEN 'erased' WHEN 20 THEN 'migrated' WHEN 21 THEN 'warned'
         WHEN 22 THEN 'escalated' WHEN 101 THEN 'delegated' WHEN 102 THEN 'delegation_ended'
         WHEN 103 THEN 'sop_registered' WHEN 104 THEN 'sop_enforced'
         WHEN 105 THEN 'sop_replaced' WHEN 106 THEN 'sop_withdrawn' WHEN 107 THEN 'erased' END,
       e.recorded, strftime('%Y-%m-%dT%H:%M:%SZ', e.recorded / 1000000, 'unixepoch'),
       e.happened, strftime('%Y-%m-%dT%H:%M:%SZ', e.happened / 1000000, 'unixepoch'),
       lower(hex(e.hash)), b.bytes IS NOT NULL
FROM events AS e LEFT JOIN bodies AS b ON b.case_id = e.case_id AND b.number = e.number;

-- A day of the office is ISO text: it has no time and no zone.
CREATE VIEW v_holding(event, person, pelaksana, kind, from_day, until_day, surat, late) AS
SELECT event, person, pelaksana,
       CASE kind WHEN 0 THEN 'definitive' WHEN 1 THEN 'plt' WHEN 2 THEN 'plh' WHEN 3 THEN 'an'
                 WHEN 4 THEN 'ub' END,
       date(from_day * 86400, 'unixepoch'), date(until_day * 86400, 'unixepoch'), surat, late
FROM holdings;

CREATE VIEW v_version(sop, nomor, nama, status, from_day, until_day, successor) AS
SELECT sop, nomor, nama,
       CASE status WHEN 0 THEN 'unknown' WHEN 1 THEN 'rancangan' WHEN 2 THEN 'berlaku'
                   WHEN 3 THEN 'digantikan' WHEN 4 THEN 'dicabut' END,
       date(from_day * 86400, 'unixepoch'), date(until_day * 86400, 'unixepoch'), successor
FROM versions;
