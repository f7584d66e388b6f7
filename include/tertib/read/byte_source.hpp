// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

/// Bytes that come piece by piece, and may be more than one would keep in memory: logs are read
/// from these.
///
///     ByteSource source = [&](std::span<char> room) { return read_some(file, room); };
///
/// A source is called from the thread that reads, never again after it answered 0.
namespace tertib {

/// Fills the front of the room, which is never empty, and answers how many bytes it wrote; 0 is the
/// end of the bytes. It may throw.
using ByteSource = std::function<std::size_t(std::span<char> room)>;

/// Bytes in memory as a source. They are borrowed: they must outlive it.
[[nodiscard]] ByteSource source_of(std::string_view bytes);

/// The first bytes of a source, and the source as if nothing had been read of it.
struct PeekedSource {
    std::string front; ///< as many as were asked for, fewer only where the source ends before
    ByteSource source;
};
[[nodiscard]] PeekedSource peek(ByteSource source, std::size_t count);

} // namespace tertib
