// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/seal_rows.hpp"

#include "store/sqlite/case_rows.hpp"

#include <limits>
#include <string>
#include <utility>

namespace tertib::sqlite {

namespace {

[[nodiscard]] std::uint64_t count_of(std::int64_t number) {
    return static_cast<std::uint64_t>(within(number, std::numeric_limits<std::int64_t>::max()));
}

[[nodiscard]] Seal seal_of(const Statement& row) {
    return {.number = count_of(row.number(0)),
            .recorded = instant_of(row.number(1)),
            .cases = count_of(row.number(2)),
            .events = count_of(row.number(3)),
            .heads = count_of(row.number(4)),
            .previous = hash_of(row.blob(5)),
            .digest = hash_of(row.blob(6))};
}

[[nodiscard]] SealHead head_of(const Statement& row) {
    return {.seal = count_of(row.number(0)),
            .case_id = row.text(1),
            .number = count_of(row.number(2)),
            .hash = hash_of(row.blob(3))};
}

template <typename Row, typename Read>
[[nodiscard]] std::vector<Row> all_of(Statement& rows, const Read& read) {
    std::vector<Row> all;
    while (rows.step()) {
        all.push_back(read(rows));
    }
    return all;
}

/// Moves on to the chain whose name comes next, false after the last one. Each costs three seeks,
/// however long it is.
[[nodiscard]] bool next_chain(Statements& statements, UnsealedCase& row) {
    {
        const Running running(statements.next_chain);
        statements.next_chain.bind(":after", row.case_id);
        std::string next = statements.next_chain.step() ? statements.next_chain.text(0) : "";
        if (next.empty()) {
            return false;
        }
        row.case_id = std::move(next);
    }
    const Running last(statements.last_event);
    statements.last_event.bind(":case_id", row.case_id);
    if (!statements.last_event.step()) {
        throw Error(ErrorCode::damaged, "case " + row.case_id + " has no last event");
    }
    row.events = count_of(statements.last_event.number(0));
    row.head = hash_of(statements.last_event.blob(1));
    const Running sealed(statements.last_head);
    statements.last_head.bind(":case_id", row.case_id);
    row.sealed = statements.last_head.step() ? count_of(statements.last_head.number(0)) : 0;
    return true;
}

} // namespace

void write_seal(Statements& statements, const Seal& seal) {
    Statement& put = statements.add_seal;
    put.bind(":number", static_cast<std::int64_t>(seal.number));
    put.bind(":recorded", micros_of(seal.recorded));
    put.bind(":cases", static_cast<std::int64_t>(seal.cases));
    put.bind(":events", static_cast<std::int64_t>(seal.events));
    put.bind(":heads", static_cast<std::int64_t>(seal.heads));
    put.bind_blob(":previous", bytes_of(seal.previous));
    put.bind_blob(":digest", bytes_of(seal.digest));
    put.run();
}

void write_seal_head(Statements& statements, const SealHead& head) {
    Statement& put = statements.add_seal_head;
    put.bind(":case_id", head.case_id);
    put.bind(":seal", static_cast<std::int64_t>(head.seal));
    put.bind(":number", static_cast<std::int64_t>(head.number));
    put.bind_blob(":hash", bytes_of(head.hash));
    put.run();
}

std::optional<Seal> read_last_seal(Statements& statements) {
    Statement& row = statements.last_seal;
    const Running running(row);
    return row.step() ? std::optional(seal_of(row)) : std::nullopt;
}

std::vector<Seal> read_seals(Statements& statements, std::uint64_t after, std::size_t limit) {
    Statement& rows = statements.seals_after;
    const Running running(rows);
    rows.bind(":after", static_cast<std::int64_t>(after));
    rows.bind(":limit", limit_of(limit));
    return all_of<Seal>(rows, seal_of);
}

std::vector<SealHead> read_seal_heads(Statements& statements, std::uint64_t seal,
                                      std::string_view after, std::size_t limit) {
    Statement& rows = statements.seal_heads;
    const Running running(rows);
    rows.bind(":seal", static_cast<std::int64_t>(seal));
    rows.bind(":after", after);
    rows.bind(":limit", limit_of(limit));
    return all_of<SealHead>(rows, head_of);
}

std::vector<SealHead> read_heads_of(Statements& statements, std::string_view case_id) {
    Statement& rows = statements.heads_of;
    const Running running(rows);
    rows.bind(":case_id", case_id);
    return all_of<SealHead>(rows, head_of);
}

std::vector<UnsealedCase> read_unsealed(Statements& statements, std::string_view after,
                                        std::size_t limit) {
    std::vector<UnsealedCase> all;
    UnsealedCase row{.case_id = std::string(after), .events = 0, .sealed = 0, .head = {}};
    while (all.size() < limit && next_chain(statements, row)) {
        if (row.events > row.sealed) {
            all.push_back(row);
        }
    }
    return all;
}

} // namespace tertib::sqlite
