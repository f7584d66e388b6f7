// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"

#include "guard.hpp"

namespace tertib::capi {

tertib_error* out_of_memory() noexcept {
    // 15 bytes at most, so that the text lies inside the object: making it allocates nothing.
    static tertib_error error{TERTIB_E_NOMEM, "out of memory", {}};
    return &error;
}

} // namespace tertib::capi

tertib_status tertib_error_code(const tertib_error* error) {
    return error != nullptr ? error->code : TERTIB_E_ARGUMENT;
}

const char* tertib_error_message(const tertib_error* error) {
    return error != nullptr ? error->message.c_str() : nullptr;
}

const char* tertib_error_file(const tertib_error* error) {
    return error != nullptr ? error->position.file.c_str() : nullptr;
}

int64_t tertib_error_row(const tertib_error* error) {
    return error != nullptr ? error->position.row : 0;
}

int64_t tertib_error_column(const tertib_error* error) {
    return error != nullptr ? error->position.column : 0;
}

void tertib_error_free(tertib_error* error) {
    if (error != tertib::capi::out_of_memory()) {
        tertib::capi::free_handle(error);
    }
}
