# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Running cases: what a store does beside cases. It keeps documents and what the office decides, and
brings cases under other versions and calendars."""

from __future__ import annotations

import datetime
import json
from typing import Any, Dict, List, Mapping, Optional, Set, Union

from . import _core
from ._calendar import CalendarLike, handle_of
from ._cases import Reply, reply_from
from ._instants import Moment, day_text, refusal
from ._office import (MigrationPlan, Office, RecomputePlan, RevisedCase, Revision, findings_from,
                      migration_from, office_from, recompute_from, revised_case_from)
from ._requests import (WIB, Request, beside, command_of, instant_text, says_its_zone, with_times)
from ._sop import Json, Sop, overlay_text

Day = Union[datetime.date, str]
Policy = Union[str, Mapping[str, Any]]

_PAGE = 256


class OfficeStore:
    """The part of a Store that isn't about one case."""

    _handle: _core.Store
    _known: Set[str]
    _unknown_pelaksana: str

    def _take(self, handle: _core.Store, unknown_pelaksana: str) -> None:
        self._handle = handle
        self._known = set()
        self._unknown_pelaksana = unknown_pelaksana

    def register(self, sop: Sop) -> str:
        """Keeps the SOP for the cases that run by it, and gives its digest; ``start`` does so by
        itself. Raises tertib.Error, saying why, for one whose cases can't be run."""
        digest = self._handle.register_sop(sop._handle)
        self._known.add(digest)
        return digest

    def register_calendar(self, calendar: CalendarLike) -> str:
        """The same for a calendar."""
        digest = self._handle.register_calendar(handle_of(calendar))
        self._known.add(digest)
        return digest

    def register_policy(self, policy: Json) -> str:
        """The same for an overrun policy ("tertib.overrun/1", text or dict): what the office does
        about tasks that run out of time."""
        text = policy if isinstance(policy, str) else json.dumps(
            {"schema": "tertib.overrun/1", **policy})
        return self._handle.register_policy(text)

    def _digest_of(self, sop: Union[Sop, str]) -> str:
        """Of an SOP that is registered if it wasn't, or is named by its digest."""
        if not isinstance(sop, Sop):
            return sop
        return sop.digest if sop.digest in self._known else self.register(sop)

    def _zone_of(self, case: str, calendar: str = "") -> int:
        """Minutes east of UTC: of the case, or of the registered calendar that it is to run by; of
        no case WIB, where it makes no difference."""
        zone = self._handle.zone(case, calendar)
        return WIB if zone is None else zone

    def _submit(self, command: Dict[str, Any], extra: Dict[str, Any], now: Moment,
                at: Optional[Moment], zone: Optional[int] = None) -> Reply:
        if zone is None:
            said = says_its_zone(now) and (at is None or says_its_zone(at))
            zone = WIB if said else self._zone_of(command["case"])
        command["now"] = instant_text(now, zone)
        if at is not None:
            command["at"] = instant_text(at, zone)
        request = {"schema": "tertib.request/1", "command": command, **extra}
        return reply_from(self._handle.submit_all([(json.dumps(request), zone)])[0])

    # --- other versions, other calendars ----------------------------------------------------------

    def migrate(self, case: str, sop: Union[Sop, str], *, by: str, as_: str, now: Moment,
                steps: Optional[Mapping[str, str]] = None, at: Optional[Moment] = None,
                reason: str = "", dasar: str = "", key: str = "",
                seen: Optional[int] = None) -> Reply:
        """Goes on by another version of the SOP (or the digest of one that is registered). steps:
        old step to the one that stands for it, or to "end"; those not named: the one of the same
        key and uraian."""
        extra = beside(key, seen)
        extra["sop"] = self._digest_of(sop)
        command = command_of("migrate", case, by, as_, reason, dasar, steps=dict(steps or {}))
        return self._submit(command, extra, now, at)

    def plan_migration(self, case: str, sop: Sop, *, by: str, as_: str, now: Moment,
                       steps: Optional[Mapping[str, str]] = None, at: Optional[Moment] = None,
                       reason: str = "", dasar: str = "") -> MigrationPlan:
        """The dry run of ``migrate``, judged as that is: it writes nothing, and the SOP needn't be
        registered."""
        command = command_of("migrate", case, by, as_, reason, dasar, steps=dict(steps or {}))
        zone = self._zone_of(case)
        text = self._timed(command, now, at, zone)
        return migration_from(self._handle.plan_migration(text, zone, sop._handle,
                                                          self._unknown_pelaksana == "everyone"))

    def recompute(self, case: str, calendar: CalendarLike, *, by: str, as_: str, now: Moment,
                  at: Optional[Moment] = None, reason: str = "", dasar: str = "", key: str = "",
                  seen: Optional[int] = None) -> Reply:
        """Reckons the deadlines of a case by another calendar, or by the same as it is known
        now."""
        extra = beside(key, seen)
        extra["calendar"] = self.register_calendar(calendar)
        command = command_of("recompute", case, by, as_, reason, dasar)
        return self._submit(command, extra, now, at)

    def plan_recompute(self, case: str, calendar: CalendarLike, *, by: str, as_: str, now: Moment,
                       at: Optional[Moment] = None, reason: str = "",
                       dasar: str = "") -> RecomputePlan:
        """The dry run of ``recompute``: it writes nothing, and the calendar needn't be
        registered."""
        zone = self._zone_of(case)
        text = self._timed(command_of("recompute", case, by, as_, reason, dasar), now, at, zone)
        return recompute_from(self._handle.plan_recompute(text, zone, handle_of(calendar)))

    def revision(self, old_sop: Union[Sop, str], revised: Sop, *,
                 overlay: Optional[Json] = None) -> Revision:
        """What a revision of an SOP touches, before it takes the place of the old version (or of its
        digest): the open cases, and what an overlay that was made for the old one loses. It writes
        nothing; the revised SOP may be one that can't be run yet."""
        old = old_sop.digest if isinstance(old_sop, Sop) else old_sop
        made = overlay_text(overlay) if overlay is not None else None
        cases: List[RevisedCase] = []
        after: Optional[str] = ""
        page: Dict[str, Any] = {}
        while after is not None:
            page = json.loads(self._handle.revision(old, revised._handle, made, after, _PAGE))
            cases += [revised_case_from(each) for each in page["cases"]]
            after = page["after"]
        return Revision(page["old_sop"], page["sop"], tuple(cases), findings_from(page))

    @staticmethod
    def _timed(command: Dict[str, Any], now: Moment, at: Optional[Moment], zone: int) -> str:
        command["now"] = instant_text(now, zone)
        if at is not None:
            command["at"] = instant_text(at, zone)
        return json.dumps(command)

    # --- what the office decides ------------------------------------------------------------------

    def office(self) -> Office:
        """What the office has decided: who holds which post, which versions of its SOPs are in
        force. ``office().roster(day)`` and ``office().in_force(day)`` tell of one day."""
        return office_from(self._handle.office(WIB))

    def delegate(self, person: str, pelaksana: str, *, from_: Day, kind: str = "plh",
                 until: Optional[Day] = None, surat: str = "", by: str, as_: str, now: Moment,
                 at: Optional[Moment] = None, reason: str = "", dasar: str = "",
                 key: str = "") -> Reply:
        """A person holds a post from a day on ("definitive"), or acts for its holder ("plt", "plh",
        "an", "ub") by a letter; until that day (None: until further notice)."""
        return self._decide("delegate", by, as_, now, at, reason, dasar, key, person=person,
                            pelaksana=pelaksana, kind=kind, surat=surat, **_days(from_, until))

    def end_delegation(self, holding: int, until: Day, *, surat: str = "", by: str, as_: str,
                       now: Moment, at: Optional[Moment] = None, reason: str = "", dasar: str = "",
                       key: str = "") -> Reply:
        """A holding (the number of its decision) ends earlier; with the day before its first it never
        was."""
        return self._decide("end", by, as_, now, at, reason, dasar, key, holding=holding,
                            until=day_text(until), surat=surat)

    def enforce(self, sop: Union[Sop, str], from_: Day, *, until: Optional[Day] = None, by: str,
                as_: str, now: Moment, at: Optional[Moment] = None, reason: str = "",
                dasar: str = "", key: str = "") -> Reply:
        """A version is in force from a day on."""
        return self._decide("enforce", by, as_, now, at, reason, dasar, key,
                            sop=self._digest_of(sop), **_days(from_, until))

    def replace(self, old_sop: Union[Sop, str], sop: Union[Sop, str], from_: Day, *,
                until: Optional[Day] = None, by: str, as_: str, now: Moment,
                at: Optional[Moment] = None, reason: str = "", dasar: str = "",
                key: str = "") -> Reply:
        """A version takes the place of another one, which ends the day before."""
        return self._decide("replace", by, as_, now, at, reason, dasar, key,
                            old_sop=self._digest_of(old_sop), sop=self._digest_of(sop),
                            **_days(from_, until))

    def withdraw(self, sop: Union[Sop, str], from_: Day, *, by: str, as_: str, now: Moment,
                 reason: str, at: Optional[Moment] = None, dasar: str = "", key: str = "") -> Reply:
        """A version is in force no longer from a day on; with its own first day it never was."""
        return self._decide("withdraw", by, as_, now, at, reason, dasar, key,
                            sop=self._digest_of(sop), **_days(from_, None))

    def submit_office(self, request: Request) -> Reply:
        """Any decision, as a request in the form of "tertib.office_request/1" (text or dict; in a
        dict ``schema`` may be missing, and ``now`` and ``at`` may be datetimes). Times without an
        offset are in its ``zone`` ("+08:00"), else in WIB."""
        if isinstance(request, str):
            return reply_from(self._handle.submit_office(request, WIB))
        command = request.get("command")
        if not isinstance(command, Mapping):
            raise refusal("a request is tertib.office_request/1: an object with a command")
        timed = with_times(command, "tertib.office_command/1", WIB)
        facts = {"schema": "tertib.office_request/1", **request, "command": timed}
        return reply_from(self._handle.submit_office(json.dumps(facts), WIB))

    def _decide(self, verb: str, by: str, as_: str, now: Moment, at: Optional[Moment], reason: str,
                dasar: str, key: str, **members: Any) -> Reply:
        command = {"verb": verb, "by": by, "as": as_, "reason": reason, "dasar": dasar,
                   "now": instant_text(now, WIB), **members}
        if at is not None:
            command["at"] = instant_text(at, WIB)
        return self.submit_office({"command": command, "key": key})


def _days(from_: Day, until: Optional[Day]) -> Dict[str, str]:
    days = {"from": day_text(from_)}
    if until is not None:
        days["until"] = day_text(until)
    return days
