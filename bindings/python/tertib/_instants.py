# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Times as Python has them, and as the library counts them: whole microseconds since 1970 UTC."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Optional, Tuple, Union

from . import _core

Moment = Union[datetime.datetime, datetime.date, str]

_UTC_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_EPOCH = datetime.datetime(1970, 1, 1)
_MICROSECOND = datetime.timedelta(microseconds=1)
_MINUTE = 60_000_000
_DAY = 1440 * _MINUTE


def refusal(message: str) -> _core.Error:
    """An error of the caller's making, to be raised."""
    error = _core.Error(message)
    error.code = "argument"
    return error


@lru_cache(maxsize=64)
def zone_of(minutes: int) -> datetime.timezone:
    return datetime.timezone(datetime.timedelta(minutes=minutes))


def stamp_of(moment: Moment, zone: int) -> Tuple[int, int]:
    """The first and the last instant that it may mean. ``zone``: minutes east of UTC, of a moment
    that has none of its own."""
    if isinstance(moment, datetime.datetime):
        if moment.tzinfo is not None:
            instant = (moment - _UTC_EPOCH) // _MICROSECOND
        else:
            instant = (moment - _EPOCH) // _MICROSECOND - zone * _MINUTE
        return instant, instant
    if isinstance(moment, datetime.date):
        midnight = (moment - _EPOCH.date()).days * _DAY - zone * _MINUTE
        return midnight, midnight + _DAY - 1
    if isinstance(moment, str):
        stamp = _core.read_stamp(moment, zone)
        if stamp is None:
            raise refusal(f"{moment!r} is no date or time such as 2025-05-05T10:00:00+07:00 "
                          "from 1970 to 2200")
        return stamp
    raise TypeError("a moment is a datetime, a date or an ISO 8601 text, not "
                    f"{type(moment).__name__}")


def instant_of(moment: Moment, zone: int) -> int:
    """The first instant that it may mean."""
    return stamp_of(moment, zone)[0]


def exact_instant_of(moment: Moment, zone: int) -> int:
    """The instant of a moment that is known to the minute or finer."""
    first, last = stamp_of(moment, zone)
    if first != last:
        raise refusal(f"{moment!r} is known only to the day or the hour: a time is needed")
    return first


def datetime_of(instant: int, zone: int) -> datetime.datetime:
    """In the zone of that many minutes east of UTC."""
    local = _EPOCH + datetime.timedelta(microseconds=instant + zone * _MINUTE)
    return local.replace(tzinfo=zone_of(zone))


def day_text(date: Union[datetime.date, str]) -> str:
    """A day as the library reads it."""
    if isinstance(date, datetime.datetime) or not isinstance(date, (datetime.date, str)):
        raise TypeError(f"a day is a date or an ISO 8601 text, not {type(date).__name__}")
    return date if isinstance(date, str) else date.isoformat()


def parsed(text: Optional[str]) -> Optional[datetime.datetime]:
    """An instant of the library's JSON."""
    if text is None:
        return None
    head, dot, rest = text.partition(".")
    if dot:  # before Python 3.11 a fraction has three or six digits
        digits = rest[:-6]
        text = f"{head}.{digits:0<6}{rest[-6:]}"
    return datetime.datetime.fromisoformat(text)
