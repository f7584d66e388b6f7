// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"

#include <memory>

namespace tertib {

/// A database that forgets everything when it goes: for tests, and for trying things.
///
///     Store store(open_memory());
[[nodiscard]] std::unique_ptr<Database> open_memory();

} // namespace tertib
