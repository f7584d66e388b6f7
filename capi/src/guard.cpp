// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"

#include "error.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/tertib_experimental.h"

#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <utility>

namespace tertib::capi {
namespace {

constexpr std::size_t most_bytes = PTRDIFF_MAX;

tertib_status status_of(ErrorCode code) noexcept {
    switch (code) {
    case ErrorCode::argument: return TERTIB_E_ARGUMENT;
    case ErrorCode::format: return TERTIB_E_FORMAT;
    case ErrorCode::limit: return TERTIB_E_LIMIT;
    case ErrorCode::unsupported: return TERTIB_E_UNSUPPORTED;
    case ErrorCode::io: return TERTIB_E_IO;
    case ErrorCode::internal: return TERTIB_E_INTERNAL;
    case ErrorCode::store: return TERTIB_E_STORE;
    case ErrorCode::damaged: return TERTIB_E_DAMAGED;
    case ErrorCode::outcome_unknown: return TERTIB_E_OUTCOME_UNKNOWN;
    }
    return TERTIB_E_INTERNAL;
}

tertib_status describe(tertib_error** error, tertib_status status, const char* message,
                       const Position& position) noexcept {
    if (error == nullptr) {
        return status;
    }
    try {
        *error = new_handle(tertib_error{status, message, position});
    } catch (...) {
        *error = out_of_memory();
        return TERTIB_E_NOMEM;
    }
    return status;
}

} // namespace

tertib_status report_exception(tertib_error** error) noexcept {
    try {
        throw;
    } catch (const Error& trouble) {
        return describe(error, status_of(trouble.code()), trouble.what(), trouble.position());
    } catch (const std::bad_alloc&) {
        if (error != nullptr) {
            *error = out_of_memory();
        }
        return TERTIB_E_NOMEM;
    } catch (const UserFailure& trouble) {
        return describe(error, TERTIB_E_USER, trouble.what(), {});
    } catch (const std::exception& trouble) {
        return describe(error, TERTIB_E_INTERNAL, trouble.what(), {});
    } catch (...) {
        return describe(error, TERTIB_E_INTERNAL, "an unknown exception", {});
    }
}

void heed(std::int32_t answer) {
    if (answer < 0) {
        throw UserFailure(answer);
    }
    if (answer > 0) {
        throw CallEnded{};
    }
}

void refuse_null(const char* name) {
    throw Error(ErrorCode::argument, std::string(name) + " is NULL");
}

std::string_view bytes_of(const void* data, std::size_t size) {
    if (data == nullptr && size != 0) {
        throw Error(ErrorCode::argument, "the data is NULL, but its size isn't 0");
    }
    if (size > most_bytes) {
        throw Error(ErrorCode::argument, "the size is more than any memory holds");
    }
    return {static_cast<const char*>(data), size};
}

std::string_view utf8_of(const char* data, std::size_t size, const char* name) {
    constexpr std::size_t most_json = std::size_t{64} << 20;
    const std::string_view text = bytes_of(data, size);
    if (text.size() > most_json) {
        throw Error(ErrorCode::limit, std::string(name) + " is longer than 67108864 bytes");
    }
    if (!is_utf8(text)) {
        throw Error(ErrorCode::argument, std::string(name) + " is not UTF-8");
    }
    return text;
}

std::string_view text_of_c(const char* text, const char* name) {
    return text == nullptr ? std::string_view() : utf8_of(text, std::strlen(text), name);
}

void fill(tertib_buf* out, std::string_view text) {
    auto data = std::make_unique_for_overwrite<char[]>(text.size() + 1);
    text.copy(data.get(), text.size());
    data[text.size()] = '\0';
    *out = {data.release(), text.size()};
}

const char* BothTexts::in(std::int32_t language) const noexcept {
    switch (language) {
    case TERTIB_LANGUAGE_ID: return id.c_str();
    case TERTIB_LANGUAGE_EN: return en.c_str();
    default: return nullptr;
    }
}

} // namespace tertib::capi
