// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/time/waktu.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Limits and policies of reading. The defaults suit documents of offices.
struct ReadOptions {
    std::string name; ///< a file name or media type as a hint; the bytes have the last word
    WaktuPolicy waktu;
    std::size_t max_bytes = std::size_t{64} << 20;
    std::size_t max_text = std::size_t{1} << 20; ///< of one cell, in bytes
    std::size_t max_steps = 10'000;
    std::size_t max_columns = 1'000;
    std::size_t max_cells = 1'000'000; ///< of one document; bounds its rows as well
    std::size_t max_flows = 100'000;
    std::size_t max_sops = 1'000;
};

/// One SOP of a document and what was noticed while reading it.
struct SopReading {
    Sop sop;
    std::vector<Finding> findings;
};

/// Reads every SOP of a document: tab-separated text, HTML, Markdown, or tertib's own JSON.
/// Odd cells are findings. Throws Error(format) where the bytes are in no known format or hold no
/// SOP table, Error(limit) past a limit, which it names. Pure; any thread; the bytes are not kept.
///
///     for (const SopReading& reading : read_sops(bytes)) …
[[nodiscard]] std::vector<SopReading> read_sops(std::string_view bytes,
                                                const ReadOptions& options = {});

} // namespace tertib
