// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scale.hpp"
#include "store/store_file.hpp"

#include <cstdio>
#include <map>

using namespace tertib;

// Promise 14, for what a store holds of its cases: whatever bit of an event, a hash, a body or a
// registered document is flipped, verifying finds it and names the first bad event.
namespace {

/// A store in memory whose rows the test may write behind its back.
struct OpenStore {
    OpenStore() {
        auto memory = open_memory();
        database = memory.get();
        counter = std::make_unique<Counter>(std::move(memory));
        fill_store(*counter);
        events = counter->store.events(office_id, 1, 100);
        for (const CaseRow& row : counter->store.cases("", 100)) {
            for (StoredEvent& event : counter->store.events(row.id, 1, 100)) {
                events.push_back(std::move(event));
            }
        }
    }
    void put(const StoredEvent& event) const {
        const auto transaction = database->begin(Access::write);
        transaction->add_event(event);
        transaction->commit();
    }
    Database* database = nullptr;
    std::unique_ptr<Counter> counter;
    std::vector<StoredEvent> events;
};

/// Flips every `stride`-th bit of the bytes in turn and asks `look` after each.
template <typename Bytes, typename Look>
std::size_t flip_all(Bytes& bytes, std::size_t stride, const Look& look) {
    std::size_t flips = 0;
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += stride) {
        auto& byte = bytes[bit / 8];
        const auto before = byte;
        byte = static_cast<std::remove_reference_t<decltype(byte)>>(
            static_cast<unsigned char>(byte) ^ (1U << (bit % 8)));
        look();
        byte = before;
        ++flips;
    }
    return flips;
}

/// Every bit at scale 1, every tenth at 0.1 …
std::size_t stride() {
    return 1'000 / std::min<std::size_t>(1'000, scaled(1'000));
}

} // namespace

TEST_CASE("every flipped bit of an event, its hash and its body is found at that event") {
    OpenStore open;
    REQUIRE(open.counter->store.verify().holds());
    std::size_t flips = 0;
    std::size_t missed = 0;
    for (StoredEvent& event : open.events) {
        const StoredEvent right = event;
        const auto look = [&] {
            open.put(event);
            const Verification verified = open.counter->store.verify();
            const bool named = !verified.holds() &&
                               verified.breaches.front().case_id == event.case_id &&
                               verified.breaches.front().number == event.number;
            missed += named ? 0 : 1;
        };
        flips += flip_all(event.sealed.data, stride(), look);
        flips += flip_all(event.sealed.hash, stride(), look);
        flips += flip_all(event.sealed.body, stride(), look);
        open.put(right);
    }
    std::printf("tampering: %zu bits flipped\n", flips);
    CHECK(missed == 0);
    CHECK(open.counter->store.verify().holds());
}

TEST_CASE("every flipped bit of a registered document is found") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    {
        Counter counter(open_sqlite(path));
        fill_store(counter);
        counter.store.tidy();
    }
    const auto holds = [&] {
        return Store(open_sqlite(path, {.mode = OpenMode::write})).verify().holds();
    };
    REQUIRE(holds());
    std::size_t missed = 0;
    std::size_t changed = 0;
    const std::size_t step = stride() * 37; // each flip costs an opening: a sample of them
    for (std::size_t byte = 1; byte < 4'000; byte += step) {
        const std::string at = std::to_string(byte);
        const std::string flip = "UPDATE sops SET json = CAST(substr(CAST(json AS BLOB), 1, " + at +
                                 " - 1) || char(unicode(substr(json, " + at +
                                 ", 1)) + 1) || substr(CAST(json AS BLOB), " + at +
                                 " + 1) AS TEXT) WHERE length(json) > " + at;
        const std::string kept = file_bytes(path);
        tamper(path, flip);
        // A position past the text's end changes nothing.
        const bool differs = file_bytes(path) != kept;
        changed += differs ? 1 : 0;
        missed += differs && holds() ? 1 : 0;
        for (const char* end : {"-wal", "-shm"}) {
            std::remove((path + end).c_str());
        }
        write_file(path, kept);
    }
    CHECK(changed > 0);
    CHECK(missed == 0);
    CHECK(holds());
}

TEST_CASE("a thousand clean stores raise no alarm") {
    for (std::size_t i = 0; i < scaled(1'000); ++i) {
        Counter counter(open_memory());
        counter.calendar = counter.store.register_calendar(small_calendar());
        for (std::size_t made = 0; made <= i % 5; ++made) {
            const std::string id = "K-" + std::to_string(made);
            counter.start(id);
            if (i % 2 == 0) {
                (void)counter.code(id, ClaimTask{"1"});
            }
            if (i % 3 == 0) {
                (void)counter.done(id, "1");
            }
        }
        REQUIRE(counter.store.verify().holds());
    }
}
