// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log_source.hpp"

#include "tertib/read/byte_source.hpp"
#include "tertib/store/journal_log.hpp"

#include <string_view>

namespace tertib::tool {

/// Whether the bytes begin like a store or an exported journal: a log of one's own.
[[nodiscard]] bool is_own_journal(std::string_view front) noexcept;

/// The log of the store or export whose bytes begin with the source's front. Stamps are shown in the
/// zone of the map, else in that of the store's calendars, else in +07. Throws Failure for a store on
/// standard input and for one that can't be read, Error for an export that doesn't hold.
[[nodiscard]] JournalLog load_journal(const LogRequest& request, PeekedSource peeked,
                                      const LogMap& map, JournalRows rows);

/// The given map with what a journal's own adds: the given one goes first.
[[nodiscard]] LogMap with_journal(LogMap given, const LogMap& journal);

} // namespace tertib::tool
