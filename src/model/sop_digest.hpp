// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"

#include <map>
#include <string>

namespace tertib {

/// The digest of the canonical model: SHA-256 of its encoding (docs/formats.md), in hexadecimal.
[[nodiscard]] std::string canonical_digest(const SopParts& parts);

/// The first 16 hexadecimal digits of the digest of each part alone, by the names that an
/// overlay's basis uses: "identity", "pelaksana", "total", "flow", and "step K" for each key K.
[[nodiscard]] std::map<std::string, std::string> part_digests(const SopParts& parts);

} // namespace tertib
