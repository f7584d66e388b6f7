// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/overlay.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// The overlay as one JSON document, "tertib.overlay/1" (docs/formats.md).
[[nodiscard]] std::string to_json(const Overlay& overlay);

/// Reads it. Throws Error(format) that names the member for anything that is no overlay.
[[nodiscard]] Overlay overlay_from_json(std::string_view json);

} // namespace tertib
