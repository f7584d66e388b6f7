// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/label.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

namespace tertib {
namespace {

struct Spelling {
    std::string_view words;
    IdentityField field;
};

/// Compared word by word: case, colons, slashes, full stops and "&" don't matter.
constexpr std::array spellings = {
    Spelling{"nomor sop", IdentityField::nomor},
    Spelling{"no sop", IdentityField::nomor},
    Spelling{"nomor spo", IdentityField::nomor},
    Spelling{"no spo", IdentityField::nomor},
    Spelling{"nomor pos", IdentityField::nomor},
    Spelling{"no pos", IdentityField::nomor},
    Spelling{"nomor protap", IdentityField::nomor},
    Spelling{"no protap", IdentityField::nomor},
    Spelling{"no dok", IdentityField::nomor},
    Spelling{"no dokumen", IdentityField::nomor},
    Spelling{"nomor dokumen", IdentityField::nomor},
    Spelling{"nomor", IdentityField::nomor},
    Spelling{"kode sop", IdentityField::nomor},
    Spelling{"nama sop", IdentityField::nama},
    Spelling{"nama spo", IdentityField::nama},
    Spelling{"nama pos", IdentityField::nama},
    Spelling{"nama protap", IdentityField::nama},
    Spelling{"nama prosedur", IdentityField::nama},
    Spelling{"judul sop", IdentityField::nama},
    Spelling{"judul", IdentityField::nama},
    Spelling{"nama dokumen", IdentityField::nama},
    Spelling{"judul dokumen", IdentityField::nama},
    Spelling{"unit kerja", IdentityField::unit_kerja},
    Spelling{"nama unit kerja", IdentityField::unit_kerja},
    Spelling{"satuan kerja", IdentityField::unit_kerja},
    Spelling{"unit organisasi", IdentityField::unit_kerja},
    Spelling{"perangkat daerah", IdentityField::unit_kerja},
    Spelling{"instansi", IdentityField::unit_kerja},
    Spelling{"status", IdentityField::status},
    Spelling{"status sop", IdentityField::status},
    Spelling{"berlaku sampai", IdentityField::berlaku_sampai},
    Spelling{"berlaku sampai dengan", IdentityField::berlaku_sampai},
    Spelling{"berlaku hingga", IdentityField::berlaku_sampai},
    Spelling{"tanggal pembuatan", IdentityField::tanggal_pembuatan},
    Spelling{"tgl pembuatan", IdentityField::tanggal_pembuatan},
    Spelling{"tanggal dibuat", IdentityField::tanggal_pembuatan},
    Spelling{"tanggal penyusunan", IdentityField::tanggal_pembuatan},
    Spelling{"tanggal revisi", IdentityField::tanggal_revisi},
    Spelling{"tgl revisi", IdentityField::tanggal_revisi},
    Spelling{"tanggal perubahan", IdentityField::tanggal_revisi},
    Spelling{"tanggal efektif", IdentityField::tanggal_berlaku},
    Spelling{"tgl efektif", IdentityField::tanggal_berlaku},
    Spelling{"tanggal berlaku", IdentityField::tanggal_berlaku},
    Spelling{"tgl berlaku", IdentityField::tanggal_berlaku},
    Spelling{"tanggal mulai berlaku", IdentityField::tanggal_berlaku},
    Spelling{"mulai berlaku", IdentityField::tanggal_berlaku},
    Spelling{"tanggal pemberlakuan", IdentityField::tanggal_berlaku},
    Spelling{"tanggal disahkan", IdentityField::tanggal_disahkan},
    Spelling{"tgl disahkan", IdentityField::tanggal_disahkan},
    Spelling{"tanggal pengesahan", IdentityField::tanggal_disahkan},
    Spelling{"tgl pengesahan", IdentityField::tanggal_disahkan},
    Spelling{"disahkan", IdentityField::disahkan},
    Spelling{"disahkan oleh", IdentityField::disahkan},
    Spelling{"disyahkan oleh", IdentityField::disahkan},
    Spelling{"disetujui oleh", IdentityField::disahkan},
    Spelling{"ditetapkan oleh", IdentityField::disahkan},
    Spelling{"pengesahan", IdentityField::disahkan},
    Spelling{"dasar hukum", IdentityField::dasar_hukum},
    Spelling{"landasan hukum", IdentityField::dasar_hukum},
    Spelling{"kualifikasi pelaksana", IdentityField::kualifikasi_pelaksana},
    Spelling{"kualifikasi pelaksanaan", IdentityField::kualifikasi_pelaksana},
    Spelling{"kualifikasi", IdentityField::kualifikasi_pelaksana},
    Spelling{"keterkaitan", IdentityField::keterkaitan},
    Spelling{"keterkaitan sop", IdentityField::keterkaitan},
    Spelling{"keterkaitan dengan sop lain", IdentityField::keterkaitan},
    Spelling{"keterkaitan dengan sop", IdentityField::keterkaitan},
    Spelling{"sop terkait", IdentityField::keterkaitan},
    Spelling{"peralatan", IdentityField::peralatan},
    Spelling{"perlengkapan", IdentityField::peralatan},
    Spelling{"peralatan perlengkapan", IdentityField::peralatan},
    Spelling{"peralatan dan perlengkapan", IdentityField::peralatan},
    Spelling{"perlengkapan peralatan", IdentityField::peralatan},
    Spelling{"peringatan", IdentityField::peringatan},
    Spelling{"pencatatan", IdentityField::pencatatan},
    Spelling{"pencatatan dan pendataan", IdentityField::pencatatan},
    Spelling{"pencatatan pendataan", IdentityField::pencatatan},
    Spelling{"pencatatan dan pendaftaran", IdentityField::pencatatan},
    Spelling{"pencatatan pendaftaran", IdentityField::pencatatan},
    Spelling{"pendataan dan pencatatan", IdentityField::pencatatan},
    Spelling{"pencatatan dan pelaporan", IdentityField::pencatatan},
};

std::optional<IdentityField> field_of(std::string_view text) {
    // A label is short; this keeps long cells cheap.
    constexpr std::size_t longest = 80;
    if (text.size() > longest) {
        return std::nullopt;
    }
    std::string joined;
    for (const std::string& word : words(text)) {
        joined += joined.empty() ? word : " " + word;
    }
    const auto found = std::ranges::find(spellings, std::string_view(joined), &Spelling::words);
    return found == spellings.end() ? std::nullopt : std::optional(found->field);
}

} // namespace

std::optional<Label> read_label(std::string_view cell) {
    const std::string_view text = trim(cell);
    if (const std::optional<IdentityField> field = field_of(text)) {
        return Label{.field = *field, .value = {}};
    }
    const std::size_t end = text.find_first_of(":\n");
    if (end == text.npos) {
        return std::nullopt;
    }
    const std::optional<IdentityField> field = field_of(text.substr(0, end));
    if (!field) {
        return std::nullopt;
    }
    std::string_view value = trim(text.substr(end + 1));
    while (value.starts_with(':')) {
        value = trim(value.substr(1));
    }
    return Label{.field = *field, .value = std::string(value)};
}

} // namespace tertib
