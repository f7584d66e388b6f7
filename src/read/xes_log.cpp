// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/xes_log.hpp"

#include "read/xes_reader.hpp"

#include <utility>

namespace tertib {

LogReading read_xes(ByteSource source, const XesOptions& options) {
    return XesReader(std::move(source), options).read();
}

} // namespace tertib
