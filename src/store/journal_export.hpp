// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"

#include <functional>
#include <string_view>

namespace tertib {

/// Every line of an export, each with its end. Memory doesn't grow with the journal.
void export_lines(Transaction& transaction, Zone zone,
                  const std::function<void(std::string_view line)>& write);

} // namespace tertib
