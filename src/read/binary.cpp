// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/binary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tertib {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view copy_table =
    "open it, copy the identity page and the table of steps, and save them as plain text";
constexpr std::string_view save_text =
    "open it and save it as tab-separated text (Unicode), as a web page (.html), or as CSV UTF-8";
constexpr std::string_view no_document = "choose the document itself";

struct Signature {
    std::string_view start;
    std::string_view kind;
    std::string_view advice;
};

constexpr std::array signatures = {
    Signature{"%PDF-"sv, "a PDF file"sv, copy_table},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an older Office file (.doc, .xls)"sv,
              save_text},
    Signature{"{\\rtf"sv, "a rich-text file (.rtf)"sv, save_text},
    Signature{"\x89PNG\r\n"sv, "a picture (PNG)"sv, copy_table},
    Signature{"\xFF\xD8\xFF"sv, "a picture (JPEG)"sv, copy_table},
    Signature{"GIF87a"sv, "a picture (GIF)"sv, copy_table},
    Signature{"GIF89a"sv, "a picture (GIF)"sv, copy_table},
    Signature{"II*\0"sv, "a picture (TIFF)"sv, copy_table},
    Signature{"MM\0*"sv, "a picture (TIFF)"sv, copy_table},
    Signature{"\x7F"
              "ELF"sv,
              "a program"sv, no_document},
    Signature{"\x1F\x8B"sv, "a compressed file (gzip)"sv, "unpack it first"sv},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a compressed file (7z)"sv, "unpack it first"sv},
    Signature{"Rar!\x1A\x07"sv, "a compressed file (RAR)"sv, "unpack it first"sv},
    Signature{"SQLite format 3\0"sv, "a database (SQLite)"sv, no_document},
};

/// The folder names inside an Office package stand uncompressed in its first entries.
Signature zip_signature(std::string_view bytes) {
    constexpr std::size_t looked_at = std::size_t{64} * 1024;
    const std::string_view head = bytes.substr(0, looked_at);
    if (head.find("word/") != std::string_view::npos) {
        return {{}, "a Word document (.docx)", save_text};
    }
    if (head.find("xl/") != std::string_view::npos) {
        return {{}, "an Excel workbook (.xlsx)", save_text};
    }
    if (head.find("opendocument") != std::string_view::npos) {
        return {{}, "an OpenDocument file (.odt, .ods)", save_text};
    }
    return {{}, "a compressed file (ZIP)", "unpack it first"};
}

std::string sentence(const Signature& signature) {
    return "this looks like " + std::string(signature.kind) +
           ", not like text: " + std::string(signature.advice);
}

} // namespace

std::optional<std::string> binary_kind(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
        return sentence(zip_signature(bytes));
    }
    const auto* const found = std::ranges::find_if(
        signatures, [bytes](const Signature& s) { return bytes.starts_with(s.start); });
    if (found == signatures.end()) {
        return std::nullopt;
    }
    return sentence(*found);
}

} // namespace tertib
