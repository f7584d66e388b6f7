// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"

#include <cstdint>
#include <string>

namespace tertib {

/// A number of what a log says of a case: its events in their order, with texts, instants,
/// precisions and further columns. The same on every machine and whatever the rest of the log is;
/// no seal (FNV-1a of 64 bits): it tells a case that changed from one that didn't.
[[nodiscard]] std::uint64_t case_print(const EventLog& log, Code of_case);
/// As 16 hexadecimal digits.
[[nodiscard]] std::string case_print_text(std::uint64_t print);

} // namespace tertib
