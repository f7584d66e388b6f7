# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""networkx beside tertib on the graph of one SOP, in one run and in alternating rounds.

    python3 benchmarks/compare/graph_networkx.py build/bin/graph_bench [rounds]

Both work on the same chain of decisions (benchmarks/chain_sop.hpp). networkx does what it has of
tertib's analysis: strong components, topological levels of the condensation, reachability both
ways and immediate dominators from the start and from the end; "shared" is tertib's time for just
these. "all" is its whole analysis, with the documents, hand-overs and soundness that networkx
hasn't. All times are processor time, since other work on the machine slows the two unequally.
"ns a step" is the shared time by steps: it stays level where the cost grows with the work.
"""
import json
import statistics
import subprocess
import sys
import time

import networkx

SIZES = (7, 30, 1_000, 100_000)


def chain(steps):
    """The flow of chain_sop.hpp."""
    graph = networkx.DiGraph()
    graph.add_edge("start", 1)
    for i in range(1, steps + 1):
        last = i == steps
        graph.add_edge(i, "end" if last else i + 1)
        if i % 5 == 0 or last:
            graph.add_edge(i, 1 if last or i < 4 else i - 3)
    return graph


def analyse(graph):
    components = list(networkx.strongly_connected_components(graph))
    condensation = networkx.condensation(graph, components)
    levels = list(networkx.topological_generations(condensation))
    backward = graph.reverse(copy=False)
    reached = networkx.descendants(graph, "start"), networkx.descendants(backward, "end")
    dominators = (networkx.immediate_dominators(graph, "start"),
                  networkx.immediate_dominators(backward, "end"))
    return levels, reached, dominators


def networkx_seconds(graph):
    rounds = 0
    begin = time.process_time()
    while True:
        analyse(graph)
        rounds += 1
        spent = time.process_time() - begin
        if spent > 0.2:
            return spent / rounds


def tertib_seconds(program, steps, part):
    out = subprocess.run(
        [program, f"--benchmark_filter=^{part}/{steps}$", "--benchmark_format=json",
         "--benchmark_min_time=0.2"], check=True, capture_output=True, text=True).stdout
    runs = json.loads(out)["benchmarks"]
    return next(run["cpu_time"] for run in runs if run["run_type"] == "iteration") * 1e-6


def main():
    program = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print(f"networkx {networkx.__version__}, Python {sys.version.split()[0]}, {rounds} rounds")
    print(f"{'steps':>9} {'shared µs':>12} {'ns a step':>10} {'all µs':>12} {'networkx µs':>14} "
          f"{'networkx/shared':>16}  (quartiles)")
    for steps in SIZES:
        graph = chain(steps)
        own, whole, peer = [], [], []
        for _ in range(max(2, rounds)):
            own.append(tertib_seconds(program, steps, "graph_shared"))
            whole.append(tertib_seconds(program, steps, "graph_analysis"))
            peer.append(networkx_seconds(graph))
        ratios = sorted(b / a for a, b in zip(own, peer))
        low, middle, high = statistics.quantiles(ratios, n=4)
        print(f"{steps:>9} {1e6 * statistics.median(own):>12.1f} "
              f"{1e9 * statistics.median(own) / steps:>10.0f} "
              f"{1e6 * statistics.median(whole):>12.1f} {1e6 * statistics.median(peer):>14.1f} "
              f"{middle:>16.0f}  ({low:.0f}–{high:.0f})")


if __name__ == "__main__":
    main()
