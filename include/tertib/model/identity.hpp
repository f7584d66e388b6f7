// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/tanggal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The state of an SOP among its versions.
enum class SopStatus : std::uint8_t { unknown, rancangan, berlaku, digantikan, dicabut };

/// Who put the SOP in force, as far as the copy shows it.
struct Pengesahan {
    std::string text; ///< the whole cell as written
    std::string jabatan;
    std::string nama;
    std::string nip;

    friend bool operator==(const Pengesahan&, const Pengesahan&) = default;
};

/// The identity page of an SOP. A plain value; an empty text or list was not stated.
struct Identity {
    std::string nomor;
    std::string nama;
    std::vector<std::string> unit_kerja; ///< lines, from the highest office down
    SopStatus status = SopStatus::unknown;
    std::optional<Tanggal> berlaku_sampai;
    std::optional<Tanggal> tanggal_pembuatan;
    std::optional<Tanggal> tanggal_revisi;
    std::optional<Tanggal> tanggal_berlaku;
    std::optional<Pengesahan> disahkan;
    std::vector<std::string> dasar_hukum;
    std::vector<std::string> kualifikasi_pelaksana;
    std::vector<std::string> keterkaitan;
    std::vector<std::string> peralatan;
    std::vector<std::string> peringatan;
    std::vector<std::string> pencatatan;

    friend bool operator==(const Identity&, const Identity&) = default;
};

/// The names used in JSON: "unknown", "rancangan", "berlaku", "digantikan", "dicabut".
[[nodiscard]] std::string_view name(SopStatus status) noexcept;

} // namespace tertib
