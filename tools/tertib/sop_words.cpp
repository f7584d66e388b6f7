// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sop_words.hpp"

#include <algorithm>
#include <utility>

namespace tertib::tool {
namespace {

std::string numbered(std::span<const std::string> items) {
    if (items.size() == 1) {
        return items.front();
    }
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += (i == 0 ? "" : "\n") + std::to_string(i + 1) + ". " + items[i];
    }
    return text;
}

/// The items of a cell, each on a line of its own and marked where there are several.
std::string listed(std::span<const std::string> items) {
    if (items.empty()) {
        return "-";
    }
    if (items.size() == 1) {
        return items.front();
    }
    std::string text;
    for (const std::string& item : items) {
        text += (text.empty() ? "- " : "\n- ") + item;
    }
    return text;
}

std::string tanggal_words(const std::optional<Tanggal>& tanggal) {
    return tanggal ? tanggal->text : std::string();
}

std::string status_words(const Page& page, SopStatus status) {
    switch (status) {
    case SopStatus::unknown: return {};
    case SopStatus::rancangan: return page.text("UI-STATUS-RANCANGAN");
    case SopStatus::berlaku: return page.text("UI-STATUS-BERLAKU");
    case SopStatus::digantikan: return page.text("UI-STATUS-DIGANTIKAN");
    case SopStatus::dicabut: return page.text("UI-STATUS-DICABUT");
    }
    return {};
}

std::string disahkan_words(const Identity& identity, Personal personal) {
    if (!identity.disahkan) {
        return {};
    }
    const Pengesahan& disahkan = *identity.disahkan;
    if (personal == Personal::omit) {
        return disahkan.jabatan;
    }
    std::string text = disahkan.jabatan;
    for (const std::string& piece : {disahkan.nama, disahkan.nip}) {
        if (!piece.empty()) {
            text += (text.empty() ? "" : "\n") + piece;
        }
    }
    return text.empty() ? disahkan.text : text;
}

std::string pelaksana_list(const Page& page, const Sop& sop) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sop.pelaksana().size(); ++i) {
        std::string name = sop.pelaksana()[i];
        if (sop.outside_office(static_cast<PelaksanaIndex>(i))) {
            name += " (" + page.text("UI-PELAKSANA-OUTSIDE") + ")";
        }
        names.push_back(std::move(name));
    }
    return joined(names, "; ");
}

std::string uraian_words(const Page& page, const Step& step) {
    std::string text = step.uraian;
    if (step.kind == StepKind::decision) {
        const std::string exits = step.outcomes.empty() ? "?" : joined(step.outcomes, " / ");
        text += "\n◇ " + page.text("UI-DECISION", {{"outcomes", exits}});
    }
    if (step.optional) {
        text += "\n(" + page.text("UI-OPTIONAL") + ")";
    }
    return text;
}

} // namespace

std::string joined(std::span<const std::string> pieces, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        text += i == 0 ? std::string_view() : separator;
        text += pieces[i];
    }
    return text;
}

std::string pelaksana_words(const Page& page, const Sop& sop, const Step& step) {
    std::vector<std::string> names;
    for (const Mark& mark : step.marks) {
        const std::string& name = sop.pelaksana_name(mark.pelaksana);
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    if (names.empty()) {
        return page.text("UI-UNKNOWN");
    }
    if (names.size() > 1 && step.participation == Participation::all) {
        names.push_back("(" + page.text("UI-ALL-OF-THEM") + ")");
    }
    return joined(names, "\n");
}

void add_identity(Page& page, const Sop& sop, Personal personal) {
    const Identity& identity = sop.identity();
    TextTable table;
    const auto add = [&](std::string_view code, std::string value) {
        if (!value.empty()) {
            table.rows.push_back({page.text(code), std::move(value)});
        }
    };
    add("UI-NOMOR", identity.nomor.empty() ? page.text("UI-NOT-STATED") : identity.nomor);
    add("UI-UNIT-KERJA", joined(identity.unit_kerja, "\n"));
    add("UI-STATUS", status_words(page, identity.status));
    add("UI-TANGGAL-PEMBUATAN", tanggal_words(identity.tanggal_pembuatan));
    add("UI-TANGGAL-REVISI", tanggal_words(identity.tanggal_revisi));
    add("UI-TANGGAL-BERLAKU", tanggal_words(identity.tanggal_berlaku));
    add("UI-BERLAKU-SAMPAI", tanggal_words(identity.berlaku_sampai));
    add("UI-DISAHKAN", disahkan_words(identity, personal));
    add("UI-DASAR-HUKUM", numbered(identity.dasar_hukum));
    add("UI-KUALIFIKASI", numbered(identity.kualifikasi_pelaksana));
    add("UI-KETERKAITAN", numbered(identity.keterkaitan));
    add("UI-PERALATAN", numbered(identity.peralatan));
    add("UI-PERINGATAN", numbered(identity.peringatan));
    add("UI-PENCATATAN", numbered(identity.pencatatan));
    add("UI-PELAKSANA", pelaksana_list(page, sop));
    add("UI-DIGEST", sop.digest().substr(0, 16));
    page.heading(identity.nama.empty() ? page.text("UI-NO-NAME") : identity.nama);
    page.table(std::move(table), 2);
}

void add_steps(Page& page, const Sop& sop) {
    const bool remarks =
        std::ranges::any_of(sop.steps(), [](const Step& step) { return !step.keterangan.empty(); });
    TextTable table;
    table.header = {page.text("UI-COLUMN-NO"),    page.text("UI-COLUMN-URAIAN"),
                    page.text("UI-PELAKSANA"),    page.text("UI-COLUMN-KELENGKAPAN"),
                    page.text("UI-COLUMN-WAKTU"), page.text("UI-COLUMN-PRODUK")};
    if (remarks) {
        table.header.push_back(page.text("UI-COLUMN-KETERANGAN"));
    }
    for (const Step& step : sop.steps()) {
        const std::string waktu = step.waktu.form == WaktuForm::none ? "-" : step.waktu.text;
        table.rows.push_back({step.key, uraian_words(page, step), pelaksana_words(page, sop, step),
                              listed(step.kelengkapan), waktu, listed(step.produk)});
        if (remarks) {
            table.rows.back().push_back(step.keterangan);
        }
    }
    const std::string count = std::to_string(sop.steps().size());
    page.heading(page.text("UI-READ-STEPS", {{"count", count}}));
    page.table(std::move(table));
    if (const std::optional<Waktu>& total = sop.total()) {
        page.paragraph(page.text("UI-TOTAL", {{"waktu", total->text}}));
    }
}

} // namespace tertib::tool
