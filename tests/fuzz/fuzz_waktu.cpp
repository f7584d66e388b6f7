// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Feeds any bytes to read_waktu and read_tanggal and checks what must hold for every text.
#include "tertib/time/tanggal.hpp"
#include "tertib/time/waktu.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_waktu(std::string_view text, tertib::WaktuPolicy policy) {
    using tertib::WaktuForm;
    const tertib::Waktu waktu = tertib::read_waktu(text, policy).waktu;
    require(waktu.text == text);
    const std::size_t count = waktu.parts.size();
    switch (waktu.form) {
    case WaktuForm::open:
    case WaktuForm::none: require(count == 0 && !waktu.restated && waktu.note.empty()); break;
    case WaktuForm::sum:
    case WaktuForm::alternatives: require(count >= 2); break;
    case WaktuForm::exact:
    case WaktuForm::elapsed: require(count == 1 && waktu.parts[0].min == waktu.parts[0].max); break;
    case WaktuForm::range:
    case WaktuForm::per_item: require(count == 1); break;
    }
    require(waktu.per.has_value() == (waktu.form == WaktuForm::per_item));
    for (const tertib::WaktuPart& part : waktu.parts) {
        require(tertib::Decimal(0) <= part.min && part.min <= part.max);
    }
}

void check_tanggal(std::string_view text) {
    const tertib::TanggalReading reading = tertib::read_tanggal(text);
    if (const auto& tanggal = reading.tanggal) {
        require(tanggal->text == text);
        require(!tanggal->date || (tanggal->date->ok() && tanggal->month));
        require(tanggal->date || !reading.findings.empty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_waktu(text, {});
    check_waktu(text, {.bare_hari = tertib::Reckoning::calendar});
    check_tanggal(text);
    return 0;
}
