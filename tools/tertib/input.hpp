// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tertib::tool {

/// The bytes of a file, or of standard input for "-". Throws Failure(unreadable) that names the
/// file and what to do for a missing file, a folder, a file without leave to read it, and one of
/// more than `max_bytes` (a regular file is refused before any of it is read).
[[nodiscard]] std::string read_input(const std::string& path, std::size_t max_bytes);

} // namespace tertib::tool
