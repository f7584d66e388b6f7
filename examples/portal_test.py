# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""How a portal's developers try their own code against cases of an SOP with tertib's test kit: no
file, no network, and a clock that only the test moves. The portal's module here is made up: it
writes letters when something happens in a case. docs/testing.md tells more.

    python3 portal_test.py
"""
import unittest

import tertib
from tertib.testkit import (CaseDriver, TestClock, compare, coverage_of, hard_days, memory_store,
                            paths_of, record_journal, replay_journal)

# --- the portal's module ---


class LetterDesk:
    """Writes the letters of a portal. It is told of events, from wherever they come."""

    def __init__(self):
        self.letters = []

    def on_event(self, event):
        if event.kind == "completed" and event.outcome == "Perlu perbaikan":
            self.letters.append(f"{event.case}: mohon melengkapi data")
        if event.kind == "overdue":
            step = event.task.split("#")[0]
            self.letters.append(f"{event.case}: langkah {step} lewat batas waktu")
        if event.ends_case:
            self.letters.append(f"{event.case}: selesai")


# --- its tests ---

SOP = tertib.read("examples/sop/laporan-kinerja.txt")
# The document names no pelaksana for its steps, and no decision.
OVERLAY = {  # contoh; bukan isi SOP
    "by": "contoh",
    "assign": {step.key: SOP.pelaksana[i % len(SOP.pelaksana)] for i, step in enumerate(SOP)},
    "flow": [{"from": "4", "to": "5", "outcome": "Sesuai"},
             {"from": "4", "to": "3", "outcome": "Perlu perbaikan"}],
}


class Portal:
    """A portal with its letters, on a store and a clock of the test."""

    def __init__(self, at="2025-05-05T09:00", calendar="id5"):
        self.clock = TestClock(at, calendar=calendar)
        self.store = memory_store()
        self.desk = LetterDesk()
        self.driver = CaseDriver(self.store, self.clock, SOP, overlay=OVERLAY)
        self.driver.after_step(self.on_step)

    def on_step(self, step):
        for event in step.events:
            self.desk.on_event(event)


class LetterTest(unittest.TestCase):
    def test_a_letter_goes_out_when_data_must_be_mended(self):
        portal = Portal()
        portal.driver.walk("K-1", ["1", "2", "3", "4=Perlu perbaikan"])
        self.assertEqual(portal.desk.letters, ["K-1: mohon melengkapi data"])
        case = portal.driver.walk("K-1", ["3", "4=Sesuai", "5", "6", "7"], result="diterbitkan")
        self.assertEqual(portal.desk.letters[-1], "K-1: selesai")
        self.assertEqual(case.result, "diterbitkan")

    def test_a_reminder_goes_out_when_a_deadline_has_passed(self):
        portal = Portal()
        portal.driver.start("K-1")
        portal.clock.advance("180 Menit")  # step 1 is due now, and not late yet
        self.assertEqual(portal.store.tick(portal.clock.now).missed, ())
        portal.clock.set(portal.store.next_due())
        self.assertEqual(len(portal.store.tick(portal.clock.now).missed), 1)
        portal.desk.on_event(portal.store.events("K-1")[-1])
        self.assertEqual(portal.desk.letters, ["K-1: langkah 1 lewat batas waktu"])

    def test_every_path_ends_with_a_letter(self):
        portal = Portal()
        for number, path in enumerate(paths_of(portal.driver.sop)):
            with self.subTest(path=path):
                self.assertEqual(portal.driver.walk(f"K-{number}", path).status, "ended")
                self.assertEqual(portal.desk.letters[-1], f"K-{number}: selesai")
        coverage = coverage_of(portal.driver.sop, portal.store)
        print(coverage.text, end="")
        self.assertEqual(coverage.percent, 100)

    def test_the_letters_are_the_same_on_hard_days(self):
        for day in hard_days():
            for calendar in day.calendars:
                with self.subTest(day.text.en, calendar=calendar):
                    portal = Portal(day.moments[0], calendar)
                    portal.driver.walk("K-1", ["1", "2", "3", "4=Sesuai", "5", "6", "7"])
                    self.assertEqual(portal.desk.letters, ["K-1: selesai"])

    def test_a_recorded_journal_leads_to_the_same_letters(self):
        portal = Portal()
        portal.driver.walk("K-1", ["1", "2", "3", "4=Perlu perbaikan", "3"])
        journal = record_journal(portal.store)  # a file beside the test, in earnest
        again = LetterDesk()
        replay = replay_journal(journal, portal.store,
                                visit=lambda event, case: again.on_event(event))
        self.assertEqual(again.letters, portal.desk.letters)
        self.assertEqual(compare(replay, portal.store), [])


if __name__ == "__main__":
    unittest.main()
