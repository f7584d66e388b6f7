// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/byte_source.hpp"

#include <cstdint>
#include <string_view>

namespace tertib {

/// How far a compressed log may swell. Deflate can't do more than 1,032 to 1; real logs do 10 to 60.
struct GunzipLimits {
    std::uint64_t max_bytes = std::uint64_t{1} << 40; ///< of what comes out
    std::uint64_t max_inflation = 400;                ///< to 1, asked once a mebibyte came out
};

/// True for the bytes that every gzip file begins with.
[[nodiscard]] bool is_gzip(std::string_view front) noexcept;

/// What a gzip file holds (RFC 1952, also several members one behind the other), as a source; memory
/// doesn't grow. It throws Error(format), naming the byte, for what is damaged or cut off, and
/// Error(limit), naming the limit.
[[nodiscard]] ByteSource gunzip(ByteSource compressed, const GunzipLimits& limits = {});

} // namespace tertib
