// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/text.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("strict UTF-8 is told from other bytes") {
    CHECK(is_utf8("Tata usaha – ● 𝛑"));
    CHECK_FALSE(is_utf8("\xC0\x80"));
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));
    CHECK_FALSE(is_utf8("abc\xE2\x97"));
}

TEST_CASE("code points survive a round trip and malformed bytes give one replacement each") {
    std::string out;
    for (const char32_t c : {U'a', U'é', U'●', U'😀'}) {
        append_code_point(out, c);
    }
    CHECK(out == "aé●😀");
    std::size_t at = 0;
    CHECK(next_code_point("\xE2\x97", at) == 0xFFFD);
    CHECK(at == 1);
}

TEST_CASE("white space of every kind is trimmed and squeezed") {
    CHECK(trim(" \t\xC2\xA0 berkas \xE2\x80\x8B\n") == "berkas");
    CHECK(trim(" \n\t").empty());
    CHECK(trim("").empty());
    CHECK(trim("a b") == "a b");
    CHECK(trim(" a") == "a");
    CHECK(trim("~ ") == "~");
    CHECK(trim("\xC2\xA0!") == "!");
    CHECK(squeeze(" 5 \n Menit ") == "5 Menit");
}

TEST_CASE("fold makes texts comparable that differ in case, blanks, dashes and a full stop") {
    CHECK(fold("Urusan /Tim") == fold("urusan/ tim"));
    CHECK(fold("KUALIFIKASI PELAKSANA :  ") == "kualifikasi pelaksana");
    CHECK(fold("Januari–Juni") == "januari-juni");
    CHECK(fold("Berkas  lengkap.") == "berkas lengkap");
    CHECK(fold("Penkin") != fold("Pen kin"));
}

TEST_CASE("a folded piece is appended as fold makes it, ASCII or not") {
    for (const char* piece : {"", " ", "-", " A  ( b ) / C ;", "`x` , y .;", "Januari – Juni.",
                              "a\xC2\xA0 B", "\xFF Z", "Ya\t\nTidak"}) {
        std::string text = "kept ";
        append_folded(text, piece);
        CHECK(text == "kept " + fold(piece));
    }
    CHECK(fold(" A  ( b ) / C ;") == "a (b)/c");
    CHECK(fold("`x` , y .;") == "'x', y");
    CHECK(fold("A\xC2\xA0 ( b ) / C ;") == "a (b)/c");
}

TEST_CASE("similarity is Dice's coefficient over folded words") {
    CHECK(similarity("Laporan kinerja", "LAPORAN  KINERJA.") == 1.0);
    CHECK(similarity("Konsep Surat", "Konsep Surat Permohonan Pemindahan") == Approx(2.0 * 2 / 6));
    CHECK(similarity("Notula rapat", "Kunci sel") == 0.0);
    CHECK(similarity("", "x") == 0.0);
}

TEST_CASE("edit distance counts code points and stops at its bound") {
    CHECK(edit_distance("novermber", "november", 3) == 1);
    CHECK(edit_distance("é", "e", 3) == 1);
    CHECK(edit_distance("mei", "desember", 2) == 3);
    CHECK(edit_distance("", "", 0) == 0);
}

TEST_CASE("words are runs of letters and digits in lower case") {
    CHECK(words("SP Tim, Penilaian/Kinerja (2023)") ==
          std::vector<std::string>{"sp", "tim", "penilaian", "kinerja", "2023"});
}

TEST_CASE("the width in a terminal counts neither combining marks nor bytes") {
    CHECK(display_width("Ré●") == 3);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("漢") == 2);
}

TEST_CASE("split keeps empty pieces") {
    CHECK(split("a\t\tb", '\t') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split("", '\t').size() == 1);
}
