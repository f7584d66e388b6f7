// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/borrowed_sqlite.hpp"

#include "store/sqlite/schema.hpp"
#include "store/sqlite/sqlite_transaction.hpp"
#include "store/sqlite/statements.hpp"

#include <sqlite3.h>

#include <utility>

namespace tertib::sqlite {

namespace {

constexpr std::string_view host_prefix = "tertib_";

class BorrowedDatabase final : public Database {
public:
    BorrowedDatabase(sqlite3* database, OpenMode mode)
        : tables_{.database = database, .prefix = host_prefix},
          mode_(mode) {
        join_host(tables_, mode, schema_steps());
        statements_ = std::make_unique<Statements>(tables_);
    }

    std::unique_ptr<Transaction> begin(Access access) override {
        if (access == Access::write && mode_ == OpenMode::read_only) {
            throw Error(ErrorCode::store, "the store was opened to be read only");
        }
        return begin_in_host(tables_.database, *statements_, access);
    }
    TransactionOwner owner() const override { return TransactionOwner::host; }
    std::uint64_t foreign_writes() override { return 0; }
    void tidy() override {
        throw Error(ErrorCode::unsupported, "the database is the host's: it moves its log itself");
    }
    void backup(const std::string& /*path*/) const override {
        throw Error(ErrorCode::unsupported, "the database is the host's: it copies it itself");
    }
    std::vector<std::string> check() override { return check_tables(tables_); }

private:
    NamedTables tables_;
    OpenMode mode_;
    std::unique_ptr<Statements> statements_;
};

} // namespace

} // namespace tertib::sqlite

namespace tertib {

std::unique_ptr<Database> borrow_sqlite(sqlite3* database, const char* library, OpenMode mode) {
    if (database == nullptr || library == nullptr) {
        throw Error(ErrorCode::argument, "a store can't be borrowed from nothing");
    }
    if (library != sqlite3_libversion()) {
        throw Error(ErrorCode::unsupported,
                    std::string("the host uses another copy of SQLite than tertib, which has ") +
                        sqlite3_libversion() + ": two copies on one file drop each other's locks");
    }
    return std::make_unique<sqlite::BorrowedDatabase>(database, mode);
}

} // namespace tertib
