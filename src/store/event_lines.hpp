// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/registry.hpp"
#include "tertib/store/store.hpp"

#include <map>
#include <optional>
#include <string>

namespace tertib {

/// Writes events as lines of an export, those of a case in order, each on the clock of the calendar
/// that its case runs by then. Borrows what it is made of.
class EventLines {
public:
    EventLines(Transaction& transaction, Registry& registry, const LineOptions& options);

    /// Throws Error(damaged), naming the event, for bytes that are none.
    [[nodiscard]] std::string line_of(const StoredEvent& stored);

private:
    [[nodiscard]] std::string line_of(const StoredEvent& stored, const SealedEvent& sealed);

    LineOptions options_;
    std::map<std::string, Zone, std::less<>> zones_; ///< by digest of the calendar
    Zone office_;
    Zone zone_; ///< of the case whose events come
};

} // namespace tertib
