// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::rules {

/// The parts of an SOP that Profile::required_words may name.
[[nodiscard]] std::span<const std::string_view> field_names();

/// The texts of such a part; none for an unknown name.
[[nodiscard]] std::vector<std::string_view> texts_of(const Sop& sop, std::string_view field);

} // namespace tertib::rules
