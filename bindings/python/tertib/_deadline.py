# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Deadlines one at a time: the instant, its explanation, and whether a step was late."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple

from . import _core
from ._calendar import Calendar, CalendarLike, Span, _span_from, calendar_of, handle_of
from ._instants import Moment, datetime_of, instant_of, parsed, stamp_of
from ._values import Finding, Frozen, Waktu, finding_from, parse, waktu_from

Stops = Iterable[Tuple[Moment, Moment]]


@dataclass(frozen=True)
class ExplainedDay:
    """A day that a deadline passed over. ``counted``: working time counted on it; ``number``: the
    how-many-th day it is, None if it didn't count; ``hours``: from and until, since midnight."""

    date: datetime.date
    reason: str
    counted: datetime.timedelta
    number: Optional[int]
    hours: Tuple[Span, ...]
    name: str
    source: str


@dataclass(frozen=True)
class Lateness:
    """Whether a step was late: "on_time", "late", "not_applicable", or "undecidable" where the
    record allows both. ``least`` and ``most``: working time after the deadline; ``…_days``: days
    after its date, where the waktu is in days."""

    verdict: str
    least: datetime.timedelta
    most: datetime.timedelta
    least_days: Optional[int]
    most_days: Optional[int]
    deadline: Optional[datetime.datetime]
    findings: Tuple[Finding, ...] = field(repr=False)

    @property
    def late(self) -> Optional[bool]:
        """None where it can't be told, or the waktu has no deadline."""
        return {"late": True, "on_time": False}.get(self.verdict)


def _day_from(json_: Mapping[str, Any]) -> ExplainedDay:
    micros = int(json_["counted_seconds"] * 1_000_000)
    return ExplainedDay(
        date=datetime.date.fromisoformat(json_["date"]),
        reason=json_["reason"],
        counted=datetime.timedelta(microseconds=micros),
        number=json_["day_number"],
        hours=tuple(_span_from(each) for each in json_["hours"]),
        name=json_["name"],
        source=json_["source"],
    )


class Explanation(Frozen):
    """A deadline, what is needed to reckon it again, and the walk that led to it. Immutable."""

    __slots__ = ("_handle", "_asked", "_facts")

    _handle: _core.Explanation
    _asked: Tuple[Any, ...]
    _facts: Dict[str, Any]

    def __init__(self, start: Moment, waktu: str, calendar: CalendarLike = "id5",
                 items: Optional[int] = None, stops: Stops = (), bound: str = "upper") -> None:
        handle = handle_of(calendar)
        self._ask(handle, instant_of(start, handle.zone), waktu, items,
                  _stops_of(stops, handle.zone), bound)

    def _ask(self, calendar: _core.Calendar, start: int, waktu: str, items: Optional[int],
             stops: List[Tuple[int, int]], bound: str) -> None:
        explained = _core.Explanation.make(calendar, start, waktu, items, stops, bound)
        self._set(_handle=explained, _asked=(calendar, start, waktu, items, stops, bound),
                  _facts=parse(explained.to_json(True)))

    @property
    def deadline(self) -> Optional[datetime.datetime]:
        """With the calendar's offset; None for a waktu without one."""
        return parsed(self._facts["deadline"])

    @property
    def start(self) -> datetime.datetime:
        return datetime_of(self._asked[1], self._asked[0].zone)

    @property
    def waktu(self) -> Waktu:
        """As written, and the reading chosen."""
        return waktu_from(self._facts["waktu"])

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self._asked[0])

    @property
    def days(self) -> Tuple[ExplainedDay, ...]:
        """Every day from the start's to the deadline's, and why it counted or not."""
        return tuple(_day_from(each) for each in self._facts["days"])

    @property
    def left_out(self) -> int:
        """Days in the middle of a long walk that ``days`` leaves out."""
        return int(self._facts["left_out"])

    @property
    def findings(self) -> Tuple[Finding, ...]:
        """What is to be said of the waktu, the stops, and the calendar's days passed."""
        return tuple(finding_from(each) for each in self._facts["findings"])

    def lines(self, lang: str = "id") -> List[str]:
        """One line for each day, in Indonesian or English ("en")."""
        return self._handle.lines(_language(lang))

    def paragraph(self, lang: str = "id") -> str:
        """The same as one paragraph to paste into a letter."""
        return self._handle.paragraph(_language(lang))

    def lateness(self, done: Moment, day_end: str = "date") -> Lateness:
        """Whether what was done then was late (see tertib.lateness)."""
        first, last = stamp_of(done, self._asked[0].zone)
        facts = self._handle.lateness(first, last, day_end)
        return Lateness(
            verdict=facts["verdict"],
            least=datetime.timedelta(microseconds=facts["least"]),
            most=datetime.timedelta(microseconds=facts["most"]),
            least_days=facts["least_days"],
            most_days=facts["most_days"],
            deadline=self.deadline,
            findings=tuple(finding_from(each) for each in facts["findings"]),
        )

    def to_json(self) -> str:
        """Everything, the walk too: "tertib.deadline/1"."""
        return self._handle.to_json(True)

    def to_dict(self) -> Dict[str, Any]:
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    def __eq__(self, other: object) -> bool:
        return self._facts == other._facts if isinstance(other, Explanation) else NotImplemented

    def __hash__(self) -> int:
        return hash((self._facts["start"], self._facts["deadline"], self._asked[2]))

    def __reduce__(self) -> Any:
        return (_explained, (self.calendar, *self._asked[1:]))

    def __repr__(self) -> str:
        return (f"<tertib.Explanation: {self.waktu.text!r} from {self._facts['start']} ends "
                f"{self._facts['deadline'] or 'never'}>")


def _explained(calendar: Calendar, *asked: Any) -> Explanation:
    made = Explanation.__new__(Explanation)
    made._ask(calendar._handle, *asked)
    return made


def _language(lang: str) -> str:
    if lang not in ("id", "en"):
        raise ValueError(f"no texts in the language {lang!r}; there are id and en")
    return lang


def _stops_of(stops: Stops, zone: int) -> List[Tuple[int, int]]:
    return [(instant_of(begin, zone), instant_of(end, zone)) for begin, end in stops]


@lru_cache(maxsize=1024)
def allowance_of(waktu: str, items: Optional[int]) -> _core.Allowance:
    return _core.Allowance.from_text(waktu, items)


def deadline(start: Moment, waktu: str, calendar: CalendarLike = "id5", *,
             items: Optional[int] = None, stops: Stops = ()) -> Optional[datetime.datetime]:
    """When a waktu that starts then ends, with the calendar's offset; None for a waktu that names
    no time ("Sesuai Kebutuhan").

        tertib.deadline("2025-05-09T16:00", "1 jam 30 menit")    # 2025-05-14 08:30:00+07:00

    start: a datetime (without a zone: the calendar's), a date or ISO 8601 text; of a date, its
    first moment. items: how many, for "per berkas". stops: pairs of moments between which nothing
    counts; the text may hold them too ("3 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}").
    Raises tertib.Error for "per berkas" without items, and outside 1970 to 2200."""
    handle = handle_of(calendar)
    zone = handle.zone
    begun = instant_of(start, zone)
    stopped = _stops_of(stops, zone) if stops else []
    if not stopped and "{" not in waktu:
        ready = allowance_of(waktu, items)
        due = None if ready.open else ready.due(handle, begun)
        if due is not None or ready.open:
            return datetime_of(due, zone) if due is not None else None
    # Also for what lies outside the calendar's days: this says why.
    due = _core.Explanation.make(handle, begun, waktu, items, stopped, "upper").due
    return datetime_of(due, zone) if due is not None else None


def explain(start: Moment, waktu: str, calendar: CalendarLike = "id5", *,
            items: Optional[int] = None, stops: Stops = (), bound: str = "upper") -> Explanation:
    """The deadline with the walk that led to it, day by day; parameters as tertib.deadline.
    bound: which end of a range ("1-3 Hari"), "upper" or "lower"."""
    return Explanation(start, waktu, calendar, items, stops, bound)


def lateness(start: Moment, waktu: str, done: Moment, calendar: CalendarLike = "id5", *,
             items: Optional[int] = None, stops: Stops = (), day_end: str = "date") -> Lateness:
    """Whether a step that started then and was done then was late, and by how much.

    done: as start; known only to the day (a date, "2025-05-05") or the hour ("2025-05-05T10") it
    may be any instant of it. day_end: whether a day of "Hari" ends with its date or at closing
    time ("closing"); other parameters as tertib.deadline."""
    return explain(start, waktu, calendar, items=items, stops=stops).lateness(done, day_end)
