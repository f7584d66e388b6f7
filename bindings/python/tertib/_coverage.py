# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The test kit: the paths of an SOP, and what of it the cases of a test run have tried."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Dict, List, Optional, Tuple

from . import _core
from ._sop import Sop
from ._store import Store
from ._values import Frozen, Text

Path = Tuple[str, ...]


def paths_of(sop: Sop, *, max_visits: int = 2, max_paths: int = 1_000,
             max_moves: int = 1_000_000) -> List[Path]:
    """Every way of a case from its start to its end: each choice that is drawn, each loop not at
    all and once round (``max_visits`` of one step by the same work); of the orders in which
    parallel branches can be done one. Raises tertib.Error for an SOP whose flow isn't sound, and
    where there are more than ``max_paths``, or a search longer than ``max_moves``.

        @pytest.mark.parametrize("path", paths_of(sop), ids=" → ".join)
    """
    return [tuple(items) for items in _core.paths_of(sop._handle, max_visits, max_paths, max_moves)]


@dataclass(frozen=True)
class StepCoverage:
    """How often a step was come to, completed and left out."""

    step: str
    arrivals: int
    completions: int
    skips: int


@dataclass(frozen=True)
class FlowCoverage:
    """How often a flow was taken as it is drawn. Work that was returned, or went where no flow
    leads, took none."""

    from_: str
    to: str
    outcome: Optional[str]
    times: int


class Coverage(Frozen):
    """What of an SOP the cases of a test run have tried: a step is covered once it was completed, a
    flow once it was taken. Made by coverage_of."""

    _handle: _core.Coverage

    def __init__(self, handle: _core.Coverage) -> None:
        self._set(_handle=handle)

    @cached_property
    def _facts(self) -> Dict[str, Any]:
        facts: Dict[str, Any] = json.loads(self._handle.to_json())
        return facts

    @property
    def sop_digest(self) -> str:
        return str(self._facts["sop_digest"])

    @property
    def cases(self) -> int:
        return int(self._facts["cases"])

    @property
    def percent(self) -> int:
        """How many of all steps and flows are covered, rounded down: 100 only if all are."""
        return int(self._facts["percent"])

    @property
    def steps(self) -> Tuple[StepCoverage, ...]:
        """Every step, in the order of the document."""
        return tuple(
            StepCoverage(each["step"], each["arrivals"], each["completions"], each["skips"])
            for each in self._facts["steps"])

    @property
    def flows(self) -> Tuple[FlowCoverage, ...]:
        """Every flow that work takes, in the SOP's order."""
        return tuple(FlowCoverage(each["from"], each["to"], each["outcome"], each["times"])
                     for each in self._facts["flows"])

    @property
    def steps_never(self) -> Tuple[str, ...]:
        """Keys of the steps that were never completed."""
        return tuple(self._facts["steps_never"])

    @property
    def flows_never(self) -> Tuple[str, ...]:
        """The flows that were never taken, as "2 → 3 [Setuju]"."""
        return tuple(self._facts["flows_never"])

    @property
    def text(self) -> Text:
        """A few lines for people: how much, and what was never tried."""
        return Text(*self._handle.texts())

    def merged(self, other: "Coverage") -> "Coverage":
        """Both together, as of two stores. Raises tertib.Error where they are of different SOPs."""
        return Coverage(self._handle.merged(other._handle))

    def to_json(self) -> str:
        """Everything, "tertib.coverage/1"."""
        return self._handle.to_json()

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Coverage) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> Any:
        return (_coverage_from, (self._handle.parts,))

    def __repr__(self) -> str:
        return f"<tertib.testkit.Coverage {self.percent}% by {self.cases} cases>"


def _coverage_from(parts: Any) -> Coverage:
    return Coverage(_core.Coverage.from_parts(parts))


def coverage_of(sop: Sop, store: Store) -> Coverage:
    """Of all cases in the store that run by the SOP; of a driver's that is ``driver.sop``."""
    return Coverage(_core.Coverage.of_store(sop._handle, store._handle))
