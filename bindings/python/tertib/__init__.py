# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""tertib: SOPs of Indonesian public offices, read, checked, made a graph, laid over calendars, run,
and held against logs.

    import tertib

    sop = tertib.read("sop.txt")
    for finding in sop.lint():
        print(finding.code, finding.message())
    print(sop.plan("2025-05-05T08:00").main.finish)
    print(tertib.deadline("2025-05-09T16:00", "3 Hari Kerja", calendar="id5"))
    print(tertib.align(sop, tertib.EventLog.read("permohonan.csv")).log_fitness)
    with tertib.Store("kasus.tertib") as store:
        print(store.start("2025-17", sop, by="Ani", as_="Kadis", now="2025-05-05T08:00").message)

``tertib.testkit`` is for the tests of what is built on it.
"""

from ._align import (AlignedVariant, Alignment, AlignMove, Net, ReplayedVariant, TokenReplay, align,
                     replay)
from ._calendar import (Calendar, CalendarChange, CalendarDay, CalendarFact, CalendarMonth,
                        CalendarYear, SpecialDays)
from ._cases import (Breach, Case, CaseItem, Event, FollowedRule, MissedDeadline, Option,
                     PostHolding, Receipt, Reply, Task, TaskReason, Tick, Verification, Why,
                     WorkItem)
from ._core import Error
from ._core import version as __version__
from ._deadline import ExplainedDay, Explanation, Lateness, deadline, explain, lateness
from ._deadlines import InstantColumn, deadlines
from ._graph import Graph
from ._logs import EventLog, LogInfo, LogVariant, propose_map
from ._office import (ChangedDue, MigratedTask, MigrationPlan, Office, OfficeHolding, RecomputePlan,
                      RevisedCase, RevisedTask, Revision, SopVersion)
from ._plan import Plan, PlannedLoad, PlannedRun, PlannedVisit
from ._sop import LintReport, Sop, read, read_all
from ._store import Store
from ._values import (Finding, Flow, Identity, Mark, Pengesahan, Place, Rule, Step, Tanggal, Text,
                      Waktu, WaktuPart)

__all__ = ["AlignMove", "AlignedVariant", "Alignment", "Breach", "Calendar", "CalendarChange",
           "CalendarDay", "CalendarFact", "CalendarMonth", "CalendarYear", "Case", "CaseItem",
           "ChangedDue", "Error", "Event", "EventLog", "ExplainedDay", "Explanation", "Finding",
           "Flow", "FollowedRule", "Graph", "Identity", "InstantColumn", "Lateness", "LintReport",
           "LogInfo", "LogVariant", "Mark", "MigratedTask", "MigrationPlan", "MissedDeadline",
           "Net", "Office", "OfficeHolding", "Option", "Pengesahan", "Place", "Plan", "PlannedLoad",
           "PlannedRun", "PlannedVisit", "PostHolding", "Receipt", "RecomputePlan",
           "ReplayedVariant", "Reply", "RevisedCase", "RevisedTask", "Revision", "Rule", "Sop",
           "SopVersion", "SpecialDays", "Step", "Store", "Tanggal", "Task", "TaskReason", "Text",
           "Tick", "TokenReplay", "Verification", "Waktu", "WaktuPart", "Why", "WorkItem",
           "__version__", "align", "deadline", "deadlines", "explain", "lateness", "propose_map",
           "read", "read_all", "replay"]
