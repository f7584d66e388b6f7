# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Event logs: reading, what they hold, saving, and the maps that say how they are meant."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, BinaryIO, Dict, Iterator, List, Mapping, NoReturn, Optional, Tuple, Union

from . import _core
from ._instants import parsed, refusal
from ._sop import Sop, Source
from ._values import Finding, Frozen, finding_from

Map = Union[str, Mapping[str, Any]]


def map_text(map: Optional[Map]) -> str:
    """As the library reads it; a dict needs no schema, and None is none."""
    if map is None:
        return ""
    return map if isinstance(map, str) else json.dumps({"schema": "tertib.map/1", **map})


@contextmanager
def _opened(source: Source) -> Iterator[Tuple[BinaryIO, str]]:
    """Its bytes as a file, and its name for errors."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        yield io.BytesIO(source), ""
    else:
        with open(source, "rb") as file:
            yield file, os.fsdecode(source)


@dataclass(frozen=True)
class LogVariant:
    """A sequence of activities, and how many cases show it. An activity that isn't told is ""."""

    activities: Tuple[str, ...]
    cases: int


class LogInfo(Frozen):
    """What a log holds: a value made of its JSON (docs/schema/log_info.json)."""

    __slots__ = ("_text", "_facts", "findings")

    _text: str
    _facts: Dict[str, Any]
    findings: Tuple[Finding, ...]

    def __init__(self, text: str) -> None:
        facts = json.loads(text)
        self._set(_text=text, _facts=facts,
                  findings=tuple(finding_from(each) for each in facts["findings"]))

    def to_dict(self) -> Dict[str, Any]:
        """Everything, yours to change: also resources, roles, outcomes, frequent variants."""
        result: Dict[str, Any] = json.loads(self._text)
        return result

    def to_json(self) -> str:
        return self._text

    @property
    def digest(self) -> str:
        """SHA-256 of what the log says, whatever file it came from."""
        return str(self._facts["digest"])

    @property
    def events(self) -> int:
        return int(self._facts["events"])

    @property
    def cases(self) -> int:
        return int(self._facts["cases"])

    @property
    def variants(self) -> int:
        return int(self._facts["variants"])

    @property
    def first(self) -> Optional[datetime.datetime]:
        """The earliest and the latest stamp, as datetimes with their offset; None without any."""
        return parsed(self._facts["first"])

    @property
    def last(self) -> Optional[datetime.datetime]:
        return parsed(self._facts["last"])

    @property
    def activities(self) -> Dict[str, int]:
        """How many events each has, the most frequent first."""
        return {each["text"]: each["events"] for each in self._facts["activities"]}

    @property
    def columns(self) -> List[str]:
        """Further columns, in the order of the source."""
        return list(self._facts["columns"])

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, LogInfo) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> Any:
        return (LogInfo, (self._text,))

    def __repr__(self) -> str:
        return f"<tertib.LogInfo of {self.events} events, {len(self.findings)} findings>"


class EventLog(Frozen):
    """What really happened: one row an event. Immutable; any thread may use it. Two are equal if
    they say the same, whatever file they came from. Made by EventLog.read, from_csv or from_xes."""

    _handle: _core.EventLog

    def __init__(self, handle: _core.EventLog) -> None:
        if not isinstance(handle, _core.EventLog):
            raise TypeError("an EventLog is made by tertib.EventLog.read, from_csv or from_xes")
        self._set(_handle=handle)

    @classmethod
    def read(cls, source: Source, *, map: Optional[Map] = None, zone: str = "",
             other_transitions: str = "set_aside") -> "EventLog":
        """Reads a table of text or XES, told apart by the bytes, each also compressed by gzip: a
        path, or the file's bytes. A file is read piece by piece, so it may be larger than memory.

        map: "tertib.map/1" (text or dict): which column says what, which activity means which step.
        zone: of stamps that name none, such as "+08" (else the map's, else +07). other_transitions:
        "kept", or "set_aside": events of XES that neither start nor complete an activity. Raises
        tertib.Error, which says what is missing and in which line; OSError if there is no such
        file."""
        return cls._read(source, map, "", zone, "", other_transitions)

    @classmethod
    def from_csv(cls, source: Source, *, map: Optional[Map] = None, zone: str = "",
                 delimiter: str = "") -> "EventLog":
        """The same for a table of text alone. ``delimiter``: a character; else it is found out."""
        return cls._read(source, map, "csv", zone, delimiter, "set_aside")

    @classmethod
    def from_xes(cls, source: Source, *, zone: str = "",
                 other_transitions: str = "set_aside") -> "EventLog":
        """The same for XES alone."""
        return cls._read(source, None, "xes", zone, "", other_transitions)

    @classmethod
    def _read(cls, source: Source, map: Optional[Map], format: str, zone: str, delimiter: str,
              other_transitions: str) -> "EventLog":
        if other_transitions not in ("set_aside", "kept"):
            raise refusal(f"other_transitions is set_aside or kept, not {other_transitions!r}")
        with _opened(source) as (file, name):
            return cls(_core.EventLog.read(file.read, map_text(map), format, zone, delimiter,
                                           other_transitions == "kept", name))

    def __len__(self) -> int:
        """Events."""
        return self._handle.event_count

    @property
    def case_count(self) -> int:
        """Cases, those without an event included."""
        return self._handle.case_count

    @cached_property
    def activities(self) -> Tuple[str, ...]:
        """The different ones, in the order in which they first come."""
        return tuple(self._handle.activities())

    @cached_property
    def variants(self) -> Tuple[LogVariant, ...]:
        """The different sequences of activities, sorted; those of an Alignment or a TokenReplay
        stand in the same order."""
        return tuple(LogVariant(tuple(activities), cases)
                     for activities, cases in self._handle.variants())

    def variant_of(self, case: str) -> Optional[int]:
        """The place in ``variants`` of a case, by its name; None if there is no such case."""
        return self._handle.variant_of(case)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what the log says."""
        return self._handle.digest

    @cached_property
    def _info(self) -> LogInfo:
        return LogInfo(self._handle.info())

    def info(self) -> LogInfo:
        """What it holds: counts, from when to when, the most frequent texts, what is odd."""
        return self._info

    @property
    def findings(self) -> Tuple[Finding, ...]:
        """What was noticed while it was read, and what is odd about its data (LOG-…)."""
        return self._info.findings

    def unknown_activities(self, sop: Sop, map: Optional[Map] = None) -> Tuple[Finding, ...]:
        """Its activities that match no step of an SOP, each with the nearest steps."""
        found = json.loads(self._handle.unknown(sop._handle, map_text(map)))
        return tuple(finding_from(each) for each in found)

    def to_csv(self) -> bytes:
        """As a table (RFC 4180, UTF-8): events with all columns, but no types, no values of the
        log as a whole, no cases without events."""
        return self._bytes("csv")

    def to_xes(self) -> bytes:
        """As XES, which keeps everything."""
        return self._bytes("xes")

    def _bytes(self, format: str) -> bytes:
        file = io.BytesIO()
        self._handle.write(format, file.write)
        return file.getvalue()

    def save(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Writes a file piece by piece, as its name says: .csv, .xes, .csv.gz or .xes.gz. The same
        log gives the same bytes."""
        name = os.fsdecode(path)
        stem = name[:-3] if name.endswith(".gz") else name
        if not stem.endswith((".csv", ".xes")):
            raise refusal("a log is saved as .csv, .xes, .csv.gz or .xes.gz; the name tells which")
        with open(name, "wb") as file:
            if stem == name:
                self._handle.write(stem[-3:], file.write)
            else:
                with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                    self._handle.write(stem[-3:], packed.write)

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, EventLog) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a log can't be pickled: save it, and read it again")

    def __repr__(self) -> str:
        return f"<tertib.EventLog of {len(self)} events in {self.case_count} cases>"


def propose_map(source: Source, sop: Optional[Sop] = None, *, map: Optional[Map] = None,
                zone: str = "") -> Dict[str, Any]:
    """A map ("tertib.map/1") for a person to complete: it fills in what the log shows (titles of
    columns, activities that are no step, people and their posts) and leaves open what only a person
    can say. Also of a table with one row a case, which can't be read without a map. ``map``: what
    is known already, kept as it is. Raises as EventLog.read does."""
    with _opened(source) as (file, name):
        text = _core.propose_map(file.read, sop._handle if sop is not None else None,
                                 map_text(map), zone, name)
    proposed: Dict[str, Any] = json.loads(text)
    return proposed
