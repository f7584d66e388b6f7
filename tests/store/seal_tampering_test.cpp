// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <cstdio>
#include <map>
#include <random>

using namespace tertib;

// Promise 14, for seals: whatever bit of a seal or of its heads is flipped, and whatever is changed,
// taken away, exchanged or cut off of what a kept seal covers, however well the rest is made to fit.
namespace {

/// A connection beside the store's, for rows that the library would never write.
class Outside {
public:
    explicit Outside(const std::string& path) {
        REQUIRE(sqlite3_open(path.c_str(), &database_) == SQLITE_OK);
        REQUIRE(run("PRAGMA synchronous = OFF"));
    }
    Outside(const Outside&) = delete;
    Outside& operator=(const Outside&) = delete;
    ~Outside() { sqlite3_close(database_); }

    /// False if a rule of the table itself forbids it.
    bool run(const std::string& sql) const {
        return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    [[nodiscard]] std::vector<std::string> column(const std::string& sql) const {
        sqlite3_stmt* rows = nullptr;
        REQUIRE(sqlite3_prepare_v2(database_, sql.c_str(), -1, &rows, nullptr) == SQLITE_OK);
        std::vector<std::string> values;
        while (sqlite3_step(rows) == SQLITE_ROW) {
            values.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(rows, 0)));
        }
        sqlite3_finalize(rows);
        return values;
    }

private:
    sqlite3* database_ = nullptr;
};

/// A row of the seals' tables: how to find it, by columns that the flips leave alone or name anew.
struct Field {
    std::string table;
    std::string column;
    enum class Kind : std::uint8_t { number, bytes, text } kind;
};

const std::vector<Field> seal_fields{
    {"seals", "number", Field::Kind::number},    {"seals", "recorded", Field::Kind::number},
    {"seals", "cases", Field::Kind::number},     {"seals", "events", Field::Kind::number},
    {"seals", "heads", Field::Kind::number},     {"seals", "previous", Field::Kind::bytes},
    {"seals", "digest", Field::Kind::bytes},     {"seal_heads", "case_id", Field::Kind::text},
    {"seal_heads", "seal", Field::Kind::number}, {"seal_heads", "number", Field::Kind::number},
    {"seal_heads", "hash", Field::Kind::bytes}};

/// Every value that differs from the given one in one bit, as SQL.
std::vector<std::string> flips_of(const Field& field, const std::string& value) {
    std::vector<std::string> flips;
    if (field.kind == Field::Kind::number) {
        for (unsigned bit = 0; bit < 64; ++bit) {
            const auto flipped =
                static_cast<std::uint64_t>(std::stoll(value)) ^ (std::uint64_t{1} << bit);
            flips.push_back(bit == 63 && flipped == (std::uint64_t{1} << 63U)
                                ? "(-9223372036854775807 - 1)"
                                : std::to_string(static_cast<std::int64_t>(flipped)));
        }
        return flips;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (std::size_t bit = 0; bit < value.size() * 4; ++bit) {
        std::string hex = value;
        char& digit = hex[bit / 4];
        digit = digits[digits.find(digit) ^ (std::size_t{1} << (bit % 4))];
        flips.push_back(field.kind == Field::Kind::bytes ? "x'" + hex + "'"
                                                         : "CAST(x'" + hex + "' AS TEXT)");
    }
    return flips;
}

/// Every bit at scale 1, every tenth at 0.1 …
std::size_t flip_stride() {
    return 1'000 / std::min<std::size_t>(1'000, scaled(1'000));
}

bool is_found(Store& store) {
    try {
        return !store.verify().holds();
    } catch (const Error&) {
        return true; // a row that can't be
    }
}

// ---- a history that is told once as it was, and once changed --------------------------------

struct Deed {
    std::string case_id;
    Action action;
    bool seals = false; ///< a seal is made behind it
};

std::vector<Deed> random_deeds(std::mt19937_64& dice) {
    std::vector<Deed> deeds;
    std::vector<std::string> ids;
    for (int i = 0; i < 12; ++i) {
        if (ids.empty() || dice() % 4 == 0) {
            ids.push_back("K-" + std::to_string(ids.size()));
            deeds.push_back({ids.back(), StartCase{}, false});
        } else {
            const std::string& id = ids[dice() % ids.size()];
            deeds.push_back({id, Annotate{.task = {}, .note = std::to_string(i)}, false});
        }
        deeds.back().seals = dice() % 5 == 0;
    }
    deeds.back().seals = true;
    return deeds;
}

/// A store in memory that was made by doing all this, under a calendar that is read quickly.
struct Told {
    explicit Told(const std::vector<Deed>& deeds) : Told(deeds, open_memory()) {}
    [[nodiscard]] std::vector<StoredEvent> events(const std::string& id) const {
        return store->events(id, 1, 100);
    }

    Database* database = nullptr;
    std::unique_ptr<Store> store;
    std::vector<Seal> seals;

private:
    Told(const std::vector<Deed>& deeds, std::unique_ptr<Database> memory)
        : database(memory.get()),
          store(std::make_unique<Store>(std::move(memory), StoreOptions{.salt = counted_salts()})) {
        static const Office office(letter_parts());
        static const Calendar calendar = small_calendar();
        Request request{.command = {}, .key = {}, .seen = {}, .sop = {}, .calendar = {}};
        request.sop = store->register_sop(office.sop());
        request.calendar = store->register_calendar(calendar);
        for (const Deed& deed : deeds) {
            request.command = office.command(deed.action);
            request.command.case_id = deed.case_id;
            (void)store->submit(request);
            if (deed.seals) {
                seals.push_back(store->seal(office.now));
            }
        }
    }
};

/// Changes one thing about the history, so that another journal comes out of it.
std::vector<Deed> changed(const std::vector<Deed>& deeds, std::mt19937_64& dice) {
    std::vector<Deed> other = deeds;
    const std::size_t at = dice() % other.size();
    switch (dice() % 4) {
    case 0: // an edit
        if (auto* note = std::get_if<Annotate>(&other[at].action)) {
            note->note += "!";
        } else {
            other[at].action = StartCase{.waktu = {}, .outcome = {}};
            other[at].case_id += "!";
        }
        break;
    case 1: // a deletion; its seal is made all the same
        if (at > 0) {
            other[at - 1].seals = other[at - 1].seals || other[at].seals;
        }
        other.erase(other.begin() + static_cast<std::ptrdiff_t>(at));
        break;
    case 2: // another order
        if (at + 1 < other.size()) {
            std::swap(other[at].case_id, other[at + 1].case_id);
            std::swap(other[at].action, other[at + 1].action);
        }
        break;
    default: // the end is gone
        other.resize(at + 1);
        other.back().seals = true;
        break;
    }
    return other;
}

/// All that seals look at of a history: the hashes of its events, by case.
std::map<std::string, std::vector<Sha256>> journal_of(const Told& told) {
    std::map<std::string, std::vector<Sha256>> all;
    told.store->each_event(
        "", [&](const StoredEvent& event) { all[event.case_id].push_back(event.sealed.hash); });
    return all;
}

/// Every head of a store's seals, by case and seal.
std::vector<SealHead> heads_of(const Told& told) {
    const auto transaction = told.database->begin(Access::read);
    std::vector<SealHead> all;
    for (const Seal& seal : told.seals) {
        for (SealHead& head : transaction->seal_heads(seal.number, "", 100)) {
            all.push_back(std::move(head));
        }
    }
    std::ranges::sort(all, {},
                      [](const SealHead& head) { return std::pair(head.case_id, head.seal); });
    return all;
}

/// The first event that verification can name: the heads of the right history, looked for in the
/// changed one.
std::pair<std::string, std::uint64_t> first_bad(const std::vector<SealHead>& heads,
                                                const Told& changed) {
    std::pair<std::string, std::uint64_t> missing;
    for (const SealHead& head : heads) {
        const std::vector<StoredEvent> events = changed.events(head.case_id);
        if (events.empty()) {
            if (missing.second == 0) {
                missing = {head.case_id, 1};
            }
        } else if (events.size() < head.number) {
            return {head.case_id, events.size() + 1};
        } else if (events[head.number - 1].sealed.hash != head.hash) {
            return {head.case_id, head.number};
        }
    }
    return missing;
}

} // namespace

TEST_CASE("every flipped bit of a seal and of a head is found") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path, {.synchronous = Synchronous::normal}));
    counter.calendar = counter.store.register_calendar(small_calendar());
    counter.start("K-1");
    (void)counter.store.seal(counter.office.now);
    (void)counter.done("K-1", "1");
    counter.start("K-2");
    (void)counter.store.seal(counter.office.now);
    (void)counter.store.seal(counter.office.now);
    REQUIRE(counter.store.verify().holds());
    const Outside outside(path);
    std::size_t flips = 0;
    std::size_t missed = 0;
    std::size_t place = 0;
    for (const Field& field : seal_fields) {
        const bool heads = field.table == "seal_heads";
        // The row's key with the field in it left out: found again however the field is changed.
        const std::string rows =
            heads ? "SELECT case_id || '/' || seal FROM seal_heads" : "SELECT number FROM seals";
        for (const std::string& key : outside.column(rows)) {
            const std::string where =
                heads ? "case_id || '/' || seal = '" + key + "'" : "number = " + key;
            const std::string shown =
                field.kind == Field::Kind::number ? field.column : "hex(" + field.column + ")";
            const std::string value =
                outside.column("SELECT " + shown + " FROM " + field.table + " WHERE " + where)[0];
            const std::string right = field.kind == Field::Kind::number ? value
                                      : field.kind == Field::Kind::bytes
                                          ? "x'" + value + "'"
                                          : "CAST(x'" + value + "' AS TEXT)";
            for (const std::string& flip : flips_of(field, value)) {
                if (place++ % flip_stride() != 0 ||
                    !outside.run("UPDATE " + field.table + " SET " + field.column + " = " + flip +
                                 " WHERE " + where)) {
                    continue;
                }
                ++flips;
                if (!is_found(counter.store)) {
                    ++missed;
                    UNSCOPED_INFO(field.table << "." << field.column << " = " << flip);
                }
                // Found by the value that it has now, and by what of its key is left.
                std::string back = field.column + " = " + flip;
                if (heads && field.column == "case_id") {
                    back += " AND seal = " + key.substr(key.find('/') + 1);
                } else if (heads && field.column == "seal") {
                    back += " AND case_id = '" + key.substr(0, key.find('/')) + "'";
                } else if (field.column != "number" || heads) {
                    back = where;
                }
                REQUIRE(outside.run("UPDATE " + field.table + " SET " + field.column + " = " +
                                    right + " WHERE " + back));
            }
        }
    }
    std::printf("seals: %zu bits flipped\n", flips);
    CHECK(flips > 20);
    CHECK(missed == 0);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("whatever is changed behind a kept seal is found, and clean stores raise no alarm") {
    std::mt19937_64 dice(20'260'622);
    std::size_t changes = 0;
    std::size_t missed = 0;
    for (std::size_t i = 0; i < scaled(10'000); ++i) {
        const std::vector<Deed> deeds = random_deeds(dice);
        const Told right(deeds);
        REQUIRE(right.store->verify({}, right.seals).holds());
        const Told other(changed(deeds, dice));
        // Nobody sees by looking at it alone that it isn't what happened.
        REQUIRE(other.store->verify().holds());
        if (journal_of(other) == journal_of(right)) {
            continue; // two deeds were exchanged that are the same
        }
        ++changes;
        INFO("history " << i);
        missed += other.store->verify({}, right.seals).holds() ? 1 : 0;
        missed += other.store->verify({}, {&right.seals.back(), 1}).holds() ? 1 : 0;
    }
    std::printf("seals: %zu changed histories\n", changes);
    CHECK(changes > 0);
    CHECK(missed == 0);
}

TEST_CASE("with the seals untouched, the first event that isn't what was sealed is named") {
    std::mt19937_64 dice(20'260'623);
    std::size_t named = 0;
    for (std::size_t i = 0; i < scaled(2'000); ++i) {
        std::vector<Deed> deeds = random_deeds(dice);
        const Told right(deeds);
        std::vector<Deed> bare = changed(deeds, dice);
        for (Deed& deed : bare) {
            deed.seals = false;
        }
        const Told other(bare);
        const std::vector<SealHead> heads = heads_of(right);
        const auto transaction = other.database->begin(Access::write);
        for (const Seal& seal : right.seals) {
            transaction->add_seal(seal);
        }
        for (const SealHead& head : heads) {
            transaction->add_seal_head(head);
        }
        transaction->commit();
        const auto [case_id, number] = first_bad(heads, other);
        const Verification found = other.store->verify({}, right.seals);
        INFO("history " << i);
        REQUIRE(found.holds() == (number == 0));
        if (number != 0) {
            ++named;
            CHECK(found.breaches.front().fault == JournalFault::seal);
            CHECK(found.breaches.front().case_id == case_id);
            CHECK(found.breaches.front().number == number);
        }
    }
    CHECK(named > 0);
}

TEST_CASE("a receipt that names another event than the journal has is told") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.start("K-1");
    REQUIRE(counter.code("K-1", ClaimTask{"1"}, "klik-1").empty());
    REQUIRE(counter.store.verify().holds());
    for (const std::string change : {"last = 3", "last = 1", "first = 3", "first = 0",
                                     "case_id = 'K-2'", "hash = zeroblob(32)"}) {
        INFO(change);
        const Outside outside(path);
        REQUIRE(outside.run("CREATE TEMP TABLE kept AS SELECT * FROM keys"));
        REQUIRE(outside.run("UPDATE keys SET " + change));
        const Verification found = counter.store.verify();
        REQUIRE(found.breaches.size() == 1);
        CHECK(found.breaches.front().fault == JournalFault::receipt);
        CHECK(found.breaches.front().detail.find("klik-1") != std::string::npos);
        REQUIRE(outside.run("DELETE FROM keys; INSERT INTO keys SELECT * FROM kept"));
    }
    CHECK(counter.store.verify().holds());
}
