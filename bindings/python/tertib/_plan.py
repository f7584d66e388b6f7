# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""An SOP laid over an office's calendar."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from ._instants import parsed
from ._values import Finding, Text, finding_from, parse, text_from

Outcomes = Mapping[Union[str, int], Union[str, Iterable[str]]]
Items = Union[int, Mapping[Union[str, int], int]]


@dataclass(frozen=True)
class PlannedVisit:
    """When one step is worked on in a run; ``round`` counts from 0 in a loop. ``slack`` is working
    time. ``open``: its waktu names no time, and is reckoned as none. ``waited_for``: the place in
    PlannedRun.visits of what it followed last."""

    step: str
    round: int
    earliest_start: datetime.datetime
    earliest_finish: datetime.datetime
    latest_start: datetime.datetime
    latest_finish: datetime.datetime
    slack: datetime.timedelta
    critical: bool
    open: bool
    skipped: bool
    outcome: Optional[str]
    waited_for: Optional[int]


@dataclass(frozen=True)
class PlannedRun:
    """One run from the start to its end; ``work`` is working time, ``critical_path`` the places in
    ``visits`` of what the finish waited for. ``stuck``: planned as far as it goes."""

    finish: datetime.datetime
    work: datetime.timedelta
    stuck: bool
    outcomes: Tuple[Tuple[str, str], ...]
    visits: Tuple[PlannedVisit, ...] = field(repr=False)
    critical_path: Tuple[int, ...] = field(repr=False)

    def of_step(self, key: str) -> Tuple[PlannedVisit, ...]:
        """The visits of one step, in their order."""
        return tuple(each for each in self.visits if each.step == key)


@dataclass(frozen=True)
class PlannedLoad:
    """How much working time a case takes of a pelaksana (None: not known): ``alone``, ``shared``
    with others who may do it instead, and ``allowed`` at most by waktu in days."""

    pelaksana: Optional[str]
    outside_office: bool
    alone: datetime.timedelta
    shared: datetime.timedelta
    allowed: datetime.timedelta
    open_visits: int
    visits: int


@dataclass(frozen=True)
class Plan:
    """The best, the main and the worst run. ``likely`` and ``latest`` are the days to tell an
    applicant, ``receipt`` the sentences with them."""

    start: datetime.datetime
    sop_digest: str
    calendar: str
    calendar_version: str
    rounds: int
    every_outcome: bool
    likely: Optional[datetime.date]
    latest: Optional[datetime.date]
    receipt: Text = field(repr=False)
    stated_finish: Optional[datetime.datetime]
    best: PlannedRun
    main: PlannedRun
    worst: PlannedRun
    open_steps: Tuple[str, ...]
    unreached: Tuple[str, ...]
    load: Tuple[PlannedLoad, ...] = field(repr=False)
    worst_load: Tuple[PlannedLoad, ...] = field(repr=False)
    findings: Tuple[Finding, ...] = field(repr=False)
    _text: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """Everything, "tertib.plan/1"."""
        return self._text

    def to_dict(self) -> Dict[str, Any]:
        result: Dict[str, Any] = json.loads(self._text)
        return result


_Json = Mapping[str, Any]


def _time(text: str) -> datetime.datetime:
    moment = parsed(text)
    assert moment is not None
    return moment


def _work(seconds: Any) -> datetime.timedelta:
    return datetime.timedelta(microseconds=int(seconds * 1_000_000))


def _date(text: Optional[str]) -> Optional[datetime.date]:
    return datetime.date.fromisoformat(text) if text is not None else None


def _visit_from(json_: _Json) -> PlannedVisit:
    return PlannedVisit(
        step=json_["step"],
        round=json_["round"],
        earliest_start=_time(json_["earliest_start"]),
        earliest_finish=_time(json_["earliest_finish"]),
        latest_start=_time(json_["latest_start"]),
        latest_finish=_time(json_["latest_finish"]),
        slack=_work(json_["slack"]),
        critical=json_["critical"],
        open=json_["open"],
        skipped=json_["skipped"],
        outcome=json_["outcome"],
        waited_for=json_["waited_for"],
    )


def _run_from(json_: _Json) -> PlannedRun:
    return PlannedRun(
        finish=_time(json_["finish"]),
        work=_work(json_["work"]),
        stuck=json_["stuck"],
        outcomes=tuple((each["step"], each["outcome"]) for each in json_["outcomes"]),
        visits=tuple(_visit_from(each) for each in json_["visits"]),
        critical_path=tuple(json_["critical_path"]),
    )


def _load_from(json_: _Json) -> PlannedLoad:
    return PlannedLoad(
        pelaksana=json_["pelaksana"],
        outside_office=json_["outside_office"],
        alone=_work(json_["alone"]),
        shared=_work(json_["shared"]),
        allowed=_work(json_["allowed"]),
        open_visits=json_["open_visits"],
        visits=json_["visits"],
    )


def plan_from(text: str) -> Plan:
    json_ = parse(text)
    receipt = json_["receipt"]
    return Plan(
        start=_time(json_["start"]),
        sop_digest=json_["sop_digest"],
        calendar=json_["calendar"]["label"],
        calendar_version=json_["calendar"]["version"],
        rounds=json_["rounds"],
        every_outcome=json_["every_outcome"],
        likely=_date(receipt["likely"]),
        latest=_date(receipt["latest"]),
        receipt=text_from(receipt["text"]),
        stated_finish=parsed(json_["stated_finish"]),
        best=_run_from(json_["best"]),
        main=_run_from(json_["main"]),
        worst=_run_from(json_["worst"]),
        open_steps=tuple(json_["open_steps"]),
        unreached=tuple(json_["unreached"]),
        load=tuple(_load_from(each) for each in json_["load"]),
        worst_load=tuple(_load_from(each) for each in json_["worst_load"]),
        findings=tuple(finding_from(each) for each in json_["findings"]),
        _text=text,
    )


def outcome_pairs(outcomes: Outcomes) -> List[Tuple[str, str]]:
    """By step, those of its first visit, its second and so on."""
    pairs = []
    for key, given in outcomes.items():
        for each in [given] if isinstance(given, str) else given:
            pairs.append((str(key), each))
    return pairs


def item_pairs(items: Optional[Items]) -> List[Tuple[str, int]]:
    if items is None:
        return []
    if isinstance(items, int):
        return [("", items)]
    return [(str(key), count) for key, count in items.items()]
