# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""A case of the example SOP from its start to its end. The document names no pelaksana for its
steps; the one given here is an example, not what the SOP says.

    python3 cases.py [FILE]     keeps the cases in FILE, else in memory
"""
import datetime
import sys

import tertib

sop = tertib.read("examples/sop/laporan-kinerja.txt")
sop = sop.assign({step.key: "Kadis" for step in sop}, by="contoh; bukan isi SOP")
actor = {"by": "Pegawai contoh", "as_": "Kadis"}
now = datetime.datetime(2023, 6, 27, 13, 0)  # in the calendar's zone

with tertib.Store(sys.argv[1]) if len(sys.argv) > 1 else tertib.Store.memory() as store:
    store.start("2023-17", sop, calendar="id5", now=now, key="mulai", **actor)
    print(store.start("2023-17", sop, calendar="id5", now=now, **actor).message)

    for step in sop:
        now += datetime.timedelta(minutes=20)
        for task in store.worklist("Kadis"):
            print(f"{task.case} {task.task} jatuh tempo {task.due}")
        buttons = store.why("2023-17", now=now, **actor).tasks[0].options
        print("boleh:", ", ".join(each.verb for each in buttons if each.chance != "refused"))
        reply = store.complete("2023-17", step.key, produk=step.produk, now=now, **actor)
        print(f"selesai {step.key}:", reply.message or f"peristiwa {reply.receipt.last}")

    verified = store.verify()
    print("jurnal", "utuh:" if verified else "tidak utuh:", verified.events, "peristiwa")
