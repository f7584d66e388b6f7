# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""How well a log fits a net: optimal alignments and exact token replay."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple, Union

from . import _core
from ._logs import EventLog, Map, map_text
from ._sop import Sop, Source, _bytes_of
from ._values import Frozen


class Net(Frozen):
    """A Petri net with an end, which a log is held against. Immutable."""

    __slots__ = ("_handle",)

    _handle: _core.Net

    def __init__(self, handle: _core.Net) -> None:
        if not isinstance(handle, _core.Net):
            raise TypeError("a Net is made by tertib.Net.from_sop or tertib.Net.from_pnml")
        self._set(_handle=handle)

    @classmethod
    def from_sop(cls, sop: Sop) -> "Net":
        """The net of an SOP: a log's activities are matched to its steps by number, by text, or by
        a map."""
        return cls(_core.Net.from_sop(sop._handle))

    @classmethod
    def from_pnml(cls, source: Source) -> "Net":
        """Reads a PNML file (a path, or its bytes): a log's activities are those of its transitions
        with just that name. Raises tertib.Error, OSError if there is no such file."""
        named = "" if isinstance(source, (bytes, bytearray, memoryview)) else os.fsdecode(source)
        return cls(_core.Net.from_pnml(_bytes_of(source), named))

    @property
    def labels(self) -> Tuple[str, ...]:
        """The different activities that its transitions name; of an SOP, the keys of steps."""
        return tuple(self._handle.labels)

    @property
    def place_count(self) -> int:
        return self._handle.place_count

    @property
    def transition_count(self) -> int:
        return self._handle.transition_count

    def __repr__(self) -> str:
        return (f"<tertib.Net of {self.place_count} places and "
                f"{self.transition_count} transitions>")


Model = Union[Net, Sop]


def _net_of(model: Model) -> _core.Net:
    return (Net.from_sop(model) if isinstance(model, Sop) else model)._handle


@dataclass(frozen=True)
class AlignMove:
    """One point of an alignment. ``kind``: "synchronous" (cost 0), "log" alone (1), "model" alone
    (1), "silent" (0). ``activity``: of the log; ``label``: of the net, of an SOP the key of the
    step; None where that side doesn't move, or silently."""

    kind: str
    activity: Optional[str]
    label: Optional[str]


@dataclass(frozen=True)
class AlignedVariant:
    """A sequence of activities, how many cases show it, the cost of the best alignment that was
    found, what that can't be below, and its moves if they were asked for."""

    activities: Tuple[str, ...]
    cases: int
    cost: int
    cost_lower: int
    moves: Tuple[AlignMove, ...] = ()

    @property
    def optimal(self) -> bool:
        """Whether no better alignment exists."""
        return self.cost == self.cost_lower


class Alignment(Frozen):
    """How well a log fits a net: a value. ``variants`` stand in the order of the log's.
    ``precision``: how much of what the net allows the log makes use of, from 0 to 1; None without
    moves. ``stopped``: the budget ended the work, what was left has bounds only."""

    __slots__ = ("_text", "_facts", "variants", "precision", "stopped")

    _text: str
    _facts: Dict[str, Any]
    variants: Tuple[AlignedVariant, ...]
    precision: Optional[float]
    stopped: bool

    def __init__(self, text: str, variants: Tuple[AlignedVariant, ...],
                 precision: Optional[float], stopped: bool) -> None:
        self._set(_text=text, _facts=json.loads(text), variants=variants, precision=precision,
                  stopped=stopped)

    @property
    def cases(self) -> int:
        return int(self._facts["cases"])

    @property
    def events(self) -> int:
        return int(self._facts["events"])

    @property
    def cost(self) -> int:
        """Over all cases."""
        return int(self._facts["cost"])

    @property
    def cost_lower(self) -> int:
        """What the cost can't be below; equal to it where every variant is optimal."""
        return int(self._facts["cost_lower"])

    @property
    def min_model_cost(self) -> int:
        """The cost of a case without events."""
        return int(self._facts["min_model_cost"])

    @property
    def perfect(self) -> int:
        """Cases that cost nothing."""
        return int(self._facts["perfect"])

    @property
    def avg_fitness(self) -> float:
        """The mean over cases of 1 - cost / (events + min_model_cost)."""
        return float(self._facts["avg_fitness"])

    @property
    def log_fitness(self) -> float:
        """1 - the sum of costs / the sum of (events + min_model_cost)."""
        return float(self._facts["log_fitness"])

    @property
    def histogram(self) -> Dict[int, int]:
        """Cases by the cost of a case."""
        return {int(cost): cases for cost, cases in self._facts["histogram"].items()}

    def to_json(self) -> str:
        """The figures, "tertib.align/1"."""
        return self._text

    def to_dict(self) -> Dict[str, Any]:
        """The same as a dict, yours to change."""
        result: Dict[str, Any] = json.loads(self._text)
        return result

    def _parts(self) -> Tuple[str, Tuple[AlignedVariant, ...], Optional[float], bool]:
        return self._text, self.variants, self.precision, self.stopped

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, Alignment) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __reduce__(self) -> Any:
        return (Alignment, self._parts())

    def __repr__(self) -> str:
        return f"<tertib.Alignment of {self.cases} cases, fitness {self.log_fitness:.4f}>"


def align(model: Model, log: EventLog, *, map: Optional[Map] = None, moves: bool = False,
          budget_seconds: Optional[float] = None, max_states: int = 2_000_000,
          max_bytes: int = 1 << 30) -> Alignment:
    """Optimal alignments of a log's cases with a net, or with an SOP.

    map: "tertib.map/1", which activity means which step of the SOP. moves: tell what each variant
    does where, and the precision. budget_seconds: what isn't done by then has bounds
    (``cost_lower`` to ``cost``), never a guess. max_states: tried for one variant; max_bytes: in
    all, roughly. Other threads run meanwhile, and Ctrl-C ends it. Raises tertib.Error if no run of
    the net ends."""
    text, variants, precision, stopped = _net_of(model).align(
        log._handle, map_text(map), budget_seconds, max_states, max_bytes, moves)
    return Alignment(
        text,
        tuple(AlignedVariant(tuple(activities), cases, cost, lower,
                             tuple(AlignMove(*move) for move in made))
              for activities, cases, cost, lower, made in variants),
        precision, stopped)


@dataclass(frozen=True)
class ReplayedVariant:
    """A sequence of activities, how many cases show it, how it fared, and the place from 0 of the
    event that the verdict is about."""

    activities: Tuple[str, ...]
    cases: int
    verdict: str
    event: Optional[int]


class TokenReplay(Frozen):
    """Which cases of a log a net can tell: a value. ``variants`` stand in the order of the log's.
    Verdicts: "fits"; "unknown", an activity that the net doesn't name; "not_possible", an event
    that no run goes on with; "unfinished", no run ends there; "not_decided" within the budget."""

    __slots__ = ("_text", "_facts", "variants")

    _text: str
    _facts: Dict[str, Any]
    variants: Tuple[ReplayedVariant, ...]

    def __init__(self, text: str, variants: Tuple[ReplayedVariant, ...]) -> None:
        self._set(_text=text, _facts=json.loads(text), variants=variants)

    @property
    def cases(self) -> int:
        return int(self._facts["cases"])

    @property
    def events(self) -> int:
        return int(self._facts["events"])

    @property
    def counts(self) -> Dict[str, int]:
        """Cases by verdict; they add up to ``cases``."""
        return {each: int(self._facts[each])
                for each in ("fits", "unknown", "not_possible", "unfinished", "not_decided")}

    def to_json(self) -> str:
        """The counts, "tertib.token_replay/1"."""
        return self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TokenReplay):
            return NotImplemented
        return (self._text, self.variants) == (other._text, other.variants)

    def __hash__(self) -> int:
        return hash((self._text, self.variants))

    def __reduce__(self) -> Any:
        return (TokenReplay, (self._text, self.variants))

    def __repr__(self) -> str:
        return f"<tertib.TokenReplay: {self.counts['fits']} of {self.cases} cases fit>"


def replay(model: Model, log: EventLog, *, map: Optional[Map] = None,
           budget_seconds: Optional[float] = None, max_states: int = 2_000_000) -> TokenReplay:
    """Replays a log's cases on a net, or on an SOP, exactly: a case fits if and only if its
    alignment costs nothing. Much faster than align. Parameters as there."""
    text, variants = _net_of(model).replay(log._handle, map_text(map), budget_seconds, max_states)
    return TokenReplay(text, tuple(ReplayedVariant(tuple(activities), cases, verdict, event)
                                   for activities, cases, verdict, event in variants))
