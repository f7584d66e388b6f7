# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""tertib beside those who count working days and hours, in one run and in alternating rounds.

    PYTHONPATH=build/python python3 benchmarks/compare/deadline_peers.py \\
        build/bin/deadline_bench [rounds]

Each peer is used as its own documentation shows, with the days off that tertib's id5 has from 2020
to 2026: numpy.busday_offset with a busdaycalendar, pandas' CustomBusinessHour, workalendar's
add_working_days, business-duration, QuantLib's BespokeCalendar. Then 2,000 random questions that
the peer can express, asked as an office would: by the calendar as it was known when the case began.
Those whose answers differ are told with what tertib must forget, in this order, until they agree:
what was known when, Ramadan, Friday's hours, the break.
"""
import collections
import datetime
import json
import random
import statistics
import subprocess
import sys
import time
import warnings

import business_duration
import numpy
import pandas
import QuantLib
import tertib
import workalendar.core

YEARS = range(2020, 2027)
QUESTIONS = 2_000
WORKDAY = [["07:30-12:00", "13:00-16:00"]] * 5 + [[], []]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


# --- the same days off for all ----------------------------------------------------------------------

def days_off(calendar):
    first, last = datetime.date(YEARS[0], 1, 1), datetime.date(YEARS[-1], 12, 31)
    days = [first + datetime.timedelta(days=i) for i in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5 and not calendar.is_working_day(day)]


class Office(workalendar.core.CoreCalendar):
    """workalendar's way: a calendar is a class that gives a year's holidays."""
    WEEKEND_DAYS = (workalendar.core.SAT, workalendar.core.SUN)
    off = {}

    def get_calendar_holidays(self, year):
        return self.off.get(year, [])


class Peers:
    def __init__(self):
        self.id5 = tertib.Calendar("id5")
        self.off = days_off(self.id5)
        self.numpy = numpy.busdaycalendar(holidays=self.off)
        self.pandas = {n: pandas.tseries.offsets.CustomBusinessHour(
            n, start=["07:30", "13:00"], end=["12:00", "16:00"], holidays=self.off)
            for n in range(1, 41)}
        for day in self.off:
            Office.off.setdefault(day.year, []).append((day, "libur"))
        self.workalendar = Office()
        self.quantlib = QuantLib.BespokeCalendar("id5")
        for weekday in (QuantLib.Saturday, QuantLib.Sunday):
            self.quantlib.addWeekend(weekday)
        for day in self.off:
            self.quantlib.addHoliday(QuantLib.Date(day.day, day.month, day.year))
        self.holiday_list = {day: "libur" for day in self.off}

    def numpy_day(self, start, days):
        return numpy.busday_offset(start.date(), days, roll="backward",
                                   busdaycal=self.numpy).item()

    def workalendar_day(self, start, days):
        return self.workalendar.add_working_days(start.date(), days)

    def quantlib_day(self, start, days):
        # As the others: a start on a day off counts from the working day before it.
        date = self.quantlib.adjust(QuantLib.Date(start.day, start.month, start.year),
                                    QuantLib.Preceding)
        return self.quantlib.advance(date, days, QuantLib.Days).to_date()

    def pandas_hours(self, start, hours):
        return (pandas.Timestamp(start) + self.pandas[hours]).to_pydatetime()

    def duration_minutes(self, start, until):
        found = business_duration.businessDuration(
            pandas.Timestamp(start), pandas.Timestamp(until), datetime.time(7, 30),
            datetime.time(16, 0), holidaylist=self.holiday_list, unit="min")
        return 0.0 if found != found else float(found)


# --- speed ------------------------------------------------------------------------------------------

def seconds_each(call, count):
    """Of one of `count` answers that the call gives."""
    rounds = 0
    begin = time.perf_counter()
    while True:
        call()
        rounds += 1
        spent = time.perf_counter() - begin
        if spent > 0.2:
            return spent / rounds / count


def native_seconds(program, name):
    out = subprocess.run(
        [program, f"--benchmark_filter=^{name}$", "--benchmark_format=json",
         "--benchmark_min_time=0.2"], check=True, capture_output=True, text=True).stdout
    runs = json.loads(out)["benchmarks"]
    return 1 / next(run["items_per_second"] for run in runs if run["run_type"] == "iteration")


def random_start(draw):
    first = datetime.datetime(YEARS[0], 1, 2)
    days = (datetime.datetime(YEARS[-1], 11, 1) - first).days
    return first + datetime.timedelta(days=draw.randrange(days),
                                      minutes=draw.randrange(450, 960))


def speed(peers, program, rounds):
    draw = random.Random(1)
    starts = [random_start(draw) for _ in range(1_000)]
    column = numpy.array([random_start(draw) for _ in range(100_000)], dtype="datetime64[us]")
    dates = column.astype("datetime64[D]")
    until = [start + datetime.timedelta(days=9) for start in starts]
    id5 = peers.id5

    def own_days():
        for start in starts:
            tertib.deadline(start, "10 Hari", id5)

    def own_hours():
        for start in starts:
            tertib.deadline(start, "10 Jam", id5)

    def own_between():
        for start, end in zip(starts, until):
            id5.between(start, end)

    def each(call, amounts):
        for start, amount in zip(starts, amounts):
            call(start, amount)

    ten = [10] * len(starts)
    some = len(starts)
    tasks = [
        ("10 Hari, column", "numpy.busday_offset",
         lambda: seconds_each(lambda: tertib.deadlines(column, "10 Hari", id5), column.size),
         lambda: seconds_each(lambda: numpy.busday_offset(
             dates, 10, roll="backward", busdaycal=peers.numpy), column.size)),
        ("10 Hari, one", "workalendar", lambda: seconds_each(own_days, some),
         lambda: seconds_each(lambda: each(peers.workalendar_day, ten), some)),
        ("10 Hari, one", "QuantLib", lambda: seconds_each(own_days, some),
         lambda: seconds_each(lambda: each(peers.quantlib_day, ten), some)),
        ("10 Jam, one", "pandas", lambda: seconds_each(own_hours, some),
         lambda: seconds_each(lambda: each(peers.pandas_hours, ten), some)),
        ("between, one", "business-duration", lambda: seconds_each(own_between, some),
         lambda: seconds_each(lambda: each(peers.duration_minutes, until), some)),
    ]
    print(f"{'task':>17} {'peer':>20} {'tertib ns':>12} {'peer ns':>12} {'peer/tertib':>12}"
          "  (quartiles)")
    times = [([], []) for _ in tasks]
    for _ in range(max(2, rounds)):
        for (_, _, own, peer), (own_times, peer_times) in zip(tasks, times):
            own_times.append(own())
            peer_times.append(peer())
    for (task, name, _, _), (own, peer) in zip(tasks, times):
        low, middle, high = statistics.quantiles([b / a for a, b in zip(own, peer)], n=4)
        print(f"{task:>17} {name:>20} {1e9 * statistics.median(own):>12.1f} "
              f"{1e9 * statistics.median(peer):>12.1f} {middle:>12.1f}  ({low:.1f}–{high:.1f})")
    for task, name in [("Jam, one", "due_working_time/all_years:0/days:30"),
                       ("Hari, one", "due_working_days/all_years:0")]:
        found = statistics.median(native_seconds(program, name) for _ in range(max(2, rounds)))
        print(f"{task:>17} {'(tertib from C++)':>20} {1e9 * found:>12.1f}")


# --- answers ----------------------------------------------------------------------------------------

def simpler(calendar, change):
    """The calendar without something that a peer doesn't know."""
    facts = json.loads(calendar.to_json())
    facts["facts"] = change(facts["facts"])
    del facts["digest"]
    return tertib.Calendar.from_json(facts)


def without_periods(facts):
    return [fact for fact in facts if fact["kind"] != "period"]


def same_hours(hours):
    """Every weekday has these hours."""
    def change(facts):
        week = {name: spans for name, spans in zip(WEEKDAYS, hours) if spans}
        return [{**fact, "hours": week} if fact["kind"] == "hours" else fact
                for fact in without_periods(facts)]
    return change


def ladder(peers):
    """Calendars, each less knowing than the one before it, and what it doesn't know."""
    whole = [[f"{WORKDAY[0][0][:5]}-{WORKDAY[0][1][-5:]}"]] * 5 + [[], []]
    return [("changed after the case began", peers.id5),
            ("Ramadan hours", simpler(peers.id5, without_periods)),
            ("Friday hours", simpler(peers.id5, same_hours(WORKDAY))),
            ("the break", simpler(peers.id5, same_hours(whole)))]


def same_moment(calendar, one, other):
    """Whether no work lies between two moments: a closing time and the next opening."""
    return isinstance(one, datetime.datetime) and not calendar.between(one, other)


def reason_of(question, found, right, rungs):
    for why, calendar in rungs:
        if right(calendar, *question) == found:
            return why
    for why, calendar in rungs:
        if same_moment(calendar, right(calendar, *question), found):
            return f"{why}, and closing time told as the next opening"
    return "other"


def compare(name, questions, right, theirs, rungs):
    """How many answers differ, by the first rung of the ladder where they no longer do."""
    reasons = collections.Counter()
    examples = {}
    for question in questions:
        known = tertib.Calendar(f"id5@{question[0].date()}")
        wanted, found = right(known, *question), theirs(*question)
        if wanted == found:
            continue
        reason = reason_of(question, found, right, rungs)
        if same_moment(known, wanted, found):
            reason = "closing time told as the next opening"
        reasons[reason] += 1
        examples.setdefault(reason, (question, wanted, found))
    print(f"{name}: {sum(reasons.values())} of {len(questions)} answers differ")
    for reason, count in reasons.most_common():
        (start, amount), wanted, found = examples[reason]
        print(f"  {count:>5}  {reason}: {start:%Y-%m-%d %H:%M}, {amount}: "
              f"{wanted} here, {found} there")


def answers(peers):
    draw = random.Random(2)
    rungs = ladder(peers)
    by_days = [(random_start(draw), draw.randint(1, 20)) for _ in range(QUESTIONS)]
    by_hours = [(random_start(draw), draw.randint(1, 40)) for _ in range(QUESTIONS)]
    spans = [(start, start + datetime.timedelta(minutes=draw.randrange(20 * 1440)))
             for start, _ in by_hours]

    def day(calendar, start, days):
        return tertib.deadline(start, f"{days} Hari", calendar).date()

    def moment(calendar, start, hours):
        return tertib.deadline(start, f"{hours} Jam", calendar).replace(tzinfo=None)

    def minutes(calendar, start, until):
        return calendar.between(start, until).total_seconds() / 60

    compare("numpy.busday_offset, days", by_days, day, peers.numpy_day, rungs)
    compare("workalendar, days", by_days, day, peers.workalendar_day, rungs)
    compare("QuantLib, days", by_days, day, peers.quantlib_day, rungs)
    compare("pandas CustomBusinessHour, hours", by_hours, moment, peers.pandas_hours, rungs)
    compare("business-duration, minutes between", spans, minutes, peers.duration_minutes, rungs)


def main():
    program = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    warnings.simplefilter("ignore")
    print(f"tertib {tertib.__version__}, numpy {numpy.__version__}, pandas {pandas.__version__}, "
          f"workalendar {workalendar.__version__}, QuantLib {QuantLib.__version__}, "
          f"Python {sys.version.split()[0]}, {rounds} rounds")
    peers = Peers()
    speed(peers, program, rounds)
    print()
    answers(peers)


if __name__ == "__main__":
    main()
