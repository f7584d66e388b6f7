// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/schema.hpp"

#include "store/sqlite/event_rows.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace tertib::sqlite {

namespace {

[[nodiscard]] std::string text_of(sqlite3* database, std::string_view sql) {
    Statement query(database, sql);
    return query.step() ? query.text(0) : std::string();
}

[[nodiscard]] Handle open_file(const std::string& path, const SqliteOptions& options) {
    if (path.empty() || path.starts_with("file:")) {
        throw Error(ErrorCode::argument, "a store is a file: \"" + path + "\" is no path to one");
    }
    if (path.find('\0') != std::string::npos) {
        throw Error(ErrorCode::argument, "a path holds no NUL");
    }
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (options.mode) {
    case OpenMode::create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
    case OpenMode::write: flags |= SQLITE_OPEN_READWRITE; break;
    case OpenMode::read_only: flags |= SQLITE_OPEN_READONLY; break;
    }
    // SQLite would take ":memory:" for a database of its own kind.
    const std::string file = path.front() == ':' ? "./" + path : path;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    Handle database(opened);
    if (code != SQLITE_OK) {
        fail(opened, code, "opening " + path);
    }
    return database;
}

/// What must hold before a byte of a file of unknown origin is looked at.
void guard(sqlite3* database, const SqliteOptions& options) {
    set_busy_timeout(database, options.busy_timeout);
    sqlite3_wal_autocheckpoint(database, 0); // see LogMover
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 256 << 20);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    execute(database, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; "
                      "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
}

void make_durable(sqlite3* database, const SqliteOptions& options) {
    if (text_of(database, "PRAGMA journal_mode = WAL") != "wal") {
        throw Error(ErrorCode::io, "the store's folder can't hold a write-ahead log");
    }
    execute(database, options.synchronous == Synchronous::full ? "PRAGMA synchronous = FULL"
                                                               : "PRAGMA synchronous = NORMAL");
}

[[nodiscard]] bool is_empty(sqlite3* database) {
    return number_of(database, "PRAGMA application_id") == 0 &&
           number_of(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

/// Runs `work` in a transaction of its own, all or nothing, and gives what it gives.
template <class Work>
auto in_one_go(sqlite3* database, const char* begin, const Work& work) {
    execute(database, begin);
    try {
        const auto result = work();
        execute(database, "COMMIT");
        return result;
    } catch (...) {
        if (sqlite3_get_autocommit(database) == 0) {
            sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
        }
        throw;
    }
}

/// The version of the file's tables, which are exactly that version's; 0 for an empty file.
[[nodiscard]] std::size_t version_of(sqlite3* database, const std::string& path,
                                     SchemaSteps steps) {
    if (is_empty(database)) {
        return 0;
    }
    if (number_of(database, "PRAGMA application_id") != application_id) {
        throw Error(ErrorCode::damaged, path + " is no store of tertib");
    }
    const std::int64_t version = number_of(database, "PRAGMA user_version");
    if (version > static_cast<std::int64_t>(steps.size())) {
        throw Error(ErrorCode::unsupported,
                    path + " was written by a newer version of tertib (tables " +
                        std::to_string(version) + ", this library knows " +
                        std::to_string(steps.size()) + ")");
    }
    const auto known = static_cast<std::size_t>(std::max<std::int64_t>(version, 0));
    if (known == 0 || schema_of(database, {}) != schema_at(steps.first(known), {})) {
        throw Error(ErrorCode::damaged,
                    path + " holds tables, views or triggers that tertib didn't make");
    }
    return known;
}

/// Runs the steps that the file hasn't had yet, all or none; its version then.
std::size_t bring_up(sqlite3* database, const std::string& path, SchemaSteps steps) {
    return in_one_go(database, "BEGIN IMMEDIATE", [&] {
        // Another process may have come first.
        const std::size_t version = version_of(database, path, steps);
        run_steps({.database = database, .prefix = {}}, steps.subspan(version));
        const std::string marks = "PRAGMA application_id = " + std::to_string(application_id) +
                                  "; PRAGMA user_version = " + std::to_string(steps.size());
        execute(database, marks.c_str());
        return steps.size();
    });
}

/// The version of our tables in a host's file, which are exactly that version's; 0 for none.
[[nodiscard]] std::size_t host_version(const NamedTables& tables, SchemaSteps steps) {
    const std::string there = schema_of(tables.database, tables.prefix);
    for (std::size_t version = steps.size(); version > 0; --version) {
        if (there == schema_at(steps.first(version), tables.prefix)) {
            return version;
        }
    }
    if (!there.empty()) {
        throw Error(ErrorCode::damaged,
                    "the host's file holds tables, views or triggers whose names begin like ours "
                    "but which are not, or are of a newer version of tertib");
    }
    return 0;
}

} // namespace

Handle open_connection(const std::string& path, const SqliteOptions& options, SchemaSteps steps) {
    Handle database = open_file(path, options);
    guard(database.get(), options);
    std::size_t version =
        in_one_go(database.get(), "BEGIN", [&] { return version_of(database.get(), path, steps); });
    if (version == 0 && options.mode != OpenMode::create) {
        throw Error(ErrorCode::damaged, path + " is no store of tertib");
    }
    if (options.mode != OpenMode::read_only) {
        if (version == 0) {
            // SQLite takes two flags of a new file from what lies there before it looks at the
            // journal: noise, if the power was lost while the file was first made.
            execute(database.get(), "PRAGMA auto_vacuum = NONE");
        }
        make_durable(database.get(), options);
        if (version < steps.size()) {
            version = bring_up(database.get(), path, steps);
        }
    }
    if (version < steps.size()) {
        throw Error(ErrorCode::unsupported,
                    path + " was written by an older version of tertib (tables " +
                        std::to_string(version) + ", this library's are " +
                        std::to_string(steps.size()) +
                        "): opened once for writing, it is brought up to date");
    }
    return database;
}

void join_host(const NamedTables& tables, OpenMode mode, SchemaSteps steps) {
    sqlite3* database = tables.database;
    Statement temporary(database, "SELECT count(*) FROM sqlite_temp_schema "
                                  "WHERE substr(tbl_name, 1, length(:prefix)) = :prefix");
    temporary.bind(":prefix", tables.prefix);
    if (!temporary.step() || temporary.number(0) != 0) {
        throw Error(ErrorCode::damaged,
                    "the host's connection has temporary tables or triggers of our names");
    }
    temporary.reset();
    const std::size_t version = host_version(tables, steps);
    if (version == steps.size()) {
        return;
    }
    if (version == 0 && mode != OpenMode::create) {
        throw Error(ErrorCode::damaged, "the host's file holds no store");
    }
    if (mode == OpenMode::read_only) {
        throw Error(ErrorCode::unsupported,
                    "the host's file holds a store of an older version of tertib");
    }
    if (sqlite3_get_autocommit(database) == 0) {
        throw Error(ErrorCode::argument, "the first time, a store is made or brought up to date "
                                         "outside a transaction of the host");
    }
    in_one_go(database, "BEGIN IMMEDIATE", [&] {
        // Another process may have come first.
        run_steps(tables, steps.subspan(host_version(tables, steps)));
        return steps.size();
    });
}

void copy_store(const std::string& from, const std::string& to, const SqliteOptions& options) {
    SqliteOptions reading = options;
    reading.mode = OpenMode::read_only;
    const Handle source = open_connection(from, reading, schema_steps());
    SqliteOptions writing = options;
    writing.mode = OpenMode::create;
    const Handle copy = open_file(to, writing);
    guard(copy.get(), writing);
    if (number_of(copy.get(), "SELECT count(*) FROM sqlite_schema") != 0) {
        throw Error(ErrorCode::argument, to + " is there already: a copy needs a file of its own");
    }
    sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source.get(), "main");
    if (backup == nullptr) {
        fail(copy.get(), sqlite3_errcode(copy.get()), "copying the store");
    }
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK) {
        fail(copy.get(), stepped != SQLITE_DONE ? stepped : finished, "copying the store");
    }
}

namespace {

/// Events refer to no table, since those of the office have no row among the cases; all others must.
void add_strays(const NamedTables& tables, std::vector<std::string>& damage) {
    Statement strays(tables, "SELECT DISTINCT case_id FROM events WHERE case_id <> '@office' AND "
                             "case_id NOT IN (SELECT id FROM cases)");
    while (damage.size() < 40 && strays.step()) {
        damage.push_back("there are events of " + strays.text(0) + ", but no such case");
    }
}

/// What an integrity_check finds: of the whole file, of one table, or of so many lines at most.
void add_integrity(sqlite3* database, const std::string& pragma, std::vector<std::string>& damage) {
    Statement integrity(database, pragma);
    while (integrity.step()) {
        if (std::string line = integrity.text(0); line != "ok") {
            damage.push_back(std::move(line));
        }
    }
}

/// Pages that belong to no table, no index and not to the free ones. SQLite can be built without
/// dbstat: then nobody counts.
void add_lost_pages(sqlite3* database, std::vector<std::string>& damage) {
    if (sqlite3_compileoption_used("ENABLE_DBSTAT_VTAB") == 0) {
        return;
    }
    // In one statement, so of one moment. Files of more than a gibibyte leave out the page there,
    // on which SQLite holds its locks.
    const std::int64_t lost =
        number_of(database, "SELECT page_count - freelist_count - (page_count > 1073741824 / "
                            "page_size) - (SELECT sum(pageno) FROM dbstat WHERE aggregate = TRUE) "
                            "FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
    if (lost != 0) {
        damage.push_back("of the file's pages " + std::to_string(lost) +
                         " belong to no table and aren't free either");
    }
}

} // namespace

std::vector<std::string> check_tables(const NamedTables& tables) {
    std::vector<std::string> damage;
    Statement names(tables.database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                     "substr(name, 1, length(:prefix)) = :prefix ORDER BY name");
    names.bind(":prefix", tables.prefix);
    while (names.step()) {
        const std::string table = names.text(0); // one of ours: compared when the store was opened
        add_integrity(tables.database, "PRAGMA main.integrity_check('" + table + "')", damage);
        Statement keys(tables.database, "PRAGMA main.foreign_key_check('" + table + "')");
        while (damage.size() < 40 && keys.step()) {
            damage.push_back("a row of " + table + " belongs to nothing in " + keys.text(2));
        }
    }
    add_strays(tables, damage);
    add_wrong_columns(tables, damage);
    return damage;
}

std::vector<std::string> check_database(sqlite3* database) {
    std::vector<std::string> damage;
    add_integrity(database, "PRAGMA main.integrity_check(20)", damage);
    // SQLite takes the first root page 0 for "some tables only", and that is what a view has whose
    // name comes first in its hash table: as ours do. Then neither free pages nor lost ones are
    // looked at, so they are asked for by themselves.
    add_integrity(database, "PRAGMA main.integrity_check('sqlite_schema')", damage);
    if (damage.empty()) {
        add_lost_pages(database, damage);
    }
    Statement keys(database, "PRAGMA foreign_key_check");
    while (damage.size() < 40 && keys.step()) {
        damage.push_back("a row of " + keys.text(0) + " belongs to nothing in " + keys.text(2));
    }
    const NamedTables tables{.database = database, .prefix = {}};
    add_strays(tables, damage);
    add_wrong_columns(tables, damage);
    return damage;
}

} // namespace tertib::sqlite
