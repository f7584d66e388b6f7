// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/counter.hpp"

#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

/// The SopParts of letter_parts() under a small calendar, so that a store is opened quickly.
inline tertib::Calendar small_calendar() {
    tertib::CalendarFact hours{.kind = tertib::CalendarFactKind::hours, .first = tertib::first_day};
    hours.hours.fill({{.from = 480, .to = 960}});
    tertib::CalendarDraft draft;
    draft.name = "kecil";
    draft.facts.push_back(std::move(hours));
    return tertib::Calendar(std::move(draft));
}

/// Fills a store with a few cases in different states: a note erased, a clock stopped, one ended;
/// and with decisions of the office, one name erased.
inline void fill_store(Counter& counter) {
    counter.calendar = counter.store.register_calendar(small_calendar());
    counter.start("K-1");
    (void)counter.code("K-1", tertib::ClaimTask{"1"});
    (void)counter.done("K-1", "1");
    counter.start("K-2");
    (void)counter.code("K-2", tertib::Annotate{.task = {}, .note = "catatan"});
    counter.office.dasar = "UU 27/2022";
    (void)counter.code("K-2", tertib::EraseBody{2});
    counter.office.reason = "menunggu";
    (void)counter.code("K-2", tertib::WaitTask{.task = "1"});
    counter.start("K-3");
    (void)counter.done("K-3", "1");
    (void)counter.done("K-3", "2", "Setuju");
    (void)counter.done("K-3", "3");
    (void)counter.code("K-3", tertib::CompleteTask{.task = "4", .result = "diterbitkan"});
    const tertib::LocalDay monday = *tertib::read_day("2025-05-05");
    (void)counter.decided(tertib::Delegate{.person = "Budi",
                                           .pelaksana = "Kepala",
                                           .kind = tertib::PostKind::plh,
                                           .from = monday - std::chrono::days{7},
                                           .until = monday - std::chrono::days{3},
                                           .surat = "800/1"});
    (void)counter.decided(tertib::EnforceSop{.sop = counter.sop, .from = monday, .until = {}});
    (void)counter.decided(tertib::EraseBody{1});
}

inline std::string file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Changes a store from outside, as somebody with a database browser would.
inline void tamper(const std::string& path, const std::string& sql) {
    sqlite3* database = nullptr;
    if (sqlite3_open(path.c_str(), &database) != SQLITE_OK) {
        throw std::runtime_error("the store can't be opened from outside");
    }
    const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    const std::string message = sqlite3_errmsg(database);
    sqlite3_close(database);
    if (code != SQLITE_OK) {
        throw std::runtime_error(message);
    }
}
