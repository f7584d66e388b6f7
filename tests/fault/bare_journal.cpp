// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "bare_journal.hpp"

#include "tertib/base/digest.hpp"

#include <map>
#include <optional>
#include <sqlite3.h>
#include <utility>

namespace tertib {

namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

[[noreturn]] void fail(sqlite3* database, std::string_view doing) {
    const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(database);
    throw SubjectError(std::string(doing) + ": " +
                       (database == nullptr ? "no memory" : sqlite3_errmsg(database)) + " (" +
                       std::to_string(code) + ")");
}

/// One use of a statement: bind, step, read; reset when it ends.
class Query {
public:
    Query(sqlite3* database, const char* sql) : database_(database), sql_(sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) {
            fail(database, sql);
        }
        statement_.reset(statement);
    }

    Query& bind(std::string_view text) {
        const int size = static_cast<int>(text.size());
        if (sqlite3_bind_text(statement_.get(), ++bound_, text.data(), size, SQLITE_TRANSIENT) !=
            SQLITE_OK) {
            fail(database_, sql_);
        }
        return *this;
    }

    Query& bind(std::int64_t number) {
        if (sqlite3_bind_int64(statement_.get(), ++bound_, number) != SQLITE_OK) {
            fail(database_, sql_);
        }
        return *this;
    }

    [[nodiscard]] bool step() {
        const int code = sqlite3_step(statement_.get());
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            fail(database_, sql_);
        }
        return code == SQLITE_ROW;
    }

    void run() {
        while (step()) {
        }
    }

    [[nodiscard]] std::string text(int column) {
        const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
        const int size = sqlite3_column_bytes(statement_.get(), column);
        return bytes == nullptr ? std::string()
                                : std::string(reinterpret_cast<const char*>(bytes),
                                              static_cast<std::size_t>(size));
    }

    [[nodiscard]] std::int64_t number(int column) {
        return sqlite3_column_int64(statement_.get(), column);
    }

private:
    sqlite3* database_;
    const char* sql_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
    int bound_ = 0;
};

void run(sqlite3* database, const char* sql) {
    Query(database, sql).run();
}

constexpr const char* tables[] = {
    "CREATE TABLE event (id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, case_seq INTEGER NOT NULL, "
    "key TEXT NOT NULL, payload TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (case_id, case_seq)) "
    "STRICT",
    "CREATE TABLE key (key TEXT PRIMARY KEY, event INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE retried (id INTEGER PRIMARY KEY, times INTEGER NOT NULL) STRICT",
    "INSERT INTO retried VALUES (1, 0)",
    "PRAGMA user_version = 1",
};

std::string chained(std::string_view before, const Entry& entry, std::int64_t case_seq) {
    std::string bytes;
    for (const std::string_view part :
         {before, std::string_view(entry.case_id), std::string_view(entry.key),
          std::string_view(entry.payload)}) {
        bytes += std::to_string(part.size());
        bytes += ':';
        bytes += part;
    }
    return sha256_hex(bytes + std::to_string(case_seq));
}

Database opened(const Opening& opening) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const char* vfs = opening.vfs.empty() ? nullptr : opening.vfs.c_str();
    const int code = sqlite3_open_v2(opening.path.c_str(), &handle, flags, vfs);
    Database database(handle);
    if (code != SQLITE_OK) {
        fail(handle, "opening");
    }
    return database;
}

constexpr const char* pragma_of(Durability durability) {
    switch (durability) {
    case Durability::full: return "PRAGMA synchronous = FULL";
    case Durability::normal: return "PRAGMA synchronous = NORMAL";
    case Durability::off: return "PRAGMA synchronous = OFF";
    }
    return "";
}

class BareJournal final : public Subject {
public:
    BareJournal(const Opening& opening, Flaw flaw)
        : opening_(opening),
          flaw_(flaw),
          database_(opened(opening)) {
        run(handle(), pragma_of(opening.durability));
        if (opening.cache == CacheSize::tiny) {
            run(handle(), "PRAGMA cache_size = 10");
        }
        // Of a file that was torn when it was first made, SQLite keeps a flag.
        run(handle(), "PRAGMA auto_vacuum = NONE");
        Query mode(handle(), "PRAGMA journal_mode = WAL");
        if (!mode.step() || mode.text(0) != "wal") {
            throw SubjectError("the journal mode stays " + mode.text(0));
        }
        mode.run();
        make_tables();
    }

    Answer append(std::span<const Entry> entries) override {
        Answer answer{.fate = Fate::refused};
        try {
            commit_late();
            begin();
            answer.case_seqs = written(entries);
        } catch (const SubjectError& error) {
            roll_back();
            answer.reason = error.what();
            answer.fate = flaw_ == Flaw::swallows_errors ? Fate::acknowledged : Fate::refused;
            answer.case_seqs.resize(flaw_ == Flaw::swallows_errors ? entries.size() : 0);
            return answer;
        }
        answer.fate = Fate::acknowledged;
        if (flaw_ == Flaw::acknowledges_early) {
            late_ = true;
            return answer;
        }
        try {
            run(handle(), "COMMIT");
        } catch (const SubjectError& error) {
            // Even if this connection takes it back, its frames may lie in the WAL complete.
            roll_back();
            answer.reason = error.what();
            if (flaw_ != Flaw::swallows_errors) {
                answer.fate = flaw_ == Flaw::denies_unknown ? Fate::refused : Fate::unknown;
                answer.case_seqs.clear();
            }
        }
        return answer;
    }

    void abandon(std::span<const Entry> entries) override {
        try {
            commit_late();
            begin();
            static_cast<void>(written(entries));
        } catch (const SubjectError&) {
            roll_back();
            throw;
        }
        roll_back();
    }

    void read(std::string_view case_id, const Visitor& visit) override {
        Query query(handle(), case_id.empty()
                                  ? "SELECT case_id, case_seq, key, payload FROM event ORDER BY id"
                                  : "SELECT case_id, case_seq, key, payload FROM event "
                                    "WHERE case_id = ?1 ORDER BY case_seq");
        if (!case_id.empty()) {
            query.bind(case_id);
        }
        while (query.step()) {
            visit({query.text(0), query.number(1), query.text(2), query.text(3)});
        }
    }

    std::vector<std::string> check() override {
        std::vector<std::string> wrong;
        Query integrity(handle(), "PRAGMA integrity_check");
        while (integrity.step()) {
            if (std::string line = integrity.text(0); line != "ok") {
                wrong.push_back("integrity: " + line);
            }
        }
        check_chain(wrong);
        return wrong;
    }

    Offered perform(Chore chore) override {
        commit_late();
        switch (chore) {
        case Chore::checkpoint: checkpoint(SQLITE_CHECKPOINT_PASSIVE); break;
        case Chore::truncate: checkpoint(SQLITE_CHECKPOINT_TRUNCATE); break;
        case Chore::vacuum: run(handle(), "VACUUM"); break;
        case Chore::copy: copy(); break;
        case Chore::integrity:
            for (const std::string& wrong : check()) {
                throw SubjectError(wrong);
            }
        }
        return Offered::yes;
    }

private:
    [[nodiscard]] sqlite3* handle() const { return database_.get(); }

    void begin() {
        // A transaction that could be neither committed nor rolled back must not go on.
        if (sqlite3_get_autocommit(handle()) == 0) {
            run(handle(), "ROLLBACK");
        }
        run(handle(), "BEGIN IMMEDIATE");
    }

    void roll_back() {
        if (sqlite3_get_autocommit(handle()) == 0) {
            sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr); // begin() looks again
        }
    }

    void commit_late() {
        if (std::exchange(late_, false)) {
            run(handle(), "COMMIT");
        }
    }

    void make_tables() {
        Query version(handle(), "PRAGMA user_version");
        if (version.step() && version.number(0) == 1) {
            return;
        }
        version.run();
        try {
            begin();
            for (const char* sql : tables) {
                run(handle(), sql);
            }
            run(handle(), "COMMIT");
        } catch (const SubjectError&) {
            roll_back();
            throw;
        }
    }

    [[nodiscard]] std::vector<std::int64_t> written(std::span<const Entry> entries) {
        std::vector<std::int64_t> numbers;
        bool found = false;
        for (const Entry& entry : entries) {
            const std::optional<std::int64_t> earlier = number_of(entry);
            found = found || earlier;
            numbers.push_back(earlier ? *earlier : insert(entry));
        }
        if (found && flaw_ != Flaw::trusts_what_it_reads) {
            run(handle(), "UPDATE retried SET times = times + 1");
        }
        return numbers;
    }

    [[nodiscard]] std::optional<std::int64_t> number_of(const Entry& entry) {
        if (flaw_ == Flaw::forgets_keys) {
            return std::nullopt;
        }
        Query query(handle(), "SELECT case_id, payload, case_seq FROM key JOIN event "
                              "ON event.id = key.event WHERE key.key = ?1");
        query.bind(entry.key);
        if (!query.step()) {
            return std::nullopt;
        }
        if (query.text(0) != entry.case_id || query.text(1) != entry.payload) {
            throw SubjectError("the key " + entry.key + " was used for something else");
        }
        return query.number(2);
    }

    [[nodiscard]] std::int64_t insert(const Entry& entry) {
        std::int64_t case_seq = 1;
        std::string before;
        Query last(handle(), "SELECT case_seq, hash FROM event WHERE case_id = ?1 "
                             "ORDER BY case_seq DESC LIMIT 1");
        if (last.bind(entry.case_id).step()) {
            case_seq = last.number(0) + 1;
            before = last.text(1);
        }
        Query(handle(), "INSERT INTO event (case_id, case_seq, key, payload, hash) "
                        "VALUES (?1, ?2, ?3, ?4, ?5)")
            .bind(entry.case_id)
            .bind(case_seq)
            .bind(entry.key)
            .bind(entry.payload)
            .bind(chained(before, entry, case_seq))
            .run();
        Query(handle(), flaw_ == Flaw::forgets_keys
                            ? "INSERT OR REPLACE INTO key VALUES (?1, last_insert_rowid())"
                            : "INSERT INTO key VALUES (?1, last_insert_rowid())")
            .bind(entry.key)
            .run();
        return case_seq;
    }

    void check_chain(std::vector<std::string>& wrong) {
        std::map<std::string, std::pair<std::int64_t, std::string>> heads;
        Query query(handle(),
                    "SELECT case_id, case_seq, key, payload, hash FROM event ORDER BY id");
        std::int64_t events = 0;
        for (; query.step(); ++events) {
            const Entry entry{query.text(0), query.text(2), query.text(3)};
            auto& [case_seq, hash] = heads[entry.case_id];
            const std::string before = std::exchange(hash, query.text(4));
            if (++case_seq != query.number(1) || hash != chained(before, entry, case_seq)) {
                wrong.push_back("the chain breaks at " + entry.key);
            }
        }
        Query keys(handle(), "SELECT count(*) FROM key");
        if (!keys.step() || keys.number(0) != events) {
            wrong.push_back("events and keys differ in number");
        }
    }

    void checkpoint(int mode) {
        if (sqlite3_wal_checkpoint_v2(handle(), nullptr, mode, nullptr, nullptr) != SQLITE_OK) {
            fail(handle(), "checkpoint");
        }
    }

    void copy() {
        Opening there = opening_;
        there.path += "-copy";
        const Database target = opened(there);
        sqlite3_backup* backup = sqlite3_backup_init(target.get(), "main", handle(), "main");
        if (backup == nullptr) {
            fail(target.get(), "copy");
        }
        const int stepped = sqlite3_backup_step(backup, -1);
        const int ended = sqlite3_backup_finish(backup);
        if (stepped != SQLITE_DONE || ended != SQLITE_OK) {
            throw SubjectError("copy: " + std::to_string(stepped) + ", " + std::to_string(ended));
        }
    }

    Opening opening_;
    Flaw flaw_;
    Database database_;
    bool late_ = false; ///< acknowledged, but not committed yet
};

} // namespace

OpenSubject bare_journal(Flaw flaw) {
    return [flaw](const Opening& opening) -> std::unique_ptr<Subject> {
        return std::make_unique<BareJournal>(opening, flaw);
    };
}

} // namespace tertib
