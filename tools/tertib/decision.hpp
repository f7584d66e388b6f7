// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include "tertib/run/office_command.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"

#include <functional>
#include <optional>
#include <string>

namespace tertib::tool {

/// What every decision of the office is given. A moment without an offset is in the zone of the
/// store's calendars.
struct DecisionRequest {
    std::string store; ///< path
    std::string by;
    std::string as;
    std::string now; ///< "": when the command runs
    std::string at;  ///< "": now
    std::string reason;
    std::string dasar;
    std::string key;
    std::string from;  ///< a day, 2025-05-05
    std::string until; ///< likewise; "" if none is said
};

/// What is to be decided, or why it can't be asked at all.
struct Wanted {
    OfficeAction action;
    std::optional<Finding> refusal;
};

/// Has the store record what `want` says, and shows what came of it. Ends with 1 if it is refused.
[[nodiscard]] Outcome decision_verb(const DecisionRequest& request, OpenMode mode,
                                    const std::function<Wanted(Store&)>& want,
                                    const Manner& manner);

/// The day that an option gives. Throws Failure(usage) for anything else, nothing included.
[[nodiscard]] LocalDay exact_day(const std::string& option, const std::string& written);
/// The same, or nothing for "".
[[nodiscard]] std::optional<LocalDay> day_if_said(const std::string& option,
                                                  const std::string& written);

} // namespace tertib::tool
