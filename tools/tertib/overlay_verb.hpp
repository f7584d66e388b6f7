// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

namespace tertib::tool {

/// `tertib overlay init`: a template that lists everything unknown. It is JSON for people as well,
/// since it is meant to be filled in and given back with --overlay.
[[nodiscard]] Outcome overlay_init_verb(const DocumentRequest& request, const Manner& manner);

} // namespace tertib::tool
