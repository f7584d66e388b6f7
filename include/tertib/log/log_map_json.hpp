// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_map.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// The map as JSON, `tertib.map/1` (docs/schema/map.json). Reading it back gives an equal map.
[[nodiscard]] std::string to_json(const LogMap& map);

/// Reads such a map. It is typed by hand, so a member that it doesn't know is refused, unless its
/// name begins with _ or catatan. Throws Error(format) that names the place, Error(limit).
[[nodiscard]] LogMap log_map_from_json(std::string_view text);

} // namespace tertib
