# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
import tertib

print(tertib.deadline("2025-05-09T16:00", "1 jam 30 menit"))

why = tertib.explain("2025-05-09T16:00", "3 Hari Kerja", "id5")
print(why.paragraph())

late = tertib.lateness("2025-05-09T16:00", "3 Hari Kerja", done="2025-05-20")
print(late.verdict, late.least_days, "hari")

starts = ["2025-05-05T10:00", "2025-05-06", None]
print(tertib.deadlines(starts, ["2,5 Jam", "1 Hari", "1 Hari"]))

plan = tertib.read("examples/sop/laporan-kinerja.txt").plan("2025-05-05T08:00", "id5+08")
print(plan.receipt)
