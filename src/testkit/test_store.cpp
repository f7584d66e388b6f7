// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/test_store.hpp"

#include "tertib/store/memory.hpp"

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

namespace tertib {

SaltSource repeatable_salts(std::uint64_t seed) {
    return [seed, count = std::uint64_t{0}]() mutable {
        ++count;
        Salt salt{};
        constexpr std::size_t half = std::tuple_size_v<Salt> / 2;
        for (std::size_t i = 0; i < half; ++i) {
            salt[i] = static_cast<std::uint8_t>(count >> (8 * i));
            salt[half + i] = static_cast<std::uint8_t>(seed >> (8 * i));
        }
        return salt;
    };
}

Store test_store(StoreOptions options) {
    if (!options.salt) {
        options.salt = repeatable_salts();
    }
    return Store(open_memory(), std::move(options));
}

} // namespace tertib
