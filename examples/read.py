# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
import tertib

sop = tertib.read("examples/sop/laporan-kinerja.txt")
for step in sop.steps:
    print(f"{step.key}. {step.uraian} ({step.waktu.text})")

for finding in sop.lint():
    print(f"{finding.code}: {finding.message()}")

filled = sop.assign({"3": ["Tim Urusan Datin"]})
print("sound:", filled.graph().sound)
