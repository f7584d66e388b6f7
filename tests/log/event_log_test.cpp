// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/event_log.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"

#include <string>
#include <type_traits>

using namespace tertib;

static_assert(!std::is_copy_constructible_v<EventLog>); // big: shared, never copied by accident
static_assert(std::is_nothrow_move_constructible_v<EventLog>);

namespace {

const std::vector<TinyRow> sample = {{"A", "a", "2025-05-05T10:00", "ani"},
                                     {"A", "b", "2025-05-06", "budi"},
                                     {"B", "a", "2025-05-07T11:00", "ani"}};

} // namespace

TEST_CASE("the same content has the same digest") {
    CHECK(digest(tiny_log(sample)) == digest(tiny_log(sample)));
}

TEST_CASE("each change of an event changes the digest") {
    const Sha256 original = digest(tiny_log(sample));
    std::vector<TinyRow> changed = sample;
    changed[1].activity = "c";
    CHECK(digest(tiny_log(changed)) != original);
    changed = sample;
    changed[1].complete = "2025-05-06T00:00"; // the same first instant, but not the whole day
    CHECK(digest(tiny_log(changed)) != original);
    changed = sample;
    changed[2].of_case = "A";
    CHECK(digest(tiny_log(changed)) != original);
    changed = sample;
    changed[0].start = changed[0].complete;
    changed[0].complete = {};
    CHECK(digest(tiny_log(changed)) != original);
    changed = sample;
    std::swap(changed[0], changed[1]);
    CHECK(digest(tiny_log(changed)) != original);
    changed = sample;
    changed.pop_back();
    CHECK(digest(tiny_log(changed)) != original);
}

TEST_CASE("neither places nor the numbering of texts nor a zone's source changes the digest") {
    LogBuilder builder;
    for (const char* const text : {"b", "a"}) {
        static_cast<void>(builder.activity(text)); // numbered the other way round
    }
    for (const TinyRow& row : sample) {
        EventStamp stamp = read_event_stamp(row.complete, wib()).value();
        stamp.form = StampForm(stamp.form.precision(), wib(), ZoneSource::written);
        builder.add({.case_code = builder.case_code(row.of_case),
                     .activity = builder.activity(row.activity),
                     .resource = builder.resource(row.resource),
                     .complete = stamp,
                     .place = 99});
    }
    CHECK(digest(std::move(builder).finish()) == digest(tiny_log(sample)));
}

TEST_CASE("further columns count for the digest, the order in which they were met doesn't") {
    const auto with = [](std::vector<const char*> names, std::string_view value) {
        LogBuilder builder;
        std::vector<ColumnIndex> columns;
        for (const char* const name : names) {
            columns.push_back(builder.column(name, ColumnType::text));
        }
        builder.add({.case_code = builder.case_code("A"), .activity = builder.activity("a")});
        for (const ColumnIndex column : columns) {
            builder.set(column, value);
        }
        return digest(std::move(builder).finish());
    };
    CHECK(with({"x", "y"}, "1") == with({"y", "x"}, "1"));
    CHECK(with({"x", "y"}, "1") != with({"x", "y"}, "2"));
    CHECK(with({"x"}, "1") != with({"x", "y"}, "1"));
}

TEST_CASE("columns that nothing was put into read as none and cost next to nothing") {
    LogBuilder builder;
    for (std::size_t row = 0; row < 4 * chunk_rows; ++row) {
        builder.add({.case_code = builder.case_code("A"), .activity = builder.activity("a")});
    }
    const EventLog log = std::move(builder).finish();
    CHECK(log.chunk(3).starts[5] == no_instant);
    CHECK(log.chunk(3).resources[5] == no_code);
    const std::size_t used = 2 * log.row_count() * sizeof(Code); // cases, activities
    const std::size_t kept_once =
        chunk_rows * (4 * sizeof(Code) + 2 * sizeof(Instant) + 2 * sizeof(StampForm));
    CHECK(log.bytes() < used + kept_once + 100'000);
}
