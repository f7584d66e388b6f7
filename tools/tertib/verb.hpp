// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "failure.hpp"
#include "output.hpp"

#include "tertib/base/catalogue.hpp"

#include <string>

namespace tertib::tool {

/// For people, or one JSON document for programs.
enum class Answer : std::uint8_t { text, json };

/// How every verb is to answer.
struct Manner {
    Language language = Language::id;
    Answer answer = Answer::text;
    Terminal terminal;
};

/// What a verb came to: all that goes to standard output, and how the command ends.
struct Outcome {
    std::string text;
    Exit exit = Exit::done;
    bool written = false; ///< the verb wrote its answer itself, piece by piece
};

} // namespace tertib::tool
