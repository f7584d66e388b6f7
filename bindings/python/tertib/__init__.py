# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""tertib: SOPs of Indonesian public offices, read, checked and made a graph.

    import tertib

    sop = tertib.read("sop.txt")
    for finding in sop.lint():
        print(finding.code, finding.message())
"""

from ._core import Error
from ._core import version as __version__
from ._graph import Graph
from ._sop import LintReport, Sop, read, read_all
from ._values import (Finding, Flow, Identity, Mark, Pengesahan, Place, Rule, Step, Tanggal, Text,
                      Waktu, WaktuPart)

__all__ = ["Error", "Finding", "Flow", "Graph", "Identity", "LintReport", "Mark", "Pengesahan",
           "Place", "Rule", "Sop", "Step", "Tanggal", "Text", "Waktu", "WaktuPart", "__version__",
           "read", "read_all"]
