// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// A SHA-256 (FIPS 180-4), most significant byte first.
using Sha256 = std::array<std::uint8_t, 32>;

/// The digest of the bytes.
[[nodiscard]] Sha256 sha256(std::string_view bytes);

/// The digest of bytes that come piece by piece, and are more than one would keep in memory.
///
///     Sha256Stream stream;
///     while (next_piece(piece)) stream.add(piece);
///     Sha256 digest = stream.take();
class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(const Sha256Stream&) = delete;
    Sha256Stream& operator=(const Sha256Stream&) = delete;
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;

    void add(std::string_view bytes);
    /// The digest of all that was added; nothing may be added afterwards.
    [[nodiscard]] Sha256 take();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// The same as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// A digest as 64 lower-case hexadecimal digits, and back; nothing for any other text.
[[nodiscard]] std::string hex(const Sha256& digest);
[[nodiscard]] std::optional<Sha256> sha256_from_hex(std::string_view text);

} // namespace tertib
