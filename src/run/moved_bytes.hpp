// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// The records of an event that tells a migration, as the journal keeps them (docs/journal.md).
[[nodiscard]] std::string encode(const MovedTask& moved);
[[nodiscard]] std::string encode(const MovedRecord& record);
/// Throw Error(format), naming what is wrong.
[[nodiscard]] MovedTask read_moved(std::string_view bytes);
[[nodiscard]] MovedRecord read_record(std::string_view bytes);

} // namespace tertib
