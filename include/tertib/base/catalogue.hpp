// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tertib {

/// The language of a text for people. Indonesian is the default everywhere.
enum class Language : std::uint8_t { id, en };

/// One line of data/messages.tsv, compiled in: the text of a code in both languages, with holes
/// such as {steps} for the arguments of a finding. Codes with a slash ("ID-6/remedy") are further
/// texts of the code before it; they and codes of plain words have no severity of their own.
struct Message {
    std::string_view code;
    std::optional<Severity> severity;
    About about = About::document;
    std::string_view id;
    std::string_view en;
};

/// All messages, sorted by code. Immutable, made once, safe from any thread.
[[nodiscard]] std::span<const Message> catalogue();

/// The message of a code, or nullptr.
[[nodiscard]] const Message* find_message(std::string_view code);

/// The finding's sentence. An argument that is missing leaves its hole visible as {name}.
[[nodiscard]] std::string message(const Finding& finding, Language language);

/// The text of any code of the catalogue with its holes filled; Error(internal) if unknown.
[[nodiscard]] std::string text_of(std::string_view code, Language language,
                                  std::span<const Argument> arguments = {});

} // namespace tertib
