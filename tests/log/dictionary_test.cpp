// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/dictionary.hpp"

#include "catch.hpp"

#include <string>

using namespace tertib;

TEST_CASE("texts are numbered in the order of their first appearance") {
    Dictionary texts;
    CHECK(texts.add("Menerima") == 1);
    CHECK(texts.add("Menelaah") == 2);
    CHECK(texts.add("Menerima") == 1);
    CHECK(texts.size() == 2);
    CHECK(texts.text(2) == "Menelaah");
    CHECK(texts.find("Menelaah") == 2);
    CHECK(texts.find("Menolak") == no_code);
}

TEST_CASE("the empty text is none") {
    Dictionary texts;
    CHECK(texts.add("") == no_code);
    CHECK(texts.find("") == no_code);
    CHECK(texts.size() == 0);
    CHECK(texts.text(no_code).empty());
}

TEST_CASE("many texts of all lengths are found again, and none moves") {
    Dictionary texts;
    const std::string_view first = texts.text(texts.add("berkas 0"));
    for (int i = 0; i < 50'000; ++i) {
        const std::string text =
            std::string(static_cast<std::size_t>(i % 23), 'x') + std::to_string(i);
        CHECK(texts.text(texts.add(text)) == text);
    }
    CHECK(texts.size() == 50'001);
    CHECK(texts.text(1).data() == first.data());
    for (int i = 0; i < 50'000; i += 997) {
        const std::string text =
            std::string(static_cast<std::size_t>(i % 23), 'x') + std::to_string(i);
        CHECK(texts.find(text) == static_cast<Code>(i) + 2);
    }
}

TEST_CASE("a text longer than a block is kept whole") {
    Dictionary texts;
    const std::string long_text(3 << 20, 'a');
    CHECK(texts.text(texts.add(long_text)) == long_text);
    CHECK(texts.text(texts.add("b")) == "b");
    CHECK(texts.bytes() >= long_text.size());
}

TEST_CASE("texts that differ only in zero bytes or length are different") {
    Dictionary texts;
    const std::string zero(1, '\0');
    const Code one = texts.add(zero);
    const Code two = texts.add(zero + zero);
    const Code three = texts.add(std::string("aaaaaaaa") + zero);
    CHECK(one != two);
    CHECK(texts.add("aaaaaaaa") != three);
    CHECK(texts.size() == 4);
}
