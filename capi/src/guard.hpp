// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/tertib.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// What stands between C and the library: no exception gets past guarded(), every argument is
/// checked before it is used, and outputs are empty unless the call was done.
namespace tertib::capi {

/// A callback of the caller's asked to fail. Copied without memory, as exceptions must be.
class UserFailure : public std::exception {
public:
    explicit UserFailure(std::int32_t answer) noexcept {
        constexpr std::string_view beginning = "the callback returned ";
        const std::size_t size = beginning.copy(message_.data(), message_.size());
        std::to_chars(message_.data() + size, message_.data() + message_.size() - 1, answer);
    }
    [[nodiscard]] const char* what() const noexcept override { return message_.data(); }

private:
    std::array<char, 40> message_{};
};

/// A callback of the caller's asked to end the call without error: thrown through the library, and
/// caught around it.
struct CallEnded {};

/// Does as a callback answered: returns for 0, throws UserFailure for a negative number, CallEnded
/// for a positive one.
void heed(std::int32_t answer);

/// Runs what may call the caller's callbacks, until it is done or one of them ends it.
template <class Work>
void run_until_ended(const Work& work) {
    try {
        work();
    } catch (const CallEnded&) {
        return; // as the caller wished
    }
}

/// The status of the exception that is being handled; describes it in `error` if that is wanted.
/// Out of memory is told without allocating.
[[nodiscard]] tertib_status report_exception(tertib_error** error) noexcept;

/// Runs the body of an exported function.
template <class Body>
[[nodiscard]] tertib_status guarded(tertib_error** error, const Body& body) noexcept {
    if (error != nullptr) {
        *error = nullptr;
    }
    try {
        body();
        return TERTIB_OK;
    } catch (...) {
        return report_exception(error);
    }
}

/// Throws Error(argument) that names the parameter.
[[noreturn]] void refuse_null(const char* name);
/// The same, if it is NULL.
template <class Value>
void require(const Value* pointer, const char* name) {
    if (pointer == nullptr) {
        refuse_null(name);
    }
}
/// What the caller owns from now on, and gives back to free_handle().
template <class Handle>
[[nodiscard]] Handle* new_handle(Handle made) {
    return std::make_unique<Handle>(std::move(made)).release();
}
/// Frees it; NULL is fine.
template <class Handle>
void free_handle(Handle* handle) noexcept {
    const std::unique_ptr<Handle> owned(handle);
}
/// The bytes of (data, size); throws Error(argument) for NULL with a size, or a size that no memory
/// has.
[[nodiscard]] std::string_view bytes_of(const void* data, std::size_t size);
/// As above, and UTF-8.
[[nodiscard]] std::string_view utf8_of(const char* data, std::size_t size, const char* name);
/// A text that ends in NUL and must be UTF-8; NULL gives "".
[[nodiscard]] std::string_view text_of_c(const char* text, const char* name);
/// Gives the caller a copy of the text.
void fill(tertib_buf* out, std::string_view text);

/// The text at an index, or NULL.
[[nodiscard]] inline const char* text_at(std::span<const std::string> texts,
                                         std::size_t index) noexcept {
    return index < texts.size() ? texts[index].c_str() : nullptr;
}

/// A text in both languages, made when its handle is, so that it can be borrowed by any thread.
struct BothTexts {
    std::string id;
    std::string en;

    /// NULL for what is no TERTIB_LANGUAGE_….
    [[nodiscard]] const char* in(std::int32_t language) const noexcept;
};

} // namespace tertib::capi
