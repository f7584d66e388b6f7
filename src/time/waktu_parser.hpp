// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/waktu.hpp"
#include "time/waktu_scanner.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::scan {

/// The grammatical half of reading a waktu: tokens in, terms and what was said around them out.
/// It doesn't decide what form the waktu has (time/waktu.cpp does), and it gives up at the first
/// token that it can't place: half of a waktu is not a waktu.

/// How a term hangs on those before it.
enum class Join : std::uint8_t { first, sum, alternative };

struct Term {
    WaktuPart part;
    Join join = Join::first;
    bool range = false;
};

/// Something odd that was met on the way; becomes a finding.
struct Remark {
    std::string_view code;
    std::vector<Argument> arguments;
};

struct Parsed {
    std::vector<Term> terms;
    std::optional<WaktuPart> restated;
    std::size_t restated_after = 0; ///< how many terms stood before the restatement
    std::optional<std::string> per;
    std::string note;
    bool approximate = false;
    bool least = false; ///< only a lower bound: minimal 3 hari
    std::vector<Remark> remarks;
    std::string_view failure; ///< the code of a message; empty if all was read
};

/// Reads tokens (the last of kind end) that were cut from `text`.
[[nodiscard]] Parsed parse(std::string_view text, std::span<const Token> tokens,
                           WaktuPolicy policy);

} // namespace tertib::scan
