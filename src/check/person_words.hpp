// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tertib {

/// A name without the NIP that may stand with it: eighteen digits, with blanks, dots or hyphens
/// between them or not, and the word before them.
[[nodiscard]] std::string without_nip(std::string_view text);

} // namespace tertib
