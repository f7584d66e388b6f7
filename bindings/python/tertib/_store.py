# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Running cases: a store that keeps them."""

from __future__ import annotations

import datetime
import json
import os
from types import TracebackType
from typing import Any, Iterable, Iterator, List, Mapping, Optional, Tuple, Type, Union

from . import _core
from ._calendar import CalendarLike, handle_of
from ._cases import (Case, CaseItem, Event, Reply, Tick, Verification, Why, WorkItem, case_from,
                     case_item_from, event_from, reply_from, tick_from, verification_from, why_from,
                     work_item_from)
from ._instants import Moment, datetime_of, instant_of, refusal
from ._office_store import OfficeStore, Policy
from ._requests import (WIB, Request, beside, command_of, says_its_zone, texts, with_times)
from ._sop import Sop

_PAGE = 256


class Store(OfficeStore):
    """Cases kept durably in one file, which many processes may use; or in memory.

        with tertib.Store("kasus.tertib") as store:
            reply = store.start("2025-17", sop, by="Ani", as_="Kadis", now="2025-05-05T08:00")
            if reply.refused:
                print(reply.message)
            for task in store.worklist("Kadis"):
                print(task.case, task.task, task.due)

    Each command is given ``by`` a person ``as_`` a pelaksana; ``now`` is when it is recorded and
    ``at`` when it happened (None: now): datetimes, or ISO 8601 texts, those without an offset in
    the zone of the case's calendar. ``reason`` and ``dasar`` (the letter or rule that it rests on)
    where one is needed; ``key`` makes asking again safe: the same key is answered as the first
    time; ``seen``: how many events of the case the asker has seen. Each gives a Reply: a refusal is
    an answer and changes nothing. Raises tertib.Error, whose ``code`` is "outcome_unknown" where a
    commit may or may not have taken place (ask again with the key), "store" where the store is busy
    or the disk full.

    For many threads at once: they share commits. Not to be carried over a fork: the child opens its
    own."""

    def __init__(self, path: Union[str, "os.PathLike[str]"], *, mode: str = "create",
                 synchronous: str = "full", busy_timeout: float = 10.0,
                 unknown_pelaksana: str = "refuse") -> None:
        """mode: "create" (made where there is none), "write" (it must be there), "read_only".
        synchronous: "full" survives the loss of power, "normal" only the end of the process.
        busy_timeout: seconds to wait for other writers. unknown_pelaksana: whether an SOP with
        steps of unknown pelaksana is refused ("refuse"), or "everyone" may do them."""
        name = os.fspath(path)
        if not isinstance(name, str):
            raise TypeError("a store is named by a text or a path")
        self._take(_core.Store.open(name, mode, synchronous, int(busy_timeout * 1000),
                                    unknown_pelaksana), unknown_pelaksana)

    @classmethod
    def memory(cls, *, unknown_pelaksana: str = "refuse") -> "Store":
        """A store that forgets everything: for tests, and for trying things."""
        return cls._made(_core.Store.memory(unknown_pelaksana), unknown_pelaksana)

    @classmethod
    def _made(cls, handle: _core.Store, unknown_pelaksana: str) -> "Store":
        store = cls.__new__(cls)
        store._take(handle, unknown_pelaksana)
        return store

    def close(self) -> None:
        """Lets go of the file. Any later call raises tertib.Error; again is fine."""
        self._handle.close()

    @property
    def closed(self) -> bool:
        return self._handle.closed

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], value: Optional[BaseException],
                 traceback: Optional[TracebackType]) -> None:
        self.close()

    # --- commands ---------------------------------------------------------------------------------

    def start(self, case: str, sop: Union[Sop, str], *, by: str, as_: str, now: Moment,
              calendar: CalendarLike = "id5", waktu: str = "", outcome: str = "",
              policy: Policy = "", at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
              seen: Optional[int] = None) -> Reply:
        """Opens a case of an SOP (or of the digest of one that is registered). waktu: the service
        deadline of the whole case, counted from ``accept``; "": the total that the SOP states, if
        any. outcome: where the flow begins with a choice. policy: what is done about tasks that run
        out of time, "tertib.overrun/1" as a dict, or the digest of one that is registered."""
        office = handle_of(calendar)
        digest = self._digest_of(sop)
        if office.digest not in self._known:
            self.register_calendar(calendar)
        extra = beside(key, seen)
        extra["sop"] = digest
        extra["calendar"] = office.digest
        extra["policy"] = policy if isinstance(policy, str) else self.register_policy(policy)
        command = command_of("start", case, by, as_, reason, dasar, waktu=waktu, outcome=outcome)
        return self._submit(command, extra, now, at, office.zone)

    def accept(self, case: str, *, by: str, as_: str, now: Moment, at: Optional[Moment] = None,
               reason: str = "", dasar: str = "", key: str = "",
               seen: Optional[int] = None) -> Reply:
        """Berkas lengkap: the service deadline starts."""
        return self._submit(command_of("accept", case, by, as_, reason, dasar), beside(key, seen),
                            now, at)

    def claim(self, case: str, task: str, *, by: str, as_: str, now: Moment,
              at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
              seen: Optional[int] = None) -> Reply:
        """Takes a task: a step's key ("3", its one open task) or a task ("3#2")."""
        return self._submit(command_of("claim", case, by, as_, reason, dasar, task=task),
                            beside(key, seen), now, at)

    def release(self, case: str, task: str, *, by: str, as_: str, now: Moment,
                at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
                seen: Optional[int] = None) -> Reply:
        """Gives it back."""
        return self._submit(command_of("release", case, by, as_, reason, dasar, task=task),
                            beside(key, seen), now, at)

    def complete(self, case: str, task: str, *, by: str, as_: str, now: Moment,
                 produk: Iterable[str] = (), outcome: str = "", target: Optional[str] = None,
                 missing: Iterable[str] = (), excuse: str = "", result: str = "",
                 at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
                 seen: Optional[int] = None) -> Reply:
        """produk: those delivered, as the step names them. outcome: of a decision; target: a step's
        key or "end", for an outcome that isn't drawn, with a reason. missing: kelengkapan from
        outside that aren't there, with an excuse. result: how the case ended, if it ends now."""
        command = command_of("complete", case, by, as_, reason, dasar, task=task,
                           produk=texts(produk), outcome=outcome, target=target,
                           missing=texts(missing), excuse=excuse, result=result)
        return self._submit(command, beside(key, seen), now, at)

    def return_(self, case: str, task: str, target: str, *, by: str, as_: str, now: Moment,
                reason: str, at: Optional[Moment] = None, dasar: str = "", key: str = "",
                seen: Optional[int] = None) -> Reply:
        """Sends the work back to an earlier step, with a reason."""
        command = command_of("return", case, by, as_, reason, dasar, task=task, target=target)
        return self._submit(command, beside(key, seen), now, at)

    def wait(self, case: str, task: str, *, by: str, as_: str, now: Moment, scope: str = "task",
             at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
             seen: Optional[int] = None) -> Reply:
        """Stops the task's clock, as when the applicant must supply something; with scope
        "task_and_service" that of the whole case too."""
        command = command_of("wait", case, by, as_, reason, dasar, task=task, scope=scope)
        return self._submit(command, beside(key, seen), now, at)

    def resume(self, case: str, task: str, *, by: str, as_: str, now: Moment, with_: str = "rest",
               at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
               seen: Optional[int] = None) -> Reply:
        """Lets the clock go on with the "rest", or the "whole" waktu again, which needs a dasar."""
        command = command_of("resume", case, by, as_, reason, dasar, task=task, **{"with": with_})
        return self._submit(command, beside(key, seen), now, at)

    def reassign(self, case: str, task: str, *, by: str, as_: str, now: Moment, person: str = "",
                 pelaksana: str = "", work: str = "kept", at: Optional[Moment] = None,
                 reason: str = "", dasar: str = "", key: str = "",
                 seen: Optional[int] = None) -> Reply:
        """To a person ("": whoever of the pelaksana takes it) or to another pelaksana; the work
        that was done is "kept" or "discarded"."""
        command = command_of("reassign", case, by, as_, reason, dasar, task=task, person=person,
                           pelaksana=pelaksana, work=work)
        return self._submit(command, beside(key, seen), now, at)

    def skip(self, case: str, task: str, *, by: str, as_: str, now: Moment, outcome: str = "",
             at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
             seen: Optional[int] = None) -> Reply:
        """Leaves a step out; one that isn't optional needs a reason and a dasar."""
        command = command_of("skip", case, by, as_, reason, dasar, task=task, outcome=outcome)
        return self._submit(command, beside(key, seen), now, at)

    def annotate(self, case: str, note: str, *, by: str, as_: str, now: Moment, task: str = "",
                 at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
                 seen: Optional[int] = None) -> Reply:
        """A note on a task, or on the case."""
        command = command_of("annotate", case, by, as_, reason, dasar, task=task, note=note)
        return self._submit(command, beside(key, seen), now, at)

    def attach(self, case: str, evidence: str, *, by: str, as_: str, now: Moment, task: str = "",
               media_type: str = "", size: int = 0, sha256: str = "", location: str = "",
               at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
               seen: Optional[int] = None) -> Reply:
        """Evidence: what it is and where it lies, its size in bytes and its SHA-256 in hexadecimal
        digits. The file itself stays where it is."""
        command = command_of("attach", case, by, as_, reason, dasar, task=task, evidence=evidence,
                           media_type=media_type, size=size, sha256=sha256, location=location)
        return self._submit(command, beside(key, seen), now, at)

    def suspend(self, case: str, *, by: str, as_: str, now: Moment, reason: str = "",
                at: Optional[Moment] = None, dasar: str = "", key: str = "",
                seen: Optional[int] = None) -> Reply:
        """Stops the whole case and all its clocks."""
        return self._submit(command_of("suspend", case, by, as_, reason, dasar), beside(key, seen),
                            now, at)

    def cancel(self, case: str, *, by: str, as_: str, now: Moment, reason: str = "",
               at: Optional[Moment] = None, dasar: str = "", key: str = "",
               seen: Optional[int] = None) -> Reply:
        """Ends it without a result; a refusal of the application is a result, no cancellation."""
        return self._submit(command_of("cancel", case, by, as_, reason, dasar), beside(key, seen),
                            now, at)

    def reopen(self, case: str, *, by: str, as_: str, now: Moment, reason: str = "",
               at: Optional[Moment] = None, dasar: str = "", key: str = "",
               seen: Optional[int] = None) -> Reply:
        """Goes on with a suspended or cancelled case."""
        return self._submit(command_of("reopen", case, by, as_, reason, dasar), beside(key, seen),
                            now, at)

    def erase(self, case: str, event: int, *, by: str, as_: str, now: Moment, dasar: str,
              at: Optional[Moment] = None, reason: str = "", key: str = "",
              seen: Optional[int] = None) -> Reply:
        """Erases the personal part of the event of that number; that it was erased, by whom and on
        what basis stays. ``tidy`` then makes the bytes unreadable at once."""
        command = command_of("erase", case, by, as_, reason, dasar, event=event)
        return self._submit(command, beside(key, seen), now, at)

    def submit(self, request: Request) -> Reply:
        """Any command, as a request in the form of "tertib.request/1" (text or dict; in a dict
        ``schema`` may be missing, and ``now`` and ``at`` may be datetimes)."""
        return self.submit_all([request])[0]

    def submit_all(self, requests: Iterable[Request]) -> List[Reply]:
        """The same for several, in order and in one commit: each is judged by what those before it
        left, and a refused one doesn't stand in the way of the others."""
        return [reply_from(text)
                for text in self._handle.submit_all([self._request(each) for each in requests])]

    def _request(self, request: Request) -> Tuple[str, int]:
        facts = json.loads(request) if isinstance(request, str) else dict(request)
        command = facts.get("command") if isinstance(facts, dict) else None
        if not isinstance(command, Mapping):
            raise refusal("a request is tertib.request/1: an object with a command")
        zone = self._zone_of(str(command.get("case")), str(facts.get("calendar") or ""))
        if isinstance(request, str):
            return request, zone
        facts["command"] = with_times(command, "tertib.command/1", zone)
        return json.dumps({"schema": "tertib.request/1", **facts}), zone

    # --- what there is ----------------------------------------------------------------------------

    def tick(self, now: Moment, *, limit: int = 10_000) -> Tick:
        """Records what fell due by ``now`` (without an offset: WIB), earliest first, at most
        ``limit`` deadlines: each missed deadline once, however late it is called. tertib has no
        timers of its own."""
        return tick_from(self._handle.tick(instant_of(now, WIB), limit, WIB))

    def next_due(self) -> Optional[datetime.datetime]:
        """From when on the earliest running deadline counts as missed: when to tick next (WIB)."""
        due = self._handle.next_due()
        return datetime_of(due, WIB) if due is not None else None

    def cases(self) -> Iterator[CaseItem]:
        """Every case by its name, read as they are asked for."""
        after: Optional[str] = ""
        while after is not None:
            page = json.loads(self._handle.cases(after, _PAGE))
            yield from (case_item_from(each) for each in page["cases"])
            after = page["after"]

    def worklist(self, pelaksana: str) -> Iterator[WorkItem]:
        """The open tasks that somebody of the pelaksana may do, those due first in front, read as
        they are asked for."""
        after: Optional[str] = ""
        while after is not None:
            page = json.loads(self._handle.worklist(pelaksana, after, _PAGE))
            yield from (work_item_from(each) for each in page["tasks"])
            after = page["after"]

    def case(self, case: str) -> Optional[Case]:
        """Where a case stands; None if there is none of that name."""
        text = self._handle.case(case)
        return case_from(text) if text is not None else None

    def why(self, case: str, *, by: str = "", as_: str = "", now: Moment) -> Optional[Why]:
        """Who holds the case, since when, what is missing, and which commands this person can give
        now: a screen's buttons. None if there is no such case."""
        zone = WIB if says_its_zone(now) else self._zone_of(case)
        text = self._handle.why(case, by, as_, instant_of(now, zone))
        return why_from(text) if text is not None else None

    def events(self, case: str) -> List[Event]:
        """The journal of a case, in order; empty if there is no such case."""
        return [event_from(line) for line in self._handle.lines(case)]

    def export(self) -> Iterator[str]:
        """The lines of the whole journal, "tertib.journal/1" with their line ends, by case and read
        as they are asked for: what a verifier outside reads.

            with open("jurnal.jsonl", "w", encoding="utf-8") as file:
                file.writelines(store.export())"""
        for item in self.cases():
            yield from self._handle.lines(item.case)

    def verify(self) -> Verification:
        """Plays the whole journal again: every link, every body, every registered document, and
        every table against one made anew."""
        return verification_from(self._handle.verify())

    def backup(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Copies the whole store, as of one moment, to a file that isn't there yet."""
        self._handle.backup(os.fspath(path))

    def tidy(self) -> None:
        """Moves what was written into its final place: after erasing, the erased bytes can't be
        read from the file any more."""
        self._handle.tidy()

    def __reduce__(self) -> Any:
        raise TypeError("an open store can't be pickled: open it again by its path")

    def __repr__(self) -> str:
        return f"<tertib.Store{' (closed)' if self.closed else ''}>"
