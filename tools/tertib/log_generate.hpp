// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tertib::tool {

struct LogGenerateRequest {
    DocumentRequest document;
    std::string calendar; ///< as people name it; "": the usual one
    std::string people;   ///< the path of a map with people, "" for none
    std::string from;     ///< days
    std::string until;
    int year = 0;          ///< a whole year of an office instead; 0: none
    std::size_t cases = 0; ///< 0: 1,000
    std::uint64_t seed = 1;
    std::vector<std::string> plants; ///< LATE-STEP=20
    bool documents = false;          ///< columns for kelengkapan and produk
    std::string truth;               ///< where to write what was planted, "" for nowhere
    std::string map;                 ///< where to write people and columns
    std::string out;                 ///< the log; "-" is standard output
    std::string to;                  ///< its format; "" for what the end of `out` says
};

/// `tertib log generate`: a made-up log of an SOP, with deviations in known places.
[[nodiscard]] Outcome log_generate_verb(const LogGenerateRequest& request, const Manner& manner);

} // namespace tertib::tool
