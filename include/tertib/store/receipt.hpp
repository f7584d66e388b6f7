// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/digest.hpp"
#include "tertib/base/finding.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tertib {

/// What was written for a command: the numbers of its events in the case, and the link of the last
/// one. Whoever keeps it can show later that the journal still holds what was answered.
struct Receipt {
    std::string case_id;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    Sha256 hash = {}; ///< of event `last`

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// A receipt with the key that its command came with.
struct KeyedReceipt {
    Receipt receipt;
    std::string asked; ///< digest of what was asked, so that a key isn't used for two things

    friend bool operator==(const KeyedReceipt&, const KeyedReceipt&) = default;
};

/// The answer to a command: a receipt once it is durable, or the reason why not.
struct Reply {
    std::optional<Receipt> receipt;
    std::optional<Finding> refusal;
    bool repeated = false; ///< the key was known: this is the answer that was given first

    friend bool operator==(const Reply&, const Reply&) = default;
};

} // namespace tertib
