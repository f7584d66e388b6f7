// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>

/// What the office decides, as a store is asked for it, "tertib.office_request/1" (docs/formats.md,
/// docs/schema/office_request.json): a "tertib.office_command/1", and beside it what only a store
/// needs.
///
///     OfficeRequest request = office_request_from_json(
///         R"({"schema": "tertib.office_request/1", "key": "surat-800", "command": {…}})", wib());
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// `zone` is the office's where the request doesn't name another one ("zone": "+08:00"); instants
/// without an offset are on that clock. Throws Error(format), beginning with the JSON pointer, for
/// a member that is unknown, missing or not as it must be; Error(unsupported) for a newer version.
[[nodiscard]] OfficeRequest office_request_from_json(std::string_view text, Zone zone);

/// Every member that is set, instants on the office's clock; reading it back gives an equal
/// request.
[[nodiscard]] std::string to_json(const OfficeRequest& request);

} // namespace tertib
