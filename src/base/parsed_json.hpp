// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"

#include <cstddef>
#include <string_view>

namespace tertib {

/// What a JSON text may cost at most.
struct JsonLimits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t depth = 256;
    std::size_t values = 2'000'000; ///< a value takes about 40 bytes of memory
};

/// A JSON text (RFC 8259) taken apart, for reading what others wrote. Stricter than the grammar:
/// UTF-8 only, no name twice in an object, no NUL in a text. Numbers keep the form in which they
/// were written, so that nothing passes through floating point. Immutable.
///
///     const ParsedJson document = ParsedJson::read(text);
///     std::string_view key = document.root().member("key").text();
class ParsedJson {
public:
    /// Throws Error(format) with line and column, or Error(limit).
    [[nodiscard]] static ParsedJson read(std::string_view text, JsonLimits limits = {});

    [[nodiscard]] JsonView root() const { return {&tree_, 0}; }

private:
    detail::JsonTree tree_;
};

} // namespace tertib
