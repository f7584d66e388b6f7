# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What a store of cases tells, as plain values: frozen, comparable, hashable, picklable. Their
members have the names of the JSON (docs/formats.md); instants are datetimes with the offset of the
case's calendar. Holders and actors are people: personal data."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Tuple

from ._instants import parsed
from ._values import Finding, Text, finding_from

_Json = Mapping[str, Any]
_Moment = datetime.datetime


@dataclass(frozen=True)
class Receipt:
    """What was written for a command: the numbers of its events in the case, and the link of the
    last one. Whoever keeps it can show later that the journal still holds what was answered."""

    case: str
    first: int
    last: int
    hash: str


@dataclass(frozen=True)
class Reply:
    """The answer to a command: a receipt (it is durable), or the refusal, which changed nothing.
    ``repeated``: its key was known, and this is the answer that was given first."""

    receipt: Optional[Receipt]
    refusal: Optional[Finding]
    repeated: bool = False

    @property
    def refused(self) -> bool:
        return self.refusal is not None

    @property
    def code(self) -> str:
        """Why it was refused ("CASE-EXISTS"); "" if it wasn't."""
        return self.refusal.code if self.refusal is not None else ""

    @property
    def message(self) -> Text:
        """The refusal's sentence, with the English one as ``.en``; "" if it wasn't refused."""
        return self.refusal.text if self.refusal is not None else Text("", "")


@dataclass(frozen=True)
class Tick:
    """What fell due and was recorded: pairs of case and task (None: the whole case), each with when
    it counted as missed; and the rules of overrun policies that were followed. ``next_due``: when
    to tick again; None if no deadline runs."""

    missed: Tuple["MissedDeadline", ...]
    next_due: Optional[_Moment]
    rules: Tuple["FollowedRule", ...] = ()


@dataclass(frozen=True)
class MissedDeadline:
    case: str
    task: Optional[str]
    missed_from: _Moment


@dataclass(frozen=True)
class FollowedRule:
    """``rule``: of the case's policy, from 1; ``did``: warned, reassigned or escalated."""

    case: str
    task: str
    rule: int
    did: str
    at: _Moment


@dataclass(frozen=True)
class CaseItem:
    """A case on the list of cases. ``open``: its tasks; ``due``: the earliest deadline whose clock
    runs."""

    case: str
    status: str
    sop_digest: str
    nama: str
    started: _Moment
    recorded: _Moment
    events: int
    result: Optional[str]
    open: Tuple[str, ...]
    due: Optional[_Moment]
    overdue: bool


@dataclass(frozen=True)
class WorkItem:
    """An open task on the worklist of a pelaksana. ``promised``: the first ``due`` that was said;
    ``waiting_since``: its clock stands still."""

    case: str
    status: str
    nama: str
    task: str
    step: str
    no: str
    uraian: str
    state: str
    holder: Optional[str]
    holder_as: Optional[str]
    since: _Moment
    due: Optional[_Moment]
    promised: Optional[_Moment]
    overdue: bool
    waiting_since: Optional[_Moment]


@dataclass(frozen=True)
class Task:
    """An open task of a case. ``done_by``: posts that did their part, where all of them must;
    ``stops``: times at which its clock stood still."""

    task: str
    step: str
    uraian: str
    pelaksana: Tuple[str, ...]
    state: str
    holder: Optional[str]
    holder_as: Optional[str]
    done_by: Tuple[str, ...]
    since: _Moment
    due: Optional[_Moment]
    promised: Optional[_Moment]
    overdue: bool
    waiting_since: Optional[_Moment]
    stops: Tuple[Tuple[_Moment, _Moment], ...]


@dataclass(frozen=True)
class Case:
    """Where a case stands; all else that there is to tell (service deadline, parked work, steps) is
    in ``to_dict()``."""

    case: str
    status: str
    sop_digest: str
    calendar: str
    events: int
    started: _Moment
    recorded: _Moment
    stopped_since: Optional[_Moment]
    result: Optional[str]
    tasks: Tuple[Task, ...]
    _text: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """Everything, "tertib.case/1"."""
        return self._text

    def to_dict(self) -> Dict[str, Any]:
        result: Dict[str, Any] = json.loads(self._text)
        return result


@dataclass(frozen=True)
class Option:
    """A button for a screen: ``chance`` is "possible", "wanting" (once what the refusal asks for is
    supplied) or "refused". ``choices``: outcomes that are drawn, or steps to which work may go
    back."""

    verb: str
    chance: str
    refusal: Optional[Finding]
    choices: Tuple[str, ...]


@dataclass(frozen=True)
class TaskReason:
    """Why an open task is where it is. ``missing``: kelengkapan that earlier steps owe."""

    task: str
    step: str
    uraian: str
    state: str
    holder: Optional[str]
    pelaksana: Tuple[str, ...]
    since: _Moment
    due: Optional[_Moment]
    waiting_since: Optional[_Moment]
    missing: Tuple[str, ...]
    options: Tuple[Option, ...]

    def option(self, verb: str) -> Optional[Option]:
        return next((each for each in self.options if each.verb == verb), None)


@dataclass(frozen=True)
class Why:
    """Why a case is where it is, as one person sees it. ``parked``: steps or gateways whose work
    waits to meet others."""

    case: str
    status: str
    tasks: Tuple[TaskReason, ...]
    parked: Tuple[str, ...]
    options: Tuple[Option, ...]
    _text: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """Everything, "tertib.why/1"."""
        return self._text


@dataclass(frozen=True)
class Event:
    """One fact in a case's journal. ``person`` acted for the post ``as_`` (None: nobody did, or the
    name was erased); ``line`` is its line of an export, "tertib.journal/1", with its line end.
    ``outcome``: of a decision; ``ends_case``: no work of the case is left."""

    case: str
    number: int
    kind: str
    recorded: _Moment
    happened: _Moment
    person: Optional[str]
    as_: Optional[str]
    task: Optional[str]
    hash: str
    erased: bool
    line: str = field(repr=False)
    outcome: Optional[str] = None
    ends_case: bool = False

    def to_dict(self) -> Dict[str, Any]:
        """Every member that is set, "tertib.event/1"."""
        result: Dict[str, Any] = json.loads(self.line)["event"]
        return result


@dataclass(frozen=True)
class PostHolding:
    """Who holds a pelaksana's post from a day to a day (``until`` is the last one; None: until
    further notice). ``kind``: "definitive", or "plt", "plh", "an", "ub"; ``surat``: the number of
    the letter that it rests on."""

    person: str
    pelaksana: str
    from_: datetime.date
    until: Optional[datetime.date] = None
    kind: str = "definitive"
    surat: str = ""


@dataclass(frozen=True)
class Breach:
    """One place where a journal doesn't hold; ``number``: of the first bad event of the case."""

    fault: str
    case: Optional[str]
    number: Optional[int]
    detail: str


@dataclass(frozen=True)
class Verification:
    """What verifying a store found; true if all of it holds."""

    holds: bool
    cases: int
    events: int
    erased: int
    breaches: Tuple[Breach, ...]
    _text: str = field(repr=False, compare=False)

    def to_json(self) -> str:
        """Everything, "tertib.verification/1"."""
        return self._text

    def __bool__(self) -> bool:
        return self.holds


def _time(text: str) -> _Moment:
    moment = parsed(text)
    assert moment is not None
    return moment


def _finding(json_: Optional[_Json]) -> Optional[Finding]:
    return finding_from(json_) if json_ is not None else None


def _members(kind: Any, json_: _Json) -> Dict[str, Any]:
    """Those that the value has: later releases may tell more."""
    return {name: json_[name] for name in kind.__dataclass_fields__}


def reply_from(text: str) -> Reply:
    json_ = json.loads(text)
    receipt = json_["receipt"]
    return Reply(
        receipt=Receipt(**_members(Receipt, receipt)) if receipt is not None else None,
        refusal=_finding(json_["refusal"]),
        repeated=json_["repeated"],
    )


def tick_from(text: str) -> Tick:
    json_ = json.loads(text)
    return Tick(
        missed=tuple(MissedDeadline(each["case"], each["task"], _time(each["missed_from"]))
                     for each in json_["missed"]),
        rules=tuple(FollowedRule(each["case"], each["task"], each["rule"], each["did"],
                                 _time(each["at"])) for each in json_["rules"]),
        next_due=parsed(json_["next_due"]),
    )


def case_item_from(json_: _Json) -> CaseItem:
    return CaseItem(**{
        **_members(CaseItem, json_),
        "started": _time(json_["started"]),
        "recorded": _time(json_["recorded"]),
        "open": tuple(json_["open"]),
        "due": parsed(json_["due"]),
    })


def _clock_from(json_: _Json) -> Dict[str, Any]:
    return {
        "since": _time(json_["since"]),
        "due": parsed(json_["due"]),
        "promised": parsed(json_["promised"]),
        "overdue": json_["overdue"],
        "waiting_since": parsed(json_["waiting_since"]),
    }


def work_item_from(json_: _Json) -> WorkItem:
    return WorkItem(**{**_members(WorkItem, json_), **_clock_from(json_)})


def _task_from(json_: _Json) -> Task:
    return Task(
        task=json_["task"],
        step=json_["step"],
        uraian=json_["uraian"],
        pelaksana=tuple(json_["pelaksana"]),
        state=json_["state"],
        holder=json_["holder"],
        holder_as=json_["holder_as"],
        done_by=tuple(json_["done_by"]),
        stops=tuple((_time(each["from"]), _time(each["until"])) for each in json_["stops"]),
        **_clock_from(json_),
    )


def case_from(text: str) -> Case:
    json_ = json.loads(text)
    return Case(
        case=json_["case"],
        status=json_["status"],
        sop_digest=json_["sop_digest"],
        calendar=json_["calendar"]["label"],
        events=json_["events"],
        started=_time(json_["started"]),
        recorded=_time(json_["recorded"]),
        stopped_since=parsed(json_["stopped_since"]),
        result=json_["result"],
        tasks=tuple(_task_from(each) for each in json_["tasks"]),
        _text=text,
    )


def _option_from(json_: _Json) -> Option:
    return Option(json_["verb"], json_["chance"], _finding(json_["refusal"]),
                  tuple(json_["choices"]))


def _task_reason_from(json_: _Json) -> TaskReason:
    return TaskReason(
        task=json_["task"],
        step=json_["step"],
        uraian=json_["uraian"],
        state=json_["state"],
        holder=json_["holder"],
        pelaksana=tuple(json_["pelaksana"]),
        since=_time(json_["since"]),
        due=parsed(json_["due"]),
        waiting_since=parsed(json_["waiting_since"]),
        missing=tuple(json_["missing"]),
        options=tuple(_option_from(each) for each in json_["options"]),
    )


def why_from(text: str) -> Why:
    json_ = json.loads(text)
    return Why(
        case=json_["case"],
        status=json_["status"],
        tasks=tuple(_task_reason_from(each) for each in json_["tasks"]),
        parked=tuple(json_["parked"]),
        options=tuple(_option_from(each) for each in json_["options"]),
        _text=text,
    )


def event_from(line: str) -> Event:
    json_ = json.loads(line)
    event = json_["event"]
    body = event.get("body", {})
    return Event(
        case=json_["case"],
        number=json_["number"],
        kind=event["kind"],
        recorded=_time(event["recorded"]),
        happened=_time(event["happened"]),
        person=(body or {}).get("person"),
        as_=event.get("as"),
        task=event.get("task"),
        hash=json_["hash"],
        erased=body is None,
        line=line,
        outcome=event.get("outcome"),
        ends_case=event.get("ends_case", False),
    )


def verification_from(text: str) -> Verification:
    json_ = json.loads(text)
    return Verification(
        holds=json_["holds"],
        cases=json_["cases"],
        events=json_["events"],
        erased=json_["erased"],
        breaches=tuple(Breach(**_members(Breach, each)) for each in json_["breaches"]),
        _text=text,
    )
