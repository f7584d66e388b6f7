// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// A portal that keeps its own tables in SQLite: the row of an application and the case that belongs
// to it are committed together, or neither is. The SOP is an example, not a document of an office.
//
//     example_portal [FILE]
#include <tertib/base/catalogue.hpp>
#include <tertib/model/sop.hpp>
#include <tertib/store/borrowed_sqlite.hpp>
#include <tertib/store/store.hpp>
#include <tertib/time/calendar_name.hpp>

#include <sqlite3.h>

#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>

using namespace tertib;

namespace {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Portal = std::unique_ptr<sqlite3, Close>;

Portal open_portal(const std::string& path) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(path.c_str(), &opened);
    Portal portal(opened);
    if (code != SQLITE_OK) {
        throw std::runtime_error("the portal's file can't be opened");
    }
    return portal;
}

void run(sqlite3* portal, const char* sql) {
    if (sqlite3_exec(portal, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw std::runtime_error(sqlite3_errmsg(portal));
    }
}

Sop example_sop() { // contoh; bukan isi SOP
    SopParts parts;
    parts.pelaksana = {"Front Office"};
    parts.steps = {Step{.key = "1",
                        .uraian = "Memeriksa berkas",
                        .marks = {{PelaksanaIndex{0}, Symbol::process}},
                        .waktu = read_waktu("1 Hari").waktu}};
    parts.flow = {Flow{.from = "start", .to = "1"}, Flow{.from = "1", .to = "end"}};
    return Sop(std::move(parts));
}

/// The application's row and its case, in the portal's one transaction.
bool receive(sqlite3* portal, Store& store, const std::string& id, Request request) {
    request.command.case_id = id;
    run(portal, "BEGIN IMMEDIATE");
    try {
        run(portal, ("INSERT INTO permohonan VALUES('" + id + "', 'diterima')").c_str());
        const Reply reply = store.submit(request);
        if (reply.refusal) {
            std::cout << id << ": " << message(*reply.refusal, Language::id) << '\n';
            run(portal, "ROLLBACK"); // no row without its case
            return false;
        }
        run(portal, "COMMIT"); // from here on both are there
        std::cout << id << ": diterima\n";
        return true;
    } catch (...) {
        sqlite3_exec(portal, "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

void serve(const std::string& path) {
    const Portal portal = open_portal(path);
    run(portal.get(), "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; "
                      "CREATE TABLE permohonan(id TEXT PRIMARY KEY, status TEXT)");
    Store store(borrow_sqlite(portal.get(), sqlite3_libversion()));
    const Calendar office = *builtin_calendar("id5");
    run(portal.get(), "BEGIN IMMEDIATE");
    const std::string sop = store.register_sop(example_sop());
    const std::string calendar = store.register_calendar(office);
    run(portal.get(), "COMMIT");

    Request request{.command = {.case_id = {},
                                .by = {.person = "Pegawai contoh", .as = "Front Office"},
                                .now = read_stamp("2025-05-05T09:00", office.zone())->earliest,
                                .action = StartCase{}},
                    .sop = sop,
                    .calendar = calendar};
    receive(portal.get(), store, "P-1", request);
    request.command.action = ClaimTask{"1"}; // of a case that was never started
    receive(portal.get(), store, "P-2", request);
    std::cout << store.worklist("Front Office", 10).size() << " tugas, jurnal "
              << (store.verify().holds() ? "utuh" : "tidak utuh") << '\n';
}

} // namespace

int main(int count, char** arguments) {
    try {
        const std::string path = count > 1 ? arguments[1] : "example_portal.db";
        for (const char* end : {"", "-wal", "-shm"}) {
            std::remove((path + end).c_str());
        }
        serve(path);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
