// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/decimal.hpp"
#include "tertib/base/finding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The units in which an SOP states a waktu.
enum class Satuan : std::uint8_t { menit, jam, hari, minggu, bulan, tahun };

/// How a unit is counted: in the office's working time, on the civil calendar, or by the clock
/// on the wall.
enum class Reckoning : std::uint8_t { working, calendar, elapsed };

/// The forms that a waktu takes in real documents.
enum class WaktuForm : std::uint8_t {
    exact,        ///< 180 Menit · ± 15 Menit · 480 Menit (8 Jam)
    range,        ///< 1-3 Hari
    sum,          ///< 1 jam 30 menit · 1 Bulan + 2 Hari Kerja
    alternatives, ///< 120 Menit / 3 Hari
    elapsed,      ///< 1 x 24 jam
    per_item,     ///< 15 Menit per berkas
    open,         ///< Sesuai Kontrak / SPK, and whatever could not be read
    none,         ///< - or nothing
};

/// One amount with its unit; min and max differ only in a range.
struct WaktuPart {
    Decimal min;
    Decimal max;
    Satuan satuan = Satuan::menit;
    Reckoning reckoning = Reckoning::working;
    /// The reckoning was not written and comes from the policy (bare "Hari", "Bulan").
    bool assumed = false;

    friend bool operator==(const WaktuPart&, const WaktuPart&) = default;
};

/// The time allowed for a step: as written, and what it means. A plain immutable value.
///
///     Waktu w = read_waktu("480 Menit (8 Jam)").waktu;
///     w.form;                    // WaktuForm::exact
///     w.parts[0].max.units();    // 480
///     w.restated->satuan;        // Satuan::jam
///
/// parts: one for exact, range, elapsed and per_item; two or more for sum and alternatives;
/// none for open and none. The text as written always survives.
struct Waktu {
    std::string text;
    WaktuForm form = WaktuForm::none;
    bool approximate = false;          ///< written with ±, kurang lebih, sekitar
    std::optional<std::string> per;    ///< what is counted: "berkas"
    std::optional<WaktuPart> restated; ///< the doubled notation: (8 Jam)
    std::string note;                  ///< a season or remark: "Januari–Februari"
    std::vector<WaktuPart> parts;

    friend bool operator==(const Waktu&, const Waktu&) = default;
};

/// How to read what a text leaves open (shared/time.md: bare "Hari" is the likelier hari kerja).
struct WaktuPolicy {
    Reckoning bare_hari = Reckoning::working;
};

struct WaktuReading {
    Waktu waktu;
    std::vector<Finding> findings; ///< codes WAKTU-…; their place is filled in by the caller
};

/// Reads a waktu as it stands in a document. Never throws for its text: what can't be read is of
/// form open, with a finding. Linear in the length of the text.
[[nodiscard]] WaktuReading read_waktu(std::string_view text, WaktuPolicy policy = {});

/// The names used in JSON: "menit" …; "working" …; "exact" ….
[[nodiscard]] std::string_view name(Satuan satuan) noexcept;
[[nodiscard]] std::string_view name(Reckoning reckoning) noexcept;
[[nodiscard]] std::string_view name(WaktuForm form) noexcept;

} // namespace tertib
