// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// The parts of an identity page.
enum class IdentityField : std::uint8_t {
    nomor,
    nama,
    unit_kerja,
    status,
    berlaku_sampai,
    tanggal_pembuatan,
    tanggal_revisi,
    tanggal_berlaku,
    tanggal_disahkan,
    disahkan,
    dasar_hukum,
    kualifikasi_pelaksana,
    keterkaitan,
    peralatan,
    peringatan,
    pencatatan
};

/// A label of the identity page and, where it stands in the same cell ("Nomor SOP : 12"), its
/// value.
struct Label {
    IdentityField field{};
    std::string value;
};

/// Reads a cell as a label in the spellings of real documents; nothing for any other text.
[[nodiscard]] std::optional<Label> read_label(std::string_view cell);

} // namespace tertib
