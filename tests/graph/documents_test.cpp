// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/documents.hpp"

#include "catch.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <rapidcheck.h>
#include <string>

using namespace tertib;

namespace {

Step row(std::vector<std::string> kelengkapan, std::vector<std::string> produk,
         std::vector<Mark> marks = {}) {
    Step step;
    step.kelengkapan = std::move(kelengkapan);
    step.produk = std::move(produk);
    step.marks = std::move(marks);
    return step;
}

/// "1>2 Surat = Surat 1.00": the links, one a line.
std::string text(const std::vector<DocumentLink>& links) {
    std::string lines;
    for (const DocumentLink& link : links) {
        lines += std::to_string(link.from + 1) + ">" + std::to_string(link.to + 1) + " " +
                 link.produk + " = " + link.kelengkapan + " " +
                 std::to_string(link.similarity).substr(0, 4) + "\n";
    }
    return lines;
}

/// What documents.hpp says, by trying every pair.
std::vector<DocumentLink> naive_links(const std::vector<Step>& steps,
                                      const DocumentOptions& options) {
    std::vector<DocumentLink> links;
    for (std::size_t to = 0; to < steps.size(); ++to) {
        std::vector<std::string> seen;
        for (const std::string& kelengkapan : steps[to].kelengkapan) {
            if (std::ranges::find(seen, fold(kelengkapan)) != seen.end()) {
                continue;
            }
            seen.push_back(fold(kelengkapan));
            DocumentLink best;
            best.similarity = 0;
            double rank = 0; // equal text comes before any likeness
            for (std::size_t from = 0; from < to; ++from) {
                for (const std::string& produk : steps[from].produk) {
                    const double alike = document_similarity(produk, kelengkapan, options);
                    const double here = fold(produk) == fold(kelengkapan) ? 2 : alike;
                    if (alike > 0 && here >= rank) {
                        best = {from, to, produk, kelengkapan, alike};
                        rank = here;
                    }
                }
            }
            if (best.similarity > 0) {
                links.push_back(best);
            }
        }
    }
    return links;
}

} // namespace

TEST_CASE("the seed document's six links are found, each from step to step") {
    const std::vector<Step> steps = {
        row({"Disposisi ketua Tim RBZI"}, {"SP Tim Penilaian Kinerja PTSP dan PPB"}),
        row({"SP Tim Penilaian Kinerja PTSP dan PPB"},
            {"Pedoman proses Penilaian Kinerja PTSP dan PPB"}),
        row({"Pedoman proses Penilaian Kinerja PTSP dan PPB"},
            {"Kelengkapan data Penilaian Kinerja"}),
        row({"Kelengkapan data Penilaian Kinerja"},
            {"Berita acara verifikasi dan validasi penilaian kinerja"}),
        row({"Berita acara verifikasi dan validasi penilaian kinerja"},
            {"Dokumen dan paparan untuk uji petik"}),
        row({"Dokumen dan paparan untuk uji petik"}, {"Hasil Uji Petik"}),
        row({"Hasil Uji Petik"}, {"Laporan Penilaian Kinerja PTSP dan PPB"})};
    const Documents documents = find_documents(steps);
    REQUIRE(documents.links.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(documents.links[i].from == i);
        CHECK(documents.links[i].to == i + 1);
        CHECK(documents.links[i].similarity == 1.0);
    }
    CHECK(documents.from_outside == std::vector<DocumentAt>{{0, "Disposisi ketua Tim RBZI"}});
    CHECK(documents.leaving ==
          std::vector<DocumentAt>{{6, "Laporan Penilaian Kinerja PTSP dan PPB"}});
}

TEST_CASE("a name cut short in the other row is a link, with its similarity") {
    const std::vector<Step> steps = {row({}, {"Konsep Surat Permohonan Pemindahan"}),
                                     row({"Konsep Surat Permohonan"}, {})};
    CHECK(text(find_document_links(steps)) ==
          "1>2 Konsep Surat Permohonan Pemindahan = Konsep Surat Permohonan 0.85\n");
}

TEST_CASE("what only sounds alike is no link") {
    const auto alike = [](const char* a, const char* b) { return document_similarity(a, b); };
    CHECK(alike("Laporan kejadian", "Laporan") == 0);
    CHECK(alike("Surat masuk", "Surat keluar") == 0);
    CHECK(alike("Laporan hasil pemeriksaan kesehatan", "Laporan hasil pemeriksaan lapangan") == 0);
    CHECK(alike("Konsep Surat Tugas Tim", "Surat Tugas Tim") == 0);
    CHECK(alike("Formulir permohonan izin 1", "Formulir permohonan izin 2") == 0);
    CHECK(alike("Berita acara", "Surat perintah") == 0);
    CHECK(alike("-", "-") == 0);
    CHECK(alike("Disposisi", "disposisi.") == 1);
    CHECK(alike("Berita acara serah terima Deteni ke Rudenim tujuan",
                "Berita acara serah terima ke Rudenim tujuan") == Approx(14.0 / 15));
}

TEST_CASE("the nearest earlier step that yields a document is taken, equal text before alike") {
    const std::vector<Step> steps = {
        row({}, {"Surat Permohonan Pemindahan"}), row({}, {"Surat permohonan  pemindahan"}),
        row({}, {"Surat Permohonan Pemindahan dari Kanwil"}),
        row({"Surat Permohonan Pemindahan"}, {}), row({"Surat Permohonan Pemindahan Kanwil"}, {})};
    CHECK(
        text(find_document_links(steps)) ==
        "2>4 Surat permohonan  pemindahan = Surat Permohonan Pemindahan 1.00\n"
        "3>5 Surat Permohonan Pemindahan dari Kanwil = Surat Permohonan Pemindahan Kanwil 0.88\n");
}

TEST_CASE("a step's own produk and later ones are no source of its kelengkapan") {
    const std::vector<Step> steps = {row({"Laporan awal"}, {"Laporan awal"}),
                                     row({}, {"Laporan awal"})};
    const Documents documents = find_documents(steps);
    CHECK(documents.links.empty());
    CHECK(documents.from_outside.size() == 1);
    CHECK(documents.leaving.size() == 2);
}

TEST_CASE("a produk leaves only if no later step needs its text or was linked to it") {
    const std::vector<Step> steps = {row({}, {"Nota dinas", "Surat Tugas Tim Teknis", "Arsip"}),
                                     row({}, {"Nota Dinas"}),
                                     row({"nota dinas", "Surat Tugas Tim"}, {"-"})};
    const Documents documents = find_documents(steps);
    CHECK(documents.leaving == std::vector<DocumentAt>{{0, "Arsip"}});
}

TEST_CASE("exchanges say who makes documents for whom; no mark means unknown") {
    const Mark kadis{PelaksanaIndex{0}, Symbol::process};
    const Mark staf{PelaksanaIndex{1}, Symbol::process};
    const std::vector<Step> steps = {row({}, {"Surat A"}, {staf, kadis}),
                                     row({"Surat A"}, {"Surat B"}, {staf}),
                                     row({"Surat A", "Surat B"}, {}, {})};
    const Documents documents = find_documents(steps);
    REQUIRE(documents.exchanges.size() == 3);
    CHECK(documents.exchanges[0] ==
          DocumentExchange{{PelaksanaIndex{0}, PelaksanaIndex{1}}, {PelaksanaIndex{1}}, {0}});
    CHECK(documents.exchanges[1].takers.empty());
    CHECK(documents.exchanges[2].makers == std::vector{PelaksanaIndex{1}});
}

TEST_CASE("links are those of trying every pair, and their similarity is base's") {
    CHECK(rc::check("document links", [] {
        const auto word = rc::gen::element<std::string>("surat", "Laporan", "hasil", "konsep",
                                                        "tim", "uji", "petik", "data", "2", "izin");
        const auto cell = [&] {
            std::string text;
            const auto size = *rc::gen::inRange(1, 7);
            for (int i = 0; i < size; ++i) {
                text += (i == 0 ? "" : " ") + *word;
            }
            return text;
        };
        std::vector<Step> steps(*rc::gen::inRange<std::size_t>(1, 12));
        for (Step& step : steps) {
            const auto needs = *rc::gen::inRange(0, 3);
            const auto makes = *rc::gen::inRange(0, 2);
            for (int i = 0; i < needs; ++i) {
                step.kelengkapan.push_back(cell());
            }
            for (int i = 0; i < makes; ++i) {
                step.produk.push_back(cell());
            }
        }
        const DocumentOptions options{.shortened = 0.7, .reworded = 0.8};
        const std::vector<DocumentLink> links = find_document_links(steps, options);
        RC_ASSERT(text(links) == text(naive_links(steps, options)));
        for (const DocumentLink& link : links) {
            RC_ASSERT(link.similarity == similarity(link.produk, link.kelengkapan));
        }
        const Documents documents = find_documents(steps, options);
        RC_ASSERT(documents.links == links);
    }));
}

TEST_CASE("a hostile table with one word everywhere stays within the bound") {
    std::vector<Step> steps(3000);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string name(i % 26 + 1, static_cast<char>('a' + i % 7));
        steps[i].produk = {"surat tugas " + name + std::string(i / 26, 'x')};
        steps[i].kelengkapan = {"surat tugas " + name + std::string(i / 26, 'y')};
    }
    CHECK(find_document_links(steps, {.max_candidates = 8}).empty());
}
