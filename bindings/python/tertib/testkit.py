# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""For the tests of what is built on tertib: cases of an SOP with no file, no network and no clock
but the test's.

    from tertib.testkit import CaseDriver, TestClock, memory_store

    clock = TestClock("2025-05-05T09:00", calendar="id5")
    driver = CaseDriver(memory_store(), clock, sop)
    driver.after_step(portal.on_step)
    driver.walk("K-1", ["1", "2=Tolak", "1", "2=Setuju", "3"], result="diterbitkan")

An item of a path is a step's key ("3"), or a task ("3#2"), and behind "=" the outcome of a decision
("3=Ya"; "3=" is the exit without one); "start=Online" comes first where the flow begins with a
choice."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Tuple

from . import _core
from ._cases import PostHolding
from ._coverage import Coverage, FlowCoverage, Path, StepCoverage, coverage_of, paths_of
from ._driver import CaseDriver, DrivenStep, TestClock, memory_store
from ._instants import datetime_of, refusal
from ._replay import (JournalReplay, ReplayDifference, ReplayedEvent, compare, record_journal,
                      replay_journal)
from ._values import Text

__all__ = ["CaseDriver", "Coverage", "DrivenStep", "FlowCoverage", "HardDay", "JournalReplay",
           "Path", "PostHolding", "ReplayDifference", "ReplayedEvent", "StepCoverage", "TestClock",
           "compare", "coverage_of", "hard_day", "hard_days", "memory_store", "paths_of",
           "record_journal", "replay_journal"]

_WIB = 420


@dataclass(frozen=True)
class HardDay:
    """A situation in an office's calendar on which software for offices tends to fail. ``text``
    says what is hard. With two ``calendars`` they answer differently; with two ``moments`` (in WIB)
    either the same question is answered differently at each, or the first is when it begins and the
    second when it has become hard. ``waktu``: on which it is seen. ``roster``: empty where it isn't
    about who holds a post."""

    name: str
    text: Text
    calendars: Tuple[str, ...]
    moments: Tuple[datetime.datetime, ...]
    waktu: str
    roster: Tuple[PostHolding, ...]


def hard_days() -> Tuple[HardDay, ...]:
    """All of them, in a fixed order: cuti-bersama-overnight, first-day-of-ramadan, friday-break,
    year-end-without-decree, wit-office, six-day-week, plh-expires-mid-task."""
    day = datetime.date.fromisoformat
    return tuple(
        HardDay(name, Text(id, en), tuple(calendars),
                tuple(datetime_of(moment, _WIB) for moment in moments), waktu,
                tuple(PostHolding(person, pelaksana, day(first),
                                  day(last) if last is not None else None, kind, surat)
                      for person, pelaksana, kind, first, last, surat in posts))
        for name, id, en, calendars, moments, waktu, posts in _core.hard_days())


def hard_day(name: str) -> HardDay:
    """The one of that name. Raises tertib.Error that lists those there are."""
    days = {day.name: day for day in hard_days()}
    if name not in days:
        raise refusal(f"there is no hard day {name!r}, only {', '.join(days)}")
    return days[name]
