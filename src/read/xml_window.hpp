// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/error.hpp"
#include "tertib/read/byte_source.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// The part of a stream of XML that is looked at: bytes that are known to be UTF-8, and where they
/// are in the file. Behind them stands a U+0000, so that who goes through them need not ask for the
/// end at every byte: it is reached where *p is '\0' and p is end().
///
/// Memory: 256 KiB, more only while one thing (a tag) is longer, up to max_token.
class XmlWindow {
public:
    XmlWindow(ByteSource source, std::size_t max_token);

    [[nodiscard]] const char* at() const noexcept { return at_; }
    [[nodiscard]] const char* end() const noexcept { return end_; }

    /// Brings more bytes behind those from at() on; at() and end() move. False: there are none.
    /// Throws Error(limit) if more than max_token bytes wait, Error(format) for what isn't UTF-8.
    [[nodiscard]] bool more();

    /// Passes over what was seen, up to `to`. The first for bytes without line ends.
    void take(const char* to) noexcept { at_ = to; }
    void pass(const char* to) noexcept;
    /// Notes that a line begins at `line`, which at() will move behind.
    void begin_line(const char* line) noexcept {
        here_ = {.line_begin = line, .columns_before = 0, .line = here_.line + 1};
    }

    /// What is needed to tell a place's line and column later; valid until the next more().
    struct Mark {
        const char* line_begin = nullptr; ///< of its line, as far as it is in the buffer
        std::int64_t columns_before = 0;  ///< characters of that line before line_begin
        std::int64_t line = 1;
    };
    [[nodiscard]] const Mark& mark() const noexcept { return here_; }
    /// Where `place`, which isn't before the mark, lies in the file.
    [[nodiscard]] static Position position(const Mark& mark, const char* place);
    /// Bytes that came from the source so far.
    [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

    /// Throws the error, its text beginning with line and column. The place isn't before at().
    [[noreturn]] void refuse(ErrorCode code, const char* place, const std::string& reason) const;
    [[noreturn]] static void refuse(ErrorCode code, const Position& where,
                                    const std::string& reason);

private:
    void keep_rest();
    void check(const char* from);

    ByteSource source_;
    std::size_t max_token_;
    std::vector<char> buffer_;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t torn_ = 0; ///< bytes that begin a character whose rest hasn't come
    std::array<char, 4> torn_bytes_{};
    bool more_ = true;
    std::uint64_t bytes_ = 0;
    Mark here_; ///< of the line at at_
};

} // namespace tertib
