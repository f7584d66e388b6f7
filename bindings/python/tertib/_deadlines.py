# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Deadlines a column at a time. numpy and pandas are used where the caller has brought them, and
never imported; Arrow's columns come and go by the PyCapsule protocol."""

from __future__ import annotations

import array
import datetime
import sys
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple, Union

from . import _core
from ._calendar import CalendarLike, handle_of
from ._deadline import allowance_of
from ._instants import datetime_of, instant_of, refusal
from ._values import Frozen

Texts = Union[str, Sequence[str]]


class InstantColumn(Frozen):
    """Deadlines as a column of Arrow: whatever takes ``__arrow_c_array__`` or ``__arrow_c_stream__``
    (pyarrow.array, polars.Series, pandas) takes it. Its items are datetimes, None for null: in UTC
    if ``zone`` names a zone, else in the office's local time without one."""

    __slots__ = ("_handle",)

    _handle: _core.InstantColumn

    def __init__(self, handle: _core.InstantColumn) -> None:
        self._set(_handle=handle)

    @property
    def zone(self) -> str:
        """The zone that the starts named, "" if none."""
        return self._handle.zone

    def __len__(self) -> int:
        return len(self._handle)

    def __getitem__(self, index: int) -> Optional[datetime.datetime]:
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError("no such row")
        micros = self._handle.at(place)
        if micros is None:
            return None
        moment = datetime_of(micros, 0)
        return moment if self.zone else moment.replace(tzinfo=None)

    def __iter__(self) -> Iterator[Optional[datetime.datetime]]:
        return (self[place] for place in range(len(self)))

    def __arrow_c_schema__(self) -> object:
        return self._handle.__arrow_c_schema__()

    def __arrow_c_array__(self, requested_schema: object = None) -> Tuple[object, object]:
        return self._handle.__arrow_c_array__(requested_schema)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._handle.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<tertib.InstantColumn of {len(self)}{' ' if self.zone else ''}{self.zone}>"


class _Waktu:
    """One waktu for all rows, or each row's."""

    def __init__(self, waktu: Any, items: Optional[int], rows: int) -> None:
        self.which: Optional[array.array[int]] = None
        if isinstance(waktu, str):
            self.ready = [allowance_of(waktu, items)]
            return
        places: Dict[str, int] = {}
        self.which = array.array("i")
        for each in waktu:
            text = each.as_py() if hasattr(each, "as_py") else each
            if not isinstance(text, str):
                raise TypeError(f"a waktu is a text, not {type(text).__name__}")
            self.which.append(places.setdefault(str(text), len(places)))
        if len(self.which) != rows:
            raise refusal(f"there are {rows} starts, but {len(self.which)} waktu")
        self.ready = [allowance_of(text, items) for text in places] or [allowance_of("-", None)]

    def of_row(self, row: int) -> _core.Allowance:
        return self.ready[self.which[row] if self.which is not None else 0]


def _of_numpy(numpy: Any, starts: Any, waktu: Any, calendar: _core.Calendar,
              items: Optional[int], local: bool) -> Any:
    """``starts``: an array of datetime64."""
    unit, count = numpy.datetime_data(starts.dtype)
    if unit == "generic":  # only NaT has no unit
        unit, count = "us", 1
    plain = numpy.ascontiguousarray(starts, dtype=starts.dtype.newbyteorder("=")).reshape(-1)
    texts = waktu if isinstance(waktu, str) else numpy.asarray(waktu, dtype=object).reshape(-1)
    asked = _Waktu(texts, items, plain.size)
    due = numpy.empty(plain.size, dtype="int64")
    _core.due_column(calendar, asked.ready, asked.which, plain.view("int64"), (unit, count), local,
                     due)
    return due.view("datetime64[us]").reshape(starts.shape)


def _of_pandas(pandas: Any, starts: Any, waktu: Any, calendar: _core.Calendar,
               items: Optional[int]) -> Any:
    """``starts``: a Series or DatetimeIndex. One with a zone keeps it."""
    numpy = sys.modules["numpy"]
    series = isinstance(starts, pandas.Series)
    zone = getattr(starts.dtype, "tz", None)
    if zone is None and getattr(starts.dtype, "kind", "") != "M":
        raise TypeError(f"a column of times is wanted, not one of {starts.dtype}")
    utc = starts if zone is None else (starts.dt if series else starts).tz_convert(None)
    due = _of_numpy(numpy, utc.to_numpy(), waktu, calendar, items, zone is None)
    if not series:
        index = pandas.DatetimeIndex(due, name=starts.name)
        return index if zone is None else index.tz_localize("UTC").tz_convert(zone)
    column = pandas.Series(due, index=starts.index, name=starts.name)
    return column if zone is None else column.dt.tz_localize("UTC").dt.tz_convert(zone)


def _missing(start: Any) -> bool:
    return start is None or start != start  # NaT and NaN are not themselves


def _of_list(starts: Any, waktu: Any, calendar: _core.Calendar,
             items: Optional[int]) -> List[Optional[datetime.datetime]]:
    moments = list(starts)
    asked = _Waktu(waktu, items, len(moments))
    zone = calendar.zone
    result: List[Optional[datetime.datetime]] = []
    for row, start in enumerate(moments):
        due = None
        if not _missing(start):
            due = asked.of_row(row).due(calendar, instant_of(start, zone))
        result.append(datetime_of(due, zone) if due is not None else None)
    return result


def deadlines(starts: Any, waktu: Texts, calendar: CalendarLike = "id5", *,
              items: Optional[int] = None) -> Any:
    """The deadlines of a column of starts; what has none (an open waktu, a missing start, outside
    1970 to 2200) is missing in it. waktu: one text for all rows, or one for each.

    | starts | gives |
    | --- | --- |
    | numpy array of datetime64, any unit and shape | array of datetime64[us] |
    | pandas Series or DatetimeIndex | the same, with its index and zone |
    | column of timestamps or dates with ``__arrow_c_array__`` or ``__arrow_c_stream__`` | InstantColumn |
    | list of datetimes, dates, ISO texts, None | list of datetimes with offset, None |

    Times without a zone are the office's local time, in and out; with one they are instants, and
    the deadlines keep it. Clock stops belong to one case: see tertib.deadline."""
    handle = handle_of(calendar)
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(starts, (pandas.Series, pandas.DatetimeIndex)):
        return _of_pandas(pandas, starts, waktu, handle, items)
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(starts, numpy.ndarray):
        if starts.dtype.kind == "M":
            return _of_numpy(numpy, starts, waktu, handle, items, True)
        if starts.dtype.kind not in "OU":
            raise TypeError(f"a column of times is wanted, not one of {starts.dtype}")
        starts = starts.tolist()
    if hasattr(starts, "__arrow_c_array__") or hasattr(starts, "__arrow_c_stream__"):
        column = _core.InstantColumn.from_arrow(starts)
        asked = _Waktu(waktu, items, len(column))
        return InstantColumn(column.due(handle, asked.ready, asked.which))
    if isinstance(starts, (str, datetime.date)):
        raise TypeError("deadlines takes a column of starts; for one there is tertib.deadline")
    return _of_list(starts, waktu, handle, items)
