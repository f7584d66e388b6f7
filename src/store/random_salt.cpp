// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/random_salt.hpp"

#include "tertib/base/error.hpp"

#include <cstring>
#include <random>
#include <string>
#include <system_error>

namespace tertib {

Salt random_salt() {
    try {
        // std::random_device reads the system's source (getrandom or the like) with libstdc++ and
        // libc++ alike; it throws where there is none.
        std::random_device source;
        Salt salt{};
        for (std::size_t i = 0; i < salt.size(); i += sizeof(std::uint32_t)) {
            const std::uint32_t word = source();
            std::memcpy(salt.data() + i, &word, sizeof word);
        }
        return salt;
    } catch (const std::system_error& error) {
        throw Error(ErrorCode::io,
                    std::string("the system gives no random bytes: ") + error.what());
    }
}

} // namespace tertib
