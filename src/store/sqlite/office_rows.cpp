// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/office_rows.hpp"

#include "store/sqlite/case_rows.hpp"
#include "tertib/base/text.hpp"

#include <limits>
#include <optional>
#include <utility>

namespace tertib::sqlite {

namespace {

constexpr std::int64_t any_number = std::numeric_limits<std::int64_t>::max();

[[nodiscard]] std::int64_t number_of(LocalDay day) {
    return day.time_since_epoch().count();
}
[[nodiscard]] std::optional<std::int64_t> number_of(const std::optional<LocalDay>& day) {
    return day ? std::optional(number_of(*day)) : std::nullopt;
}

[[nodiscard]] LocalDay day_of(std::int64_t number) {
    // The day before the first can be the last one of what never was.
    return number == -1 ? first_day - std::chrono::days{1}
                        : LocalDay{std::chrono::days{within(number, number_of(last_day))}};
}
[[nodiscard]] std::optional<LocalDay> day_of(const std::optional<std::int64_t>& number) {
    return number ? std::optional(day_of(*number)) : std::nullopt;
}

void read_holdings(Statements& statements, OfficeState& state) {
    Statement& rows = statements.holdings;
    const Running running(rows);
    while (rows.step()) {
        state.holdings.push_back(
            {.event = static_cast<std::uint64_t>(within(rows.number(0), any_number)),
             .holding = {.person = rows.text(1),
                         .pelaksana = rows.text(2),
                         .kind = static_cast<PostKind>(
                             within(rows.number(3), static_cast<std::int64_t>(PostKind::ub))),
                         .from = day_of(rows.number(4)),
                         .until = day_of(rows.maybe_number(5)),
                         .surat = rows.text(6)},
             .late = within(rows.number(7), 1) == 1});
        if (trim(state.holdings.back().holding.pelaksana).empty()) {
            throw Error(ErrorCode::damaged, "a holding in the store is of no post");
        }
    }
}

void read_versions(Statements& statements, OfficeState& state) {
    Statement& rows = statements.versions;
    const Running running(rows);
    while (rows.step()) {
        state.versions.push_back(
            {.digest = rows.text(0),
             .nomor = rows.text(1),
             .nama = rows.text(2),
             .status = static_cast<SopStatus>(
                 within(rows.number(3), static_cast<std::int64_t>(SopStatus::dicabut))),
             .from = day_of(rows.maybe_number(4)),
             .until = day_of(rows.maybe_number(5)),
             .successor = rows.text(6)});
    }
}

void write_holding(Statement& put, const OfficeHolding& row) {
    put.bind(":event", static_cast<std::int64_t>(row.event));
    put.bind(":person", row.holding.person);
    put.bind(":pelaksana", row.holding.pelaksana);
    put.bind(":kind", static_cast<std::int64_t>(row.holding.kind));
    put.bind(":from_day", number_of(row.holding.from));
    put.bind(":until_day", number_of(row.holding.until));
    put.bind(":surat", row.holding.surat);
    put.bind(":late", std::int64_t{row.late ? 1 : 0});
    put.run();
}

void write_version(Statement& put, const VersionRow& row) {
    const SopVersion& version = *row.version;
    put.bind(":sop", version.digest);
    put.bind(":period", std::int64_t{row.period});
    put.bind(":nomor", version.nomor);
    put.bind(":nama", version.nama);
    put.bind(":status", static_cast<std::int64_t>(version.status));
    put.bind(":from_day", number_of(version.from));
    put.bind(":until_day", number_of(version.until));
    put.bind(":successor", version.successor);
    put.run();
}

} // namespace

StoredOffice read_office(Statements& statements) {
    StoredOffice stored;
    {
        Statement& row = statements.find_office;
        const Running running(row);
        if (!row.step()) {
            return stored;
        }
        stored.state.events = static_cast<std::uint64_t>(within(row.number(0), any_number));
        stored.head = hash_of(row.blob(1));
        stored.state.recorded = instant_of(row.number(2));
    }
    read_holdings(statements, stored.state);
    read_versions(statements, stored.state);
    return stored;
}

Sha256 read_office_head(Statements& statements) {
    Statement& row = statements.office_head;
    const Running running(row);
    return row.step() ? hash_of(row.blob(0)) : no_hash;
}

void write_office(Statements& statements, const OfficeChange& change) {
    Statement& put = statements.put_office;
    put.bind(":id", office_id);
    put.bind(":events", static_cast<std::int64_t>(change.after->state.events));
    put.bind_blob(":head", bytes_of(change.after->head));
    put.bind(":recorded", micros_of(change.after->state.recorded));
    put.run();
    for (const OfficeHolding* each : change.holdings) {
        write_holding(statements.put_holding, *each);
    }
    for (const VersionRow& each : change.versions) {
        write_version(statements.put_version, each);
    }
}

} // namespace tertib::sqlite
