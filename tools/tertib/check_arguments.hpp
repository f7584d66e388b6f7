// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check_verb.hpp"
#include "verb_maker.hpp"

namespace tertib::tool {

/// `tertib check …` on the command line. It must outlive the CLI::App.
class CheckArguments {
public:
    explicit CheckArguments(VerbMaker& maker) : maker_(maker) {}

    void add_to(CLI::App& app);

private:
    VerbMaker& maker_;
    CheckRequest request_;
};

} // namespace tertib::tool
