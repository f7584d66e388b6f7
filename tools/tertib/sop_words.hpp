// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/model/sop.hpp"
#include "tertib/model/sop_json.hpp"

#include <span>
#include <string>
#include <vector>

namespace tertib::tool {

/// An SOP as people read it on a page: the identity, then the table of steps.
void add_identity(Page& page, const Sop& sop, Personal personal);
void add_steps(Page& page, const Sop& sop);

/// Who does a step, one a line; said to be unknown where it is.
[[nodiscard]] std::string pelaksana_words(const Page& page, const Sop& sop, const Step& step);

/// The pieces with a separator between them.
[[nodiscard]] std::string joined(std::span<const std::string> pieces, std::string_view separator);

} // namespace tertib::tool
