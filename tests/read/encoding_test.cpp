// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/encoding.hpp"

#include "catch.hpp"
#include "read/grid_rows.hpp"
#include "read/throws.hpp"
#include "tertib/base/text.hpp"

#include <rapidcheck.h>

#include <string>
#include <string_view>

using namespace tertib;
using namespace std::string_view_literals;

namespace {

constexpr std::size_t plenty = 1 << 20;

enum class Order { little, big };

void append_unit(std::string& bytes, unsigned unit, Order order) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += order == Order::little ? low : high;
    bytes += order == Order::little ? high : low;
}

std::string utf_16(std::string_view text, Order order) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x10000) {
            append_unit(bytes, c, order);
        } else {
            append_unit(bytes, 0xD800U + ((c - 0x10000U) >> 10U), order);
            append_unit(bytes, 0xDC00U + ((c - 0x10000U) & 0x3FFU), order);
        }
    }
    return bytes;
}

} // namespace

TEST_CASE("UTF-8 comes through as it is, without its byte order mark") {
    CHECK(decode_text("No\tUraian ● ◇", plenty).text == "No\tUraian ● ◇");
    const DecodedText marked = decode_text("\xEF\xBB\xBFNo", plenty);
    CHECK(marked.text == "No");
    CHECK(marked.findings.empty());
}

TEST_CASE("UTF-16 is read in both byte orders, with a mark silently, without one as a guess") {
    const std::string text = "Nomor SOP\t62 ● 𝄞 selesai";
    CHECK(decode_text("\xFF\xFE" + utf_16(text, Order::little), plenty).text == text);
    CHECK(decode_text("\xFE\xFF" + utf_16(text, Order::big), plenty).findings.empty());
    for (const Order order : {Order::little, Order::big}) {
        const DecodedText guessed = decode_text(utf_16(text, order), plenty);
        CHECK(guessed.text == text);
        CHECK(codes(guessed.findings) == Lines{"READ-ENCODING"});
    }
}

TEST_CASE("text that is no UTF-8 is read as Windows-1252, with a finding about the copy") {
    const DecodedText read = decode_text("\x93Izin\x94 caf\xE9 \x80", plenty);
    CHECK(read.text == "“Izin” café €");
    REQUIRE(codes(read.findings) == Lines{"READ-ENCODING"});
    CHECK(read.findings[0].about == About::copy);
    CHECK(read.findings[0].arguments[0].value == "Windows-1252");
}

TEST_CASE("broken UTF-8 is marked and counted once, with its first line") {
    const DecodedText read = decode_text("No ● ◇\r\nUraian \xE2\x97\r\n\xC3 ■", plenty);
    CHECK(read.text == "No ● ◇\nUraian \uFFFD\uFFFD\n\uFFFD ■");
    REQUIRE(codes(read.findings) == Lines{"READ-BROKEN-BYTES"});
    CHECK(read.findings[0].where.row == 2);
    CHECK(read.findings[0].arguments == std::vector<Argument>{{"count", "3"}, {"line", "2"}});
}

TEST_CASE("a replacement character of the document itself is no damage") {
    CHECK(decode_text("a \uFFFD b", plenty).findings.empty());
}

TEST_CASE("half a character at the end of UTF-16 is marked") {
    const DecodedText cut = decode_text("\xFF\xFE" + utf_16("Uraian", Order::little) + "x", plenty);
    CHECK(cut.text == "Uraian\uFFFD");
    const DecodedText lone = decode_text("\xFF\xFE"sv
                                         "a\0\x3D\xD8"sv
                                         "b\0"sv,
                                         plenty);
    CHECK(lone.text == "a\uFFFDb");
    CHECK(codes(lone.findings) == Lines{"READ-BROKEN-BYTES"});
}

TEST_CASE("all line ends become one kind") {
    CHECK(decode_text("a\r\nb\rc\nd\u2028e\u2029f\u0085g", plenty).text == "a\nb\nc\nd\ne\nf\ng");
    CHECK(decode_text("a\r\r\nb", plenty).text == "a\n\nb");
}

TEST_CASE("control characters are damage, tabs and soft line ends are not") {
    const DecodedText read = decode_text("a\tb\vc\x1B[0m", plenty);
    CHECK(read.text == "a\tb\vc\uFFFD[0m");
    CHECK(codes(read.findings) == Lines{"READ-BROKEN-BYTES"});
}

TEST_CASE("an empty document is said to be empty") {
    for (const std::string_view bytes : {""sv, " \r\n\t \n"sv, "\xEF\xBB\xBF"sv, "\xFF\xFE"sv}) {
        const Error error = error_of([&] { (void)decode_text(bytes, plenty); });
        CHECK(error.code() == ErrorCode::format);
        CHECK(says(error, "empty"));
    }
}

TEST_CASE("UTF-32 is refused by name, with and without a mark") {
    for (const std::string_view bytes : {"\xFF\xFE\0\0N\0\0\0"sv, "\0\0\xFE\xFF\0\0\0N"sv,
                                         "N\0\0\0o\0\0\0\t\0\0\0"sv, "\0\0\0N\0\0\0o\0\0\0\t"sv}) {
        const Error error = error_of([&] { (void)decode_text(bytes, plenty); });
        CHECK(error.code() == ErrorCode::format);
        CHECK(says(error, "UTF-32"));
    }
}

TEST_CASE("bytes that are no text are refused with advice") {
    const Error error = error_of([] { (void)decode_text("\1\2\0\3ab\0\0\0cdefg"sv, plenty); });
    CHECK(error.code() == ErrorCode::format);
    CHECK(says(error, "save"));
}

TEST_CASE("a document above the limit is refused before it is looked at") {
    const Error error = error_of([] { (void)decode_text(std::string(101, 'a'), 100); });
    CHECK(error.code() == ErrorCode::limit);
    CHECK(says(error, "max_bytes"));
    CHECK(decode_text(std::string(100, 'a'), 100).text.size() == 100);
}

TEST_CASE("any text survives UTF-16 with a mark") {
    CHECK(rc::check("UTF-16 of a text decodes to the text", [](const std::u32string& drawn) {
        std::string text = "x";
        for (const char32_t c : drawn) {
            append_code_point(text, c % 0x110000U);
        }
        RC_PRE(text.find('\0') == std::string::npos);
        const std::string expected = decode_text(text, plenty).text;
        RC_ASSERT(decode_text("\xFF\xFE" + utf_16(text, Order::little), plenty).text == expected);
        RC_ASSERT(decode_text("\xFE\xFF" + utf_16(text, Order::big), plenty).text == expected);
    }));
}

TEST_CASE("any bytes give strict UTF-8 or an error of the format") {
    CHECK(rc::check("decoding never yields broken text", [](const std::string& bytes) {
        try {
            const DecodedText read = decode_text(bytes, plenty);
            RC_ASSERT(is_utf8(read.text));
            RC_ASSERT(read.text.find('\r') == std::string::npos);
        } catch (const Error& error) {
            RC_ASSERT(error.code() == ErrorCode::format);
        }
    }));
}
