# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a long call of the library lets the interpreter go."""
import threading
import time


def ticks_beside(call):
    """How often this thread ran well inside `call`, which runs in another.

    A call that keeps the interpreter to itself gives one or none, however long it takes.
    """
    span = []

    def work():
        begin = time.perf_counter()
        call()
        span.extend((begin, time.perf_counter()))

    thread = threading.Thread(target=work)
    thread.start()
    ticks = []
    while thread.is_alive():
        ticks.append(time.perf_counter())
        time.sleep(0.001)
    thread.join()
    begin, end = span
    margin = (end - begin) / 10
    return sum(begin + margin < tick < end - margin for tick in ticks)
