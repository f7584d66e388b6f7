// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/catalogue.hpp"
#include "tertib/base/digest.hpp"
#include "tertib/base/version.hpp"

#include <cstdio>
#include <string>

// Uses what needs the embedded catalogue and libcrypto, so that both must have been linked.
int main() {
    const std::string digest = tertib::sha256_hex(tertib::version());
    std::printf("tertib %s, %zu messages, %s\n", std::string(tertib::version()).c_str(),
                tertib::catalogue().size(), digest.c_str());
    return digest.size() == 64 ? 0 : 1;
}
