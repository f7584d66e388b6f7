// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tertib {

/// Whether a column's name means people who aren't of the office (Pemohon, Masyarakat, Pelapor,
/// Instansi lain …): their time isn't charged to it. Cautious: a name that may be either isn't.
[[nodiscard]] bool names_outsider(std::string_view name);

} // namespace tertib
