# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What the commands of a store are made of."""

from __future__ import annotations

import datetime
from typing import Any, Dict, Iterable, List, Mapping, Optional, Union

from ._instants import Moment, datetime_of, exact_instant_of

Request = Union[str, Mapping[str, Any]]

WIB = 420


def instant_text(moment: Moment, zone: int) -> str:
    return datetime_of(exact_instant_of(moment, zone), zone).isoformat()


def says_its_zone(moment: Any) -> bool:
    return isinstance(moment, datetime.datetime) and moment.tzinfo is not None


def with_times(command: Mapping[str, Any], schema: str, zone: int) -> Dict[str, Any]:
    """A command of a request whose schema may be missing, and whose times may be datetimes."""
    made = {"schema": schema, **command}
    for name in ("now", "at"):
        if isinstance(made.get(name), (datetime.date, datetime.datetime)):
            made[name] = instant_text(made[name], zone)
    return made


def texts(list_: Iterable[str]) -> List[str]:
    if isinstance(list_, str):
        raise TypeError("a list of texts is needed, not one text")
    return list(list_)


def beside(key: str, seen: Optional[int]) -> Dict[str, Any]:
    return {"key": key, "seen": seen}


def command_of(verb: str, case: str, by: str, as_: str, reason: str, dasar: str,
               **members: Any) -> Dict[str, Any]:
    """Without its times; members that aren't given are left out."""
    command = {"schema": "tertib.command/1", "case": case, "verb": verb, "by": by, "as": as_,
               "reason": reason, "dasar": dasar}
    command.update((name, value) for name, value in members.items() if value is not None)
    return command
