# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Workload W7 on tertib, SpiffWorkflow and bpmn-engine, in one run and in alternating rounds.

    python3 benchmarks/compare/case_peers.py build/bin/case_bench FOLDER [rounds]

Seven human steps of three pelaksana, one after another; per step one task of a pelaksana is listed,
claimed and completed. "in memory" keeps nothing; "durable" makes each claim and each completion a
commit of its own (WAL, synchronous=FULL) to a file in FOLDER, whose disk is what is measured.

Each peer is used as its documentation shows. What it lacks for this work is added here, and is in
the measured time: both lack claims, which become a member of the task's data; both keep a case as
one document and no journal, so that a durable commit writes the case's serialised state and a row
that says who did what. bpmn-engine parses its BPMN once (moddleContext). Neither has working time,
kelengkapan, produk, refusals or hashes: tertib does that work beside.
"""
import importlib.metadata
import json
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import time

from SpiffWorkflow import TaskState
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer

HERE = pathlib.Path(__file__).resolve().parent
LANES = ("Kadis", "Urusan /Tim", "Tim Urusan Datin")
STEPS = 7
CASES = {"in memory": 400, "durable": 60}
TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS state(case_id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS event(number INTEGER PRIMARY KEY, case_id TEXT NOT NULL,
                                     step TEXT NOT NULL, verb TEXT NOT NULL,
                                     person TEXT NOT NULL) STRICT;
"""


def bpmn():
    """The flow of the example SOP, one lane a pelaksana."""
    lanes = [(lane, [f"s{i}" for i in range(1, STEPS + 1) if LANES[(i - 1) % 3] == lane])
             for lane in LANES]
    nodes = ["start", *(f"s{i}" for i in range(1, STEPS + 1)), "end"]
    parts = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="sop"'
             ' targetNamespace="sop">',
             '<collaboration id="office"><participant id="dinas" processRef="w7"/></collaboration>',
             '<process id="w7" isExecutable="true"><laneSet id="posts">']
    for number, (lane, steps) in enumerate(lanes):
        parts.append(f'<lane id="lane{number}" name="{lane}">')
        parts += [f"<flowNodeRef>{step}</flowNodeRef>" for step in steps]
        parts.append("</lane>")
    parts.append('</laneSet><startEvent id="start"/><endEvent id="end"/>')
    parts += [f'<userTask id="s{i}" name="Langkah {i}"/>' for i in range(1, STEPS + 1)]
    parts += [f'<sequenceFlow id="f{i}" sourceRef="{a}" targetRef="{b}"/>'
              for i, (a, b) in enumerate(zip(nodes, nodes[1:]))]
    parts.append("</process></definitions>")
    return "\n".join(parts)


# --- SpiffWorkflow ----------------------------------------------------------------------------------

class Spiff:
    name = f"SpiffWorkflow {importlib.metadata.version('SpiffWorkflow')}"

    def __init__(self, source, folder):
        parser = BpmnParser()
        parser.add_bpmn_str(source.encode())
        self.spec = parser.get_spec("w7")
        self.serializer = BpmnWorkflowSerializer()
        self.database = sqlite3.connect(folder / "case_peers_spiff.db", isolation_level=None)
        self.database.executescript(TABLES)
        self.cases = 0

    def commit(self, case, step, verb, person, workflow):
        self.database.execute("BEGIN IMMEDIATE")
        self.database.execute("INSERT OR REPLACE INTO state VALUES(?, ?)",
                              (case, self.serializer.serialize_json(workflow)))
        self.database.execute("INSERT INTO event(case_id, step, verb, person) VALUES(?, ?, ?, ?)",
                              (case, step, verb, person))
        self.database.execute("COMMIT")

    def run(self, kind, cases):
        keep = self.commit if kind == "durable" else lambda *_: None
        for _ in range(cases):
            self.cases += 1
            case = f"K-{self.cases}"
            workflow = BpmnWorkflow(self.spec)
            workflow.do_engine_steps()
            keep(case, "", "start", "Pegawai", workflow)
            for i in range(STEPS):
                lane = LANES[i % 3]
                task = workflow.get_tasks(state=TaskState.READY, lane=lane)[0]
                task.data["by"] = f"Pegawai {lane}"
                keep(case, task.task_spec.name, "claim", task.data["by"], workflow)
                task.data["produk"] = [f"Produk {i + 1}"]
                task.run()
                workflow.do_engine_steps()
                keep(case, task.task_spec.name, "complete", task.data["by"], workflow)
            if not workflow.is_completed():
                sys.exit("SpiffWorkflow: a case did not end")

    def steps_per_second(self, kind):
        begin = time.perf_counter()
        self.run(kind, CASES[kind])
        return CASES[kind] * STEPS / (time.perf_counter() - begin)


# --- bpmn-engine ------------------------------------------------------------------------------------

class BpmnEngine:
    name = "bpmn-engine"

    def __init__(self, source, folder):
        self.source = folder / "case_peers_w7.bpmn"
        self.source.write_text(source, encoding="utf-8")
        self.database = folder / "case_peers_bpmn_engine.db"

    def steps_per_second(self, kind):
        done = subprocess.run(
            ["node", HERE / "case_bpmn_engine.mjs", self.source, str(CASES[kind]),
             self.database if kind == "durable" else "memory", json.dumps(TABLES)],
            check=True, capture_output=True, text=True)
        answer = json.loads(done.stdout)
        BpmnEngine.name = f"bpmn-engine {answer['version']}"
        return answer["steps"] / answer["seconds"]


# --- tertib -----------------------------------------------------------------------------------------

class Tertib:
    name = "tertib"

    def __init__(self, program, folder):
        self.program, self.folder, self.measured = program, folder, {}

    def steps_per_second(self, kind):
        """One run of the program measures both kinds."""
        if kind not in self.measured:
            out = subprocess.run([self.program, str(CASES["durable"] * 10), self.folder],
                                 check=True, capture_output=True, text=True).stdout
            core = re.search(r"pure core: *(\d+) steps/s", out)
            durable = re.search(r"durable: *(\d+) steps/s", out)
            self.measured = {"in memory": float(core[1]), "durable": float(durable[1])}
        return self.measured.pop(kind)


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    for leftover in folder.glob("case_peers_*"):
        leftover.unlink()
    source = bpmn()
    runners = [Tertib(program, folder), Spiff(source, folder), BpmnEngine(source, folder)]
    found = {(runner, kind): [] for runner in runners for kind in CASES}
    for _ in range(rounds):
        for kind in CASES:
            for runner in runners:
                found[runner, kind].append(runner.steps_per_second(kind))
    print(f"steps a second, median of {rounds} rounds (quartiles); tertib's ratio")
    for kind in CASES:
        own = statistics.median(found[runners[0], kind])
        for runner in runners:
            rates = sorted(found[runner, kind])
            low, high = rates[len(rates) // 4], rates[-1 - len(rates) // 4]
            median = statistics.median(rates)
            print(f"{kind:10} {runner.name:22} {median:10,.0f} ({low:,.0f} to {high:,.0f})"
                  f"  {own / median:8.1f}x")


main()
