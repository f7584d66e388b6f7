// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"

#include <cstdint>

namespace tertib {

/// A store in memory whose journal is the same in every run: hashes can be compared, and a journal
/// kept as a file beside the test. Never for real cases: anybody can guess its salts.
///
///     Store store = test_store();
///     store.verify().holds();
///
/// `options.salt` is kept if it is there.
[[nodiscard]] Store test_store(StoreOptions options = {});

/// Salts that are never twice the same and the same in every run; another seed gives others.
[[nodiscard]] SaltSource repeatable_salts(std::uint64_t seed = 0);

} // namespace tertib
