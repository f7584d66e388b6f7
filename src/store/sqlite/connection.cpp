// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/connection.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace tertib::sqlite {

void CloseDatabase::operator()(sqlite3* database) const noexcept {
    sqlite3_close_v2(database);
}

void FinalizeStatement::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

void fail(sqlite3* database, int code, std::string_view doing) {
    if (code == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    std::string text(doing);
    text += ": ";
    text += database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    const int extended = database != nullptr ? sqlite3_extended_errcode(database) : code;
    text += " (SQLite " + std::to_string(extended) + ")";
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw Error(ErrorCode::damaged, text);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY: throw Error(ErrorCode::io, text);
    default: throw Error(ErrorCode::store, text);
    }
}

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
    check(code, "preparing a statement");
    const int count = sqlite3_bind_parameter_count(made);
    names_.reserve(static_cast<std::size_t>(count));
    for (int place = 1; place <= count; ++place) {
        const char* const name = sqlite3_bind_parameter_name(made, place);
        names_.emplace_back(name != nullptr ? name : "");
    }
}

/// Parameters are bound in the order in which a statement first names them, or nearly: each is
/// looked for from behind the last one.
int Statement::place(std::string_view name) {
    for (std::size_t tried = 0; tried < names_.size(); ++tried) {
        const std::size_t at = next_ < names_.size() ? next_ : 0;
        next_ = at + 1;
        if (names_[at] == name) {
            return static_cast<int>(next_);
        }
    }
    throw Error(ErrorCode::internal, "no parameter " + std::string(name) + " in " +
                                         std::string(sqlite3_sql(statement_.get())));
}

void Statement::bind(std::string_view name, std::string_view text) {
    // An empty view may be a null pointer, which SQLite would take for NULL.
    const char* data = text.empty() ? "" : text.data();
    check(sqlite3_bind_text64(statement_.get(), place(name), data, text.size(), SQLITE_TRANSIENT,
                              SQLITE_UTF8),
          "binding a text");
}

void Statement::bind(std::string_view name, std::int64_t number) {
    check(sqlite3_bind_int64(statement_.get(), place(name), number), "binding a number");
}

void Statement::bind(std::string_view name, std::optional<std::int64_t> number) {
    if (number) {
        bind(name, *number);
    } else {
        check(sqlite3_bind_null(statement_.get(), place(name)), "binding a number");
    }
}

void Statement::bind_blob(std::string_view name, std::string_view bytes) {
    const char* data = bytes.empty() ? "" : bytes.data();
    check(sqlite3_bind_blob64(statement_.get(), place(name), data, bytes.size(), SQLITE_TRANSIENT),
          "binding bytes");
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        // The message goes with the reset.
        try {
            fail(database_, code, "working on the store");
        } catch (...) {
            reset();
            throw;
        }
    }
    return false;
}

void Statement::run() {
    const Running running(*this);
    (void)step();
}

void Statement::reset() noexcept {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::number(int column) const {
    if (sqlite3_column_type(statement_.get(), column) != SQLITE_INTEGER) {
        throw Error(ErrorCode::damaged, std::string("a number is missing in column ") +
                                            sqlite3_column_name(statement_.get(), column));
    }
    return sqlite3_column_int64(statement_.get(), column);
}

std::optional<std::int64_t> Statement::maybe_number(int column) const {
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) {
        return std::nullopt;
    }
    return number(column);
}

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(size));
}

std::string Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr
               ? std::string()
               : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void Statement::check(int code, std::string_view doing) const {
    if (code != SQLITE_OK) {
        fail(database_, code, doing);
    }
}

void set_busy_timeout(sqlite3* database, std::chrono::milliseconds wait) {
    const auto most = std::chrono::milliseconds{std::numeric_limits<int>::max()};
    sqlite3_busy_timeout(database, static_cast<int>(std::min(wait, most).count()));
}

void execute(sqlite3* database, const char* sql) {
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(database, code, "working on the store");
    }
}

std::int64_t number_of(sqlite3* database, std::string_view sql) {
    Statement query(database, sql);
    if (!query.step()) {
        throw Error(ErrorCode::internal, "no answer to " + std::string(sql));
    }
    return query.number(0);
}

} // namespace tertib::sqlite
