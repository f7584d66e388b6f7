// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/roster.hpp"

#include <string_view>

namespace tertib {

/// A name of a person or post and the standing that was written before it.
///
///     read_post_prefix("Plt. Kepala Dinas");   // {PostKind::plt, "Kepala Dinas"}
struct PrefixedName {
    PostKind kind = PostKind::definitive;
    std::string_view name; ///< of the text that was read

    friend bool operator==(const PrefixedName&, const PrefixedName&) = default;
};

/// Reads "Plt.", "Plh.", "a.n.", "u.b." before a name, in any case, with or without dots; "an" and
/// "ub" only with a dot, since without one they may begin a name. No prefix: definitive.
[[nodiscard]] PrefixedName read_post_prefix(std::string_view text) noexcept;

} // namespace tertib
