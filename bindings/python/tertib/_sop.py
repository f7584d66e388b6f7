# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Reading SOPs, and what one does with an SOP."""

from __future__ import annotations

import json
import os
from functools import cached_property
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, Union, overload

from . import _core
from ._calendar import CalendarLike, handle_of
from ._graph import Graph
from ._instants import Moment, instant_of
from ._plan import Items, Outcomes, Plan, item_pairs, outcome_pairs, plan_from
from ._values import (Finding, Flow, Frozen, Identity, Rule, Step, Waktu, finding_from, flow_from,
                      identity_from, parse, rule_from, step_from, waktu_from)

Source = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview]
Json = Union[str, Mapping[str, Any]]

# One byte more than the library takes, so that it is the one to refuse.
_MOST_BYTES = (64 << 20) + 1


class LintReport(Frozen):
    """An SOP against a profile: a sequence of findings, and every rule's verdict."""

    __slots__ = ("_text", "findings", "profile", "profile_version", "sop_digest", "worst", "rules")

    _text: str
    findings: Tuple[Finding, ...]
    profile: str
    profile_version: str
    sop_digest: str
    worst: Optional[str]
    rules: Tuple[Rule, ...]

    def __init__(self, text: str) -> None:
        facts = json.loads(text)
        self._set(
            _text=text,
            findings=tuple(finding_from(each) for each in facts["findings"]),
            profile=facts["profile"],
            profile_version=facts["profile_version"],
            sop_digest=facts["sop_digest"],
            worst=facts["worst"],
            rules=tuple(rule_from(each) for each in facts["rules"]),
        )

    def to_dict(self) -> Dict[str, Any]:
        result: Dict[str, Any] = json.loads(self._text)
        return result

    def to_json(self) -> str:
        return self._text

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Tuple[Finding, ...]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Finding, Tuple[Finding, ...]]:
        return self.findings[index]

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, LintReport) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> Any:
        return (LintReport, (self._text,))

    def __repr__(self) -> str:
        return f"<tertib.LintReport of {len(self)} findings by {self.profile}>"


class Sop(Frozen):
    """One SOP document; immutable. Made by tertib.read or Sop.from_json."""

    _handle: _core.Sop

    def __init__(self, handle: _core.Sop) -> None:
        if not isinstance(handle, _core.Sop):
            raise TypeError("an Sop is made by tertib.read or tertib.Sop.from_json")
        self._set(_handle=handle)

    @classmethod
    def from_json(cls, text: Json) -> "Sop":
        """Reads "tertib.sop/1", with the findings that were written with it."""
        return cls(_core.Sop.from_json(_json_text(text)))

    def to_json(self, *, personal: bool = True) -> str:
        """"tertib.sop/1"; without name and NIP of who signed if ``personal`` is False."""
        return self._handle.to_json(personal)

    def to_dict(self) -> Dict[str, Any]:
        """The JSON as a dict, yours to change."""
        result: Dict[str, Any] = json.loads(self.to_json())
        return result

    @cached_property
    def _facts(self) -> Dict[str, Any]:
        facts: Dict[str, Any] = parse(self.to_json())
        return facts

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical model."""
        return self._handle.digest

    @cached_property
    def identity(self) -> Identity:
        return identity_from(self._facts["identity"])

    @cached_property
    def steps(self) -> Tuple[Step, ...]:
        return tuple(step_from(each) for each in self._facts["steps"])

    @cached_property
    def flow(self) -> Tuple[Flow, ...]:
        return tuple(flow_from(each) for each in self._facts["flow"])

    @cached_property
    def findings(self) -> Tuple[Finding, ...]:
        """What was noticed while reading it and applying overlays."""
        return tuple(finding_from(each) for each in self._facts["findings"])

    @cached_property
    def total(self) -> Optional[Waktu]:
        """The waktu of the total row."""
        total = self._facts["total"]
        return waktu_from(total) if total is not None else None

    @property
    def pelaksana(self) -> Tuple[str, ...]:
        """The columns in the form's order."""
        return tuple(self._facts["pelaksana"])

    @property
    def pelaksana_luar(self) -> Tuple[str, ...]:
        """Those outside the office."""
        return tuple(self._facts["pelaksana_luar"])

    @property
    def step_count(self) -> int:
        return len(self.steps)

    def step(self, key: str) -> Optional[Step]:
        """The step of that key, or None."""
        return next((each for each in self.steps if each.key == key), None)

    def assign(self, pelaksana: Mapping[Union[str, int], Union[str, Iterable[str]]], *,
               by: str = "") -> "Sop":
        """A new Sop in which steps have the pelaksana given: {"3": ["Kadis", "Sekretaris"]}."""
        lists = {str(key): [names] if isinstance(names, str) else list(names)
                 for key, names in pelaksana.items()}
        return self.overlay({"by": by, "assign": lists})

    def overlay(self, overlay: Json) -> "Sop":
        """A new Sop with the additions of an overlay ("tertib.overlay/1", text or dict). Entries
        that fit nothing are findings of the new one; findings that it answers are no more."""
        return Sop(self._handle.apply(overlay_text(overlay)))

    def overlay_template(self) -> Dict[str, Any]:
        """An overlay that lists everything unknown, to be filled in."""
        template: Dict[str, Any] = json.loads(self._handle.overlay_template())
        return template

    def lint(self, profile: Json = "permenpan35",
             waivers: Union[None, Json, Iterable[Mapping[str, Any]]] = None) -> LintReport:
        """Checks it against a built-in profile or one's own ("tertib.profile/1", text or dict).
        Waivers: a list of them, or the overlay that holds them."""
        if waivers is None:
            waivers = []
        overlay = waivers if isinstance(waivers, (str, Mapping)) else {"waivers": list(waivers)}
        return LintReport(self._handle.lint(_json_text(profile), overlay_text(overlay)))

    def graph(self) -> Graph:
        """What its flow tells: order, loops, documents, soundness."""
        return Graph(self._handle.graph())

    def plan(self, start: Moment, calendar: CalendarLike = "id5", *,
             outcomes: Optional[Outcomes] = None, items: Optional[Items] = None,
             rounds: int = 1) -> Plan:
        """One case that starts then, over an office's calendar: when it is finished at best, as the
        form shows it, and at worst, with the slack of each step.

        start: a datetime (without a zone: the calendar's), a date or ISO 8601 text. outcomes: of a
        decision, one or those of its visits in order ({"4": ["Tidak", "Ya"]}). items: how many,
        for "per berkas": of every step, or by step. rounds: how often the worst run takes each loop
        again."""
        handle = handle_of(calendar)
        return plan_from(self._handle.plan(handle, instant_of(start, handle.zone),
                                           outcome_pairs(outcomes or {}), item_pairs(items),
                                           rounds))

    def to_dot(self, lang: str = "id") -> str:
        """Its flow as a drawing in Graphviz's DOT language; what words are added are Indonesian,
        or English ("en")."""
        return self._handle.to_dot(lang)

    def to_mermaid(self, lang: str = "id") -> str:
        """Its flow as a Mermaid flowchart, with words as in to_dot."""
        return self._handle.to_mermaid(lang)

    def __len__(self) -> int:
        return len(self.steps)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Sop) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> Any:
        return (_unpickle, (self.to_json(),))

    def __repr__(self) -> str:
        return f"<tertib.Sop {self.identity.nama!r}: {len(self.steps)} steps>"


def _unpickle(text: str) -> Sop:
    return Sop.from_json(text)


def _json_text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def overlay_text(overlay: Json) -> str:
    """As the library reads it; a dict needs no schema."""
    if isinstance(overlay, str):
        return overlay
    return json.dumps({"schema": "tertib.overlay/1", **overlay})


def _bytes_of(source: Source) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    with open(source, "rb") as file:
        return file.read(_MOST_BYTES)


def read_all(source: Source, *, name: str = "") -> List[Sop]:
    """Every SOP of a document: a path, or the document's bytes. ``name``: a file name or media type
    as a hint. Raises tertib.Error if there is no SOP table, OSError if there is no such file."""
    if not name and not isinstance(source, (bytes, bytearray, memoryview)):
        name = os.path.basename(os.fspath(source))
    return [Sop(each) for each in _core.Sop.read_all(_bytes_of(source), name)]


def read(source: Source, *, nth: int = 1, name: str = "") -> Sop:
    """One SOP of a document, the first unless ``nth`` says which; else as read_all."""
    sops = read_all(source, name=name)
    if not 1 <= nth <= len(sops):
        error = _core.Error(f"there is no SOP number {nth}: the document holds {len(sops)}")
        error.code = "argument"
        raise error
    return sops[nth - 1]
