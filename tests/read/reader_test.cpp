// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/reader.hpp"

#include "read/sop_text.hpp"
#include "read/throws.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/model/sop_json.hpp"

#include <rapidcheck.h>

using namespace tertib;

namespace {

std::string table(const std::string& rows) {
    return three_lanes + rows;
}

} // namespace

TEST_CASE("steps are read with their marks, lists and waktu") {
    const SopReading reading = read_only(
        table("1.\tMengajukan permohonan\t○\t\t\ta. KTP b. NPWP\t15 Menit\tBerkas\t\n"
              "2.\tMemeriksa berkas\t-\t■\t\tBerkas\t1 jam 30 menit\tBerkas lengkap\tKet\n"
              "3.\tMenandatangani izin\t\t\t✓\tBerkas lengkap\t1-3 Hari\tIzin\t\n"));
    const Sop& sop = reading.sop;
    REQUIRE(sop.steps().size() == 3);
    CHECK(sop.steps()[0].kelengkapan == std::vector<std::string>{"KTP", "NPWP"});
    CHECK(marks_text(sop, "1") == "Pemohon terminator");
    CHECK(marks_text(sop, "2") == "Petugas Loket process");
    CHECK(marks_text(sop, "3") == "Kepala Dinas unspecified");
    CHECK(sop.step("2")->waktu.form == WaktuForm::sum);
    CHECK(sop.step("2")->keterangan == "Ket");
    CHECK(sop.step("3")->waktu.form == WaktuForm::range);
    CHECK(flow_text(sop) == "start->1:or 1->2:do 2->3:do 3->end:or");
    CHECK(sop.pelaksana_luar().size() == 1);
    CHECK(count(reading, "READ-NO-PELAKSANA") == 0);
}

TEST_CASE("empty lanes are one finding and no guess") {
    const SopReading reading = read_only(table("1\tMemeriksa\t\t\t\ta\t5 menit\tb\t\n"
                                               "2\tMencatat\t-\t–\t\tb\t5 menit\tc\t\n"
                                               "3\tMengirim\t\t●\t\tc\t5 menit\td\t\n"));
    CHECK(reading.sop.step("1")->marks.empty());
    CHECK(reading.sop.step("2")->marks.empty());
    REQUIRE(count(reading, "READ-NO-PELAKSANA") == 1);
    const auto found = std::ranges::find(reading.findings, "READ-NO-PELAKSANA", &Finding::code);
    CHECK(message(*found, Language::en).find("steps 1, 2 is unknown: 6 cells") !=
          std::string::npos);
}

TEST_CASE("the layout says whether the copy carries marks") {
    const SopReading none = read_only(table("1\tMemeriksa\t\t\t\ta\t5 menit\tb\t\n"));
    CHECK_FALSE(none.sop.layout()->shows_marks);
    const SopReading tick = read_only(table("1\tMemeriksa\t\t✓\t\ta\t5 menit\tb\t\n"));
    CHECK(tick.sop.layout()->shows_marks);
    CHECK_FALSE(tick.sop.layout()->shows_shapes);
}

TEST_CASE("a drawing's decision symbol makes a decision, without exits a finding") {
    const SopReading reading = read_only(table("1\tMemutuskan\t\t\t◇\ta\t5 menit\tb\t\n"));
    CHECK(reading.sop.step("1")->kind == StepKind::decision);
    CHECK(count(reading, "READ-DECISION-NO-EXITS") == 1);
}

TEST_CASE("stated branches become flows with the sentence as evidence") {
    const SopReading reading = read_only(table(
        "1\tMengajukan\t●\t\t\ta\t5 menit\tb\t\n"
        "2\tMemeriksa\t\t●\t\tc\t5 menit\td\tJika ditolak, kembali ke proses awal\n"
        "3\tMemutuskan\t\t\t●\te\t5 menit\tf\tJika ya lanjut, jika tidak kembali ke langkah 2\n"
        "4\tMencetak\t\t●\t\tg\t5 menit\th\tDapat dilewati jika sudah dicetak pemohon\n"));
    const Sop& sop = reading.sop;
    CHECK(flow_text(sop) == "start->1:or 1->2:or 2->1[ditolak]:st 2->3:or 3->4[ya]:st "
                            "3->2[tidak]:st 4->end:or");
    CHECK(sop.step("2")->kind == StepKind::decision);
    CHECK(sop.step("3")->outcomes == std::vector<std::string>{"ya", "tidak"});
    CHECK(sop.step("4")->optional == "Dapat dilewati jika sudah dicetak pemohon");
    CHECK(count(reading, "READ-OTHERWISE") == 1);
    CHECK(sop.flow()[2].evidence == "Jika ditolak, kembali ke proses awal");
}

TEST_CASE("a sentence that sends the work to a pelaksana means their one step") {
    const std::string sentence = "Jika lengkap diteruskan ke Kepala Dinas, jika tidak lengkap "
                                 "dikembalikan ke pemohon";
    const SopReading one = read_only(table("1\tMengajukan\t●\t\t\ta\t5 menit\tb\t\n"
                                           "2\tMemeriksa\t\t●\t\tc\t5 menit\td\t" +
                                           sentence +
                                           "\n"
                                           "3\tMenandatangani\t\t\t●\te\t5 menit\tf\t\n"));
    CHECK(flow_text(one.sop) == "start->1:or 1->2:or 2->3[lengkap]:st 2->1[tidak lengkap]:st "
                                "3->end:or");
    const SopReading two = read_only(table("1\tMendaftar\t●\t\t\ta\t5 menit\tb\t\n"
                                           "2\tMengajukan\t●\t\t\ta\t5 menit\tb\t\n"
                                           "3\tMemeriksa\t\t●\t\tc\t5 menit\td\t" +
                                           sentence + "\n"));
    CHECK(flow_text(two.sop) == "start->1:or 1->2:or 2->3:or 3->end:or");
    CHECK(count(two, "READ-TARGET-UNKNOWN") == 2);
}

TEST_CASE("a sentence said twice is one flow") {
    const SopReading reading =
        read_only(table("1\tMemeriksa, jika salah kembali ke langkah 1\t\t●\t\ta\t5 menit\tb\t"
                        "Jika salah, kembali ke langkah 1\n"));
    CHECK(flow_text(reading.sop) == "start->1:or 1->1[salah]:st 1->end:or");
}

TEST_CASE("exits that are named without a target are kept with a finding") {
    const SopReading reading =
        read_only(table("1\tMemeriksa *(Ada keputusan Ya/Tidak)*\t\t●\t\ta\t5 menit\tb\t\n"
                        "2\tMencetak\t\t●\t\tb\t5 menit\tc\tkembali ke langkah 9\n"));
    CHECK(reading.sop.step("1")->outcomes == std::vector<std::string>{"Ya", "Tidak"});
    CHECK(count(reading, "READ-OUTCOME-NO-TARGET") == 1);
    CHECK(count(reading, "READ-TARGET-UNKNOWN") == 1);
}

TEST_CASE("Mulai, Selesai, page breaks, totals and sections are no steps") {
    const SopReading reading = read_only(table("\tMulai\t○\t\t\t\t\t\t\n"
                                               "A\tTahap persiapan\t\t\t\t\t\t\t\n"
                                               "1\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n"
                                               "\t\t\t⬠\t\t\t\t\t\n"
                                               "\t\t\t⬠\t\t\t\t\t\n"
                                               "2\tMencatat\t\t●\t\tb\t10 menit\tc\t\n"
                                               "\tSelesai\t\t○\t\t\t\t\t\n"
                                               "\tTotal waktu\t\t\t\t\t15 Menit\t\t\n"));
    const Sop& sop = reading.sop;
    CHECK(flow_text(sop) == "start->1:or 1->2:do 2->end:or");
    CHECK(count(reading, "READ-ROW-SECTION") == 1);
    CHECK(sop.layout()->connectors.size() == 1);
    CHECK(sop.total()->text == "15 Menit");
    CHECK(sop.layout()->total_label == "Total waktu");
}

TEST_CASE("numbers that skip, repeat or are missing give keys and findings") {
    const SopReading reading = read_only(table("1.\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n"
                                               "3.\tMencatat\t\t●\t\tb\t5 menit\tc\t\n"
                                               "3.\tMengirim\t\t●\t\tc\t5 menit\td\t\n"
                                               "\tMengarsip\t\t●\t\td\t5 menit\te\t\n"
                                               "g1\tMenutup\t\t●\t\te\t5 menit\tf\t\n"));
    std::string keys;
    for (const Step& step : reading.sop.steps()) {
        keys += step.key + " ";
    }
    CHECK(keys == "1 3 3#2 r6 r7 ");
    CHECK(count(reading, "READ-NUMBER-SKIPPED") == 1);
    CHECK(count(reading, "READ-NUMBER-REPEATED") == 1);
    CHECK(count(reading, "READ-NUMBER-MISSING") == 1);
}

TEST_CASE("a row without number and uraian continues the step above it") {
    const SopReading reading = read_only(table("1\tMemeriksa\t\t●\t\tKTP\t5 menit\tb\t\n"
                                               "\t\t\t\t●\tNPWP\t\t\t\n"));
    REQUIRE(reading.sop.steps().size() == 1);
    CHECK(reading.sop.step("1")->kelengkapan == std::vector<std::string>{"KTP", "NPWP"});
    CHECK(reading.sop.step("1")->marks.size() == 2);
    CHECK(count(reading, "READ-ROW-CONTINUED") == 1);
}

TEST_CASE("a missing Keterangan, other headings and a unit in the heading are coped with") {
    const SopReading reading =
        read_only("No.\tAktivitas\tUnit/Pejabat Terkait\t\tPersyaratan\tWaktu (Menit)\tKeluaran\n"
                  "\t\tLoket\tKadis\t\t\t\n"
                  "1\tMemeriksa\tv\t\tKTP\t30\tHasil\n");
    REQUIRE(reading.sop.steps().size() == 1);
    CHECK(reading.sop.pelaksana().size() == 2);
    const Waktu& waktu = reading.sop.step("1")->waktu;
    CHECK(waktu.text == "30");
    REQUIRE(waktu.parts.size() == 1);
    CHECK(waktu.parts[0].satuan == Satuan::menit);
    CHECK(reading.sop.step("1")->produk == std::vector<std::string>{"Hasil"});
}

TEST_CASE("one column that names the pelaksana in words gives marks") {
    const SopReading reading =
        read_only("| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output | Ket |\n"
                  "|---|---|---|---|---|---|---|\n"
                  "| 1 | Memeriksa berkas | Petugas Loket | KTP | 5 menit | Hasil | |\n"
                  "| 2 | Menyetujui | Kepala Dinas; Sekretaris | Hasil | 1 hari | Izin | |\n");
    CHECK(marks_text(reading.sop, "1") == "Petugas Loket unspecified");
    CHECK(marks_text(reading.sop, "2") == "Kepala Dinas unspecified, Sekretaris unspecified");
}

TEST_CASE("lanes without names, with one name twice, and without a heading over them") {
    const SopReading twice = read_only("No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKet\n"
                                       "\t\tStaf\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
                                       "1\tMemeriksa\t\t●\ta\t5 menit\tb\t\n");
    CHECK(marks_text(twice.sop, "1") == "Staf (2) unspecified");
    CHECK(count(twice, "READ-LANE-REPEATED") == 1);
    const SopReading bare = read_only("No\tKegiatan\tLoket\tKadis\tKelengkapan\tWaktu\tOutput\n"
                                      "1\tMemeriksa\t●\t\ta\t5 menit\tb\n");
    CHECK(marks_text(bare.sop, "1") == "Loket unspecified");
    CHECK(count(bare, "READ-LANE-ASSUMED") == 1);
}

TEST_CASE("a table that goes on on the next page is one SOP, another identity begins another") {
    const std::string first = table("1\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n");
    const std::string next = three_lanes + "2\tMencatat\t\t●\t\tb\t5 menit\tc\t\n";
    CHECK(read_only(first + "\nHalaman 2 dari 2\n\n" + next).sop.steps().size() == 2);
    CHECK(read_only(first + next).sop.steps().size() == 2);
    const auto two = read_sops("Nama SOP\tA\n\n" + first + "\nNama SOP\tB\n\n" + first);
    REQUIRE(two.size() == 2);
    CHECK(two[0].sop.identity().nama == "A");
    CHECK(two[1].sop.identity().nama == "B");
    CHECK(two[1].sop.steps().size() == 1);
}

TEST_CASE("several pelaksana who work at the same time must all do the step") {
    const SopReading reading =
        read_only(table("1\tMemetakan area\t\t●\t●\ta\t5 menit\tb\tDilaksanakan secara simultan\n"
                        "2\tMencatat\t\t●\t●\tb\t5 menit\tc\t\n"));
    CHECK(reading.sop.step("1")->participation == Participation::all);
    CHECK(reading.sop.step("2")->participation == Participation::any);
}

TEST_CASE("words, lines and unknown signs in lanes are told and no pelaksana is made of words") {
    const SopReading reading = read_only(table("1\tMemeriksa\tparaf\t↓\t☺\ta\t5 menit\tb\t\n"));
    CHECK(marks_text(reading.sop, "1") == "Kepala Dinas other");
    CHECK(count(reading, "READ-LANE-WORDS") == 1);
    CHECK(count(reading, "READ-LANE-ARROW") == 1);
    CHECK(count(reading, "READ-LANE-SYMBOL") == 1);
    CHECK(reading.sop.layout()->unknown_symbols.size() == 1);
}

TEST_CASE("an HTML table with merged headings reads as the same SOP as its text") {
    const std::string html =
        "<p>Nama SOP: Izin</p><table><tr><td rowspan=2>No<td rowspan=2>Uraian<td "
        "colspan=3>Pelaksana"
        "<td colspan=3>Mutu Baku<td rowspan=2>Ket</tr>"
        "<tr><td>Pemohon<td>Petugas Loket<td>Kepala Dinas<td>Kelengkapan<td>Waktu<td>Output</tr>"
        "<tr><td>1<td>Memeriksa berkas<td><td>&#9679;<td><td><ul><li>KTP<li>NPWP</ul><td>5<br>menit"
        "<td>Hasil<td></tr></table>";
    const SopReading reading = read_only(html);
    CHECK(reading.sop.identity().nama == "Izin");
    CHECK(marks_text(reading.sop, "1") == "Petugas Loket unspecified");
    CHECK(reading.sop.step("1")->kelengkapan == std::vector<std::string>{"KTP", "NPWP"});
    CHECK(reading.sop.step("1")->waktu.parts.size() == 1);
    CHECK(reading.sop.source().media_type == "text/html");
}

TEST_CASE("the JSON that is written is read back as an equal SOP") {
    const SopReading reading = read_only(
        table("1\tMemeriksa\t\t●\t\ta\t± 15 Menit\tb\tJika ditolak, kembali ke langkah 1\n"));
    const SopReading back = read_only(to_json(reading.sop, reading.findings));
    CHECK(back.sop == reading.sop);
    CHECK(back.sop.digest() == reading.sop.digest());
    CHECK(back.findings == reading.findings);
}

TEST_CASE("bytes that hold no SOP are refused with what to do") {
    CHECK(error_of([] { (void)read_sops(""); }).code() == ErrorCode::format);
    CHECK(error_of([] { (void)read_sops("%PDF-1.7\n…"); }).code() == ErrorCode::format);
    const Error none = error_of([] { (void)read_sops("Yth. Bapak/Ibu,\nterima kasih.\n"); });
    CHECK(none.code() == ErrorCode::format);
    CHECK(says(none, "no SOP table"));
    CHECK(error_of([] { (void)read_sops("{\"schema\": \"other\"}"); }).code() == ErrorCode::format);
}

TEST_CASE("limits are errors that name themselves") {
    ReadOptions options;
    options.max_steps = 2;
    std::string rows;
    for (int i = 1; i <= 3; ++i) {
        rows += std::to_string(i) + "\tMemeriksa\t\t●\t\ta\t5 menit\tb\t\n";
    }
    const Error steps = error_of([&] { (void)read_sops(table(rows), options); });
    CHECK(steps.code() == ErrorCode::limit);
    CHECK(says(steps, "max_steps"));
    const Error bytes =
        error_of([&] { (void)read_sops(table(rows), {.name = {}, .waktu = {}, .max_bytes = 10}); });
    CHECK(bytes.code() == ErrorCode::limit);
    CHECK(says(bytes, "max_bytes"));
}

TEST_CASE("a table without steps reads, with an error that says so") {
    const SopReading reading = read_only(three_lanes);
    CHECK(reading.sop.steps().empty());
    CHECK(count(reading, "READ-NO-STEPS") == 1);
}

TEST_CASE("whatever stands in the cells, reading gives an SOP or an Error") {
    CHECK(rc::check("any cells", [](const std::vector<std::vector<std::string>>& rows) {
        std::string text = three_lanes;
        for (const std::vector<std::string>& row : rows) {
            for (const std::string& cell : row) {
                text += cell + "\t";
            }
            text += "\n";
        }
        try {
            for (const SopReading& reading : read_sops(text)) {
                RC_ASSERT(sop_from_json(to_json(reading.sop)) == reading.sop);
            }
        } catch (const Error&) {
            RC_SUCCEED("refused");
        }
    }));
}
