// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/schema_steps.hpp"

#include "store/sqlite/connection.hpp"

#include <sqlite3.h>

#include <array>

namespace tertib::embedded {
extern const std::string_view store_schema;
}

namespace tertib::sqlite {

namespace {

[[nodiscard]] std::string make_schema(SchemaSteps steps, std::string_view prefix) {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
    const Handle database(opened);
    if (code != SQLITE_OK) {
        fail(opened, code, "making the tables to compare with");
    }
    run_steps({.database = opened, .prefix = prefix}, steps);
    return schema_of(opened, prefix);
}

} // namespace

SchemaSteps schema_steps() {
    static const std::array<std::string_view, 1> steps{embedded::store_schema};
    return steps;
}

void run_steps(const NamedTables& tables, SchemaSteps steps) {
    for (const std::string_view step : steps) {
        execute(tables.database, prefixed(step, tables.prefix).c_str());
    }
}

std::string schema_of(sqlite3* database, std::string_view prefix) {
    Statement rows(database, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema "
                             "WHERE substr(tbl_name, 1, length(:prefix)) = :prefix "
                             "ORDER BY type, name");
    rows.bind(":prefix", prefix);
    std::string all;
    while (rows.step()) {
        all += rows.text(0) + ' ' + rows.text(1) + ": " + rows.text(2) + '\n';
    }
    return all;
}

std::string schema_at(SchemaSteps steps, std::string_view prefix) {
    // What every opening asks for is made once.
    static const std::string own = make_schema(schema_steps(), {});
    const bool is_own = steps.data() == schema_steps().data() &&
                        steps.size() == schema_steps().size() && prefix.empty();
    return is_own ? own : make_schema(steps, prefix);
}

} // namespace tertib::sqlite
