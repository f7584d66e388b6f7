# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What a store tells of the office, and of what would become of cases, as plain values. Their members
have the names of the JSON (docs/formats.md). Holders are people: personal data."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Tuple

from ._instants import parsed
from ._values import Finding, finding_from

_Json = Mapping[str, Any]
_Day = datetime.date
_Moment = datetime.datetime


@dataclass(frozen=True)
class OfficeHolding:
    """Who holds a post from a day to a day (``until`` is the last one; None: until further notice).
    ``event``: the number of the decision by which it began; ``person`` is None where the name was
    erased; ``late``: recorded after its first day."""

    event: int
    person: Optional[str]
    pelaksana: str
    kind: str
    from_: _Day
    until: Optional[_Day]
    surat: Optional[str]
    late: bool

    def holds(self, day: _Day) -> bool:
        """Whether it does on that day."""
        return self.from_ <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class SopVersion:
    """A version of an SOP and one time during which it is in force. ``status``: "unknown"
    (registered, and nothing said of its life), "berlaku", "digantikan" or "dicabut"; ``from_``:
    None where nobody recorded from when; ``successor``: the version that takes its place."""

    digest: str
    nomor: Optional[str]
    nama: Optional[str]
    status: str
    from_: Optional[_Day]
    until: Optional[_Day]
    successor: Optional[str]

    def in_force(self, day: _Day) -> bool:
        """Whether it is on that day, as far as this says so."""
        return (self.status != "unknown" and (self.from_ is None or self.from_ <= day)
                and (self.until is None or day <= self.until))


@dataclass(frozen=True)
class Office:
    """What the office has decided so far: ``events`` decisions, the last one ``recorded`` then."""

    events: int
    recorded: Optional[_Moment]
    holdings: Tuple[OfficeHolding, ...]
    versions: Tuple[SopVersion, ...]
    _text: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """Everything, "tertib.office/1"."""
        return self._text

    def roster(self, day: _Day) -> Tuple[OfficeHolding, ...]:
        """Who holds a post on that day."""
        return tuple(each for each in self.holdings if each.holds(day))

    def in_force(self, day: _Day) -> Tuple[SopVersion, ...]:
        """The versions that are in force on that day."""
        return tuple(each for each in self.versions if each.in_force(day))


@dataclass(frozen=True)
class ChangedDue:
    """A deadline that would be another, of a task (None: of the whole case). ``why``: it stays."""

    task: Optional[str]
    old_due: Optional[_Moment]
    new_due: Optional[_Moment]
    why: Optional[Finding] = None


@dataclass(frozen=True)
class MigratedTask:
    """What becomes of an open task; ``to`` is None where its work is taken away."""

    from_: str
    to: Optional[str]
    old_due: Optional[_Moment]
    new_due: Optional[_Moment]
    let_go: bool


@dataclass(frozen=True)
class MigrationPlan:
    """What a migration would do, or why it would be refused; all else that there is to tell is in
    ``to_dict()``."""

    refusal: Optional[Finding]
    tasks: Tuple[MigratedTask, ...]
    opened: Tuple[str, ...]
    forgotten_steps: Tuple[str, ...]
    kept: Tuple[ChangedDue, ...]
    _text: str = field(repr=False, compare=False)

    @property
    def refused(self) -> bool:
        return self.refusal is not None

    def to_json(self) -> str:
        """Everything, "tertib.migration/1"."""
        return self._text

    def to_dict(self) -> Dict[str, Any]:
        result: Dict[str, Any] = json.loads(self._text)
        return result


@dataclass(frozen=True)
class RecomputePlan:
    """What another calendar would make of a case's deadlines: those that change, and those that are
    kept with the reason; or why it would be refused."""

    refusal: Optional[Finding]
    changes: Tuple[ChangedDue, ...]
    kept: Tuple[ChangedDue, ...]
    _text: str = field(repr=False, compare=False)

    @property
    def refused(self) -> bool:
        return self.refusal is not None

    def to_json(self) -> str:
        """Everything, "tertib.recompute/1"."""
        return self._text


@dataclass(frozen=True)
class RevisedTask:
    """An open task and what became of its step: "same", "reworded", "moved" (to ``step``), "gone"."""

    task: str
    fate: str
    step: Optional[str]


@dataclass(frozen=True)
class RevisedCase:
    """An open case that a revision of its SOP touches."""

    case: str
    status: str
    tasks: Tuple[RevisedTask, ...]


@dataclass(frozen=True)
class Revision:
    """What a revision of an SOP touches: the open cases of the old version by name, and what an
    overlay that was made for it says in vain of the new one."""

    old_sop: str
    sop: str
    cases: Tuple[RevisedCase, ...]
    findings: Tuple[Finding, ...]


def _finding(json_: Optional[_Json]) -> Optional[Finding]:
    return finding_from(json_) if json_ is not None else None


def _day(text: Optional[str]) -> Optional[_Day]:
    return datetime.date.fromisoformat(text) if text is not None else None


def office_from(text: str) -> Office:
    json_ = json.loads(text)
    return Office(
        events=json_["events"],
        recorded=parsed(json_["recorded"]),
        holdings=tuple(
            OfficeHolding(each["event"], each["person"], each["pelaksana"], each["kind"],
                          datetime.date.fromisoformat(each["from"]), _day(each["until"]),
                          each["surat"], each["late"])
            for each in json_["holdings"]),
        versions=tuple(
            SopVersion(each["digest"], each["nomor"], each["nama"], each["status"],
                       _day(each["from"]), _day(each["until"]), each["successor"])
            for each in json_["versions"]),
        _text=text,
    )


def _due_from(json_: _Json) -> ChangedDue:
    return ChangedDue(json_["task"], parsed(json_["old_due"]), parsed(json_["new_due"]),
                      _finding(json_.get("why")))


def migration_from(text: str) -> MigrationPlan:
    json_ = json.loads(text)
    return MigrationPlan(
        refusal=_finding(json_["refusal"]),
        tasks=tuple(MigratedTask(each["from"], each["to"], parsed(each["old_due"]),
                                 parsed(each["new_due"]), each["let_go"])
                    for each in json_["tasks"]),
        opened=tuple(json_["opened"]),
        forgotten_steps=tuple(json_["forgotten_steps"]),
        kept=tuple(_due_from(each) for each in json_["kept"]),
        _text=text,
    )


def recompute_from(text: str) -> RecomputePlan:
    json_ = json.loads(text)
    return RecomputePlan(
        refusal=_finding(json_["refusal"]),
        changes=tuple(_due_from(each) for each in json_["changes"]),
        kept=tuple(_due_from(each) for each in json_["kept"]),
        _text=text,
    )


def revised_case_from(json_: _Json) -> RevisedCase:
    return RevisedCase(json_["case"], json_["status"],
                       tuple(RevisedTask(each["task"], each["fate"], each["step"])
                             for each in json_["tasks"]))


def findings_from(json_: _Json) -> Tuple[Finding, ...]:
    return tuple(finding_from(each) for each in json_["findings"])
