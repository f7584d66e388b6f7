// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/statement.hpp"

#include "catch.hpp"

using namespace tertib;
using Kind = Statement::Kind;

namespace {

Statement only(const char* text) {
    const std::vector<Statement> found = read_statements(text);
    INFO(text);
    REQUIRE(found.size() == 1);
    return found[0];
}

} // namespace

TEST_CASE("a condition with a target is a jump under that outcome") {
    const Statement back =
        only("Jika ditolak, kembali ke proses awal. Ditjenim menentukan tujuan.");
    CHECK(back.kind == Kind::jump);
    CHECK(back.outcome == "ditolak");
    CHECK(back.target == Target::first);
    CHECK(back.evidence == "Jika ditolak, kembali ke proses awal.");
    const Statement step = only("Apabila berkas tidak lengkap maka dikembalikan ke langkah 3");
    CHECK(step.outcome == "berkas tidak lengkap");
    CHECK(step.target == Target::number);
    CHECK(step.number == "3");
}

TEST_CASE("a target is known by noun and number in many spellings") {
    for (const char* text :
         {"kembali ke Tahap 3", "Kembali ke langkah nomor 3", "kembali ke No. 3", "kembali ke 3",
          "dilanjutkan ke poin 3", "Mengulang dari langkah 3", "ke tahapan 3"}) {
        INFO(text);
        const Statement jump = only(text);
        CHECK(jump.kind == Kind::jump);
        CHECK(jump.target == Target::number);
        CHECK(jump.number == "3");
    }
    CHECK(only("kembali ke langkah sebelumnya").target == Target::previous);
    CHECK(only("lanjut ke tahap berikutnya").target == Target::next);
}

TEST_CASE("a condition may stand behind its target") {
    const Statement jump = only("Kembali ke tahap 2 jika data belum benar");
    CHECK(jump.number == "2");
    CHECK(jump.outcome == "data belum benar");
}

TEST_CASE("two branches of one sentence are two jumps") {
    const auto both =
        read_statements("Jika ya lanjut ke langkah 5, jika tidak kembali ke langkah 2");
    REQUIRE(both.size() == 2);
    CHECK(both[0].outcome == "ya");
    CHECK(both[0].number == "5");
    CHECK(both[1].outcome == "tidak");
    CHECK(both[1].number == "2");
    const auto answers = read_statements("Ya ke langkah 5, Tidak ke langkah 2");
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].outcome == "Ya");
    CHECK(answers[1].number == "2");
}

TEST_CASE("going on and ending are targets, denied ones are not") {
    const auto both =
        read_statements("jika ya lanjut proses penanganan berita jika tidak hanya dicatat");
    REQUIRE(both.size() == 2);
    CHECK(both[0].target == Target::next);
    CHECK(both[1].outcome == "tidak");
    CHECK(both[1].target == Target::none);
    CHECK(only("Jika tidak disetujui, proses selesai").target == Target::end);
    CHECK(only("jika berita tidak lanjut dicatat di jurnal").kind == Kind::condition);
}

TEST_CASE("named exits and optional steps are read") {
    const Statement named = only("Memeriksa berkas *(Ada keputusan Ya/Tidak)*");
    CHECK(named.kind == Kind::outcomes);
    CHECK(named.outcomes == std::vector<std::string>{"Ya", "Tidak"});
    CHECK(only("Dapat dilewati jika bukan nominator").kind == Kind::optional);
    CHECK(only("Melakukan pemeriksaan lapangan (bila perlu)").kind == Kind::optional);
    CHECK(read_statements("Tahap ini tidak dapat dilewati").empty());
}

TEST_CASE("somebody's step is a target by the words behind ke") {
    const Statement back = only("Jika tidak lengkap dikembalikan ke pemohon");
    CHECK(back.outcome == "tidak lengkap");
    CHECK(back.target == Target::pelaksana);
    CHECK(back.name == "pemohon");
    CHECK(back.back);
    CHECK_FALSE(only("Jika lengkap diteruskan kepada Kabid").back);
    const auto answers = read_statements("Ya ke 3, Tidak ke 1");
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].number == "3");
    CHECK(answers[1].number == "1");
    CHECK(only("Tidak: kembali ke langkah 1").outcome == "Tidak");
}

TEST_CASE("a condition without a target is told, not guessed") {
    const Statement open = only("Jika terindikasi gawat darurat / butuh penanganan spesialis.");
    CHECK(open.kind == Kind::condition);
    CHECK(open.target == Target::none);
    CHECK(only("Jika ditolak, kembali ke langkah 3 atau 4").target == Target::none);
    CHECK(only("Jika kurang lengkap, kembali ke proses pengajuan").kind == Kind::condition);
}

TEST_CASE("other sentences say nothing about the flow") {
    for (const char* text :
         {"Melampirkan surat permohonan dari Rudenim pengirim.", "Mulai.", "Selesai fisik.",
          "Rasio pengawal minimal 2 petugas per 1 deteni.", "Diajukan ke Kepala Dinas",
          "Deteni kembali masuk ke blok hunian", "Menyerahkan kembali ke 2 orang petugas loket", "",
          "SOP Penanganan Berita"}) {
        INFO(text);
        CHECK(read_statements(text).empty());
    }
}
