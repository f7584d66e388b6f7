// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tertib {

/// The text of one line or cell of Markdown as a reader sees it: emphasis marks that come in
/// pairs, code marks, links and backslashes are taken away, pictures give their alt text, <br>
/// and other HTML is resolved. Single marks stay: a lone "*" in a cell may be a mark of the form.
///
///     markdown_text("**Nomor:** 1 *(Ya/Tidak)*"); // "Nomor: 1 (Ya/Tidak)"
///
/// Linear time.
[[nodiscard]] std::string markdown_text(std::string_view markdown);

} // namespace tertib
