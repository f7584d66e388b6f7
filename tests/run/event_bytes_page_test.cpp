// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event_bytes.hpp"

#include "catch.hpp"
#include "page_block.hpp"

#include <algorithm>
#include <string>

using namespace tertib;

TEST_CASE("the example of docs/journal.md is what the library writes") {
    const Instant recorded{std::chrono::seconds{1'746'410'400}}; // 2025-05-05T09:00 in Jakarta
    const Instant happened = recorded - std::chrono::minutes{10};
    Event event;
    event.case_id = "K-1";
    event.number = 2;
    event.kind = EventKind::completed;
    event.recorded = recorded;
    event.happened = happened;
    event.as = "Kadis";
    event.standing = Standing::unverified;
    event.task = {"1", 1};
    event.opened = {{{"2", 1}, 1, happened, happened + std::chrono::hours{2}}};
    event.produk = {0};
    event.body.person = "Ani";
    event.body.reason = "sakit";
    Salt salt{};
    std::ranges::copy(page_block("body").substr(0, salt.size()), salt.begin());
    Sha256 previous{};
    REQUIRE(page_block("previous").size() == previous.size());
    std::ranges::copy(page_block("previous"), previous.begin());

    const SealedEvent sealed = seal(previous, event, salt);
    CHECK(sealed.data == page_block("data"));
    CHECK(sealed.body == page_block("body"));
    CHECK(std::string(sealed.hash.begin(), sealed.hash.end()) == page_block("hash"));
    CHECK(unseal(page_block("data"), page_block("body")) == event);
}
