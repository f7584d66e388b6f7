# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The parts of an SOP as plain values: frozen, comparable, hashable, picklable. Their members have
the names of the JSON (docs/formats.md)."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Mapping, NoReturn, Optional, Tuple


class Text(str):
    """A text for people: the Indonesian one, with the English one at hand as ``.en``."""

    en: str

    def __new__(cls, id: str, en: str) -> "Text":
        text = super().__new__(cls, id)
        text.en = en
        return text

    def __reduce__(self) -> Any:
        return (Text, (str(self), self.en))

    def in_language(self, lang: str) -> str:
        if lang not in ("id", "en"):
            raise ValueError(f"no texts in the language {lang!r}; there are id and en")
        return str(self) if lang == "id" else self.en


class Frozen:
    """What refuses changes once it is made; its values are set by ``_set`` when it is.

    (A frozen dataclass would do the same, but these keep more than they show.)"""

    __slots__ = ()

    def _set(self, **members: Any) -> None:
        for name, value in members.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")


@dataclass(frozen=True)
class Place:
    """Where in the source: row and column from 1 (0: no single place), key of the step."""

    row: int = 0
    column: int = 0
    step: str = ""


@dataclass(frozen=True)
class Finding:
    """Something to tell about a document. The last six members are a rule's; else empty."""

    code: str
    severity: str
    about: str
    where: Place
    text: Text = field(repr=False)
    evidence: str = ""
    rule: Optional[str] = None
    verdict: Optional[str] = None
    source: str = ""
    sure: Optional[str] = None
    remedy: Text = field(default=Text("", ""), repr=False)
    waived: bool = False

    def message(self, lang: str = "id") -> str:
        """Its sentence, in Indonesian or English ("en")."""
        return self.text.in_language(lang)


@dataclass(frozen=True)
class Rule:
    """A rule and what it came to, also where there is nothing to tell."""

    id: str
    verdict: str
    severity: str
    source: str
    sure: str
    title: Text = field(repr=False)
    findings: int


@dataclass(frozen=True)
class WaktuPart:
    """One amount with its unit; min and max differ only in a range."""

    min: Decimal
    max: Decimal
    satuan: str
    reckoning: str
    assumed: bool = False


@dataclass(frozen=True)
class Waktu:
    """The time allowed for a step: as written, and what it means."""

    text: str
    form: str
    approximate: bool = False
    per: Optional[str] = None
    restated: Optional[WaktuPart] = None
    note: str = ""
    parts: Tuple[WaktuPart, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Mark:
    """A symbol of one pelaksana in one step's row."""

    pelaksana: str
    symbol: str


@dataclass(frozen=True)
class Step:
    """One row of the form. No mark: its pelaksana is unknown, never guessed."""

    key: str
    no: str
    uraian: str
    kind: str
    marks: Tuple[Mark, ...]
    participation: str
    outcomes: Tuple[str, ...]
    kelengkapan: Tuple[str, ...]
    waktu: Waktu
    produk: Tuple[str, ...]
    keterangan: str
    optional: Optional[str]

    @property
    def pelaksana(self) -> Tuple[str, ...]:
        """The names of those marked."""
        return tuple(mark.pelaksana for mark in self.marks)


@dataclass(frozen=True)
class Flow:
    """A directed edge between nodes: "start", "end", keys of steps and gateways."""

    source: str
    target: str
    outcome: Optional[str]
    kind: str
    from_pelaksana: Optional[str]
    to_pelaksana: Optional[str]
    provenance: str
    evidence: str


@dataclass(frozen=True)
class Tanggal:
    """A date as written, and the day (or at least the month, "2021-01") that it names."""

    text: str
    date: Optional[datetime.date] = None
    month: Optional[str] = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Pengesahan:
    """Who put the SOP in force, as far as the copy shows it."""

    text: str = ""
    jabatan: str = ""
    nama: str = ""
    nip: str = ""


@dataclass(frozen=True)
class Identity:
    """The identity page of an SOP; an empty text or list was not stated."""

    nomor: str
    nama: str
    unit_kerja: Tuple[str, ...]
    status: str
    berlaku_sampai: Optional[Tanggal]
    tanggal_pembuatan: Optional[Tanggal]
    tanggal_revisi: Optional[Tanggal]
    tanggal_berlaku: Optional[Tanggal]
    disahkan: Optional[Pengesahan]
    dasar_hukum: Tuple[str, ...]
    kualifikasi_pelaksana: Tuple[str, ...]
    keterkaitan: Tuple[str, ...]
    peralatan: Tuple[str, ...]
    peringatan: Tuple[str, ...]
    pencatatan: Tuple[str, ...]


_Json = Mapping[str, Any]


def parse(text: str) -> Any:
    """The JSON with its numbers exact."""
    return json.loads(text, parse_float=Decimal)


def text_from(json_: _Json) -> Text:
    return Text(json_["id"], json_["en"])


def finding_from(json_: _Json) -> Finding:
    return Finding(
        code=json_["code"],
        severity=json_["severity"],
        about=json_["about"],
        where=Place(**json_["where"]),
        text=text_from(json_["message"]),
        evidence=json_.get("evidence", ""),
        rule=json_.get("rule"),
        verdict=json_.get("verdict"),
        source=json_.get("source", ""),
        sure=json_.get("sure"),
        remedy=text_from(json_.get("remedy", {"id": "", "en": ""})),
        waived=json_.get("waived") is not None,
    )


def rule_from(json_: _Json) -> Rule:
    return Rule(
        id=json_["rule"],
        verdict=json_["verdict"],
        severity=json_["severity"],
        source=json_["source"],
        sure=json_["sure"],
        title=text_from(json_["title"]),
        findings=json_["findings"],
    )


def _part_from(json_: _Json) -> WaktuPart:
    return WaktuPart(
        min=Decimal(json_["min"]),
        max=Decimal(json_["max"]),
        satuan=json_["satuan"],
        reckoning=json_["reckoning"],
        assumed=json_.get("assumed", False),
    )


def waktu_from(json_: _Json) -> Waktu:
    restated = json_.get("restated")
    return Waktu(
        text=json_["text"],
        form=json_["form"],
        approximate=json_["approximate"],
        per=json_["per"],
        restated=_part_from(restated) if restated is not None else None,
        note=json_.get("note", ""),
        parts=tuple(_part_from(part) for part in json_["parts"]),
    )


def step_from(json_: _Json) -> Step:
    return Step(
        key=json_["key"],
        no=json_["no"],
        uraian=json_["uraian"],
        kind=json_["kind"],
        marks=tuple(Mark(mark["pelaksana"], mark["symbol"]) for mark in json_["marks"]),
        participation=json_["participation"],
        outcomes=tuple(json_["outcomes"]),
        kelengkapan=tuple(json_["kelengkapan"]),
        waktu=waktu_from(json_["waktu"]),
        produk=tuple(json_["produk"]),
        keterangan=json_["keterangan"],
        optional=json_["optional"],
    )


def flow_from(json_: _Json) -> Flow:
    return Flow(
        source=json_["from"],
        target=json_["to"],
        outcome=json_["outcome"],
        kind=json_["kind"],
        from_pelaksana=json_["from_pelaksana"],
        to_pelaksana=json_["to_pelaksana"],
        provenance=json_["provenance"],
        evidence=json_["evidence"],
    )


def _tanggal_from(json_: Optional[_Json]) -> Optional[Tanggal]:
    if json_ is None:
        return None
    date = json_.get("date")
    return Tanggal(
        text=json_["text"],
        date=datetime.date.fromisoformat(date) if date is not None else None,
        month=json_.get("month"),
    )


def _pengesahan_from(json_: Optional[_Json]) -> Optional[Pengesahan]:
    if json_ is None:
        return None
    return Pengesahan(text=json_.get("text", ""), jabatan=json_.get("jabatan", ""),
                      nama=json_.get("nama", ""), nip=json_.get("nip", ""))


def identity_from(json_: _Json) -> Identity:
    return Identity(
        nomor=json_["nomor"],
        nama=json_["nama"],
        unit_kerja=tuple(json_["unit_kerja"]),
        status=json_["status"],
        berlaku_sampai=_tanggal_from(json_["berlaku_sampai"]),
        tanggal_pembuatan=_tanggal_from(json_["tanggal_pembuatan"]),
        tanggal_revisi=_tanggal_from(json_["tanggal_revisi"]),
        tanggal_berlaku=_tanggal_from(json_["tanggal_berlaku"]),
        disahkan=_pengesahan_from(json_["disahkan"]),
        dasar_hukum=tuple(json_["dasar_hukum"]),
        kualifikasi_pelaksana=tuple(json_["kualifikasi_pelaksana"]),
        keterkaitan=tuple(json_["keterkaitan"]),
        peralatan=tuple(json_["peralatan"]),
        peringatan=tuple(json_["peringatan"]),
        pencatatan=tuple(json_["pencatatan"]),
    )
