// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/seal.hpp"
#include "tertib/store/transaction.hpp"

#include <string>

namespace tertib {

/// Seals what no seal covers yet: finds the cases that got events, keeps their heads, and keeps the
/// seal. A seal without any is made too: it says that there was nothing new. Throws Error(argument)
/// for a moment before the last seal's.
[[nodiscard]] Seal make_seal(Transaction& transaction, Instant now);

/// The digest of a seal, made anew of what is kept of it.
struct SealSum {
    Sha256 digest{};
    std::uint64_t heads = 0;
};
[[nodiscard]] SealSum sum_of(Transaction& transaction, const Seal& seal);

/// The parts of seal_bytes(): what stands before the heads, and one head.
[[nodiscard]] std::string seal_front_bytes(const Seal& seal);
[[nodiscard]] std::string seal_head_bytes(const SealHead& head);

} // namespace tertib
