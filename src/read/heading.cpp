// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/heading.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tertib {
namespace {

struct Synonym {
    std::string_view words; ///< the heading's words joined by blanks
    ColumnRole role;
};

/// Seen in forms of ministries, provinces and cities; compared word by word, so case, slashes and
/// full stops don't matter.
constexpr std::array synonyms = {
    Synonym{"no", ColumnRole::no},
    Synonym{"nomor", ColumnRole::no},
    Synonym{"no urut", ColumnRole::no},
    Synonym{"uraian", ColumnRole::uraian},
    Synonym{"kegiatan", ColumnRole::uraian},
    Synonym{"aktivitas", ColumnRole::uraian},
    Synonym{"aktifitas", ColumnRole::uraian},
    Synonym{"tahap", ColumnRole::uraian},
    Synonym{"tahapan", ColumnRole::uraian},
    Synonym{"prosedur", ColumnRole::uraian},
    Synonym{"langkah", ColumnRole::uraian},
    Synonym{"proses", ColumnRole::uraian},
    Synonym{"rincian kegiatan", ColumnRole::uraian},
    Synonym{"urutan kegiatan", ColumnRole::uraian},
    Synonym{"jenis kegiatan", ColumnRole::uraian},
    Synonym{"deskripsi", ColumnRole::uraian},
    Synonym{"pelaksana", ColumnRole::pelaksana},
    Synonym{"pelaksanaan", ColumnRole::pelaksana},
    Synonym{"unit pejabat terkait", ColumnRole::pelaksana},
    Synonym{"pejabat terkait", ColumnRole::pelaksana},
    Synonym{"unit terkait", ColumnRole::pelaksana},
    Synonym{"unit kerja terkait", ColumnRole::pelaksana},
    Synonym{"pihak terkait", ColumnRole::pelaksana},
    Synonym{"pihak yang terlibat", ColumnRole::pelaksana},
    Synonym{"pelaku", ColumnRole::pelaksana},
    Synonym{"aktor", ColumnRole::pelaksana},
    Synonym{"penanggung jawab", ColumnRole::pelaksana},
    Synonym{"kelengkapan", ColumnRole::kelengkapan},
    Synonym{"persyaratan", ColumnRole::kelengkapan},
    Synonym{"perlengkapan", ColumnRole::kelengkapan},
    Synonym{"syarat", ColumnRole::kelengkapan},
    Synonym{"input", ColumnRole::kelengkapan},
    Synonym{"masukan", ColumnRole::kelengkapan},
    Synonym{"waktu", ColumnRole::waktu},
    Synonym{"jangka waktu", ColumnRole::waktu},
    Synonym{"lama waktu", ColumnRole::waktu},
    Synonym{"norma waktu", ColumnRole::waktu},
    Synonym{"durasi", ColumnRole::waktu},
    Synonym{"output", ColumnRole::produk},
    Synonym{"out put", ColumnRole::produk},
    Synonym{"produk", ColumnRole::produk},
    Synonym{"keluaran", ColumnRole::produk},
    Synonym{"hasil", ColumnRole::produk},
    Synonym{"keterangan", ColumnRole::keterangan},
    Synonym{"ket", ColumnRole::keterangan},
    Synonym{"catatan", ColumnRole::keterangan},
};

std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& word : list) {
        out += out.empty() ? word : " " + word;
    }
    return out;
}

} // namespace

std::optional<Heading> read_heading(std::string_view cell) {
    const std::string_view open = cell.substr(0, cell.find('('));
    const std::vector<std::string> found = words(open);
    // A heading is a few words; a sentence that begins with "Kegiatan" is not one.
    if (found.empty() || found.size() > 5) {
        return std::nullopt;
    }
    const std::string text = joined(found);
    if (text == "mutu baku" || text == "baku mutu" || text == "standar mutu") {
        return Heading{.mutu_baku = true};
    }
    const auto exact = std::ranges::find(synonyms, std::string_view(text), &Synonym::words);
    if (exact != synonyms.end()) {
        return Heading{.role = exact->role};
    }
    // "Uraian Prosedur", "Persyaratan / Perlengkapan", "Keterangan / Catatan": the first word
    // tells, except where one word alone says too little.
    const auto first =
        std::ranges::find(synonyms, std::string_view(found.front()), &Synonym::words);
    const bool enough = first != synonyms.end() && first->role != ColumnRole::no;
    return enough ? std::optional(Heading{.role = first->role}) : std::nullopt;
}

std::string heading_unit(std::string_view cell) {
    const std::size_t open = cell.find('(');
    const std::size_t close = cell.find(')', open == cell.npos ? 0 : open);
    if (open == cell.npos || close == cell.npos) {
        return "";
    }
    return squeeze(cell.substr(open + 1, close - open - 1));
}

} // namespace tertib
