// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/error.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

namespace tertib::capi {

/// The caller's options as of today, `own` where there are none: those of a newer caller must not
/// ask for what we don't know. `init` is the macro to begin with.
template <class Options>
[[nodiscard]] Options own_options(const Options* options, Options own, const char* init) {
    /// More than any version will need; a larger size was never set.
    constexpr std::size_t most_option_bytes = 4096;
    if (options == nullptr) {
        return own;
    }
    const std::size_t size = options->struct_size;
    if (size < sizeof own || size > most_option_bytes) {
        throw Error(ErrorCode::argument,
                    std::string("struct_size of the options isn't set: begin with ") + init);
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(options);
    if (std::any_of(bytes + sizeof own, bytes + size,
                    [](unsigned char byte) { return byte != 0; })) {
        throw Error(ErrorCode::unsupported, "the options hold some that this version doesn't know");
    }
    std::memcpy(&own, options, sizeof own);
    return own;
}

/// A limit of 0 keeps the default.
template <class Limit, class Wish>
void set_limit(Limit& limit, Wish wish) {
    if (wish != 0) {
        limit = static_cast<Limit>(wish);
    }
}

} // namespace tertib::capi
