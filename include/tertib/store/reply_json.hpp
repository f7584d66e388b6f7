// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/receipt.hpp"

#include <string>
#include <string_view>

/// The answer to a command as JSON, "tertib.reply/1" (docs/formats.md, docs/schema/reply.json).
///
///     std::string json = to_json(store.submit(request));
///     Reply reply = reply_from_json(json);
///
/// Pure functions on plain values, for use from any thread.
namespace tertib {

/// The receipt, or the refusal as a finding with its text in both languages.
[[nodiscard]] std::string to_json(const Reply& reply);

/// Reads it back. Throws Error(format), beginning with the JSON pointer, for a member that is
/// unknown, missing or not as it must be, and for a reply that is neither or both;
/// Error(unsupported) for a newer version.
[[nodiscard]] Reply reply_from_json(std::string_view text);

} // namespace tertib
