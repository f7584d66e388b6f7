# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Deadlines by the column: lists, numpy, pandas, and Arrow's capsules with and without Arrow."""

import ctypes
import datetime
import subprocess
import sys
import threading
import time

import pytest
import tertib

WIB = datetime.timezone(datetime.timedelta(hours=7))
MONDAY = datetime.date(2025, 5, 5)
STARTS = ["2025-05-05T10:00", "2025-05-09T16:00", "2023-06-27T14:00"]
WAKTU = ["1 Hari", "90 Menit", "2 Hari Kalender"]


def local(rows):
    """The deadlines of one at a time, as naive local times."""
    return [tertib.deadline(*row).replace(tzinfo=None) if row[0] else None for row in rows]


def test_a_list_gives_a_list():
    starts = [*STARTS, None, float("nan")]
    assert tertib.deadlines(starts, "90 Menit") == \
        [tertib.deadline(start, "90 Menit") for start in STARTS] + [None, None]
    assert tertib.deadlines(STARTS, WAKTU) == list(map(tertib.deadline, STARTS, WAKTU))
    assert tertib.deadlines(tuple(STARTS), ("-", "-", "1 Hari"))[:2] == [None, None]
    assert tertib.deadlines([], "1 Hari") == tertib.deadlines([], []) == []
    with pytest.raises(tertib.Error, match="3 starts, but 2 waktu"):
        tertib.deadlines(STARTS, WAKTU[:2])
    for wrong in ("2025-05-05", MONDAY):
        with pytest.raises(TypeError):
            tertib.deadlines(wrong, "1 Hari")
    with pytest.raises(TypeError):
        tertib.deadlines(STARTS, [1, 2, 3])
    with pytest.raises(tertib.Error, match="jeda|stops"):
        tertib.deadlines(STARTS, "1 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}")


def test_neither_numpy_nor_pandas_nor_pyarrow_is_imported():
    script = ("import sys, tertib\n"
              "tertib.deadlines(['2025-05-05', None], '1 Hari')\n"
              "assert not {'numpy', 'pandas', 'pyarrow'} & set(sys.modules)\n")
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("unit", ["m", "s", "ms", "us", "ns", "15m", "25s"])
def test_numpy_arrays_of_any_unit(unit):
    numpy = pytest.importorskip("numpy")
    starts = numpy.array([*STARTS, "NaT"], dtype="datetime64[m]").astype(f"datetime64[{unit}]")
    rows = [(str(start.astype("datetime64[us]")), "90 Menit") for start in starts[:3]]
    due = tertib.deadlines(starts, "90 Menit")
    assert due.dtype == "datetime64[us]"
    assert due.tolist() == [*local(rows), None]


@pytest.mark.parametrize("unit, micros", [("ps", 10**6), ("fs", 10**9), ("as", 10**12)])
def test_the_finest_numpy_units_are_rounded_down(unit, micros):
    numpy = pytest.importorskip("numpy")
    starts = numpy.array([5 * micros + 1, 6 * micros - 1], dtype=f"datetime64[{unit}]")
    assert tertib.deadlines(starts, "1 x 24 Jam").astype("int64").tolist() == [86_400_000_005] * 2


@pytest.mark.parametrize("unit", ["Y", "M", "W", "D", "h"])
def test_coarse_numpy_units_mean_their_first_moment(unit):
    numpy = pytest.importorskip("numpy")
    starts = numpy.array(STARTS, dtype=f"datetime64[{unit}]")
    rows = [(str(start.astype("datetime64[m]")), "1 Hari") for start in starts]
    assert tertib.deadlines(starts, "1 Hari").tolist() == local(rows)


def test_numpy_shapes_strides_and_byte_orders_are_kept_or_passed_over():
    numpy = pytest.importorskip("numpy")
    starts = numpy.array(STARTS * 4, dtype="datetime64[s]").reshape(3, 4)
    whole = tertib.deadlines(starts, "1 Hari")
    assert whole.shape == (3, 4)
    assert (tertib.deadlines(starts.T, "1 Hari") == whole.T).all()
    assert (tertib.deadlines(starts[::-1, ::2], "1 Hari") == whole[::-1, ::2]).all()
    swapped = starts.astype(starts.dtype.newbyteorder())
    assert (tertib.deadlines(swapped, "1 Hari") == whole).all()
    waktu = numpy.array(WAKTU * 4).reshape(3, 4)
    by_row = tertib.deadlines(starts, waktu)
    assert by_row[1, 2] == tertib.deadlines(starts[1:2, 2], str(waktu[1, 2]))[0]
    assert tertib.deadlines(starts[:0], "1 Hari").shape == (0, 4)
    read_only = starts.copy()
    read_only.flags.writeable = False
    assert (tertib.deadlines(read_only, "1 Hari") == whole).all()
    assert numpy.isnat(tertib.deadlines(numpy.array(["NaT"], dtype="datetime64"), "1 Hari")).all()


def test_numpy_extremes_have_no_answer():
    numpy = pytest.importorskip("numpy")
    for unit in ("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as"):
        extremes = numpy.array([2**63 - 1, -2**63 + 1, 2**62, -2**62], dtype="int64")
        due = tertib.deadlines(extremes.view(f"datetime64[{unit}]"), "0 Menit")
        if unit in ("ns", "ps", "fs", "as"):  # 2**62 of these are within the calendar's years
            assert numpy.isnat(due[[1, 3]]).all()
        else:
            assert numpy.isnat(due).all(), unit


def test_numpy_columns_of_something_else_are_refused():
    numpy = pytest.importorskip("numpy")
    for wrong in (numpy.arange(3), numpy.arange(3.0), numpy.arange(3).astype("timedelta64[s]")):
        with pytest.raises(TypeError):
            tertib.deadlines(wrong, "1 Hari")
    texts = numpy.array(STARTS)
    assert tertib.deadlines(texts, "1 Hari") == tertib.deadlines(STARTS, "1 Hari")
    with pytest.raises(tertib.Error):
        tertib.deadlines(numpy.array(STARTS, dtype="datetime64[s]"), WAKTU[:2])


def test_a_column_lets_other_threads_run():
    numpy = pytest.importorskip("numpy")
    starts = numpy.full(3_000_000, numpy.datetime64("2025-05-05T10:00", "us"))
    done = threading.Event()
    ticks = []

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    begin = time.perf_counter()
    tertib.deadlines(starts, "1 Bulan + 2 Hari Kerja + 3 Jam")
    end = time.perf_counter()
    done.set()
    thread.join()
    inside = [tick for tick in ticks if begin < tick < end]
    # Held, the GIL would let the ticks come only around the call.
    assert len(inside) >= 3, (end - begin, len(ticks))


def test_pandas_keeps_index_name_and_zone():
    pandas = pytest.importorskip("pandas")
    index = ["a", "b", "c", "d"]
    naive = pandas.Series(pandas.to_datetime([*STARTS, None]), index=index, name="mulai")
    due = tertib.deadlines(naive, "90 Menit")
    assert list(due.index) == index and due.name == "mulai"
    wanted = local([(start, "90 Menit") for start in STARTS])
    assert list(due[:3]) == wanted and due.isna().iloc[3]
    aware = naive.dt.tz_localize("Asia/Makassar")
    due = tertib.deadlines(aware, WAKTU + ["1 Hari"])
    assert str(due.dt.tz) == "Asia/Makassar"
    assert [each.to_pydatetime() for each in due[:3]] == \
        [tertib.deadline(start.to_pydatetime(), waktu) for start, waktu in zip(aware, WAKTU)]
    times = tertib.deadlines(pandas.DatetimeIndex(naive[:3]), "90 Menit")
    assert isinstance(times, pandas.DatetimeIndex) and list(times) == wanted
    with pytest.raises(TypeError):
        tertib.deadlines(pandas.Series([1, 2]), "1 Hari")


# --- Arrow's capsules, with no Arrow at hand -------------------------------------------------------

class Schema(ctypes.Structure):
    pass


Schema._fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p),
                   ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
                   ("n_children", ctypes.c_int64), ("children", ctypes.c_void_p),
                   ("dictionary", ctypes.c_void_p),
                   ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))),
                   ("private_data", ctypes.c_void_p)]


class Array(ctypes.Structure):
    pass


Array._fields_ = [("length", ctypes.c_int64), ("null_count", ctypes.c_int64),
                  ("offset", ctypes.c_int64), ("n_buffers", ctypes.c_int64),
                  ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
                  ("children", ctypes.c_void_p), ("dictionary", ctypes.c_void_p),
                  ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))),
                  ("private_data", ctypes.c_void_p)]

capsule_new = ctypes.pythonapi.PyCapsule_New
capsule_new.restype = ctypes.py_object
capsule_new.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
capsule_pointer = ctypes.pythonapi.PyCapsule_GetPointer
capsule_pointer.restype = ctypes.c_void_p
capsule_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]


class Column:
    """A column in memory that only its capsules tell of; counts what it is released."""

    def __init__(self, values, form=b"tsu:", valid=None, offset=0, kind=ctypes.c_int64, buffers=2):
        self.released = []
        self.values = (kind * max(len(values), 1))(*values)
        self.valid = (ctypes.c_uint8 * len(valid))(*valid) if valid is not None else None
        self.buffers = (ctypes.c_void_p * 2)(
            ctypes.addressof(self.valid) if valid is not None else None,
            ctypes.addressof(self.values))
        schema_type, array_type = Schema._fields_[7][1], Array._fields_[8][1]
        self.schema = Schema(form, b"", None, 2, 0, None, None,
                             schema_type(lambda _: self.released.append("schema")), None)
        self.array = Array(len(values) - offset, -1, offset, buffers, 0, self.buffers, None, None,
                           array_type(lambda _: self.released.append("array")), None)

    def __arrow_c_array__(self, requested_schema=None):
        return (capsule_new(ctypes.addressof(self.schema), b"arrow_schema", None),
                capsule_new(ctypes.addressof(self.array), b"arrow_array", None))


def micros(*moments):
    epoch = datetime.datetime(1970, 1, 1)
    return [(datetime.datetime.fromisoformat(each) - epoch) // datetime.timedelta(microseconds=1)
            for each in moments]


def test_arrow_columns_come_and_go_without_arrow():
    column = Column(micros("2000-01-01", *STARTS), valid=[0b1011], offset=1)
    due = tertib.deadlines(column, "90 Menit")
    assert len(due) == 3 and due.zone == ""
    assert list(due) == local([(STARTS[0], "90 Menit"), (None,), (STARTS[2], "90 Menit")])
    assert due[-1] == due[2]
    with pytest.raises(IndexError):
        due[3]
    assert column.released == []  # its capsules own it
    schema, array = due.__arrow_c_array__()
    given = Schema.from_address(capsule_pointer(schema, b"arrow_schema"))
    values = Array.from_address(capsule_pointer(array, b"arrow_array"))
    assert given.format == b"tsu:" and given.flags == 2
    assert (values.length, values.null_count, values.offset, values.n_buffers) == (3, 1, 0, 2)
    assert ctypes.c_uint8.from_address(values.buffers[0]).value == 0b101
    again = tertib.deadlines(due, "0 Menit")
    assert list(again) == list(due)
    assert tertib._core.InstantColumn.from_arrow(Streamed(due)).at(0) is not None


class Streamed:
    """Only the stream of a column."""

    def __init__(self, column):
        self.__arrow_c_stream__ = column.__arrow_c_stream__


def test_arrow_streams_are_read_to_their_end():
    column = tertib.deadlines(Column(micros(*STARTS)), "0 Menit")
    assert list(tertib.deadlines(Streamed(column), WAKTU)) == local(zip(STARTS, WAKTU))


def test_arrow_times_with_a_zone_are_instants():
    due = tertib.deadlines(Column(micros("2025-05-05T03:00"), b"tsu:Asia/Jakarta"), "1 Hari")
    assert due.zone == "Asia/Jakarta"
    assert due[0] == datetime.datetime(2025, 5, 6, 16, tzinfo=WIB) and due[0].tzinfo is not None
    schema, _ = due.__arrow_c_array__()
    given = Schema.from_address(capsule_pointer(schema, b"arrow_schema"))
    assert given.format == b"tsu:Asia/Jakarta"


@pytest.mark.parametrize("form, kind, values", [
    (b"tss:", ctypes.c_int64, [1746403200]), (b"tsm:", ctypes.c_int64, [1746403200_000]),
    (b"tsn:", ctypes.c_int64, [1746403200_000_000_000]), (b"tdD", ctypes.c_int32, [20213]),
    (b"tdm", ctypes.c_int64, [1746403200_000])])
def test_arrow_units_and_dates(form, kind, values):
    assert list(tertib.deadlines(Column(values, form, kind=kind), "1 Hari")) == \
        [datetime.datetime(2025, 5, 6, 16)]


def test_other_arrow_columns_are_refused():
    for form in (b"l", b"u", b"+s", b"", b"ts", b"tsx:"):
        with pytest.raises(tertib.Error) as caught:
            tertib.deadlines(Column([1], form), "1 Hari")
        assert caught.value.code == "unsupported"
    with pytest.raises(tertib.Error):
        tertib.deadlines(Column([1], buffers=3), "1 Hari")
    taken = Column([1])
    taken.schema.release = Schema._fields_[7][1]()
    with pytest.raises(tertib.Error, match="taken"):
        tertib.deadlines(taken, "1 Hari")


def test_pyarrow_takes_what_it_gave():
    pyarrow = pytest.importorskip("pyarrow")
    moments = [datetime.datetime.fromisoformat(each) for each in STARTS] + [None]
    for column in (pyarrow.array(moments, pyarrow.timestamp("ns")),
                   pyarrow.chunked_array([moments[:2], moments[2:]], pyarrow.timestamp("s"))):
        due = pyarrow.array(tertib.deadlines(column, pyarrow.array(WAKTU + ["1 Hari"])))
        assert due.type == pyarrow.timestamp("us")
        assert due.to_pylist() == [*local(zip(STARTS, WAKTU)), None]
