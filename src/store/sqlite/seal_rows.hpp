// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/statements.hpp"
#include "tertib/store/transaction.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tertib::sqlite {

/// Seals and their heads from their rows and back. Throws Error(damaged) for rows that can't be.
void write_seal(Statements& statements, const Seal& seal);
void write_seal_head(Statements& statements, const SealHead& head);
[[nodiscard]] std::optional<Seal> read_last_seal(Statements& statements);
[[nodiscard]] std::vector<Seal> read_seals(Statements& statements, std::uint64_t after,
                                           std::size_t limit);
[[nodiscard]] std::vector<SealHead> read_seal_heads(Statements& statements, std::uint64_t seal,
                                                    std::string_view after, std::size_t limit);
[[nodiscard]] std::vector<SealHead> read_heads_of(Statements& statements, std::string_view case_id);
[[nodiscard]] std::vector<UnsealedCase> read_unsealed(Statements& statements,
                                                      std::string_view after, std::size_t limit);

} // namespace tertib::sqlite
