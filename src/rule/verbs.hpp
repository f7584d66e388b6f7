// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace tertib::rules {

/// Whether a word (folded, one word) is an active verb: me- in all its forms, ber-, memper-; not
/// the nouns, prepositions and adjectives that begin with the same letters.
[[nodiscard]] bool is_active_verb(std::string_view word);

/// The active verb for a word that names the act (pengarsipan) or gives the bare stem (arsipkan),
/// where it is known for certain: "Mengarsipkan".
[[nodiscard]] std::optional<std::string_view> active_form(std::string_view word);

} // namespace tertib::rules
