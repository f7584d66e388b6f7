// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/layout.hpp"

namespace tertib {

std::string_view name(ColumnRole role) noexcept {
    switch (role) {
    case ColumnRole::no: return "no";
    case ColumnRole::uraian: return "uraian";
    case ColumnRole::pelaksana: return "pelaksana";
    case ColumnRole::kelengkapan: return "kelengkapan";
    case ColumnRole::waktu: return "waktu";
    case ColumnRole::produk: return "produk";
    case ColumnRole::keterangan: return "keterangan";
    case ColumnRole::unknown: return "unknown";
    }
    return "";
}

} // namespace tertib
