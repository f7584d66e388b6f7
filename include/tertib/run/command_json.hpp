// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/command.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>

/// A command as JSON, "tertib.command/1" (docs/formats.md, docs/schema/command.json): for hosts
/// that keep cases in a store of their own.
///
///     Command command = command_from_json(
///         R"({"schema": "tertib.command/1", "case": "2025-17", "verb": "claim", "task": "3",
///             "by": "Ani", "as": "Kadis", "now": "2025-05-05T09:00:00+07:00"})", wib());
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// `zone` is that of instants written without an offset. Throws Error(format), beginning with the
/// JSON pointer, for a member that is unknown to this verb, missing or not as it must be (a day is
/// no instant); Error(unsupported) for a newer version. Whether the command can be done is not
/// asked here.
[[nodiscard]] Command command_from_json(std::string_view text, Zone zone);

/// Every member that is set, instants on the clock of `zone`; reading it back gives an equal
/// command.
[[nodiscard]] std::string to_json(const Command& command, Zone zone);

} // namespace tertib
