// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// A SHA-256 (FIPS 180-4), most significant byte first.
using Sha256 = std::array<std::uint8_t, 32>;

/// The digest of the bytes.
[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// The same as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// A digest as 64 lower-case hexadecimal digits, and back; nothing for any other text.
[[nodiscard]] std::string hex(const Sha256& digest);
[[nodiscard]] std::optional<Sha256> sha256_from_hex(std::string_view text);

} // namespace tertib
