// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/tertib.h"

void tertib_buf_dispose(tertib_buf* buf) {
    if (buf != nullptr) {
        delete[] buf->data;
        *buf = {nullptr, 0};
    }
}
