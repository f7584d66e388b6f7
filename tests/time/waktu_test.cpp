// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/waktu.hpp"

#include "reading_rows.hpp"

#include "catch.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

using namespace tertib;

static_assert(std::is_nothrow_move_constructible_v<Waktu>);
static_assert(!std::is_convertible_v<std::string, Waktu>);
static_assert(!std::is_convertible_v<int, Satuan>);
static_assert(!std::is_convertible_v<Satuan, int>);

namespace {

/// A waktu in one line: "exact 7 hari working; WAKTU-…". A mark ? means that the reckoning was
/// assumed.
std::string part_line(const WaktuPart& part) {
    const std::string amount =
        part.min == part.max ? part.max.text() : part.min.text() + ".." + part.max.text();
    return amount + " " + std::string(name(part.satuan)) + " " + std::string(name(part.reckoning)) +
           (part.assumed ? "?" : "");
}

std::string line(const WaktuReading& reading) {
    const Waktu& waktu = reading.waktu;
    std::string line(name(waktu.form));
    line += waktu.approximate ? " ~" : "";
    std::string before = " ";
    for (const WaktuPart& part : waktu.parts) {
        line += before + part_line(part);
        before = " + ";
    }
    line += waktu.per ? " per{" + *waktu.per + "}" : "";
    line += waktu.restated ? " again{" + part_line(*waktu.restated) + "}" : "";
    line += waktu.note.empty() ? "" : " note{" + waktu.note + "}";
    return line + code_words(reading.findings);
}

void check(const std::vector<Row>& rows) {
    check_rows(
        rows, [](const std::string& text) { return read_waktu(text); }, line,
        [](const WaktuReading& reading, const auto& text) { return reading.waktu.text == text; });
}

} // namespace

TEST_CASE("an amount with a unit is exact, however the unit is spelled") {
    check({
        {"180 Menit", "exact 180 menit working"},
        {"180 mnt", "exact 180 menit working"},
        {"180 mnt.", "exact 180 menit working"},
        {"5menit", "exact 5 menit working"},
        {"5 MENIT", "exact 5 menit working"},
        {"90 min", "exact 90 menit working"},
        {"60 Mins", "exact 60 menit working"},
        {"1 minute", "exact 1 menit working"},
        {"15'", "exact 15 menit working"},
        {"15’", "exact 15 menit working"},
        {"15′", "exact 15 menit working"},
        {"1 Jam", "exact 1 jam working"},
        {"3 jm", "exact 3 jam working"},
        {"2 hours", "exact 2 jam working"},
        {"4 jam kerja", "exact 4 jam working"},
        {"7 Hari", "exact 7 hari working?"},
        {"7 hari kerja", "exact 7 hari working"},
        {"7 HK", "exact 7 hari working"},
        {"7 harikerja", "exact 7 hari working"},
        {"15 working days", "exact 15 hari working"},
        {"15 calendar days", "exact 15 hari calendar"},
        {"7 Hari Kalender", "exact 7 hari calendar"},
        {"7 hari takwim", "exact 7 hari calendar"},
        {"2 Minggu", "exact 2 minggu calendar?"},
        {"2 mgg", "exact 2 minggu calendar?"},
        {"1 pekan", "exact 1 minggu calendar?"},
        {"1 Bulan", "exact 1 bulan calendar?"},
        {"3 bln", "exact 3 bulan calendar?"},
        {"1 bulan kalender", "exact 1 bulan calendar"},
        {"1 Tahun", "exact 1 tahun calendar?"},
        {"2 thn", "exact 2 tahun calendar?"},
        {"24 Jam", "exact 24 jam working WAKTU-24-JAM"},
        {"15 menit.", "exact 15 menit working"},
        {"15 Menit;", "exact 15 menit working"},
        {"15 menit saja", "exact 15 menit working"},
        {"15 menit maksimal", "exact 15 menit working"},
        {"(8 Jam)", "exact 8 jam working"},
        {"0 Menit", "exact 0 menit working WAKTU-ZERO"},
        {"tiga hari", "exact 3 hari working?"},
        {"sehari", "exact 1 hari working?"},
        {"sebulan", "exact 1 bulan calendar?"},
        {"seminggu", "exact 1 minggu calendar?"},
    });
}

TEST_CASE("numbers are read as Indonesia writes them, and doubtful ones are remarked") {
    check({
        {"2,5 Jam", "exact 2.5 jam working"},
        {"2,50 Jam", "exact 2.5 jam working"},
        {"7.8 Jam", "exact 7.8 jam working WAKTU-DOT-DECIMAL"},
        {"1.440 menit", "exact 1440 menit working"},
        {"12.345.678 menit", "exact 12345678 menit working"},
        {"1.440,5 menit", "exact 1440.5 menit working"},
        {"1,440 menit", "exact 1.44 menit working WAKTU-COMMA-THREE"},
        {"0,500 jam", "exact 0.5 jam working"},
        {"0.500 jam", "exact 0.5 jam working WAKTU-DOT-DECIMAL"},
        {"007 hari", "exact 7 hari working?"},
        {"setengah hari", "exact 0.5 hari working?"},
        {"seperempat jam", "exact 0.25 jam working"},
        {"tiga perempat jam", "exact 0.75 jam working"},
        {"satu setengah jam", "exact 1.5 jam working"},
        {"1 setengah jam", "exact 1.5 jam working"},
        {"½ jam", "exact 0.5 jam working"},
        {"1½ jam", "exact 1.5 jam working"},
        {"2 ¾ jam", "exact 2.75 jam working"},
        {"1/2 hari", "exact 0.5 hari working? WAKTU-FRACTION"},
        {"1 1/2 jam", "exact 1.5 jam working WAKTU-FRACTION"},
        {"sepuluh menit", "exact 10 menit working"},
        {"sebelas menit", "exact 11 menit working"},
        {"dua belas menit", "exact 12 menit working"},
        {"duabelas menit", "exact 12 menit working"},
        {"duapuluh lima menit", "exact 25 menit working"},
        {"Seratus Dua Puluh Menit", "exact 120 menit working"},
        {"empat ratus delapan puluh menit", "exact 480 menit working"},
        {"seribu lima ratus menit", "exact 1500 menit working"},
        {"dua ribu menit", "exact 2000 menit working"},
        {"nol menit", "exact 0 menit working WAKTU-ZERO"},
    });
}

TEST_CASE("a number beside its words must agree with them") {
    check({
        {"7 (tujuh) Hari Kerja", "exact 7 hari working"},
        {"7(tujuh)hari kerja", "exact 7 hari working"},
        {"14 (empat belas) hari", "exact 14 hari working?"},
        {"14 ( empatbelas ) hari", "exact 14 hari working?"},
        {"tujuh (7) hari kerja", "exact 7 hari working"},
        {"7 (enam) Hari Kerja", "exact 7 hari working WAKTU-WORD-DIFFERS"},
        {"7 (tujuhh) Hari", "exact 7 hari working? WAKTU-WORD-UNREAD"},
        {"14 (empat belas hari kerja)", "exact 14 hari working"},
        {"14 (lima belas hari kerja)", "exact 14 hari working WAKTU-WORD-DIFFERS"},
        {"5 hari (lima)", "exact 5 hari working?"},
        {"5 hari (tujuh)", "exact 5 hari working? WAKTU-WORD-DIFFERS"},
        {"1,5 (satu setengah) jam", "exact 1.5 jam working"},
    });
}

TEST_CASE("a range shares its unit, and unites units where a fixed ratio allows it") {
    check({
        {"1-3 Hari", "range 1..3 hari working?"},
        {"1 - 3 Hari Kerja", "range 1..3 hari working"},
        {"1 – 3 Hari Kerja", "range 1..3 hari working"},
        {"1 Hari - 3 Hari", "range 1..3 hari working?"},
        {"1 Hari - 3 Hari Kerja", "range 1..3 hari working"},
        {"2 s.d. 3 hari", "range 2..3 hari working?"},
        {"2 s.d 3 hari", "range 2..3 hari working?"},
        {"2 S/D 3 hari", "range 2..3 hari working?"},
        {"2 sd 3 hari", "range 2..3 hari working?"},
        {"2 sampai 3 hari", "range 2..3 hari working?"},
        {"2 sampai dengan 3 hari", "range 2..3 hari working?"},
        {"2 hingga 3 hari", "range 2..3 hari working?"},
        {"antara 2 sampai 3 hari", "range 2..3 hari working?"},
        {"dua-tiga hari", "range 2..3 hari working?"},
        {"1 (satu) - 3 (tiga) hari", "range 1..3 hari working?"},
        {"2~3 hari", "range 2..3 hari working?"},
        {"1,5-2 jam", "range 1.5..2 jam working"},
        {"30 menit - 1 jam", "range 30..60 menit working"},
        {"6 bulan - 1 tahun", "range 6..12 bulan calendar?"},
        {"1 - 2 minggu", "range 1..2 minggu calendar?"},
        {"3-1 hari", "range 1..3 hari working? WAKTU-RANGE-REVERSED"},
        {"3-3 hari", "range 3 hari working?"},
        {"± 1 - 2 jam", "range ~ 1..2 jam working"},
        {"1 jam - 2 hari", "open WAKTU-RANGE-UNITS"},
        {"1 hari kerja - 3 hari kalender", "open WAKTU-RANGE-UNITS"},
        {"5 hari - 2 minggu", "open WAKTU-RANGE-UNITS"},
    });
}

TEST_CASE("words before an amount say whether it is a limit, about so, or only a lower bound") {
    check({
        {"± 15 Menit", "exact ~ 15 menit working"},
        {"+/- 15 menit", "exact ~ 15 menit working"},
        {"+- 15 menit", "exact ~ 15 menit working"},
        {"~ 15 menit", "exact ~ 15 menit working"},
        {"kurang lebih 15 menit", "exact ~ 15 menit working"},
        {"lebih kurang 15 menit", "exact ~ 15 menit working"},
        {"sekitar 15 menit", "exact ~ 15 menit working"},
        {"kira-kira 15 menit", "exact ~ 15 menit working"},
        {"rata-rata 15 menit", "exact ~ 15 menit working"},
        {"maksimal 3 hari", "exact 3 hari working?"},
        {"Maks. 3 hari kerja", "exact 3 hari working"},
        {"max 3 hari", "exact 3 hari working?"},
        {"maksimal: 3 hari", "exact 3 hari working?"},
        {"paling lama 14 (empat belas) hari kerja", "exact 14 hari working"},
        {"paling lambat 3 hari", "exact 3 hari working?"},
        {"selambat-lambatnya 3 hari", "exact 3 hari working?"},
        {"selama 3 hari", "exact 3 hari working?"},
        {"dalam waktu 3 hari", "exact 3 hari working?"},
        {"jangka waktu paling lama 5 hari", "exact 5 hari working?"},
        {"waktu : 3 hari", "exact 3 hari working?"},
        {"< 1 jam", "exact 1 jam working"},
        {"<= 3 hari", "exact 3 hari working?"},
        {"≤ 3 hari", "exact 3 hari working?"},
        {"kurang dari 1 jam", "exact 1 jam working"},
        {"minimal 3 hari", "open WAKTU-LOWER-BOUND"},
        {"paling cepat 3 hari", "open WAKTU-LOWER-BOUND"},
        {"lebih dari 3 hari", "open WAKTU-LOWER-BOUND"},
        {"> 3 hari", "open WAKTU-LOWER-BOUND"},
    });
}

TEST_CASE("parts that follow each other from large to small are a sum") {
    check({
        {"1 jam 30 menit", "sum 1 jam working + 30 menit working"},
        {"1 jam, 30 menit", "sum 1 jam working + 30 menit working"},
        {"1 jam dan 30 menit", "sum 1 jam working + 30 menit working"},
        {"1 jam 30'", "sum 1 jam working + 30 menit working"},
        {"1 Bulan + 2 Hari Kerja", "sum 1 bulan calendar? + 2 hari working"},
        {"30 Hari + 60 Mins", "sum 30 hari working? + 60 menit working"},
        {"15 menit + 15 menit", "sum 15 menit working + 15 menit working"},
        {"1 hari 2 jam 30 menit", "sum 1 hari working? + 2 jam working + 30 menit working"},
        {"3 hari kerja, 2 jam", "sum 3 hari working + 2 jam working"},
        {"1 minggu 3 hari", "sum 1 minggu calendar? + 3 hari working?"},
        {"1-2 hari + 30 menit", "sum 1..2 hari working? + 30 menit working"},
        {"30 menit 1 jam", "open WAKTU-UNREAD"},
        {"15 Menit 15 Menit", "open WAKTU-UNREAD"},
        {"30 menit, 1 jam", "open WAKTU-UNREAD"},
        {"1 jam +", "open WAKTU-UNREAD"},
    });
}

TEST_CASE("alternatives are kept apart") {
    check({
        {"120 Menit / 3 Hari", "alternatives 120 menit working + 3 hari working?"},
        {"120 Menit/3 Hari", "alternatives 120 menit working + 3 hari working?"},
        {"1 jam atau 2 hari", "alternatives 1 jam working + 2 hari working?"},
        {"1 atau 2 hari", "alternatives 1 hari working? + 2 hari working?"},
        {"120 Menit / tiga hari", "alternatives 120 menit working + 3 hari working?"},
        {"1 jam 30 menit / 2 hari", "alternatives 90 menit working + 2 hari working?"},
        {"1 hari / 2 hari / 3 hari",
         "alternatives 1 hari working? + 2 hari working? + 3 hari working?"},
        {"1 hari / maksimal 3 hari", "alternatives 1 hari working? + 3 hari working?"},
        {"1-2 Jam / 1 Hari Kerja", "alternatives 1..2 jam working + 1 hari working"},
        {"1 hari 2 jam / 3 hari", "open WAKTU-MIXED"},
        {"1 / 2 hari", "open WAKTU-UNIT-MISSING"},
        {"1/2/3 hari", "open WAKTU-UNIT-MISSING"},
    });
}

TEST_CASE("N x 24 jam is time on the clock, any other product is just a number") {
    check({
        {"1 x 24 jam", "elapsed 24 jam elapsed"},
        {"1 x 24 Jam", "elapsed 24 jam elapsed"},
        {"2x24 jam", "elapsed 48 jam elapsed"},
        {"2 X 24 jam", "elapsed 48 jam elapsed"},
        {"2 × 24 jam", "elapsed 48 jam elapsed"},
        {"2 kali 24 jam", "elapsed 48 jam elapsed"},
        {"1 (satu) x 24 (dua puluh empat) jam", "elapsed 24 jam elapsed"},
        {"maksimal 3 x 24 jam", "elapsed 72 jam elapsed"},
        {"1-3 x 24 jam", "range 24..72 jam elapsed"},
        {"1 x 24 jam - 3 x 24 jam", "range 24..72 jam elapsed"},
        {"0,5 x 24 jam", "elapsed 12 jam elapsed"},
        {"2 x 30 menit", "exact 60 menit working"},
        {"3 x 8 jam", "exact 24 jam working"},
        {"1 x 24 jam kerja", "exact 24 jam working"},
        {"1,5 x 2,5 jam", "open WAKTU-TOO-LARGE"},
        {"3 x 24 jam hari kerja", "open WAKTU-UNREAD"},
    });
}

TEST_CASE("an amount per item keeps what is counted") {
    check({
        {"15 Menit per berkas", "per_item 15 menit working per{berkas}"},
        {"15 menit/berkas", "per_item 15 menit working per{berkas}"},
        {"15 Menit / berkas", "per_item 15 menit working per{berkas}"},
        {"15 Menit / 1 (satu) berkas", "per_item 15 menit working per{berkas}"},
        {"15 Menit (per berkas)", "per_item 15 menit working per{berkas}"},
        {"15 Menit (/ berkas)", "per_item 15 menit working per{berkas}"},
        {"15 menit setiap 1 berkas permohonan", "per_item 15 menit working per{berkas permohonan}"},
        {"15 menit tiap berkas", "per_item 15 menit working per{berkas}"},
        {"15 menit @ berkas", "per_item 15 menit working per{berkas}"},
        {"15 menit per 10 berkas", "per_item 15 menit working per{10 berkas}"},
        {"15 - 30 menit per dokumen", "per_item 15..30 menit working per{dokumen}"},
        {"15 Menit per berkas (maks. 10 berkas)",
         "per_item 15 menit working per{berkas} note{maks. 10 berkas}"},
        {"1 jam 30 menit per berkas", "per_item 90 menit working per{berkas}"},
        {"2 x 24 jam per berkas", "per_item 48 jam elapsed per{berkas}"},
        {"30 menit / hari", "per_item 30 menit working per{hari}"},
        {"1 hari + 15 menit per berkas", "open WAKTU-MIXED"},
        {"15 menit per berkas 2 hari per paket", "open WAKTU-UNREAD"},
        {"15 menit / 1 jam", "alternatives 15 menit working + 1 jam working"},
        {"15 menit per", "open WAKTU-UNREAD"},
        {"15 menit / -", "open WAKTU-UNREAD"},
    });
}

TEST_CASE("a doubled notation is kept and compared without a calendar") {
    check({
        {"480 Menit (8 Jam)", "exact 480 menit working again{8 jam working}"},
        {"480 Menit = 8 Jam", "exact 480 menit working again{8 jam working}"},
        {"480 Menit [8 Jam]", "exact 480 menit working again{8 jam working}"},
        {"470 Menit (7.8 Jam)",
         "exact 470 menit working again{7.8 jam working} WAKTU-DOT-DECIMAL WAKTU-RESTATED-ROUNDED"},
        {"470 Menit (7,8 Jam)",
         "exact 470 menit working again{7.8 jam working} WAKTU-RESTATED-ROUNDED"},
        {"7,8 Jam (470 Menit)",
         "exact 7.8 jam working again{470 menit working} WAKTU-RESTATED-ROUNDED"},
        {"470 Menit (8 Jam)",
         "exact 470 menit working again{8 jam working} WAKTU-RESTATED-ROUNDED"},
        {"450 Menit (8 Jam)",
         "exact 450 menit working again{8 jam working} WAKTU-RESTATED-ROUNDED"},
        {"449 Menit (8 Jam)",
         "exact 449 menit working again{8 jam working} WAKTU-RESTATED-DIFFERS"},
        {"480 Menit (7 Jam)",
         "exact 480 menit working again{7 jam working} WAKTU-RESTATED-DIFFERS"},
        {"1 Jam (80 Menit)", "exact 1 jam working again{80 menit working} WAKTU-RESTATED-DIFFERS"},
        {"1 Jam (60 Menit)", "exact 1 jam working again{60 menit working}"},
        {"1 Hari (8 Jam)", "exact 1 hari working? again{8 jam working} WAKTU-RESTATED-CALENDAR"},
        {"480 Menit (1 Hari)",
         "exact 480 menit working again{1 hari working?} WAKTU-RESTATED-CALENDAR"},
        {"1 Bulan (30 Hari)",
         "exact 1 bulan calendar? again{30 hari working?} WAKTU-RESTATED-CALENDAR"},
        {"1 Minggu (7 Hari)",
         "exact 1 minggu calendar? again{7 hari working?} WAKTU-RESTATED-CALENDAR"},
        {"2 Minggu (14 hari kalender)", "exact 2 minggu calendar? again{14 hari calendar}"},
        {"1 Tahun (12 Bulan)", "exact 1 tahun calendar? again{12 bulan calendar?}"},
        {"1 x 24 jam (24 jam)",
         "elapsed 24 jam elapsed again{24 jam working} WAKTU-RESTATED-CALENDAR"},
        {"1 – 2 Jam (60 – 120 Menit)", "range 1..2 jam working again{60..120 menit working}"},
        {"90 menit (1 jam 30 menit)", "exact 90 menit working again{90 menit working}"},
        {"1 jam 30 menit (90 menit)",
         "sum 1 jam working + 30 menit working again{90 menit working}"},
        {"1 jam 30 menit (100 menit)",
         "sum 1 jam working + 30 menit working again{100 menit working} WAKTU-RESTATED-DIFFERS"},
        {"1 hari + 60 menit (1 jam)",
         "sum 1 hari working? + 60 menit working again{1 jam working}"},
        {"7 Hari (7 Hari Kerja)", "exact 7 hari working again{7 hari working}"},
        {"8 Jam (1 Hari",
         "exact 8 jam working again{1 hari working?} WAKTU-PARENTHESIS WAKTU-RESTATED-CALENDAR"},
        {"480 Menit (8 Jam) (1 Hari)",
         "exact 480 menit working again{8 jam working} note{1 Hari} WAKTU-NOTE-AMOUNT"},
    });
}

TEST_CASE("other words in parentheses are notes") {
    check({
        {"7 hari (Desember t-1 / Januari t)",
         "exact 7 hari working? note{Desember t-1 / Januari t}"},
        {"1 bulan (Januari–Februari)", "exact 1 bulan calendar? note{Januari–Februari}"},
        {"1 bulan (Februari–Juni)", "exact 1 bulan calendar? note{Februari–Juni}"},
        {"10 Menit (2 orang)", "exact 10 menit working note{2 orang}"},
        {"1 hari (maks. 3 hari)", "exact 1 hari working? note{maks. 3 hari} WAKTU-NOTE-AMOUNT"},
        {"1 hari (tentatif) (opsional)", "exact 1 hari working? note{tentatif; opsional}"},
        {"8 hari (1 minggu 1 hari)",
         "exact 8 hari working? note{1 minggu 1 hari} WAKTU-NOTE-AMOUNT"},
        {"1 Hari (pagi (sebelum jam 10))", "exact 1 hari working? note{pagi (sebelum jam 10)}"},
        {"3 hari (kerja)", "exact 3 hari working"},
        {"3 hari (hari kerja)", "exact 3 hari working"},
        {"3 hari (HK)", "exact 3 hari working"},
        {"3 hari (kalender)", "exact 3 hari calendar"},
        {"3 hari kalender (kerja)", "exact 3 hari calendar note{kerja}"},
        {"1 Hari ()", "exact 1 hari working?"},
        {"3 hari kerja sejak berkas diterima lengkap",
         "exact 3 hari working note{sejak berkas diterima lengkap} WAKTU-START"},
        {"3 hari setelah (1) berkas lengkap",
         "exact 3 hari working? note{setelah (1) berkas lengkap} WAKTU-START"},
    });
}

TEST_CASE("open on purpose and nothing at all are not odd") {
    check({
        {"Sesuai Kontrak / SPK", "open"},
        {"Sesuai Kebutuhan", "open"},
        {"sesuai jadwal", "open"},
        {"Tentatif", "open"},
        {"Insidentil", "open"},
        {"Kondisional", "open"},
        {"menyesuaikan", "open"},
        {"Setiap saat", "open"},
        {"segera", "open"},
        {"sesuai kebutuhan, maks 3 hari", "open WAKTU-OPEN-AMOUNT"},
        {"-", "none"},
        {"–", "none"},
        {"—", "none"},
        {"- -", "none"},
        {".....", "none"},
        {"…", "none"},
        {"", "none"},
        {"   ", "none"},
        {"N/A", "none"},
        {"n.a.", "none"},
        {"Nihil", "none"},
    });
}

TEST_CASE("what can't be read stays text, with the reason") {
    check({
        {"-90 Menit", "open WAKTU-NEGATIVE"},
        {"- 15 Menit", "open WAKTU-NEGATIVE"},
        {"−5 menit", "open WAKTU-NEGATIVE"},
        {"99999999999999999999 menit", "open WAKTU-TOO-LARGE"},
        {"1,0000000001 menit", "open WAKTU-TOO-LARGE"},
        {"9000000000000000000 x 24 jam", "open WAKTU-TOO-LARGE"},
        {"30 detik", "open WAKTU-SECONDS"},
        {"15\"", "open WAKTU-SECONDS"},
        {"15", "open WAKTU-UNIT-MISSING"},
        {"15 (lima belas)", "open WAKTU-UNIT-MISSING"},
        {"Menit", "open WAKTU-AMOUNT-MISSING"},
        {"… Menit", "open WAKTU-AMOUNT-MISSING"},
        {"1.2.3 hari", "open WAKTU-UNREAD"},
        {"1,440.5 menit", "open WAKTU-UNREAD"},
        {"1,2,3 hari", "open WAKTU-UNREAD"},
        {"beberapa hari", "open WAKTU-UNREAD"},
        {"setiap hari", "open WAKTU-UNREAD"},
        {"Minggu ke-2", "open WAKTU-UNREAD"},
        {"H-3", "open WAKTU-UNREAD"},
        {"H+1", "open WAKTU-UNREAD"},
        {"Jam 08.00", "open WAKTU-UNREAD"},
        {"08.00 - 16.00 WIB", "open WAKTU-UNREAD"},
        {"Januari", "open WAKTU-UNREAD"},
        {"Januari - Maret", "open WAKTU-UNREAD"},
        {"3 Hari / sesuai kebutuhan", "open WAKTU-UNREAD"},
        {"3 hari sebelum pelaksanaan", "open WAKTU-UNREAD"},
        {"15 orang", "open WAKTU-UNREAD"},
        {"2 minggu kerja", "open WAKTU-UNREAD"},
        {"dua lima menit", "open WAKTU-UNREAD"},
        {"5 hari hari", "open WAKTU-UNREAD"},
        {"3 hari )", "open WAKTU-UNREAD"},
        {"(", "open WAKTU-UNREAD"},
        {"lihat lampiran", "open WAKTU-UNREAD"},
        {"2 JP", "open WAKTU-UNREAD"},
    });
}

TEST_CASE("a bare Hari follows the policy, a written one doesn't") {
    const WaktuPolicy calendar{.bare_hari = Reckoning::calendar};
    CHECK(line(read_waktu("3 Hari", calendar)) == "exact 3 hari calendar?");
    CHECK(line(read_waktu("3 Hari Kerja", calendar)) == "exact 3 hari working");
    CHECK(line(read_waktu("2 Minggu (14 Hari)", calendar)) ==
          "exact 2 minggu calendar? again{14 hari calendar?}");
}

TEST_CASE("a text far too long for a waktu is open") {
    const std::string text = "1 jam " + std::string(5000, 'x');
    const WaktuReading reading = read_waktu(text);
    CHECK(reading.waktu.form == WaktuForm::open);
    CHECK(reading.waktu.text == text);
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].evidence.size() <= 2000);
}

TEST_CASE("white space of every kind inside a waktu changes nothing but the text") {
    for (const char* text : {"5 \nMenit", "5\tMenit", "5\r\n\r\nMenit ",
                             "\xC2\xA0"
                             "5\xC2\xA0Menit",
                             "5\xE2\x80\xAFMenit",
                             "\xEF\xBB\xBF"
                             "5 Menit"}) {
        CHECK(line(read_waktu(text)) == "exact 5 menit working");
        CHECK(read_waktu(text).waktu.text == text);
    }
}

TEST_CASE("a finding carries the words that led to it") {
    const WaktuReading reading = read_waktu("7 (enam)\nHari");
    REQUIRE(reading.findings.size() == 1);
    const Finding& finding = reading.findings[0];
    CHECK(finding.evidence == "7 (enam) Hari");
    CHECK(finding.severity == Severity::warning);
    CHECK(finding.about == About::document);
    CHECK(finding.where == Place{});
    CHECK(std::ranges::count(finding.arguments, Argument{"number", "7"}) == 1);
    CHECK(std::ranges::count(finding.arguments, Argument{"word", "enam"}) == 1);
}
