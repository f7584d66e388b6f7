# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""tertib: SOPs of Indonesian public offices, read, checked, made a graph, and laid over calendars.

    import tertib

    sop = tertib.read("sop.txt")
    for finding in sop.lint():
        print(finding.code, finding.message())
    print(sop.plan("2025-05-05T08:00").main.finish)
    print(tertib.deadline("2025-05-09T16:00", "3 Hari Kerja", calendar="id5"))
"""

from ._calendar import (Calendar, CalendarChange, CalendarDay, CalendarFact, CalendarMonth,
                        CalendarYear, SpecialDays)
from ._core import Error
from ._core import version as __version__
from ._deadline import ExplainedDay, Explanation, Lateness, deadline, explain, lateness
from ._deadlines import InstantColumn, deadlines
from ._graph import Graph
from ._plan import Plan, PlannedLoad, PlannedRun, PlannedVisit
from ._sop import LintReport, Sop, read, read_all
from ._values import (Finding, Flow, Identity, Mark, Pengesahan, Place, Rule, Step, Tanggal, Text,
                      Waktu, WaktuPart)

__all__ = ["Calendar", "CalendarChange", "CalendarDay", "CalendarFact", "CalendarMonth",
           "CalendarYear", "Error", "ExplainedDay", "Explanation", "Finding", "Flow", "Graph",
           "Identity", "InstantColumn", "Lateness", "LintReport", "Mark", "Pengesahan", "Place",
           "Plan", "PlannedLoad", "PlannedRun", "PlannedVisit", "Rule", "Sop", "SpecialDays",
           "Step", "Tanggal", "Text", "Waktu", "WaktuPart", "__version__", "deadline", "deadlines",
           "explain", "lateness", "read", "read_all"]
