// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "page.hpp"

#include "tertib/rule/rule.hpp"

#include <span>
#include <string>

namespace tertib::tool {

/// Adds findings of reading to a page: by severity, the heaviest first, each with its code, what it
/// is about, where, and its sentence; waived ones last.
void add_findings(Page& page, std::span<const Finding> findings, std::span<const Waiver> waivers);

/// The words for officials: perlu diperbaiki … ; about the document … ; row 3, step 1.
[[nodiscard]] std::string severity_words(const Page& page, Severity severity);
[[nodiscard]] std::string about_words(const Page& page, About about);
[[nodiscard]] std::string place_words(const Page& page, const Place& place);
[[nodiscard]] Tone tone_of(Severity severity) noexcept;

} // namespace tertib::tool
