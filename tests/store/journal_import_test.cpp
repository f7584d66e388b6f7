// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/journal_import.hpp"

#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <cstdio>
#include <sstream>

using namespace tertib;

namespace {

std::string exported(Store& store) {
    std::string all;
    store.export_journal(wib(), [&](std::string_view line) { all += line; });
    return all;
}

LineSource lines_of(const std::string& text) {
    return [in = std::make_shared<std::istringstream>(text)]() -> std::optional<std::string> {
        std::string line;
        return std::getline(*in, line) ? std::optional(line) : std::nullopt;
    };
}

/// A store with cases in several states, seals and keys, as its export.
std::string sample_export() {
    Counter counter(open_memory());
    fill_store(counter);
    (void)counter.store.seal(counter.office.now);
    (void)counter.code("K-1", ReassignTask{.task = "2", .person = "Budi"}, "klik-1");
    (void)counter.store.seal(counter.office.now);
    return exported(counter.store);
}

ErrorCode error_of(const std::string& text) {
    const std::unique_ptr<Database> database = open_memory();
    try {
        (void)import_journal(*database, lines_of(text));
    } catch (const Error& error) {
        const auto transaction = database->begin(Access::read);
        CHECK(transaction->sops().empty()); // nothing was written
        return error.code();
    }
    FAIL("no error was thrown");
    return ErrorCode::internal;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// The export with its last line made anew, as somebody would who changes it on purpose.
std::string closed_anew(const std::string& text) {
    const std::size_t end = text.rfind('\n', text.size() - 2) + 1;
    const std::string body = text.substr(0, end);
    const auto lines = std::ranges::count(body, '\n');
    return body + R"({"schema": "tertib.journal_end/1", "lines": )" + std::to_string(lines) +
           R"(, "sha256": ")" + sha256_hex(body) + "\"}\n";
}

} // namespace

TEST_CASE("an export that is read into an empty store is exported again byte by byte") {
    const ScratchFolder folder;
    const std::string from = GENERATE(as<std::string>{}, "memory", "sqlite");
    const std::string into = GENERATE(as<std::string>{}, "memory", "sqlite");
    INFO(from << " to " << into);
    const auto open = [&](const std::string& kind, const std::string& name) {
        return kind == "memory" ? open_memory() : open_sqlite(folder.path(name));
    };
    Counter counter(open(from, "asal.tertib"));
    fill_store(counter);
    const Seal seal = counter.store.seal(counter.office.now);
    REQUIRE(counter.code("K-4", StartCase{}, "klik-1").empty());
    const std::string text = exported(counter.store);

    std::unique_ptr<Database> database = open(into, "pulih.tertib");
    const Verification found = import_journal(*database, lines_of(text));
    CHECK(found.holds());
    CHECK(found.cases == 4);
    CHECK(found.seals == 1);
    Store store(std::move(database));
    CHECK(exported(store) == text);
    CHECK(store.verify({}, {&seal, 1}).holds());
    CHECK(store.cases("", 10) == counter.store.cases("", 10));
    CHECK(store.worklist("Kadis", 10) == counter.store.worklist("Kadis", 10));
    CHECK(store.office().events == 4);
    CHECK(store.office() == counter.store.office());
    // Work goes on, and what was answered is answered again.
    CHECK(store.submit(counter.request("K-4", StartCase{}, "klik-1")).repeated);
    CHECK(store.submit(counter.request("K-4", ClaimTask{"1"})).receipt->last == 2);
    CHECK(store.verify().holds());
}

TEST_CASE("an export without cases is read back too") {
    Store empty(open_memory());
    const std::string text = exported(empty);
    CHECK(std::ranges::count(text, '\n') == 1);
    const std::unique_ptr<Database> database = open_memory();
    CHECK(import_journal(*database, lines_of(text)).cases == 0);
}

TEST_CASE("decisions alone are read back, and into a store that has some nothing is read") {
    Counter counter(open_memory());
    const LocalDay day = *read_day("2025-05-05");
    REQUIRE(counter.decided(EnforceSop{.sop = counter.sop, .from = day, .until = {}}).empty());
    const std::string text = exported(counter.store);
    std::unique_ptr<Database> database = open_memory();
    CHECK(import_journal(*database, lines_of(text)).cases == 0);
    Store store(std::move(database));
    CHECK(exported(store) == text);
    CHECK(store.versions() == counter.store.versions());
    CHECK(error_of(closed_anew(replaced(text, R"("case": "@office", "number": 2)",
                                        R"("case": "@office", "number": 3)"))) ==
          ErrorCode::damaged);

    database = open_memory();
    const auto transaction = database->begin(Access::write);
    StoredOffice office;
    office.head = sha256("x");
    transaction->write_office({.after = &office, .holdings = {}, .versions = {}});
    transaction->commit();
    CHECK_THROWS_AS(import_journal(*database, lines_of(text)), Error);
}

TEST_CASE("only an empty store takes an export") {
    Counter counter(open_memory());
    const std::string text = exported(counter.store);
    const std::unique_ptr<Database> database = open_memory();
    (void)import_journal(*database, lines_of(text));
    CHECK_THROWS_WITH(import_journal(*database, lines_of(text)), Catch::Contains("empty store"));
}

TEST_CASE("an export that was cut off, lengthened or put together wrongly is refused") {
    const std::string text = sample_export();
    const std::size_t last = text.rfind('\n', text.size() - 2) + 1;
    CHECK(error_of(text.substr(0, last)) == ErrorCode::format);
    CHECK(error_of("") == ErrorCode::format);
    CHECK(error_of(text + text.substr(last)) == ErrorCode::damaged);
    CHECK(error_of(text + "\n") == ErrorCode::damaged);
    CHECK(error_of(replaced(text, "tertib.receipt/1", "tertib.receipt/2")) ==
          ErrorCode::unsupported);
    CHECK(error_of(replaced(text, "tertib.receipt/1", "tertib.kuitansi/1")) == ErrorCode::format);
    CHECK(error_of(replaced(text, "\"first\"", "\"pertama\"")) == ErrorCode::format);
}

TEST_CASE("an export that was changed on purpose, and closed anew, is refused where it is") {
    const std::string text = sample_export();
    CHECK_NOTHROW(import_journal(*open_memory(), lines_of(closed_anew(text))));
    const auto row_of = [&](const std::string& changed) -> std::int64_t {
        try {
            (void)import_journal(*open_memory(), lines_of(closed_anew(changed)));
        } catch (const Error& error) {
            CHECK(error.code() != ErrorCode::internal);
            return error.position().row;
        }
        return -1;
    };
    // Lines: the Sop, two calendars, four events of the office, five of K-1, and so on.
    CHECK(row_of(replaced(text, "Langkah", "langkah")) == 1);
    CHECK(row_of(replaced(text, R"("number": 2, "data")", R"("number": 3, "data")")) == 5);
    CHECK(row_of(replaced(text, R"({"schema": "tertib.seal_head/1", "seal": 1)",
                          R"({"schema": "tertib.seal_head/1", "seal": 2)")) == 0);
    CHECK(row_of(replaced(text, R"("key": "klik-1", "asked": ")",
                          R"("key": "klik-1", "asked": "x)")) == -1); // nothing rests on it
    CHECK(row_of(replaced(text, R"("first": 4, "last": 4)", R"("first": 3, "last": 3)")) == 0);
    std::string without = text; // one event less
    const std::size_t at =
        without.find(R"({"schema": "tertib.journal/1", "case": "K-1", "number": 2)");
    without.erase(at, without.find('\n', at) + 1 - at);
    CHECK(row_of(without) == 9);
}

TEST_CASE("every flipped bit of an export is found in reading it") {
    const std::string right = sample_export();
    const std::size_t stride = 1'000 / std::min<std::size_t>(1'000, scaled(1'000));
    std::size_t flips = 0;
    std::size_t missed = 0;
    std::string text = right;
    // A prime beside the scale, so that every bit of a byte comes in turn.
    for (std::size_t bit = 0; bit < text.size() * 8; bit += 61 * stride) {
        text[bit / 8] =
            static_cast<char>(static_cast<unsigned char>(text[bit / 8]) ^ (1U << (bit % 8)));
        try {
            (void)import_journal(*open_memory(), lines_of(text));
            ++missed;
            UNSCOPED_INFO("bit " << bit);
        } catch (const Error&) {
            ++flips;
        }
        text[bit / 8] = right[bit / 8];
    }
    std::printf("export: %zu bits flipped\n", flips);
    CHECK(flips > 10);
    CHECK(missed == 0);
}
