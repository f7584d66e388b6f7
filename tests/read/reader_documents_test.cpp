// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Reads the seed document that the project ships, and the real documents beside it where they are.
#include "read/sop_text.hpp"
#include "tertib/base/digest.hpp"
#include "tertib/graph/documents.hpp"
#include "tertib/model/open_findings.hpp"
#include "tertib/model/sop_json.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

using namespace tertib;

namespace {

std::optional<std::string> bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// What a document holds, counted by hand.
struct Expected {
    const char* file;
    std::size_t steps;
    std::size_t pelaksana;
    std::size_t marks;
    std::size_t waktu; ///< cells that state one
    const char* flow;  ///< as far as the text tells it
};

constexpr Expected documents[] = {
    {"01-rudenim-pemeriksaan-kesehatan.txt", 11, 5, 11, 11,
     "start->1:or 1->2:or 2->3:or 3->4:or 4->5:or 5->6:or 6->7:or 7->8:or 8->9:or 9->10:or "
     "10->11:or 11->end:or"},
    {"03-rudenim-pemindahan-loop.txt", 12, 5, 12, 12,
     "start->1:or 1->2:do 2->3:do 3->4:do 4->5:or 5->1[ditolak]:st 5->6:do 6->7:do 7->8:do "
     "8->9:or 9->10:or 10->11:or 11->12:do 12->end:or"},
    {"05-dinsos-sumut-izin-pub.txt", 9, 4, 9, 9, nullptr},
    {"06-dinsos-sumut-gelar-pahlawan.txt", 10, 4, 10, 10, nullptr},
    {"13-basarnas-potensi-bencana-paralel.txt", 6, 11, 12, 6, nullptr},
    {"14-basarnas-verifikasi-berita-offpage.txt", 8, 5, 8, 8, nullptr},
    {"15-basarnas-emergency-call-115.txt", 5, 4, 0, 5,
     "start->1:or 1->2:do 2->3:do 3->4:do 4->5[ya]:st 5->end:or"},
    {"16-dpmptsp-mataram-rencana-kinerja-terpotong.txt", 6, 6, 0, 5, nullptr},
};

/// The bytes of a document that isn't the project's own; nothing where it isn't there.
std::optional<std::string> shared_document(const char* file) {
    std::optional<std::string> bytes = bytes_of(std::string("../shared/data/sop/") + file);
    const char* required = std::getenv("TERTIB_REQUIRE_DATA");
    if (!bytes && required != nullptr && std::string_view(required) == "1") {
        FAIL("../shared/data/sop/" << file << " is required and isn't there");
    }
    if (!bytes) {
        WARN("skipped: ../shared/data/sop/" << file << " isn't there");
    }
    return bytes;
}

} // namespace

TEST_CASE("the seed document reads whole") {
    const std::optional<std::string> bytes = bytes_of("examples/sop/laporan-kinerja.txt");
    REQUIRE(bytes);
    const SopReading reading = read_only(*bytes);
    const Sop& sop = reading.sop;
    const Identity& identity = sop.identity();
    CHECK(identity.nomor == "62/ 1687 / DATIN /2023");
    CHECK(identity.unit_kerja.size() == 3);
    CHECK(identity.tanggal_pembuatan->date == identity.tanggal_berlaku->date);
    CHECK_FALSE(identity.tanggal_revisi);
    CHECK_FALSE(identity.disahkan);
    CHECK(identity.dasar_hukum.size() == 2);
    CHECK(identity.dasar_hukum[1].starts_with("Rancangan Peraturan BKPM"));
    CHECK(identity.kualifikasi_pelaksana.size() == 4);
    CHECK(identity.keterkaitan.empty());
    CHECK(identity.peralatan.size() == 1);
    CHECK(identity.peringatan.size() == 1);
    CHECK(identity.pencatatan.size() == 1);
    CHECK(sop.layout()->heading == "Penyusunan Laporan Kinerja PTSP dan PPB");
    CHECK(sop.steps().size() == 7);
    CHECK(sop.pelaksana().size() == 3);
    const auto unknown = std::ranges::find(reading.findings, "READ-NO-PELAKSANA", &Finding::code);
    REQUIRE(unknown != reading.findings.end());
    CHECK(unknown->arguments[1] == Argument{"cells", "21"});
    for (const Step& step : sop.steps()) {
        CHECK(step.marks.empty());
        CHECK(step.waktu.form == WaktuForm::exact);
    }
    CHECK(find_document_links(sop.steps()).size() == 6);
    CHECK(flow_text(sop) ==
          "start->1:or 1->2:do 2->3:do 3->4:do 4->5:do 5->6:do 6->7:do 7->end:or");
    CHECK(sop.source().sha256 == sha256_hex(*bytes));
    CHECK(sop_from_json(to_json(sop, reading.findings)) == sop);
}

TEST_CASE("every real document reads to its steps, pelaksana, marks and waktu") {
    for (const Expected& expected : documents) {
        const std::optional<std::string> bytes = shared_document(expected.file);
        if (!bytes) {
            continue;
        }
        INFO(expected.file);
        const SopReading reading = read_only(*bytes);
        const Sop& sop = reading.sop;
        std::size_t marks = 0;
        std::size_t waktu = 0;
        for (const Step& step : sop.steps()) {
            marks += step.marks.size();
            waktu += step.waktu.form == WaktuForm::none ? 0 : 1;
            CHECK(step.waktu.form != WaktuForm::open);
        }
        CHECK(sop.steps().size() == expected.steps);
        CHECK(sop.pelaksana().size() == expected.pelaksana);
        CHECK(marks == expected.marks);
        CHECK(waktu == expected.waktu);
        if (expected.flow != nullptr) {
            CHECK(flow_text(sop) == expected.flow);
        }
        CHECK(!sop.identity().nama.empty());
        CHECK(sop_from_json(to_json(sop, reading.findings)) == sop);
        CHECK(open_findings(reading.findings, sop) == reading.findings);
    }
}

TEST_CASE("what the text of a real document doesn't allow is a finding") {
    const auto has = [](const char* file, std::string_view code, std::size_t times) {
        if (const std::optional<std::string> bytes = shared_document(file)) {
            INFO(file << ' ' << code);
            CHECK(count(read_only(*bytes), code) == times);
        }
    };
    has("01-rudenim-pemeriksaan-kesehatan.txt", "READ-CONDITION-UNREAD", 1);
    has("03-rudenim-pemindahan-loop.txt", "READ-OTHERWISE", 1);
    has("05-dinsos-sumut-izin-pub.txt", "READ-OUTCOME-NO-TARGET", 3);
    has("14-basarnas-verifikasi-berita-offpage.txt", "READ-DECISION-NO-EXITS", 1);
    has("14-basarnas-verifikasi-berita-offpage.txt", "TANGGAL-MONTH-SPELLING", 1);
    has("15-basarnas-emergency-call-115.txt", "READ-NO-PELAKSANA", 1);
    has("15-basarnas-emergency-call-115.txt", "READ-OUTCOME-NO-TARGET", 1);
    has("16-dpmptsp-mataram-rencana-kinerja-terpotong.txt", "READ-NO-PELAKSANA", 1);
}
