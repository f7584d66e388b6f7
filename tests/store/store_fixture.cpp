// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Makes a small store of this version of the tables, with cases in every state, to be kept for ever
// (tests/store/fixtures, read by sqlite_versions_test.cpp):
//
//     store_fixture tests/store/fixtures/version-N.tertib
//
// It is run once, with the tables that are released as version N; from then on the file is never made
// anew. All people in it are made up.
#include "store/store_file.hpp"
#include "tertib/run/overrun_policy.hpp"

#include <cstdio>
#include <exception>

using namespace tertib;

namespace {

void must(const std::string& refusal) {
    if (!refusal.empty()) {
        throw std::runtime_error(refusal);
    }
}

/// A case with a policy, whose first task is late.
void add_late_case(Counter& counter) {
    counter.office.set("2025-05-06T09:00");
    const OverrunPolicy policy("Loket", {{.side = OverrunSide::before, .waktu = "30 Menit"},
                                         {.what = OverrunAct::escalate, .pelaksana = "Staf"}});
    Request request = counter.request("K-late", StartCase{}, "kunci-1");
    request.policy = counter.store.register_policy(policy);
    must(counter.store.submit(request).refusal ? "the late case is refused" : "");
    counter.office.set("2025-05-08T09:00");
    (void)counter.store.tick(counter.office.now);
}

/// Sent back, stopped, given to somebody else, with evidence; its deadlines by a newer calendar, and
/// it goes on by another version.
void add_long_case(Counter& counter) {
    const std::string id = "K-long";
    counter.office.dasar = "Pergub 3";
    counter.office.reason = "contoh";
    must(counter.code(id, StartCase{.waktu = "5 Hari Kerja", .outcome = {}}));
    must(counter.code(id, AcceptCase{}));
    must(counter.done(id, "1"));
    must(counter.code(id, ReturnTask{.task = "2", .target = "1"}));
    must(counter.done(id, "1"));
    must(counter.code(id, ReassignTask{.task = "2", .person = "Budi"}, "kunci-2"));
    must(counter.code(id, Attach{.task = {},
                                 .evidence = "foto.jpg",
                                 .media_type = "image/jpeg",
                                 .size = 17,
                                 .sha256 = std::string(64, 'a'),
                                 .location = "rak 3"}));
    Request request = counter.request(id, RecomputeCase{});
    request.calendar = counter.store.register_calendar(*builtin_calendar("id5"));
    must(counter.store.submit(request).refusal ? "recompute is refused" : "");
    SopParts parts = counter.office.sop().parts();
    parts.identity.nama = "Contoh yang kedua";
    request = counter.request(id, MigrateCase{});
    request.sop = counter.store.register_sop(Sop(std::move(parts)));
    must(counter.store.submit(request).refusal ? "migrate is refused" : "");
    must(counter.code(id, SuspendCase{}));
}

void fill(Counter& counter) {
    fill_store(counter);
    (void)counter.store.seal(counter.office.now);
    add_late_case(counter);
    add_long_case(counter);
    counter.start("K-cancelled");
    must(counter.code("K-cancelled", CancelCase{}));
    counter.start("K-skipped");
    must(counter.code("K-skipped", SkipTask{.task = "1"}));
    (void)counter.store.seal(counter.office.now);
    counter.start("K-unsealed");
    if (!counter.store.verify().holds()) {
        throw std::runtime_error("it doesn't verify");
    }
    counter.store.tidy();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("store_fixture FILE\n", stderr);
        return 2;
    }
    try {
        Counter counter(open_sqlite(argv[1]));
        fill(counter);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "store_fixture: %s\n", error.what());
        return 1;
    }
}
