// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_keywords.hpp"

#include "time/ascii.hpp"

#include <algorithm>
#include <array>

namespace tertib::scan {
namespace {

constexpr std::array<Keyword, 115> keywords{{
    {"and", Kind::dan, Satuan::menit},
    {"antara", Kind::filler, Satuan::menit},
    {"atau", Kind::atau, Satuan::menit},
    {"banyak", Kind::bound, Satuan::menit},
    {"bln", Kind::unit, Satuan::bulan},
    {"bulan", Kind::unit, Satuan::bulan},
    {"calendar", Kind::kalender, Satuan::menit},
    {"cepat", Kind::least, Satuan::menit},
    {"dalam", Kind::filler, Satuan::menit},
    {"dan", Kind::dan, Satuan::menit},
    {"dari", Kind::dari, Satuan::menit},
    {"day", Kind::unit, Satuan::hari},
    {"days", Kind::unit, Satuan::hari},
    {"dengan", Kind::dengan, Satuan::menit},
    {"detik", Kind::second, Satuan::menit},
    {"disesuaikan", Kind::open, Satuan::menit},
    {"dtk", Kind::second, Satuan::menit},
    {"fleksibel", Kind::open, Satuan::menit},
    {"hari", Kind::unit, Satuan::hari},
    {"harikerja", Kind::hari_kerja, Satuan::hari},
    {"hingga", Kind::range, Satuan::menit},
    {"hk", Kind::hari_kerja, Satuan::hari},
    {"hour", Kind::unit, Satuan::jam},
    {"hours", Kind::unit, Satuan::jam},
    {"hrs", Kind::unit, Satuan::jam},
    {"insidental", Kind::open, Satuan::menit},
    {"insidentil", Kind::open, Satuan::menit},
    {"j", Kind::unit, Satuan::jam},
    {"jam", Kind::unit, Satuan::jam},
    {"jangka", Kind::filler, Satuan::menit},
    {"jm", Kind::unit, Satuan::jam},
    {"kalender", Kind::kalender, Satuan::menit},
    {"kali", Kind::times, Satuan::menit},
    {"kerja", Kind::kerja, Satuan::menit},
    {"kira-kira", Kind::approximate, Satuan::menit},
    {"kondisional", Kind::open, Satuan::menit},
    {"kurang", Kind::kurang, Satuan::menit},
    {"kurleb", Kind::approximate, Satuan::menit},
    {"lama", Kind::bound, Satuan::menit},
    {"lambat", Kind::bound, Satuan::menit},
    {"lebih", Kind::lebih, Satuan::menit},
    {"lk", Kind::approximate, Satuan::menit},
    {"maks", Kind::bound, Satuan::menit},
    {"maksimal", Kind::bound, Satuan::menit},
    {"maksimum", Kind::bound, Satuan::menit},
    {"max", Kind::bound, Satuan::menit},
    {"maximal", Kind::bound, Satuan::menit},
    {"maximum", Kind::bound, Satuan::menit},
    {"menit", Kind::unit, Satuan::menit},
    {"menyesuaikan", Kind::open, Satuan::menit},
    {"mgg", Kind::unit, Satuan::minggu},
    {"min", Kind::unit, Satuan::menit},
    {"minggu", Kind::unit, Satuan::minggu},
    {"minimal", Kind::least, Satuan::menit},
    {"minimum", Kind::least, Satuan::menit},
    {"mins", Kind::unit, Satuan::menit},
    {"minute", Kind::unit, Satuan::menit},
    {"minutes", Kind::unit, Satuan::menit},
    {"mnt", Kind::unit, Satuan::menit},
    {"month", Kind::unit, Satuan::bulan},
    {"months", Kind::unit, Satuan::bulan},
    {"or", Kind::atau, Satuan::menit},
    {"paling", Kind::paling, Satuan::menit},
    {"pekan", Kind::unit, Satuan::minggu},
    {"per", Kind::per, Satuan::menit},
    {"perkiraan", Kind::approximate, Satuan::menit},
    {"plus", Kind::plus, Satuan::menit},
    {"rata-rata", Kind::approximate, Satuan::menit},
    {"relatif", Kind::open, Satuan::menit},
    {"saja", Kind::filler, Satuan::menit},
    {"sampai", Kind::range, Satuan::menit},
    {"sd", Kind::range, Satuan::menit},
    {"sebulan", Kind::one_unit, Satuan::bulan},
    {"sec", Kind::second, Satuan::menit},
    {"second", Kind::second, Satuan::menit},
    {"seconds", Kind::second, Satuan::menit},
    {"secs", Kind::second, Satuan::menit},
    {"sedikit", Kind::least, Satuan::menit},
    {"sedikitnya", Kind::least, Satuan::menit},
    {"segera", Kind::open, Satuan::menit},
    {"sehari", Kind::one_unit, Satuan::hari},
    {"sejak", Kind::since, Satuan::menit},
    {"sejam", Kind::one_unit, Satuan::jam},
    {"sekitar", Kind::approximate, Satuan::menit},
    {"sekurang-kurangnya", Kind::least, Satuan::menit},
    {"selama", Kind::filler, Satuan::menit},
    {"selama-lamanya", Kind::bound, Satuan::menit},
    {"selambat-lambatnya", Kind::bound, Satuan::menit},
    {"semenit", Kind::one_unit, Satuan::menit},
    {"seminggu", Kind::one_unit, Satuan::minggu},
    {"sepekan", Kind::one_unit, Satuan::minggu},
    {"sesuai", Kind::open, Satuan::menit},
    {"sesudah", Kind::since, Satuan::menit},
    {"setahun", Kind::one_unit, Satuan::tahun},
    {"setelah", Kind::since, Satuan::menit},
    {"setiap", Kind::per, Satuan::menit},
    {"sewaktu-waktu", Kind::open, Satuan::menit},
    {"singkat", Kind::least, Satuan::menit},
    {"situasional", Kind::open, Satuan::menit},
    {"tahun", Kind::unit, Satuan::tahun},
    {"takwim", Kind::kalender, Satuan::menit},
    {"tentatif", Kind::open, Satuan::menit},
    {"tergantung", Kind::open, Satuan::menit},
    {"terhitung", Kind::since, Satuan::menit},
    {"th", Kind::unit, Satuan::tahun},
    {"thn", Kind::unit, Satuan::tahun},
    {"tiap", Kind::per, Satuan::menit},
    {"to", Kind::range, Satuan::menit},
    {"waktu", Kind::filler, Satuan::menit},
    {"week", Kind::unit, Satuan::minggu},
    {"weeks", Kind::unit, Satuan::minggu},
    {"working", Kind::kerja, Satuan::menit},
    {"x", Kind::times, Satuan::menit},
    {"year", Kind::unit, Satuan::tahun},
    {"years", Kind::unit, Satuan::tahun},
}};

static_assert(std::ranges::is_sorted(keywords, {}, &Keyword::spelling));

constexpr std::size_t longest = std::ranges::max(keywords, {}, [](const Keyword& keyword) {
                                    return keyword.spelling.size();
                                }).spelling.size();

} // namespace

const Keyword* find_keyword(std::string_view word) noexcept {
    if (word.size() > longest) {
        return nullptr;
    }
    std::array<char, longest> buffer{};
    std::ranges::transform(word, buffer.begin(), ascii::lower);
    const std::string_view lowered(buffer.data(), word.size());
    const auto* found = std::ranges::lower_bound(keywords, lowered, {}, &Keyword::spelling);
    return found != keywords.end() && found->spelling == lowered ? found : nullptr;
}

} // namespace tertib::scan
