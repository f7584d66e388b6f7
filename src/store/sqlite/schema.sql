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

-- The journal: the truth from which all tables below bodies can be made again.
-- An event is a case's or the office's (case_id '@office'), so it refers to no single table.
CREATE TABLE events(
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
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
  service_overdue INTEGER NOT NULL
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

CREATE TABLE deadlines(
  missed_from INTEGER NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases(id),
  step_key TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY(missed_from, case_id, step_key, number)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_case(case_id, status, sop, calendar, started, recorded, events, result,
                   service_due, service_overdue) AS
SELECT id, CASE status WHEN 1 THEN 'running' WHEN 2 THEN 'suspended' WHEN 3 THEN 'ended'
                       WHEN 4 THEN 'cancelled' END,
       sop, calendar_label, started, recorded, events, result, service_due, service_overdue
FROM cases;

CREATE VIEW v_task(case_id, task, step, state, holder, holder_as, since, due, promised,
                   waiting_since, overdue) AS
SELECT case_id, step_key || '#' || number, step_key,
       CASE state WHEN 0 THEN 'ready' WHEN 1 THEN 'claimed' WHEN 2 THEN 'ready_waiting'
                  WHEN 3 THEN 'claimed_waiting' END,
       holder, holder_as, since, due, promised, stopped_since, overdue
FROM tasks;

CREATE VIEW v_deadline(missed_from, case_id, task) AS
SELECT missed_from, case_id, CASE step_key WHEN '' THEN '' ELSE step_key || '#' || number END
FROM deadlines;

CREATE VIEW v_event(case_id, number, hash, has_body) AS
SELECT e.case_id, e.number, lower(hex(e.hash)), b.bytes IS NOT NULL
FROM events AS e LEFT JOIN bodies AS b ON b.case_id = e.case_id AND b.number = e.number;

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
