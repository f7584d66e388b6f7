// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/binary.hpp"

#include "catch.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tertib;
using namespace std::string_view_literals;

TEST_CASE("files that are no text are called by their name") {
    const std::vector<std::pair<std::string_view, std::string>> files = {
        {"%PDF-1.7\n"sv, "PDF"},
        {"PK\x03\x04....word/document.xml"sv, "Word document"},
        {"PK\x03\x04....[Content_Types].xml....xl/workbook.xml"sv, "Excel workbook"},
        {"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"sv, "OpenDocument"},
        {"PK\x03\x04readme"sv, "ZIP"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest"sv, "older Office file"},
        {"{\\rtf1\\ansi"sv, "rich-text"},
        {"\x89PNG\r\n\x1A\n"sv, "PNG"},
        {"\xFF\xD8\xFF\xE0"sv, "JPEG"},
        {"\x7F"
         "ELF\2"sv,
         "program"},
        {"\x1F\x8B\x08"sv, "gzip"},
    };
    for (const auto& [bytes, kind] : files) {
        const auto sentence = binary_kind(bytes);
        REQUIRE(sentence.has_value());
        CAPTURE(*sentence);
        CHECK(sentence->find(kind) != std::string::npos);
        CHECK(sentence->find(": ") != std::string::npos);
    }
}

TEST_CASE("text is no binary file") {
    CHECK(!binary_kind("No\tUraian"));
    CHECK(!binary_kind("PK"));
    CHECK(!binary_kind("BMKG menerima laporan"));
    CHECK(!binary_kind(""));
}
