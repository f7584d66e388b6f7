// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/event_rows.hpp"

#include "run/event_frame.hpp"
#include "store/sqlite/case_rows.hpp"
#include "tertib/base/error.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib::sqlite {

namespace {

/// What the bytes of every event begin with, a case's and the office's.
struct EventColumns {
    std::int64_t kind = 0;
    std::int64_t recorded = 0;
    std::int64_t happened = 0;

    friend bool operator==(const EventColumns&, const EventColumns&) = default;
};

[[nodiscard]] EventColumns columns_of(std::string_view data) {
    EventColumns columns;
    FieldReader in(without_version(data, "event"), "event");
    while (in.next() && in.field() <= f_happened) {
        switch (in.field()) {
        case f_kind: columns.kind = in.number(any_low, any_high); break;
        case f_recorded: columns.recorded = in.number(any_low, any_high); break;
        case f_happened: columns.happened = in.number(any_low, any_high); break;
        default: break;
        }
    }
    in.must_have({f_kind, f_recorded, f_happened});
    return columns;
}

/// Nothing for bytes that are no event's: that is told when the journal is played.
[[nodiscard]] std::optional<EventColumns> readable_columns(std::string_view data) {
    try {
        return columns_of(data);
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

void write_event(Statements& statements, const StoredEvent& event) {
    const EventColumns columns = columns_of(event.sealed.data);
    Statement& add = statements.add_event;
    add.bind(":case_id", event.case_id);
    add.bind(":number", static_cast<std::int64_t>(event.number));
    add.bind(":kind", columns.kind);
    add.bind(":recorded", columns.recorded);
    add.bind(":happened", columns.happened);
    add.bind_blob(":data", event.sealed.data);
    add.bind_blob(":hash", bytes_of(event.sealed.hash));
    add.run();
    if (!event.sealed.body.empty()) {
        Statement& body = statements.add_body;
        body.bind(":case_id", event.case_id);
        body.bind(":number", static_cast<std::int64_t>(event.number));
        body.bind_blob(":bytes", event.sealed.body);
        body.run();
    }
}

void add_wrong_columns(const NamedTables& tables, std::vector<std::string>& damage) {
    Statement rows(tables, "SELECT case_id, number, data, kind, recorded, happened FROM events");
    constexpr std::size_t most_lines = 40;
    while (damage.size() < most_lines && rows.step()) {
        const std::optional<EventColumns> right = readable_columns(rows.blob(2));
        const EventColumns there{
            .kind = rows.number(3), .recorded = rows.number(4), .happened = rows.number(5)};
        if (right && *right != there) {
            damage.push_back("the row of event " + std::to_string(rows.number(1)) + " of " +
                             rows.text(0) + " says another kind or other times than its bytes");
        }
    }
}

} // namespace tertib::sqlite
