// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/rule/profile.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// Reads a profile that builds on a built-in one, "tertib.profile/1" (docs/schema/profile.json):
///
///     {"schema": "tertib.profile/1", "name": "rumah", "base": "permenpan35",
///      "rules": {"FLOW-6": {"severity": "info"}, "ID-9": {"enabled": false}},
///      "nomor_pattern": "*/DPMPTSP/####",
///      "required_words": [{"field": "peringatan", "words": ["sanksi"]}]}
///
/// Throws Error(format) that names the member for anything else: an unknown rule, severity, field
/// of the document or member is a slip that would otherwise silently switch nothing off.
[[nodiscard]] Profile profile_from_json(std::string_view json);

/// The profile as one JSON document: every rule's severity and whether it is on.
[[nodiscard]] std::string to_json(const Profile& profile);

} // namespace tertib
