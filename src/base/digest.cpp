// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/digest.hpp"

#include "tertib/base/error.hpp"

#include <openssl/evp.h>

#include <array>

namespace tertib {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw Error(ErrorCode::internal, "libcrypto could not compute a SHA-256");
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(std::size_t{size} * 2);
    for (unsigned int i = 0; i < size; ++i) {
        hex.push_back(digits[hash[i] >> 4U]);
        hex.push_back(digits[hash[i] & 15U]);
    }
    return hex;
}

} // namespace tertib
