# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The test kit: recorded journals, played again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Callable, Iterable, List, Mapping, NoReturn, Optional, Tuple, Union

from . import _core
from ._cases import Case, Event, case_from, event_from
from ._sop import Sop
from ._store import Store
from ._values import Frozen


@dataclass(frozen=True)
class ReplayedEvent:
    """An event of a journal that was played again: its line from 1, its case, its number there, its
    link, and the digest of the state that it led to (zeros for the office's)."""

    row: int
    case: str
    number: int
    hash: str
    state: str


@dataclass(frozen=True)
class ReplayDifference:
    """Where a store says something else than a journal. ``row``: the first line that differs, 0
    where the journal has none; ``number``: of the event, 0 for the state of the case."""

    row: int
    case: str
    number: int
    detail: str


class JournalReplay(Frozen):
    """A recorded journal, played again: two that are equal led through the same states. Made by
    replay_journal."""

    _handle: _core.JournalReplay

    def __init__(self, handle: _core.JournalReplay) -> None:
        self._set(_handle=handle)

    @cached_property
    def events(self) -> Tuple[ReplayedEvent, ...]:
        """In the order of the lines."""
        return tuple(ReplayedEvent(*each) for each in self._handle.events())

    @cached_property
    def cases(self) -> Mapping[str, Case]:
        """Where each case ended up, by its name."""
        return {name: case_from(text) for name, text in self._handle.cases.items()}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, JournalReplay):
            return NotImplemented
        return self._handle.equals(other._handle)

    def __hash__(self) -> int:
        return hash(self.events)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a replay can't be pickled: play its journal again")

    def __repr__(self) -> str:
        return f"<tertib.testkit.JournalReplay of {len(self.events)} events>"


def record_journal(store: Store) -> str:
    """The journal of the office and of all cases in the store as it is exported,
    "tertib.journal/1": to be kept beside a test, or played again. Holds personal data."""
    return _core.record_journal(store._handle)


def replay_journal(journal: Union[str, Iterable[str]], sops: Union[Store, Iterable[Sop]], *,
                   max_events: int = 1_000_000,
                   visit: Optional[Callable[[Event, Case], object]] = None) -> JournalReplay:
    """Plays an exported journal (its text, or its lines) into states, by the SOPs given or those
    that are registered in a store. Every link and every body is checked on the way. ``visit`` is
    told of each event of a case and the state that it led to. Raises tertib.Error that begins with
    the line, which is its ``row`` too: "format", "damaged", "argument" for an SOP that isn't given,
    "limit"."""
    text = journal if isinstance(journal, str) else "".join(journal)

    def told(line: str, state: str) -> None:
        assert visit is not None
        visit(event_from(line), case_from(state))

    told_of = told if visit is not None else None
    if isinstance(sops, Store):
        handle = _core.JournalReplay.by_store(text, sops._handle, max_events, told_of)
    else:
        handle = _core.JournalReplay.by_sops(text, [each._handle for each in sops], max_events,
                                             told_of)
    return JournalReplay(handle)


def compare(replay: JournalReplay, store: Store) -> List[ReplayDifference]:
    """The first difference of each case and of the office: events by their links, then the state
    that the store keeps. None if the store holds just what was recorded."""
    return [ReplayDifference(*each) for each in replay._handle.compare(store._handle)]
