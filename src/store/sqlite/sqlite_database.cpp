// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/case_rows.hpp"
#include "store/sqlite/event_rows.hpp"
#include "store/sqlite/office_rows.hpp"
#include "store/sqlite/schema.hpp"
#include "store/sqlite/seal_rows.hpp"
#include "store/sqlite/sqlite_transaction.hpp"
#include "store/sqlite/statements.hpp"
#include "tertib/base/text.hpp"
#include "tertib/store/sqlite.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <limits>
#include <utility>

namespace tertib::sqlite {

namespace {

[[nodiscard]] SealedEvent sealed_of(const Statement& row) {
    return {.data = row.blob(1), .body = row.blob(3), .hash = hash_of(row.blob(2))};
}

[[nodiscard]] KeyedReceipt receipt_of(const Statement& row) {
    constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
    return {.receipt = {.case_id = row.text(1),
                        .first = static_cast<std::uint64_t>(within(row.number(2), any)),
                        .last = static_cast<std::uint64_t>(within(row.number(3), any)),
                        .hash = hash_of(row.blob(4))},
            .asked = row.text(0)};
}

class SqliteTransaction final : public Transaction {
public:
    SqliteTransaction(sqlite3* database, Statements& statements, Access access,
                      TransactionOwner owner, LogMover* log)
        : database_(database),
          statements_(statements),
          access_(access),
          owner_(owner),
          log_(log) {
        if (owner == TransactionOwner::host) {
            begin_in_host();
            return;
        }
        if (sqlite3_get_autocommit(database_) == 0) {
            execute(database_, "ROLLBACK"); // the last one's failed
        }
        execute(database_, access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
    }
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction(SqliteTransaction&&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(SqliteTransaction&&) = delete;
    ~SqliteTransaction() override {
        if (open_ && sqlite3_get_autocommit(database_) == 0) {
            const bool host = owner_ == TransactionOwner::host;
            // Nothing can be done about a failure here, and nothing is lost by it: what isn't
            // committed never was.
            sqlite3_exec(database_,
                         host ? "ROLLBACK TO tertib_command; RELEASE tertib_command" : "ROLLBACK",
                         nullptr, nullptr, nullptr);
        }
    }

    std::optional<StoredCase> find_case(std::string_view id) override {
        return read_case(statements_, id);
    }
    void write_case(const CaseChange& change) override { sqlite::write_case(statements_, change); }
    StoredOffice find_office() override { return read_office(statements_); }
    Sha256 office_head() override { return read_office_head(statements_); }
    void write_office(const OfficeChange& change) override {
        sqlite::write_office(statements_, change);
    }
    void add_event(const StoredEvent& event) override { write_event(statements_, event); }
    std::optional<StoredEvent> find_event(std::string_view case_id, std::uint64_t number) override;
    std::vector<StoredEvent> events(std::string_view case_id, std::uint64_t from,
                                    std::size_t limit) override;
    void erase_body(std::string_view case_id, std::uint64_t number) override;
    std::optional<KeyedReceipt> find_key(std::string_view key) override;
    void put_key(std::string_view key, const KeyedReceipt& receipt) override;
    void each_key(const std::function<void(std::string_view, const KeyedReceipt&)>& visit) override;
    std::optional<std::string> find_sop(std::string_view digest) override {
        return find_document(statements_.find_sop, digest);
    }
    void put_sop(std::string_view digest, std::string_view json) override {
        put_document(statements_.put_sop, digest, json);
    }
    std::optional<std::string> find_calendar(std::string_view digest) override {
        return find_document(statements_.find_calendar, digest);
    }
    void put_calendar(std::string_view digest, std::string_view json) override {
        put_document(statements_.put_calendar, digest, json);
    }
    std::vector<std::string> sops() override { return digests(statements_.sops); }
    std::optional<std::string> find_policy(std::string_view digest) override {
        return find_document(statements_.find_policy, digest);
    }
    void put_policy(std::string_view digest, std::string_view json) override {
        put_document(statements_.put_policy, digest, json);
    }
    std::vector<std::string> policies() override { return digests(statements_.policies); }
    std::vector<std::string> calendars() override { return digests(statements_.calendars); }
    std::vector<CaseRow> cases(std::string_view after, std::size_t limit) override;
    std::vector<WorkRow> worklist(const WorkRow& after, std::size_t limit) override;
    std::vector<DeadlineRow> deadlines(Instant until, std::size_t limit) override;
    void each_deadline(const std::function<void(const DeadlineRow&)>& visit) override;
    void each_work(const std::function<void(const WorkRow&)>& visit) override;
    void add_seal(const Seal& seal) override { write_seal(statements_, seal); }
    void add_seal_head(const SealHead& head) override { write_seal_head(statements_, head); }
    std::optional<Seal> last_seal() override { return read_last_seal(statements_); }
    std::vector<Seal> seals(std::uint64_t after, std::size_t limit) override {
        return read_seals(statements_, after, limit);
    }
    std::vector<SealHead> seal_heads(std::uint64_t seal, std::string_view after,
                                     std::size_t limit) override {
        return read_seal_heads(statements_, seal, after, limit);
    }
    std::vector<SealHead> heads_of(std::string_view case_id) override {
        return read_heads_of(statements_, case_id);
    }
    std::vector<UnsealedCase> unsealed(std::string_view after, std::size_t limit) override {
        return read_unsealed(statements_, after, limit);
    }
    void commit() override;

private:
    /// A savepoint takes back what a command did and leaves the rest to the host. Outside a
    /// transaction it begins one, in which several reads see the same state.
    void begin_in_host() {
        if (access_ == Access::write && sqlite3_get_autocommit(database_) != 0) {
            throw Error(ErrorCode::argument,
                        "a store on a host's connection writes in the host's transaction: "
                        "begin one first");
        }
        execute(database_, "SAVEPOINT tertib_command");
    }
    [[nodiscard]] static std::optional<std::string> find_document(Statement& find,
                                                                  std::string_view digest) {
        const Running running(find);
        find.bind(":digest", digest);
        if (!find.step()) {
            return std::nullopt;
        }
        std::string json = find.text(0);
        if (sha256_hex(json) != find.text(1)) {
            throw Error(ErrorCode::damaged,
                        "the document registered as " + std::string(digest) + " was changed");
        }
        return json;
    }
    static void put_document(Statement& put, std::string_view digest, std::string_view json) {
        put.bind(":digest", digest);
        put.bind(":json", json);
        put.bind(":checksum", sha256_hex(json));
        put.run();
    }
    [[nodiscard]] static std::vector<std::string> digests(Statement& rows) {
        const Running running(rows);
        std::vector<std::string> all;
        while (rows.step()) {
            all.push_back(rows.text(0));
        }
        return all;
    }
    [[nodiscard]] static TaskId task_of(const Statement& row, int step, int number) {
        return {row.text(step),
                static_cast<std::uint32_t>(
                    within(row.number(number), std::numeric_limits<std::uint32_t>::max()))};
    }
    [[nodiscard]] static DeadlineRow deadline_of(const Statement& row) {
        constexpr std::int64_t most_rules = std::numeric_limits<std::uint32_t>::max();
        return {.missed_from = instant_of(row.number(0)),
                .case_id = row.text(1),
                .task = task_of(row, 2, 3),
                .rule = static_cast<std::uint32_t>(within(row.number(4), most_rules))};
    }

    sqlite3* database_;
    Statements& statements_;
    Access access_;
    TransactionOwner owner_;
    LogMover* log_;
    bool open_ = true;
};

std::optional<StoredEvent> SqliteTransaction::find_event(std::string_view case_id,
                                                         std::uint64_t number) {
    Statement& row = statements_.find_event;
    const Running running(row);
    row.bind(":case_id", case_id);
    row.bind(":number", static_cast<std::int64_t>(number));
    if (!row.step()) {
        return std::nullopt;
    }
    return StoredEvent{std::string(case_id), number, sealed_of(row)};
}

std::vector<StoredEvent> SqliteTransaction::events(std::string_view case_id, std::uint64_t from,
                                                   std::size_t limit) {
    Statement& rows = statements_.events_of;
    const Running running(rows);
    rows.bind(":case_id", case_id);
    rows.bind(":from", static_cast<std::int64_t>(from));
    rows.bind(":limit", limit_of(limit));
    std::vector<StoredEvent> all;
    while (rows.step()) {
        const std::int64_t number =
            within(rows.number(0), std::numeric_limits<std::int64_t>::max());
        all.push_back({std::string(case_id), static_cast<std::uint64_t>(number), sealed_of(rows)});
    }
    return all;
}

void SqliteTransaction::erase_body(std::string_view case_id, std::uint64_t number) {
    Statement& erase = statements_.erase_body;
    erase.bind(":case_id", case_id);
    erase.bind(":number", static_cast<std::int64_t>(number));
    erase.run();
}

std::optional<KeyedReceipt> SqliteTransaction::find_key(std::string_view key) {
    Statement& row = statements_.find_key;
    const Running running(row);
    row.bind(":key", key);
    if (!row.step()) {
        return std::nullopt;
    }
    return receipt_of(row);
}

void SqliteTransaction::each_key(
    const std::function<void(std::string_view, const KeyedReceipt&)>& visit) {
    Statement& rows = statements_.all_keys;
    const Running running(rows);
    while (rows.step()) {
        visit(rows.text(5), receipt_of(rows));
    }
}

void SqliteTransaction::put_key(std::string_view key, const KeyedReceipt& receipt) {
    Statement& put = statements_.put_key;
    put.bind(":key", key);
    put.bind(":asked", receipt.asked);
    put.bind(":case_id", receipt.receipt.case_id);
    put.bind(":first", static_cast<std::int64_t>(receipt.receipt.first));
    put.bind(":last", static_cast<std::int64_t>(receipt.receipt.last));
    put.bind_blob(":hash", bytes_of(receipt.receipt.hash));
    put.run();
}

std::vector<CaseRow> SqliteTransaction::cases(std::string_view after, std::size_t limit) {
    Statement& rows = statements_.cases_after;
    const Running running(rows);
    rows.bind(":after", after);
    rows.bind(":limit", limit_of(limit));
    std::vector<CaseRow> all;
    while (rows.step()) {
        all.push_back({.id = rows.text(0),
                       .status = static_cast<CaseStatus>(within(
                           rows.number(1), static_cast<std::int64_t>(CaseStatus::cancelled))),
                       .sop_digest = rows.text(2),
                       .started = instant_of(rows.number(3)),
                       .recorded = instant_of(rows.number(4)),
                       .events = static_cast<std::uint64_t>(rows.number(5)),
                       .result = rows.text(6)});
    }
    return all;
}

std::vector<WorkRow> SqliteTransaction::worklist(const WorkRow& after, std::size_t limit) {
    Statement& rows = statements_.worklist;
    const Running running(rows);
    rows.bind(":post", after.post);
    rows.bind(":due", micros_of(after.due));
    rows.bind(":case_id", after.case_id);
    rows.bind(":step_key", after.task.step);
    rows.bind(":number", std::int64_t{after.task.number});
    rows.bind(":limit", limit_of(limit));
    std::vector<WorkRow> all;
    while (rows.step()) {
        all.push_back({after.post, instant_of(rows.number(0)), rows.text(1), task_of(rows, 2, 3)});
    }
    return all;
}

std::vector<DeadlineRow> SqliteTransaction::deadlines(Instant until, std::size_t limit) {
    Statement& rows = statements_.deadlines;
    const Running running(rows);
    rows.bind(":until", micros_of(until));
    rows.bind(":limit", limit_of(limit));
    std::vector<DeadlineRow> all;
    while (rows.step()) {
        all.push_back(deadline_of(rows));
    }
    return all;
}

void SqliteTransaction::each_deadline(const std::function<void(const DeadlineRow&)>& visit) {
    Statement& rows = statements_.all_deadlines;
    const Running running(rows);
    while (rows.step()) {
        visit(deadline_of(rows));
    }
}

void SqliteTransaction::each_work(const std::function<void(const WorkRow&)>& visit) {
    Statement& rows = statements_.all_work;
    const Running running(rows);
    while (rows.step()) {
        visit({rows.text(0), instant_of(rows.number(1)), rows.text(2), task_of(rows, 3, 4)});
    }
}

void SqliteTransaction::commit() {
    if (owner_ == TransactionOwner::host) {
        execute(database_, "RELEASE tertib_command");
        open_ = false;
        return;
    }
    open_ = false;
    const int code = sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK && access_ == Access::write && log_ != nullptr) {
        log_->after_commit();
    }
    if (code == SQLITE_OK || access_ == Access::read) {
        return;
    }
    const std::string reason = sqlite3_errmsg(database_);
    if (sqlite3_get_autocommit(database_) == 0) {
        sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    // The frames may be complete in the WAL although the call failed: whoever opens the file next
    // may find them. So no failed commit is ever called a refusal.
    throw Error(ErrorCode::outcome_unknown, "it isn't known whether the commit took place (" +
                                                reason + "): ask again with the same key");
}

} // namespace

std::unique_ptr<Transaction> begin_transaction(sqlite3* database, Statements& statements,
                                               Access access, LogMover& log) {
    return std::make_unique<SqliteTransaction>(database, statements, access,
                                               TransactionOwner::store, &log);
}

std::unique_ptr<Transaction> begin_in_host(sqlite3* database, Statements& statements,
                                           Access access) {
    return std::make_unique<SqliteTransaction>(database, statements, access, TransactionOwner::host,
                                               nullptr);
}

namespace {

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::string& path, const SqliteOptions& options)
        : path_(path),
          options_(options),
          database_(open_connection(path, options, schema_steps())),
          log_(database_.get(), options.busy_timeout),
          statements_(
              std::make_unique<Statements>(NamedTables{.database = database_.get(), .prefix = {}})),
          data_version_(database_.get(), "PRAGMA data_version") {}

    std::unique_ptr<Transaction> begin(Access access) override {
        check_process();
        if (access == Access::write && options_.mode == OpenMode::read_only) {
            throw Error(ErrorCode::store, "the store was opened to be read only");
        }
        return begin_transaction(database_.get(), *statements_, access, log_);
    }
    std::unique_ptr<Database> reader() const override {
        check_process();
        SqliteOptions reading = options_;
        reading.mode = OpenMode::read_only;
        return open_sqlite(path_, reading);
    }
    std::uint64_t foreign_writes() override {
        const Running running(data_version_);
        if (!data_version_.step()) {
            throw Error(ErrorCode::store, "the store doesn't tell its version");
        }
        return static_cast<std::uint64_t>(data_version_.number(0));
    }
    void tidy() override {
        check_process();
        log_.empty();
    }
    void backup(const std::string& path) const override {
        check_process();
        // A connection of its own: it reads one snapshot, and nobody waits for it.
        copy_store(path_, path, options_);
    }
    std::vector<std::string> check() override {
        check_process();
        return check_database(database_.get());
    }

private:
    /// SQLite's locks belong to a process: a connection carried over a fork would break them.
    void check_process() const {
        if (getpid() != process_) {
            throw Error(ErrorCode::argument,
                        "a store was carried over a fork: open it anew in the child");
        }
    }

    std::string path_;
    SqliteOptions options_;
    Handle database_;
    LogMover log_; ///< goes before the connection, as do
    std::unique_ptr<Statements> statements_;
    Statement data_version_;
    pid_t process_ = getpid();
};

} // namespace

} // namespace tertib::sqlite

namespace tertib {

std::unique_ptr<Database> open_sqlite(const std::string& path, const SqliteOptions& options) {
    return std::make_unique<sqlite::SqliteDatabase>(path, options);
}

} // namespace tertib
