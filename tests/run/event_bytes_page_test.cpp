// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/event_bytes.hpp"

#include "catch.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string>

using namespace tertib;

namespace {

/// The bytes of the page's block of that name: hexadecimal digits with blanks, remarks behind ";".
std::string block(const std::string& name) {
    std::ifstream file("docs/journal.md");
    std::ostringstream page;
    page << file.rdbuf();
    const std::string text = page.str();
    const std::string fence = "```hex " + name + "\n";
    const std::size_t from = text.find(fence) + fence.size();
    REQUIRE(from >= fence.size());
    std::string digits;
    for (const std::string_view line :
         split(std::string_view(text).substr(from, text.find("```", from) - from), '\n')) {
        std::ranges::copy_if(line.substr(0, line.find(';')), std::back_inserter(digits),
                             [](char c) { return c != ' '; });
    }
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        unsigned value = 0;
        REQUIRE(std::from_chars(&digits[at], &digits[at] + 2, value, 16).ptr == &digits[at] + 2);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

} // namespace

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
    std::ranges::copy(block("body").substr(0, salt.size()), salt.begin());
    Sha256 previous{};
    REQUIRE(block("previous").size() == previous.size());
    std::ranges::copy(block("previous"), previous.begin());

    const SealedEvent sealed = seal(previous, event, salt);
    CHECK(sealed.data == block("data"));
    CHECK(sealed.body == block("body"));
    CHECK(std::string(sealed.hash.begin(), sealed.hash.end()) == block("hash"));
    CHECK(unseal(block("data"), block("body")) == event);
}
