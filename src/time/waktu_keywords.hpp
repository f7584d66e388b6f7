// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/waktu_scanner.hpp"

#include <string_view>

namespace tertib::scan {

/// A word that the grammar of waktu knows, in lower case.
struct Keyword {
    std::string_view spelling;
    Kind kind = Kind::word;
    Satuan satuan = Satuan::menit;
};

/// The keyword of a word in any case, or nullptr.
[[nodiscard]] const Keyword* find_keyword(std::string_view word) noexcept;

} // namespace tertib::scan
