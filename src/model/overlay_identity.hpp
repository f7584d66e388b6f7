// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/identity.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What came of setting a field of the identity.
struct FieldSetting {
    Identity identity;
    bool replaced = false;         ///< the document had stated something else
    std::vector<Finding> findings; ///< an error finding: the identity is as before
};

/// The identity with one field (as an overlay names it) set to the lines given.
[[nodiscard]] FieldSetting set_field(Identity identity, std::string_view field,
                                     const std::vector<std::string>& lines);

} // namespace tertib
