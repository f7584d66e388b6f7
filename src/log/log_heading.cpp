// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log/log_heading.hpp"

#include "tertib/base/text.hpp"
#include "tertib/log/log_map.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tertib {
namespace {

struct KnownTitle {
    std::string_view words; ///< as title_words makes them
    LogField field;
    unsigned rank;
};

constexpr unsigned by_xes = 0;
constexpr unsigned by_full_name = 1;
constexpr unsigned by_short_name = 2;
constexpr unsigned by_weak_name = 3;

// Weak names are words that often head another thing; they count where nothing better stands.
constexpr std::array known_titles = std::to_array<KnownTitle>({
    {"case concept name", LogField::of_case, by_xes},
    {"concept name", LogField::activity, by_xes},
    {"org resource", LogField::resource, by_xes},
    {"org role", LogField::role, by_xes},
    {"time timestamp", LogField::complete, by_xes},
    {"start timestamp", LogField::start, by_xes},
    {"complete timestamp", LogField::complete, by_xes},

    {"nomor registrasi", LogField::of_case, by_full_name},
    {"nomor permohonan", LogField::of_case, by_full_name},
    {"nomor pendaftaran", LogField::of_case, by_full_name},
    {"nomor berkas", LogField::of_case, by_full_name},
    {"nomor kasus", LogField::of_case, by_full_name},
    {"nomor agenda", LogField::of_case, by_full_name},
    {"case id", LogField::of_case, by_full_name},
    {"caseid", LogField::of_case, by_full_name},
    {"id permohonan", LogField::of_case, by_full_name},
    {"kasus", LogField::of_case, by_short_name},
    {"case", LogField::of_case, by_short_name},
    {"registrasi", LogField::of_case, by_short_name},
    {"permohonan", LogField::of_case, by_weak_name},

    {"tahapan", LogField::activity, by_full_name},
    {"kegiatan", LogField::activity, by_full_name},
    {"aktivitas", LogField::activity, by_full_name},
    {"activity", LogField::activity, by_full_name},
    {"langkah", LogField::activity, by_full_name},
    {"tahap", LogField::activity, by_short_name},
    {"event", LogField::activity, by_weak_name},
    {"proses", LogField::activity, by_weak_name},
    {"uraian", LogField::activity, by_weak_name},
    {"uraian kegiatan", LogField::activity, by_full_name},

    {"petugas", LogField::resource, by_full_name},
    {"nama petugas", LogField::resource, by_full_name},
    {"resource", LogField::resource, by_full_name},
    {"pengguna", LogField::resource, by_short_name},
    {"akun", LogField::resource, by_short_name},
    {"user", LogField::resource, by_short_name},
    {"pelaksana", LogField::role, by_full_name},
    {"jabatan", LogField::role, by_full_name},
    {"role", LogField::role, by_full_name},

    {"hasil", LogField::outcome, by_full_name},
    {"outcome", LogField::outcome, by_full_name},
    {"keputusan", LogField::outcome, by_full_name},

    {"tanggal mulai", LogField::start, by_full_name},
    {"waktu mulai", LogField::start, by_full_name},
    {"jam mulai", LogField::start, by_short_name},
    {"mulai", LogField::start, by_short_name},
    {"start", LogField::start, by_short_name},
    {"start time", LogField::start, by_full_name},

    {"tanggal selesai", LogField::complete, by_full_name},
    {"waktu selesai", LogField::complete, by_full_name},
    {"jam selesai", LogField::complete, by_short_name},
    {"selesai", LogField::complete, by_short_name},
    {"complete", LogField::complete, by_short_name},
    {"complete time", LogField::complete, by_full_name},
    {"end time", LogField::complete, by_full_name},
    {"end", LogField::complete, by_short_name},
    {"timestamp", LogField::complete, by_short_name},
    {"tanggal", LogField::complete, by_weak_name},
    {"waktu", LogField::complete, by_weak_name},
});

/// The words of a title with abbreviations written out; a title of many words is no title.
std::vector<std::string> title_words(std::string_view title) {
    constexpr std::size_t longest_title = 200;
    std::vector<std::string> found = words(title.substr(0, longest_title));
    for (std::string& word : found) {
        if (word == "no" || word == "nmr") {
            word = "nomor";
        } else if (word == "tgl") {
            word = "tanggal";
        } else if (word == "reg") {
            word = "registrasi";
        }
    }
    return found;
}

std::string joined(const std::vector<std::string>& pieces, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < pieces.size(); ++i) {
        text += (i == from ? "" : " ") + pieces[i];
    }
    return text;
}

using Title = std::string MapColumns::*;
constexpr std::array<Title, log_field_count> titles = {
    &MapColumns::of_case, &MapColumns::activity, &MapColumns::resource, &MapColumns::role,
    &MapColumns::outcome, &MapColumns::start,    &MapColumns::complete};

} // namespace

std::optional<LogHeading> find_heading(std::string_view title) {
    const std::string found = joined(title_words(title), 0);
    const auto known = std::ranges::find(known_titles, found, &KnownTitle::words);
    if (known == known_titles.end()) {
        return std::nullopt;
    }
    return LogHeading{known->field, known->rank};
}

bool names_a_date(std::string_view title) {
    const std::vector<std::string> found = title_words(title);
    return !found.empty() && (found.front() == "tanggal" || found.front() == "waktu");
}

std::string without_date_word(std::string_view title) {
    return joined(title_words(title), names_a_date(title) ? 1 : 0);
}

const std::string& mapped_title(const MapColumns& columns, LogField field) {
    return columns.*titles.at(static_cast<std::size_t>(field));
}

std::string& mapped_title(MapColumns& columns, LogField field) {
    return columns.*titles.at(static_cast<std::size_t>(field));
}

} // namespace tertib
