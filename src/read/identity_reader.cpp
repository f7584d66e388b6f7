// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/identity_reader.hpp"

#include "read/heading.hpp"
#include "read/label.hpp"
#include "read/list_text.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace tertib {
namespace {

/// The text gathered for a field, and where it stands.
struct FieldText {
    std::string text;
    Place place;
};

/// A label whose value may still go on below: it owns the columns [first, last].
struct Open {
    IdentityField field{};
    std::size_t first = 0;
    std::size_t last = 0;
};

constexpr std::array<std::string_view, 41> office_words = {
    "pemerintah",  "provinsi",    "propinsi",   "kabupaten",  "kota",       "dinas",
    "badan",       "kementerian", "kementrian", "direktorat", "deputi",     "sekretariat",
    "kantor",      "balai",       "biro",       "kecamatan",  "kelurahan",  "lembaga",
    "inspektorat", "uptd",        "upt",        "rsud",       "puskesmas",  "universitas",
    "fakultas",    "bagian",      "bidang",     "satuan",     "unit",       "dpmptsp",
    "komisi",      "pengadilan",  "kejaksaan",  "kepolisian", "politeknik", "institut",
    "rumah",       "seksi",       "desa",       "jawatan",    "republik"};

bool names_office(std::string_view line) {
    const std::vector<std::string> found = words(line);
    constexpr std::size_t longest_name = 16;
    return !found.empty() && found.size() <= longest_name &&
           std::ranges::find(office_words, found.front()) != office_words.end();
}

/// "STANDAR OPERASIONAL PROSEDUR" alone on its line: what follows is the name.
bool says_only_sop(std::string_view line) {
    const std::string text = fold(line);
    constexpr std::array<std::string_view, 8> titles = {"standar operasional prosedur",
                                                        "standard operating procedure",
                                                        "sop",
                                                        "prosedur tetap",
                                                        "standar operasional prosedur (sop)",
                                                        "standar prosedur operasional",
                                                        "prosedur operasional standar",
                                                        "sop administrasi pemerintahan"};
    return std::ranges::find(titles, text) != titles.end();
}

/// "SOP Pelayanan …", "Standar Operasional Prosedur …": a title that stands apart from the table.
bool names_procedure(std::string_view line) {
    const std::vector<std::string> found = words(line);
    const bool spelt = found.size() > 3 && found[0] == "standar" && found[1] == "operasional";
    return spelt || (found.size() > 1 && (found[0] == "sop" || found[0] == "spo"));
}

class Reader {
public:
    Reader(const Sheet& sheet, std::size_t from, std::size_t to)
        : sheet_(sheet),
          from_(from),
          to_(to) {}

    IdentityReading read() {
        find_heading();
        for (std::size_t at = from_; at < to_; ++at) {
            if (!is_heading_[at - from_] && !sheet_[at].blank()) {
                read_row(sheet_[at]);
            }
        }
        fill();
        return std::move(out_);
    }

private:
    /// The last line above the table that stands alone and isn't a label's value or an office.
    void find_heading() {
        is_heading_.assign(to_ - from_, false);
        std::size_t at = to_;
        while (at > from_ && sheet_[at - 1].blank()) {
            --at;
        }
        if (at == from_) {
            return;
        }
        const SheetRow& row = sheet_[--at];
        const std::string line = one_line(row.text(row.first_filled()));
        const bool gap = at > from_ && sheet_[at].number > sheet_[at - 1].number + 1;
        const bool set_apart = at == from_ || gap || sheet_[at - 1].blank() || !near_value(at - 1);
        if (row.filled() != 1 || read_label(line) || names_office(line) || !set_apart) {
            return;
        }
        is_heading_[at - from_] = true;
        // "Prosedur", "Tahapan" alone head a section; they name no procedure.
        if (read_heading(line)) {
            return;
        }
        out_.heading = line;
        if (at > from_ &&
            says_only_sop(one_line(sheet_[at - 1].text(sheet_[at - 1].first_filled())))) {
            is_heading_[at - 1 - from_] = true;
        }
    }

    /// Whether a row is of the labelled part of the page, so that the next could continue it.
    [[nodiscard]] bool near_value(std::size_t at) const {
        return sheet_[at].filled() != 1 || sheet_[at].first_filled() != 1 ||
               read_label(sheet_[at].text(sheet_[at].first_filled())).has_value();
    }

    void read_row(const SheetRow& row) {
        std::vector<bool> used(row.cells.size() + 1, false);
        std::vector<std::pair<std::size_t, Label>> labels;
        for (std::size_t column = 1; column <= row.cells.size(); ++column) {
            if (std::optional<Label> label = read_label(row.text(column))) {
                used[column] = true;
                labels.emplace_back(column, std::move(*label));
            }
        }
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const std::size_t end =
                i + 1 < labels.size() ? labels[i + 1].first : row.cells.size() + 1;
            const bool last = i + 1 == labels.size();
            take_label(row, labels[i].first, end, last, labels[i].second, used);
        }
        take_rest(row, used);
    }

    /// The label at `column`; its value is in its own cell, or beside it before `end`.
    void take_label(const SheetRow& row, std::size_t column, std::size_t end, bool last,
                    const Label& label, std::vector<bool>& used) {
        constexpr std::size_t to_the_right = 100'000;
        out_.any_label = true;
        const std::size_t last_column = last ? to_the_right : end - 1;
        std::erase_if(open_, [&](const Open& open) {
            return open.first <= last_column && column <= open.last && open.first >= column;
        });
        for (Open& open : open_) {
            if (open.first < column && open.last >= column) {
                open.last = column - 1;
            }
        }
        open_.push_back({label.field, column, last_column});
        add(label.field, label.value, row.number, column);
        for (std::size_t beside = column + 1; beside < end; ++beside) {
            std::string_view text = trim(row.text(beside));
            while (text.starts_with(':')) {
                text = trim(text.substr(1));
            }
            used[beside] = true;
            add(label.field, text, row.number, beside);
        }
    }

    /// What no label of the row claims goes to the label above it, else to the offices.
    void take_rest(const SheetRow& row, const std::vector<bool>& used) {
        for (std::size_t column = 1; column <= row.cells.size(); ++column) {
            const std::string_view text = trim(row.text(column));
            if (used[column] || text.empty()) {
                continue;
            }
            const auto owner = std::ranges::find_if(open_, [&](const Open& open) {
                return open.first <= column && column <= open.last;
            });
            const bool owned = owner != open_.end() && takes_lines(owner->field);
            if (!owned && names_office(text.substr(0, text.find('\n')))) {
                for (const std::string_view line : split(text, '\n')) {
                    out_.identity.unit_kerja.push_back(one_line(line));
                }
            } else if (owned || (owner != open_.end() && empty(owner->field))) {
                add(owner->field, text, row.number, column);
            } else if (out_.heading.empty() && names_procedure(text)) {
                out_.heading = one_line(text);
            } else if (!says_only_sop(text)) {
                note_outside(row, column, text);
            }
        }
    }

    void note_outside(const SheetRow& row, std::size_t column, std::string_view text) {
        out_.findings.push_back(make_finding(
            "READ-TEXT-OUTSIDE",
            {.row = row.number, .column = static_cast<std::uint32_t>(column), .step = {}},
            {{"text", one_line(text)}}, one_line(text)));
    }

    /// Fields whose value goes on over several rows; the others are one line.
    static bool takes_lines(IdentityField field) { return field >= IdentityField::disahkan; }

    [[nodiscard]] bool empty(IdentityField field) const {
        const auto found = texts_.find(field);
        return found == texts_.end() || found->second.text.empty();
    }

    void add(IdentityField field, std::string_view text, std::uint32_t row, std::size_t column) {
        FieldText& into = texts_[field];
        if (into.place.row == 0 || into.text.empty()) {
            into.place = {.row = row, .column = static_cast<std::uint32_t>(column), .step = {}};
        }
        const std::string_view kept = trim(text);
        if (!kept.empty()) {
            into.text += into.text.empty() ? std::string(kept) : "\n" + std::string(kept);
        }
    }

    [[nodiscard]] std::string line(IdentityField field) const {
        const auto found = texts_.find(field);
        return found == texts_.end() ? std::string() : one_line(found->second.text);
    }

    [[nodiscard]] std::vector<std::string> list(IdentityField field) const {
        const auto found = texts_.find(field);
        return found == texts_.end() ? std::vector<std::string>() : list_items(found->second.text);
    }

    std::optional<Tanggal> tanggal(IdentityField field) {
        const auto found = texts_.find(field);
        if (found == texts_.end()) {
            return std::nullopt;
        }
        TanggalReading reading = read_tanggal(one_line(found->second.text));
        for (Finding& finding : reading.findings) {
            finding.where = found->second.place;
            out_.findings.push_back(std::move(finding));
        }
        return reading.tanggal;
    }

    void fill() {
        Identity& identity = out_.identity;
        identity.nomor = line(IdentityField::nomor);
        identity.nama = line(IdentityField::nama);
        for (const std::string& unit : list(IdentityField::unit_kerja)) {
            identity.unit_kerja.push_back(unit);
        }
        identity.berlaku_sampai = tanggal(IdentityField::berlaku_sampai);
        identity.tanggal_pembuatan = tanggal(IdentityField::tanggal_pembuatan);
        identity.tanggal_revisi = tanggal(IdentityField::tanggal_revisi);
        identity.tanggal_berlaku = tanggal(IdentityField::tanggal_berlaku);
        fill_tanggal_disahkan();
        fill_status();
        identity.disahkan = pengesahan();
        identity.dasar_hukum = list(IdentityField::dasar_hukum);
        identity.kualifikasi_pelaksana = list(IdentityField::kualifikasi_pelaksana);
        identity.keterkaitan = list(IdentityField::keterkaitan);
        identity.peralatan = list(IdentityField::peralatan);
        identity.peringatan = list(IdentityField::peringatan);
        identity.pencatatan = list(IdentityField::pencatatan);
    }

    /// Tanggal Disahkan is another name of Tanggal Berlaku where a form has no other.
    void fill_tanggal_disahkan() {
        const std::optional<Tanggal> disahkan = tanggal(IdentityField::tanggal_disahkan);
        if (!disahkan) {
            return;
        }
        const Place place = texts_[IdentityField::tanggal_disahkan].place;
        if (!out_.identity.tanggal_berlaku) {
            out_.identity.tanggal_berlaku = disahkan;
            out_.findings.push_back(make_finding("READ-TANGGAL-DISAHKAN", place,
                                                 {{"text", disahkan->text}}, disahkan->text));
        } else if (*disahkan != *out_.identity.tanggal_berlaku) {
            out_.findings.push_back(make_finding("READ-TANGGAL-DISAHKAN-LAIN", place,
                                                 {{"text", disahkan->text}}, disahkan->text));
        }
    }

    void fill_status() {
        const std::string text = lower(line(IdentityField::status));
        for (const SopStatus status : {SopStatus::rancangan, SopStatus::berlaku,
                                       SopStatus::digantikan, SopStatus::dicabut}) {
            if (text == name(status)) {
                out_.identity.status = status;
            }
        }
    }

    [[nodiscard]] std::optional<Pengesahan> pengesahan() const;

    const Sheet& sheet_;
    std::size_t from_;
    std::size_t to_;
    std::vector<bool> is_heading_;
    std::vector<Open> open_;
    std::map<IdentityField, FieldText> texts_;
    IdentityReading out_;
};

/// Lines: the post first; the name stands above the line with the NIP.
std::optional<Pengesahan> Reader::pengesahan() const {
    const auto found = texts_.find(IdentityField::disahkan);
    if (found == texts_.end() || says_nothing(found->second.text)) {
        return std::nullopt;
    }
    Pengesahan signed_by{.text = found->second.text, .jabatan = {}, .nama = {}, .nip = {}};
    std::vector<std::string> lines;
    for (const std::string_view piece : split(found->second.text, '\n')) {
        const std::string text = one_line(piece);
        const std::size_t nip = lower(text).find("nip");
        const bool alone = nip == 0 || (nip != text.npos && nip > 0 && text[nip - 1] == ' ');
        const std::size_t digits = text.find_first_of("0123456789", nip == text.npos ? 0 : nip);
        if (nip != text.npos && alone && digits != text.npos) {
            signed_by.nip = text.substr(digits);
            lines.push_back(text.substr(0, nip));
            signed_by.nama = one_line(lines.back());
            lines.pop_back();
            if (signed_by.nama.empty() && lines.size() > 1) {
                signed_by.nama = lines.back();
                lines.pop_back();
            }
        } else if (!says_nothing(text)) {
            lines.push_back(text);
        }
    }
    for (const std::string& each : lines) {
        signed_by.jabatan += signed_by.jabatan.empty() ? each : " " + each;
    }
    return signed_by;
}

} // namespace

IdentityReading read_identity(const Sheet& sheet, std::size_t from, std::size_t to) {
    return Reader(sheet, from, to).read();
}

} // namespace tertib
