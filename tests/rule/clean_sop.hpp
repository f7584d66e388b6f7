// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/rule/lint.hpp"

#include <chrono>
#include <span>
#include <string>
#include <utility>
#include <vector>

// An SOP that keeps every rule, drawn on paper that shows everything, so that a test can break one
// thing and see that only one rule notices.

namespace tertib::test {

inline Waktu amount(std::int64_t number, Satuan satuan, const std::string& unit) {
    Waktu waktu;
    waktu.text = std::to_string(number) + " " + unit;
    waktu.form = WaktuForm::exact;
    WaktuPart part;
    part.min = Decimal(number);
    part.max = Decimal(number);
    part.satuan = satuan;
    waktu.parts.push_back(part);
    return waktu;
}

inline Waktu menit(std::int64_t number) {
    return amount(number, Satuan::menit, "Menit");
}

inline Tanggal tanggal(std::string text, int year, unsigned month, unsigned day) {
    const std::chrono::year y(year);
    const std::chrono::month m(month);
    return {std::move(text), std::chrono::year_month_day(y, m, std::chrono::day(day)),
            std::chrono::year_month(y, m)};
}

inline Step step(std::string key, std::string uraian, PelaksanaIndex who, std::string kelengkapan,
                 std::string produk) {
    Step made;
    made.no = key + ".";
    made.key = std::move(key);
    made.uraian = std::move(uraian);
    made.marks = {Mark{who, Symbol::process}};
    made.kelengkapan = {std::move(kelengkapan)};
    made.waktu = menit(15);
    made.produk = {std::move(produk)};
    return made;
}

inline Flow drawn(std::string from, std::string to, std::string outcome = {}) {
    Flow flow;
    flow.from = std::move(from);
    flow.to = std::move(to);
    if (!outcome.empty()) {
        flow.outcome = std::move(outcome);
    }
    flow.provenance = Provenance::drawn;
    return flow;
}

inline Identity clean_identity() {
    Identity identity;
    identity.nomor = "503/017/DPMPTSP/2023";
    identity.nama = "Penerbitan Surat Izin";
    identity.unit_kerja = {"Dinas Contoh", "Bidang Pelayanan"};
    identity.tanggal_pembuatan = tanggal("2 Mei 2023", 2023, 5, 2);
    identity.tanggal_revisi = tanggal("10 Mei 2023", 2023, 5, 10);
    identity.tanggal_berlaku = tanggal("1 Juni 2023", 2023, 6, 1);
    identity.disahkan = Pengesahan{"Kepala Dinas, Contoh, NIP 1", "Kepala Dinas", "Contoh", "1"};
    identity.dasar_hukum = {"Peraturan Daerah Nomor 1 Tahun 2020 tentang Perizinan"};
    identity.kualifikasi_pelaksana = {"Memahami pelayanan perizinan"};
    identity.keterkaitan = {"SOP Pengaduan"};
    identity.peralatan = {"Komputer"};
    identity.peringatan = {"Jika SOP ini tidak dilaksanakan, pelayanan terhambat."};
    identity.pencatatan = {"Buku register"};
    return identity;
}

inline Layout clean_layout() {
    Layout layout;
    layout.heading = "SOP Penerbitan Surat Izin";
    layout.columns = {{"No", ColumnRole::no, 1, ""},
                      {"Uraian", ColumnRole::uraian, 2, ""},
                      {"Petugas Loket", ColumnRole::pelaksana, 3, "Pelaksana"},
                      {"Kepala Seksi", ColumnRole::pelaksana, 4, "Pelaksana"},
                      {"Kelengkapan", ColumnRole::kelengkapan, 5, "Mutu Baku"},
                      {"Waktu", ColumnRole::waktu, 6, "Mutu Baku"},
                      {"Output", ColumnRole::produk, 7, "Mutu Baku"},
                      {"Keterangan", ColumnRole::keterangan, 8, ""}};
    layout.shows_arrows = true;
    layout.shows_marks = true;
    layout.shows_shapes = true;
    layout.shows_signature = true;
    return layout;
}

inline SopParts clean_parts() {
    const PelaksanaIndex petugas{0};
    const PelaksanaIndex kepala{1};
    SopParts parts;
    parts.identity = clean_identity();
    parts.layout = clean_layout();
    parts.pelaksana = {"Petugas Loket", "Kepala Seksi"};
    parts.steps = {
        step("1", "Menerima berkas permohonan", petugas, "Berkas permohonan", "Tanda terima"),
        step("2", "Memeriksa kebenaran berkas", kepala, "Tanda terima", "Hasil pemeriksaan"),
        step("3", "Menyusun surat izin", kepala, "Hasil pemeriksaan", "Surat izin"),
        step("4", "Menyampaikan jawaban kepada pemohon", petugas, "Surat izin", "Bukti serah")};
    parts.steps[1].kind = StepKind::decision;
    parts.steps[1].marks = {Mark{kepala, Symbol::decision}};
    parts.steps[1].outcomes = {"Ya", "Tidak"};
    parts.steps[1].keterangan = "Jika tidak lengkap, lanjut ke langkah 4.";
    parts.total = menit(60);
    parts.flow = {drawn("start", "1"),      drawn("1", "2"), drawn("2", "3", "Ya"),
                  drawn("2", "4", "Tidak"), drawn("3", "4"), drawn("4", "end")};
    return parts;
}

/// The same document copied into a text: no arrows, shapes or signature, the flow by order.
inline SopParts text_copy() {
    SopParts parts = clean_parts();
    parts.layout->shows_arrows = false;
    parts.layout->shows_marks = false;
    parts.layout->shows_shapes = false;
    parts.layout->shows_signature = false;
    parts.identity.disahkan.reset();
    for (Step& each : parts.steps) {
        each.kind = StepKind::activity;
        each.marks.clear();
        each.outcomes.clear();
        each.keterangan.clear();
    }
    parts.flow = {drawn("start", "1"), drawn("1", "2"), drawn("2", "3"), drawn("3", "4"),
                  drawn("4", "end")};
    for (Flow& flow : parts.flow) {
        flow.provenance = Provenance::order;
    }
    return parts;
}

using Ids = std::vector<std::string>;

inline LintReport report_of(const SopParts& parts, const Profile& profile = permenpan35(),
                            std::span<const Waiver> waivers = {},
                            std::span<const Rule* const> extra = {}) {
    return lint(Sop(parts), profile, waivers, extra);
}

/// The rules with that verdict, in the profile's order.
inline Ids rules_with(const LintReport& report, Verdict verdict) {
    Ids ids;
    for (const RuleVerdict& each : report.rules) {
        if (each.verdict == verdict) {
            ids.push_back(each.rule.id);
        }
    }
    return ids;
}

inline Ids violated_by(const SopParts& parts) {
    return rules_with(report_of(parts), Verdict::violated);
}

inline Verdict verdict_of(const SopParts& parts, std::string_view id) {
    return report_of(parts).find(id)->verdict;
}

/// The findings of one rule.
inline std::vector<RuleFinding> found_by(const LintReport& report, std::string_view id) {
    std::vector<RuleFinding> found;
    for (const RuleFinding& each : report.findings) {
        if (each.finding.code == id) {
            found.push_back(each);
        }
    }
    return found;
}

inline std::vector<RuleFinding> found_by(const SopParts& parts, std::string_view id) {
    return found_by(report_of(parts), id);
}

} // namespace tertib::test
