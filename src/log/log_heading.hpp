// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

struct MapColumns;

/// What a column of a table of events says.
enum class LogField : std::uint8_t { of_case, activity, resource, role, outcome, start, complete };
inline constexpr std::size_t log_field_count = 7;

/// A title that is recognised, and how surely: of two columns for one field the better is taken,
/// of equal ones the first.
struct LogHeading {
    LogField field = LogField::of_case;
    unsigned rank = 0; ///< 0 is the best
};

/// The field that a column's title names: the names of XES (case:concept:name, time:timestamp),
/// the words of offices (Nomor Registrasi, Tahapan, Petugas, Jabatan, Tgl Mulai, Tgl Selesai) and
/// the usual English ones. Case, blanks and punctuation don't count. Nothing for any other.
[[nodiscard]] std::optional<LogHeading> find_heading(std::string_view title);

/// Whether a title announces a date, whatever of: "Tgl Verifikasi", "Tanggal Terbit".
[[nodiscard]] bool names_a_date(std::string_view title);

/// A date's title without its first word: "Verifikasi".
[[nodiscard]] std::string without_date_word(std::string_view title);

/// The title that a map gives to a field, "" for none.
[[nodiscard]] const std::string& mapped_title(const MapColumns& columns, LogField field);
[[nodiscard]] std::string& mapped_title(MapColumns& columns, LogField field);

} // namespace tertib
