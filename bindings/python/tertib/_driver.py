# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The test kit: a store and a clock for tests, and a driver that walks cases."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Any, Callable, Iterable, List, Mapping, Optional, Tuple, TypeVar, Union

from . import _core
from ._calendar import Calendar, CalendarLike, calendar_of, handle_of
from ._cases import Case, Event, PostHolding, Reply, case_from, event_from, reply_from
from ._instants import Moment, datetime_of, exact_instant_of, refusal
from ._sop import Json, Sop, overlay_text
from ._store import Store

_MICROSECOND = datetime.timedelta(microseconds=1)


def memory_store(*, unknown_pelaksana: str = "refuse") -> Store:
    """A Store in memory whose journal is the same in every run: hashes can be compared, and a
    journal kept as a file beside the test. Never for real cases: anybody can guess its salts."""
    return Store._made(_core.Store.test(unknown_pelaksana), unknown_pelaksana)


class TestClock:
    """A clock that stands still until the test moves it, on the wall of an office.

        clock = TestClock("2025-05-09T15:00", calendar="id5")
        clock.advance(datetime.timedelta(minutes=20))
        clock.advance("2 Hari Kerja")        # past a weekend and two holidays
        print(clock.now)                     # 2025-05-15 16:00:00+07:00

    Moments without an offset are on the calendar's clock. For one thread at a time."""

    __test__ = False  # it isn't one of pytest's

    _handle: _core.TestClock

    def __init__(self, at: Moment, *, calendar: CalendarLike = "id5") -> None:
        office = handle_of(calendar)
        self._handle = _core.TestClock.at(office, exact_instant_of(at, office.zone))

    @property
    def now(self) -> datetime.datetime:
        return datetime_of(self._handle.now, self._handle.calendar.zone)

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self._handle.calendar)

    def set(self, at: Moment) -> None:
        """To any moment, also an earlier one: a clock that goes backwards is a thing to test."""
        self._handle.set(exact_instant_of(at, self._handle.calendar.zone))

    def advance(self, by: Union[datetime.timedelta, str]) -> None:
        """By time on the wall (negative goes back), or to the moment at which a waktu that starts
        now ends by the calendar."""
        if isinstance(by, datetime.timedelta):
            self._handle.advance(by // _MICROSECOND)
        else:
            self._handle.advance_waktu(by)

    def use(self, calendar: CalendarLike) -> None:
        """Another calendar, or the same as another date knows it: what the office learns
        overnight."""
        self._handle.use(handle_of(calendar))

    def __repr__(self) -> str:
        return f"<tertib.testkit.TestClock {self.now.isoformat()} {self.calendar.label}>"


# --- driving cases --------------------------------------------------------------------------------


@dataclass(frozen=True)
class DrivenStep:
    """What a hook is told: an item of a path that is being done, or has been. ``step``: "start" or
    the step's key; ``outcome``: "" if it has none; ``events``: those written, none before it."""

    case: str
    step: str
    outcome: str
    person: str
    as_: str
    now: datetime.datetime
    events: Tuple[Event, ...]


Hook = Callable[[DrivenStep], object]
_SomeHook = TypeVar("_SomeHook", bound=Hook)


class CaseDriver:
    """Walks cases of one SOP along given paths, as the people of an office would.

    Each step is completed by somebody of its pelaksana (the holder, if it is claimed; each of them
    in turn, where all must), with all of its produk; where a step is open more than once, the task
    that came first. Cases run by the clock's calendar; the clock moves only where the test moves
    it, in a hook too. A refusal that nobody asked for is a tertib.Error that names case, step,
    command and code.

    What is to be otherwise is said with the step: ``by`` a person ``as_`` a pelaksana (None:
    somebody who may), ``at`` when it happened (None: now), ``reason``, ``dasar``; of a completion
    also ``produk`` (None: all that the step names), ``target`` for an outcome that isn't drawn,
    ``missing`` kelengkapan and the ``excuse``, the ``result`` of the case.

    For one thread at a time."""

    _before: List[Hook]
    _after: List[Hook]

    def __init__(self, store: Store, clock: TestClock, sop: Sop, *, overlay: Optional[Json] = None,
                 roster: Iterable[PostHolding] = (), excuse: str = "") -> None:
        """Registers the SOP. overlay: added to it ("tertib.overlay/1", text or dict); an entry that
        fits nothing is an error. roster: who holds a post on which day. excuse: said where a
        kelengkapan that an earlier step owes isn't there, as on a path past the step that makes it;
        "": that is refused."""
        self._store = store
        self._clock = clock
        self._before = []
        self._after = []
        self._handle = _core.CaseDriver.make(
            store._handle, clock._handle, sop._handle,
            overlay_text(overlay) if overlay is not None else None,
            [_holding(each) for each in roster], excuse)

    def before_step(self, hook: _SomeHook) -> _SomeHook:
        """Has it called before each step that the driver does (also "start"), in the order given.
        Can be written as a decorator. What it raises, the call of the driver raises."""
        self._before.append(hook)
        return hook

    def after_step(self, hook: _SomeHook) -> _SomeHook:
        """The same after each step."""
        self._after.append(hook)
        return hook

    def start(self, case: str, *, waktu: str = "", outcome: str = "", by: Optional[str] = None,
              as_: Optional[str] = None, at: Optional[Moment] = None, reason: str = "",
              dasar: str = "") -> Tuple[Event, ...]:
        """Starts a case, and gives the events that were written. waktu: the service deadline of the
        whole case. outcome: where the flow begins with a choice."""
        orders = self._orders(by, as_, at, reason, dasar)
        return _events(self._handle.start(case, waktu, outcome, orders, self._tell))

    def complete(self, case: str, item: str, *, by: Optional[str] = None, as_: Optional[str] = None,
                 produk: Optional[Iterable[str]] = None, target: Optional[str] = None,
                 missing: Iterable[str] = (), excuse: str = "", result: str = "",
                 at: Optional[Moment] = None, reason: str = "",
                 dasar: str = "") -> Tuple[Event, ...]:
        """Does one item of a path; with ``by`` a task that all must complete: by this one alone."""
        orders = self._orders(by, as_, at, reason, dasar, produk, target, missing, excuse, result)
        return _events(self._handle.complete(case, item, orders, self._tell))

    def walk(self, case: str, path: Iterable[str], *, by: Optional[str] = None,
             as_: Optional[str] = None, produk: Optional[Iterable[str]] = None,
             target: Optional[str] = None, missing: Iterable[str] = (), excuse: str = "",
             result: str = "", at: Optional[Moment] = None, reason: str = "",
             dasar: str = "") -> Case:
        """Does every item of the path, the first after starting the case if it isn't there, and
        tells where the case stands then. All else is about the last item."""
        orders = self._orders(by, as_, at, reason, dasar, produk, target, missing, excuse, result)
        return case_from(self._handle.walk(case, _items(path), orders, self._tell))

    def act(self, case: str, verb: str, *, by: Optional[str] = None, as_: Optional[str] = None,
            at: Optional[Moment] = None, reason: str = "", dasar: str = "",
            **members: Any) -> Tuple[Event, ...]:
        """Any other command, by somebody who may as far as the driver can tell; its members as in
        "tertib.command/1": ``driver.act("K-1", "return", task="4", target="2", reason="…")``. No
        hooks are called."""
        orders = self._orders(by, as_, at, reason, dasar)
        return _events(self._handle.act(case, _action(verb, members), orders, self._tell))

    def ask(self, case: str, verb: str, *, by: Optional[str] = None, as_: Optional[str] = None,
            at: Optional[Moment] = None, reason: str = "", dasar: str = "",
            **members: Any) -> Reply:
        """The same where a refusal is an answer: for testing what is refused."""
        orders = self._orders(by, as_, at, reason, dasar)
        return reply_from(self._handle.ask(case, _action(verb, members), orders, self._tell))

    def state(self, case: str) -> Case:
        """Where a case stands. Raises tertib.Error if there is no such case."""
        found = self._store.case(case)
        if found is None:
            raise refusal(f"there is no case {case}")
        return found

    @property
    def sop(self) -> Sop:
        """The SOP that the cases run by, with the overlay."""
        return Sop(self._handle.sop(self._tell))

    def _orders(self, by: Optional[str], as_: Optional[str], at: Optional[Moment], reason: str,
                dasar: str, produk: Optional[Iterable[str]] = None, target: Optional[str] = None,
                missing: Iterable[str] = (), excuse: str = "",
                result: str = "") -> _core.StepOrders:
        return _core.StepOrders.make(
            None if by is None and as_ is None else (by or "", as_ or ""),
            None if produk is None else _items(produk), target, _items(missing), excuse, result,
            reason, dasar,
            None if at is None else exact_instant_of(at, self._clock._handle.calendar.zone))

    def _tell(self, after: bool, case: str, step: str, outcome: str, person: str, as_: str,
              now: int, lines: List[str]) -> None:
        told = DrivenStep(case, step, outcome, person, as_,
                          datetime_of(now, self._clock._handle.calendar.zone), _events(lines))
        for hook in tuple(self._after if after else self._before):
            hook(told)


def _holding(post: PostHolding) -> Tuple[str, str, str, str, Optional[str], str]:
    return (post.person, post.pelaksana, post.kind, post.from_.isoformat(),
            post.until.isoformat() if post.until is not None else None, post.surat)


def _items(texts: Iterable[str]) -> List[str]:
    if isinstance(texts, str):
        raise TypeError("a list of texts is needed, not one text")
    return list(texts)


def _events(lines: Iterable[str]) -> Tuple[Event, ...]:
    return tuple(event_from(line) for line in lines)


def _action(verb: str, members: Mapping[str, Any]) -> str:
    """A command of which only the action counts."""
    common = {"schema": "tertib.command/1", "case": "-", "now": "1970-01-01T00:00:00Z"}
    return json.dumps({**members, **common, "verb": verb})
