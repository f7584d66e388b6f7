// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_command.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>

/// Something that the office decides as JSON, "tertib.office_command/1" (docs/formats.md,
/// docs/schema/office_command.json).
///
///     OfficeCommand command = office_command_from_json(
///         R"({"schema": "tertib.office_command/1", "verb": "withdraw", "sop": "8a…",
///             "from": "2025-07-01", "by": "Ani", "as": "Sekretariat", "reason": "…",
///             "now": "2025-06-30T09:00:00+07:00"})", wib());
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// `zone` is that of instants written without an offset. Throws Error(format), beginning with the
/// JSON pointer, for a member that is unknown to this verb, missing or not as it must be;
/// Error(unsupported) for a newer version. Whether it can be decided is not asked here.
[[nodiscard]] OfficeCommand office_command_from_json(std::string_view text, Zone zone);

/// Every member that is set, instants on the clock of `zone`; reading it back gives an equal
/// command.
[[nodiscard]] std::string to_json(const OfficeCommand& command, Zone zone);

} // namespace tertib
