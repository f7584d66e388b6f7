// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/catalogue.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include "catch.hpp"

#include <algorithm>
#include <set>

using namespace tertib;

namespace {

std::set<std::string> holes(std::string_view text) {
    std::set<std::string> found;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        found.emplace(text.substr(open, text.find('}', open) - open));
    }
    return found;
}

/// Whether a text has a word of audits as a word: "pertemuan" (where branches meet) has none.
bool accuses(std::string_view text) {
    return std::ranges::any_of(words(text), [](const std::string& word) {
        return word.starts_with("temuan") || word.starts_with("pelanggaran") ||
               word.ends_with("langgar");
    });
}

} // namespace

TEST_CASE("every message is there in both languages, once, with the same holes") {
    REQUIRE(!catalogue().empty());
    for (const Message& message : catalogue()) {
        INFO(message.code);
        CHECK(!message.id.empty());
        CHECK(!message.en.empty());
        CHECK(holes(message.id) == holes(message.en));
        CHECK(is_utf8(message.id));
        CHECK(find_message(message.code) == &message);
        CHECK(trim(message.id) == message.id);
    }
}

TEST_CASE("no message accuses: officials read tidak sesuai, never temuan or pelanggaran") {
    for (const Message& message : catalogue()) {
        INFO(message.code);
        CHECK_FALSE(accuses(message.id));
    }
    CHECK(accuses("Temuan-temuan pada langkah 3."));
    CHECK(accuses("Temuannya belum dibahas."));
    CHECK(accuses("Terdapat PELANGGARAN."));
    CHECK(accuses("Hal ini melanggar ketentuan."));
    CHECK_FALSE(accuses("Periksa percabangan dan pertemuan alur."));
}

TEST_CASE("a finding's text has its arguments in their places") {
    const Finding finding =
        make_finding("READ-NO-PELAKSANA", {.step = "3"}, {{"steps", "3, 4"}, {"cells", "2"}});
    CHECK(finding.severity == Severity::warning);
    CHECK(message(finding, Language::id).find("3, 4") != std::string::npos);
    CHECK(message(finding, Language::en).find("3, 4") != std::string::npos);
    CHECK(message(make_finding("READ-NO-PELAKSANA"), Language::en).find("{steps}") !=
          std::string::npos);
}

TEST_CASE("an unknown code is a fault of the program") {
    CHECK_THROWS_AS(make_finding("NO-SUCH-CODE"), Error);
    CHECK_THROWS_AS(text_of("NO-SUCH-CODE", Language::id), Error);
    CHECK(find_message("NO-SUCH-CODE") == nullptr);
}
