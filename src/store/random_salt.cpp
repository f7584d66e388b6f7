// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/random_salt.hpp"

#include "tertib/base/error.hpp"

#include <cerrno>
#include <string>
#include <sys/random.h>
#include <system_error>
#include <unistd.h> // where some systems declare getentropy

namespace tertib {

Salt random_salt() {
    Salt salt{};
    // One call to the system, half a microsecond. std::random_device asks the processor instead, and
    // what it can do, anew each time it is made: 20 microseconds in a virtual machine.
    if (getentropy(salt.data(), salt.size()) != 0) {
        throw Error(ErrorCode::io,
                    "the system gives no random bytes: " + std::generic_category().message(errno));
    }
    return salt;
}

} // namespace tertib
