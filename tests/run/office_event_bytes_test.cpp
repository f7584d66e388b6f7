// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_event_bytes.hpp"

#include "catch.hpp"
#include "run/full_event.hpp"
#include "run/full_office_event.hpp"
#include "tertib/base/error.hpp"

#include <set>

using namespace tertib;

namespace {

bool readable(const std::string& data, const std::string& body) {
    try {
        (void)unseal_office(data, body);
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace

TEST_CASE("an office's event comes back from its bytes as it was") {
    const OfficeEvent event = full_office_event();
    const SealedEvent sealed = seal(no_hash, event, salt);
    CHECK(unseal_office(sealed.data, sealed.body) == event);
    CHECK(check(no_hash, sealed) == SealCheck::holds);
    OfficeEvent bare;
    bare.number = 1;
    bare.kind = OfficeEventKind::sop_registered;
    bare.until = first_day - std::chrono::days{1};
    const SealedEvent sealed_bare = seal(sealed.hash, bare, salt);
    CHECK(unseal_office(sealed_bare.data, sealed_bare.body) == bare);
    CHECK(sealed_bare.body.empty());
    CHECK_FALSE(body_commitment(sealed_bare.data));
}

TEST_CASE("the bytes of an office's event are the same on every machine") {
    // A change of it breaks every journal that there is. The hash was computed from docs/journal.md,
    // without this library.
    const SealedEvent sealed = seal(no_hash, full_office_event(), salt);
    CHECK(hex(sealed.hash) == "e1f60feb1ec75d565ece8d84acc04251bc3452bbb1fdd83155029f9a9db12e82");
}

TEST_CASE("every post and every kind has bytes of its own") {
    std::set<std::string> seen;
    OfficeEvent event = full_office_event();
    for (int kind = static_cast<int>(first_office_event_kind);
         kind <= static_cast<int>(last_office_event_kind); ++kind) {
        for (int post = 0; post <= static_cast<int>(PostKind::ub); ++post) {
            event.kind = static_cast<OfficeEventKind>(kind);
            event.post = static_cast<PostKind>(post);
            const SealedEvent sealed = seal(no_hash, event, salt);
            CHECK(unseal_office(sealed.data, sealed.body) == event);
            CHECK(seen.insert(sealed.data).second);
        }
    }
}

TEST_CASE("every bit flipped in an office's event is found") {
    const SealedEvent sealed = seal(no_hash, full_office_event(), salt);
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
}

TEST_CASE("an office's event has one encoding: changed bytes are refused or another event's") {
    const SealedEvent sealed = seal(no_hash, full_office_event(), salt);
    for (std::size_t at = 0; at < sealed.data.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string data = sealed.data;
            data[at] = static_cast<char>(data[at] ^ (1 << bit));
            if (!readable(data, "")) {
                continue;
            }
            // Sealed again it has the same bytes, but for the commitment (bytes 65 … 101).
            const std::string again = seal(no_hash, unseal_office(data, ""), salt).data;
            REQUIRE(again == data.erase(65, 37));
        }
    }
}

TEST_CASE("an office's event is never read as a case's, nor the other way round") {
    const SealedEvent office = seal(no_hash, full_office_event(), salt);
    CHECK_THROWS_AS(unseal(office.data, office.body), Error);
    Event event = full_event();
    event.case_id = office_id;
    const SealedEvent of_case = seal(no_hash, event, salt);
    CHECK_FALSE(readable(of_case.data, of_case.body));
}

TEST_CASE("what an office's event can't hold is never sealed, nor read") {
    const auto refused = [](auto spoil) {
        OfficeEvent event = full_office_event();
        spoil(event);
        try {
            (void)seal(no_hash, event, salt);
            return false;
        } catch (const Error& error) {
            return error.code() == ErrorCode::argument;
        }
    };
    CHECK_FALSE(refused([](OfficeEvent&) {}));
    CHECK(refused([](OfficeEvent& event) { event.nama = "\xff"; }));
    CHECK(refused([](OfficeEvent& event) { event.body.recipient = std::string("a\0b", 3); }));
    CHECK(refused([](OfficeEvent& event) { event.body.note = "catatan"; }));
    CHECK(refused([](OfficeEvent& event) { event.from = last_day + std::chrono::days{1}; }));
    CHECK(refused([](OfficeEvent& event) { event.until = first_day - std::chrono::days{2}; }));
    CHECK(refused([](OfficeEvent& event) { event.about = std::uint64_t{1} << 63U; }));
    // A body with a note, well committed to: another kind's.
    Event event = full_event();
    event.case_id = office_id;
    const SealedEvent noted = seal(no_hash, event, salt);
    OfficeEvent bare = full_office_event();
    std::string data = seal(no_hash, bare, salt).data;
    const Sha256 committed = sha256(noted.body);
    std::ranges::copy(committed, data.begin() + 70);
    REQUIRE(body_commitment(data) == committed);
    CHECK_FALSE(readable(data, noted.body));
    CHECK(readable(data, ""));
}
