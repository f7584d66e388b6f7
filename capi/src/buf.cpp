// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/tertib.h"

#include <memory>

void tertib_buf_dispose(tertib_buf* buf) {
    if (buf != nullptr) {
        const std::unique_ptr<char[]> owned(buf->data);
        *buf = {nullptr, 0};
    }
}
