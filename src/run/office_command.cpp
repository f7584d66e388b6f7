// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_command.hpp"

#include <array>

namespace tertib {

std::string_view verb(const OfficeCommand& command) noexcept {
    // In the order of OfficeAction's alternatives.
    constexpr std::array<std::string_view, std::variant_size_v<OfficeAction>> verbs{
        "delegate", "end", "register", "enforce", "replace", "withdraw", "erase"};
    return command.action.valueless_by_exception() ? "" : verbs[command.action.index()];
}

} // namespace tertib
