// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/named_tables.hpp"
#include "tertib/base/error.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tertib::sqlite {

struct CloseDatabase {
    void operator()(sqlite3* database) const noexcept;
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept;
};
using Handle = std::unique_ptr<sqlite3, CloseDatabase>;

/// Throws what SQLite's code means: Error(damaged) for a corrupt file or one that is none,
/// Error(io) for a file that can't be opened or written, Error(store) for the rest.
[[noreturn]] void fail(sqlite3* database, int code, std::string_view doing);

/// A prepared statement, kept and used again. Parameters are bound by name.
///
///     Statement find(database, "SELECT head FROM cases WHERE id = :id");
///     find.bind(":id", id);
///     if (find.step()) use(find.blob(0));
///     find.reset();
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);
    /// With the names that our tables have there.
    Statement(const NamedTables& tables, std::string_view sql)
        : Statement(tables.database, prefixed(sql, tables.prefix)) {}

    void bind(std::string_view name, std::string_view text);
    void bind(std::string_view name, std::int64_t number);
    void bind(std::string_view name, std::optional<std::int64_t> number);
    void bind_blob(std::string_view name, std::string_view bytes);

    /// Whether there is a row.
    [[nodiscard]] bool step();
    /// Runs a statement that gives no rows, and makes it ready again.
    void run();
    /// Ready for the next time, with nothing bound.
    void reset() noexcept;

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::optional<std::int64_t> maybe_number(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string blob(int column) const;

private:
    [[nodiscard]] int place(std::string_view name);
    void check(int code, std::string_view doing) const;

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
    /// Of the parameters. Copies: SQLite's go when it prepares the statement anew.
    std::vector<std::string> names_;
    std::size_t next_ = 0; ///< in names_: after the one that was bound last
};

/// Resets a statement when it goes out of scope, however that comes about: one that is left in the
/// middle holds its transaction open.
class Running {
public:
    explicit Running(Statement& statement) : statement_(statement) {}
    Running(const Running&) = delete;
    Running(Running&&) = delete;
    Running& operator=(const Running&) = delete;
    Running& operator=(Running&&) = delete;
    ~Running() { statement_.reset(); }

private:
    Statement& statement_;
};

/// How long a call waits for other connections before it fails.
void set_busy_timeout(sqlite3* database, std::chrono::milliseconds wait);
/// Runs SQL without parameters and rows.
void execute(sqlite3* database, const char* sql);
/// The one number that a query without parameters gives.
[[nodiscard]] std::int64_t number_of(sqlite3* database, std::string_view sql);

} // namespace tertib::sqlite
