# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
import tertib

sop = tertib.read("examples/sop/laporan-kinerja.txt")
log = tertib.EventLog.read("examples/log/laporan-kinerja.csv")
print(len(log), "kejadian,", log.case_count, "kasus,", log.info().first)
for finding in log.findings + log.unknown_activities(sop):
    print(finding.code, finding.message())

meant = {"activities": {"Rapat persiapan": ""}}  # no step, and that is known
found = tertib.align(sop, log, map=meant, moves=True)
print(found.perfect, "kasus tanpa selisih, kecocokan", round(found.log_fitness, 3))
for move in found.variants[log.variant_of("LK-2")].moves:
    print(move.kind, move.activity, move.label)
print(tertib.replay(sop, log).counts)
