// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision.hpp"

#include <cstdint>
#include <string>

namespace tertib::tool {

/// `tertib delegate`: a person holds a post, or acts for its holder. Makes the store if there is
/// none.
struct DelegateRequest {
    std::string person;
    std::string pelaksana;
    std::string kind; ///< "plh" …
    std::string surat;
};
[[nodiscard]] Outcome delegate_verb(const DecisionRequest& request, const DelegateRequest& post,
                                    const Manner& manner);

/// `tertib delegate end N`: the holding that began with event N ends earlier.
struct EndRequest {
    std::uint64_t holding = 0;
    std::string surat;
};
[[nodiscard]] Outcome delegate_end_verb(const DecisionRequest& request, const EndRequest& end,
                                        const Manner& manner);

/// `tertib delegate list [--at DATE]`: all, or those of a day.
struct OfficeListRequest {
    std::string store;
    std::string at; ///< a day; "": all
};
[[nodiscard]] Outcome delegate_list_verb(const OfficeListRequest& request, const Manner& manner);

} // namespace tertib::tool
