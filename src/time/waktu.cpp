// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/waktu.hpp"

namespace tertib {

std::string_view name(Satuan satuan) noexcept {
    switch (satuan) {
    case Satuan::menit: return "menit";
    case Satuan::jam: return "jam";
    case Satuan::hari: return "hari";
    case Satuan::minggu: return "minggu";
    case Satuan::bulan: return "bulan";
    case Satuan::tahun: return "tahun";
    }
    return "";
}

std::string_view name(Reckoning reckoning) noexcept {
    switch (reckoning) {
    case Reckoning::working: return "working";
    case Reckoning::calendar: return "calendar";
    case Reckoning::elapsed: return "elapsed";
    }
    return "";
}

std::string_view name(WaktuForm form) noexcept {
    switch (form) {
    case WaktuForm::exact: return "exact";
    case WaktuForm::range: return "range";
    case WaktuForm::sum: return "sum";
    case WaktuForm::alternatives: return "alternatives";
    case WaktuForm::elapsed: return "elapsed";
    case WaktuForm::per_item: return "per_item";
    case WaktuForm::open: return "open";
    case WaktuForm::none: return "none";
    }
    return "";
}

} // namespace tertib
