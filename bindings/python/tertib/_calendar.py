# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""When an office works, as known on a date."""

from __future__ import annotations

import datetime
import json
import os
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, List, Mapping, Optional, Tuple, Union

from . import _core
from ._instants import Moment, day_text, instant_of, refusal, zone_of
from ._values import Finding, Frozen, finding_from, parse

Day = Union[datetime.date, str]
Span = Tuple[datetime.timedelta, datetime.timedelta]

# One byte more than the library takes, so that it is the one to refuse.
_MOST_BYTES = (64 << 20) + 1


@dataclass(frozen=True)
class CalendarFact:
    """What says that an office works, or doesn't, and how sure that is: "yes", "partly", "profile",
    "estimate"."""

    layer: str
    kind: str
    name: str
    source: str
    sure: str


@dataclass(frozen=True)
class CalendarDay:
    """What a day is to an office. Hours: from and until, since midnight; none: a day off."""

    hours: Tuple[Span, ...]
    decided_by: Optional[CalendarFact] = None
    hours_by: Optional[CalendarFact] = None


@dataclass(frozen=True)
class CalendarMonth:
    """How much an office works in a month, in whole minutes."""

    month: int
    working_days: int
    work: datetime.timedelta


@dataclass(frozen=True)
class SpecialDays:
    """Days in a row on which a decree or a special period says when the office works."""

    first: datetime.date
    last: datetime.date
    day: CalendarDay


@dataclass(frozen=True)
class CalendarYear:
    """A year of a calendar, as an office hangs it on the wall."""

    year: int
    working_days: int
    work: datetime.timedelta
    months: Tuple[CalendarMonth, ...]
    special: Tuple[SpecialDays, ...] = field(repr=False)
    findings: Tuple[Finding, ...] = field(repr=False)


@dataclass(frozen=True)
class CalendarChange:
    """A day on which two calendars differ in their hours."""

    date: datetime.date
    before: CalendarDay
    after: CalendarDay


def _clock(text: str) -> datetime.timedelta:
    hours, minutes = text.split(":")
    return datetime.timedelta(hours=int(hours), minutes=int(minutes))


def _span_from(text: str) -> Span:
    begin, end = text.split("-")
    return _clock(begin), _clock(end)


def _day_from(json_: Mapping[str, Any]) -> CalendarDay:
    facts = [CalendarFact(**json_[name]) if json_[name] is not None else None
             for name in ("decided_by", "hours_by")]
    return CalendarDay(tuple(_span_from(each) for each in json_["hours"]), *facts)


def _year_from(json_: Mapping[str, Any]) -> CalendarYear:
    date = datetime.date.fromisoformat
    return CalendarYear(
        year=json_["year"],
        working_days=json_["working_days"],
        work=datetime.timedelta(minutes=json_["working_minutes"]),
        months=tuple(CalendarMonth(each["month"], each["working_days"],
                                   datetime.timedelta(minutes=each["working_minutes"]))
                     for each in json_["months"]),
        special=tuple(SpecialDays(date(each["first"]), date(each["last"]), _day_from(each))
                      for each in json_["special"]),
        findings=tuple(finding_from(each) for each in json_["findings"]),
    )


def _change_from(json_: Mapping[str, Any]) -> CalendarChange:
    return CalendarChange(datetime.date.fromisoformat(json_["date"]), _day_from(json_["before"]),
                          _day_from(json_["after"]))


@lru_cache(maxsize=16)
def _built_in(name: str) -> _core.Calendar:
    return _core.Calendar.from_name(name, None)


def _handle_of(name: Union[str, "os.PathLike[str]"]) -> _core.Calendar:
    """A name never has a slash or a dot; the path of a JSON file always has one."""
    path = os.fspath(name)
    if not isinstance(path, str):
        raise TypeError("a calendar is named by a text or a path")
    base = _core.calendar_base(path)
    if isinstance(name, str) and "/" not in base and "." not in base:
        return _built_in(path)
    with open(base, "rb") as file:
        return _core.Calendar.from_name(path, file.read(_MOST_BYTES).decode("utf-8"))


class Calendar(Frozen):
    """When an office works: a built-in calendar by its name ("id5", "jabar5", "contoh6"), or one's
    own by the path of its JSON; each may be followed by "@2023-06-10" (as known on that date) and
    "+08" or "+09" (WITA, WIT).

        tertib.Calendar("id5@2023-06-10+09").is_working_day("2023-06-30")

    Immutable; equal calendars answer every question alike. Days are datetime.date or "2025-05-05",
    from 1970 to 2200."""

    __slots__ = ("_handle",)

    _handle: _core.Calendar

    def __init__(self, name: Union[str, "os.PathLike[str]"] = "id5") -> None:
        self._set(_handle=_handle_of(name))

    @classmethod
    def from_json(cls, text: Union[str, Mapping[str, Any]]) -> "Calendar":
        """Reads "tertib.calendar/1" (text or dict); with "base": "id5" it adds to that one."""
        facts = text if isinstance(text, str) else json.dumps(text)
        return calendar_of(_core.Calendar.from_json(facts))

    def to_json(self) -> str:
        """All its facts: from_json gives an equal calendar."""
        return self._handle.to_json()

    def as_known_on(self, date: Day) -> "Calendar":
        """The calendar as it stood on that date: what was decreed later isn't there."""
        return calendar_of(self._handle.as_known_on(day_text(date)))

    def in_zone(self, offset: Union[datetime.timedelta, datetime.timezone]) -> "Calendar":
        """That of an office elsewhere: east of UTC, in whole minutes."""
        shift = offset.utcoffset(None) if isinstance(offset, datetime.timezone) else offset
        minutes, rest = divmod(shift, datetime.timedelta(minutes=1))
        if rest:
            raise refusal(f"the offset {shift} is not in whole minutes")
        return calendar_of(self._handle.in_zone(minutes))

    @property
    def zone(self) -> datetime.timezone:
        """Its fixed offset from UTC."""
        return zone_of(self._handle.zone)

    @property
    def name(self) -> str:
        return self._handle.name

    @property
    def version(self) -> str:
        return self._handle.version

    @property
    def digest(self) -> str:
        """SHA-256 of all that changes an answer."""
        return self._handle.digest

    @property
    def label(self) -> str:
        """Name, date and offset as one text: "id5@2023-06-10+09"."""
        return self._handle.label

    @property
    def known_on(self) -> Optional[datetime.date]:
        """The date as of which its facts are known; None: all that it holds."""
        known = self._handle.known_on
        return datetime.date.fromisoformat(known) if known is not None else None

    def is_working_day(self, date: Day) -> bool:
        """Whether the office works on it."""
        return self._handle.is_working_day(day_text(date))

    def hours(self, date: Day) -> Tuple[Span, ...]:
        """From and until, since midnight; none on a day off."""
        return tuple((datetime.timedelta(minutes=begin), datetime.timedelta(minutes=end))
                     for begin, end in self._handle.hours(day_text(date)))

    def between(self, start: Moment, until: Moment) -> datetime.timedelta:
        """The working time in [start, until), exact; negative if ``until`` comes first. A datetime
        without a zone is in the calendar's."""
        zone = self._handle.zone
        micros = self._handle.between(instant_of(start, zone), instant_of(until, zone))
        if micros is None:
            raise refusal(f"{start} or {until} lies outside 1970 to 2200")
        return datetime.timedelta(microseconds=micros)

    def year(self, year: int) -> CalendarYear:
        """A year of it: working days and time by month, special days with their decrees."""
        return _year_from(parse(self._handle.year(year)))

    def diff(self, other: "Calendar", first: Optional[Day] = None,
             last: Optional[Day] = None) -> List[CalendarChange]:
        """The days from first to last (both included) whose hours differ; usually of all years
        whose holidays either calendar holds."""
        years = sorted({*self._handle.years, *other._handle.years})
        if not years and (first is None or last is None):
            raise refusal("neither calendar covers a year: first and last are needed")
        begin = day_text(first) if first is not None else f"{years[0]:04}-01-01"
        end = day_text(last) if last is not None else f"{years[-1]:04}-12-31"
        facts = parse(self._handle.diff(other._handle, begin, end))
        return [_change_from(each) for each in facts["changes"]]

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Calendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> Any:
        return (Calendar.from_json, (self.to_json(),))

    def __repr__(self) -> str:
        return f"<tertib.Calendar {self.label} version {self.version}>"


CalendarLike = Union[Calendar, str, "os.PathLike[str]"]


def calendar_of(handle: _core.Calendar) -> Calendar:
    """The calendar that the library has in its hands."""
    calendar = Calendar.__new__(Calendar)
    calendar._set(_handle=handle)
    return calendar


def handle_of(calendar: CalendarLike) -> _core.Calendar:
    """The calendar in the library's hands, of itself or of its name."""
    return calendar._handle if isinstance(calendar, Calendar) else _handle_of(calendar)
