// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/digest.hpp"

#include "tertib/base/error.hpp"

#include <openssl/evp.h>

namespace tertib {

namespace {

/// 0 … 15, or -1 for what is no lower-case hexadecimal digit.
[[nodiscard]] int nibble(char digit) noexcept {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/// libcrypto's SHA-256, looked up once: EVP_sha256() only stands for it, and is looked up at every
/// use, which takes longer than to hash an event.
[[nodiscard]] const EVP_MD* method() {
    struct Free {
        void operator()(EVP_MD* found) const noexcept { EVP_MD_free(found); }
    };
    static const std::unique_ptr<EVP_MD, Free> found{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    if (found == nullptr) {
        throw Error(ErrorCode::internal, "libcrypto has no SHA-256");
    }
    return found.get();
}

} // namespace

Sha256 sha256(std::string_view bytes) {
    Sha256 hash{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, method(), nullptr) != 1 ||
        size != hash.size()) {
        throw Error(ErrorCode::internal, "libcrypto could not compute a SHA-256");
    }
    return hash;
}

struct Sha256Stream::Context {
    struct Free {
        void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> evp{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : context_(std::make_unique<Context>()) {
    if (context_->evp == nullptr ||
        EVP_DigestInit_ex(context_->evp.get(), method(), nullptr) != 1) {
        throw Error(ErrorCode::internal, "libcrypto could not begin a SHA-256");
    }
}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(std::string_view bytes) {
    if (EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()) != 1) {
        throw Error(ErrorCode::internal, "libcrypto could not go on with a SHA-256");
    }
}

Sha256 Sha256Stream::take() {
    Sha256 hash{};
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(context_->evp.get(), hash.data(), &size) != 1 || size != hash.size()) {
        throw Error(ErrorCode::internal, "libcrypto could not end a SHA-256");
    }
    return hash;
}

std::string sha256_hex(std::string_view bytes) {
    return hex(sha256(bytes));
}

std::string hex(const Sha256& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        text.push_back(digits[byte >> 4U]);
        text.push_back(digits[byte & 15U]);
    }
    return text;
}

std::optional<Sha256> sha256_from_hex(std::string_view text) {
    Sha256 digest{};
    if (text.size() != digest.size() * 2) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = nibble(text[2 * i]);
        const int low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

} // namespace tertib
