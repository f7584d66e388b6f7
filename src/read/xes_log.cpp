// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/xes_log.hpp"

#include "read/gunzip.hpp"
#include "read/xes_reader.hpp"

#include <utility>

namespace tertib {

LogReading read_xes(ByteSource source, const XesOptions& options) {
    PeekedSource peeked = peek(std::move(source), 2);
    if (is_gzip(peeked.front)) {
        peeked.source = gunzip(std::move(peeked.source));
    }
    return XesReader(std::move(peeked.source), options).read();
}

} // namespace tertib
