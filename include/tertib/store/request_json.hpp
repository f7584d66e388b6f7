// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>

/// What is asked of a store as JSON, "tertib.request/1" (docs/formats.md, docs/schema/request.json):
/// a command as "tertib.command/1", and beside it what only a store needs.
///
///     Request request = request_from_json(
///         R"({"schema": "tertib.request/1", "key": "form-17", "command": {…}})", wib());
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// `zone` is that of instants written without an offset. Throws Error(format), beginning with the
/// JSON pointer, for a member that is unknown, missing or not as it must be; Error(unsupported) for
/// a newer version.
[[nodiscard]] Request request_from_json(std::string_view text, Zone zone);

/// Every member that is set, instants on the clock of `zone`; reading it back gives an equal
/// request.
[[nodiscard]] std::string to_json(const Request& request, Zone zone);

} // namespace tertib
