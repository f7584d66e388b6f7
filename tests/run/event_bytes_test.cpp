// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event_bytes.hpp"

#include "catch.hpp"
#include "run/full_event.hpp"
#include "tertib/base/error.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>

using namespace tertib;

namespace {

bool readable(const std::string& data, const std::string& body) {
    try {
        (void)unseal(data, body);
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

TEST_CASE("an event comes back from its bytes as it was") {
    const Event event = full_event();
    const SealedEvent sealed = seal(no_hash, event, salt);
    CHECK(unseal(sealed.data, sealed.body) == event);
    CHECK(check(no_hash, sealed) == SealCheck::holds);
}

TEST_CASE("the bytes of an event are the same on every machine") {
    // A change of it breaks every journal that there is.
    const SealedEvent sealed = seal(no_hash, full_event(), salt);
    CHECK(hex(sealed.hash) == "bb19ef9b52e3e940c1aabebfdb65265e4499b73ca233f13f06dd92d6d8fc38a5");
}

TEST_CASE("an erased body leaves the event without names, and the chain holds") {
    const Event event = full_event();
    SealedEvent sealed = seal(no_hash, event, salt);
    sealed.body.clear();
    CHECK(check(no_hash, sealed) == SealCheck::body_missing);
    Event expected = event;
    expected.body = {};
    CHECK(unseal(sealed.data, "") == expected);
}

TEST_CASE("every bit flipped in data, body, hash or the hash before is found") {
    const SealedEvent sealed = seal(no_hash, full_event(), salt);
    const auto flips = [](std::string bytes, const auto& holds) {
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
            REQUIRE_FALSE(holds(bytes));
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        }
    };
    flips(sealed.data, [&](const std::string& data) {
        return check(no_hash, {data, sealed.body, sealed.hash}) == SealCheck::holds;
    });
    flips(sealed.body, [&](const std::string& body) {
        return check(no_hash, {sealed.data, body, sealed.hash}) == SealCheck::holds;
    });
    Sha256 other = no_hash;
    other[31] = 1;
    CHECK(check(other, sealed) == SealCheck::wrong_hash);
}

TEST_CASE("bytes that seal doesn't write are refused, wherever they are cut") {
    const SealedEvent sealed = seal(no_hash, full_event(), salt);
    CHECK_FALSE(readable("", ""));
    CHECK_FALSE(readable("\2", ""));
    for (std::size_t size = 0; size + 1 < sealed.data.size(); ++size) {
        const std::string cut = sealed.data.substr(0, size);
        // Where a field ends the rest may be missing: what is left has still one meaning.
        if (readable(cut, "")) {
            CHECK(unseal(cut, "").number == 7);
            CHECK(unseal(cut, "") != full_event());
        }
    }
    CHECK_FALSE(readable(sealed.data, "short"));
    CHECK_FALSE(readable(sealed.data + std::string("\1\0\0\0\1x", 6), ""));
}

TEST_CASE("two different events never have the same bytes") {
    CHECK(rc::check([] {
        Event a = full_event();
        Event b = full_event();
        const auto letters = rc::gen::container<std::string>(rc::gen::inRange('a', 'c'));
        a.as = *letters;
        b.as = *letters;
        a.surat = *letters;
        b.surat = *letters;
        RC_ASSERT((seal(no_hash, a, salt).data == seal(no_hash, b, salt).data) == (a == b));
    }));
}

TEST_CASE("what couldn't be read back is never sealed") {
    const auto refused = [](auto spoil) {
        Event event = full_event();
        spoil(event);
        try {
            (void)seal(no_hash, event, salt);
            return false;
        } catch (const Error& error) {
            return error.code() == ErrorCode::argument;
        }
    };
    CHECK_FALSE(refused([](Event&) {}));
    CHECK(refused([](Event& event) { event.case_id.clear(); }));
    CHECK(refused([](Event& event) { event.dasar = "\xff"; }));
    CHECK(refused([](Event& event) { event.body.note = std::string("a\0b", 3); }));
    CHECK(refused([](Event& event) { event.size = std::uint64_t{1} << 63U; }));
    CHECK(refused([](Event& event) { event.opened[0].id.step.clear(); }));
}

TEST_CASE("fields that every event has can't be missing") {
    const std::string data = seal(no_hash, full_event(), salt).data;
    const auto refusal = [](const std::string& bytes) -> std::string {
        try {
            (void)unseal(bytes, "");
            return "";
        } catch (const Error& error) {
            return error.what();
        }
    };
    // case, number, kind, recorded, happened: the fields begin at these bytes.
    const std::size_t at[] = {1, 9, 22, 35, 48, 61};
    for (std::size_t field = 0; field < 5; ++field) {
        std::string without = data;
        without.erase(at[field], at[field + 1] - at[field]);
        CHECK(refusal(without) == "event, field " + std::to_string(field + 1) + ": is missing");
    }
    // An opened task without its flow (13 bytes), its length lowered by as much.
    Event event;
    event.case_id = "K";
    event.number = 1;
    event.opened = {{{"1", 1}, 0, {}, {}}};
    std::string opened = seal(no_hash, event, salt).data;
    const std::size_t inside = opened.size() - (6 + 3 * 13);
    opened.erase(inside + 6 + 13, 13);
    opened[inside - 1] = static_cast<char>(opened[inside - 1] - 13);
    CHECK(refusal(opened) == "opened task, field 3: is missing");
}

TEST_CASE("a body that no event has is refused") {
    Event event = full_event();
    const SealedEvent sealed = seal(no_hash, event, salt);
    CHECK(body_commitment(sealed.data) == sha256(sealed.body));
    CHECK_FALSE(readable(sealed.data, std::string(16, 's') + "\1")); // nothing in it
    std::string zero = sealed.data;
    std::ranges::fill(zero.begin() + 66, zero.begin() + 98, '\0');
    CHECK_FALSE(readable(zero, "")); // the digest that stands for no body
    event.body = {};
    const SealedEvent bare = seal(no_hash, event, salt);
    CHECK(bare.body.empty());
    CHECK_FALSE(body_commitment(bare.data));
    CHECK_FALSE(readable(bare.data, sealed.body));
}

TEST_CASE("each event has one encoding: bytes changed anywhere are refused or another event's") {
    const SealedEvent sealed = seal(no_hash, full_event(), salt);
    for (std::size_t at = 0; at < sealed.data.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string data = sealed.data;
            data[at] = static_cast<char>(data[at] ^ (1 << bit));
            if (!readable(data, "")) {
                continue;
            }
            // Sealed again it has the same bytes, but for the commitment (bytes 61 … 97).
            const std::string again = seal(no_hash, unseal(data, ""), salt).data;
            REQUIRE(again == data.erase(61, 37));
        }
    }
}
