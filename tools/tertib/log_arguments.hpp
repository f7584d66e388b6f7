// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log_convert.hpp"
#include "log_generate.hpp"
#include "log_verb.hpp"
#include "verb_maker.hpp"

#include <string>
#include <string_view>

namespace tertib::tool {

/// The verbs of `tertib log …` on the command line. It must outlive the CLI::App.
class LogArguments {
public:
    explicit LogArguments(VerbMaker& maker) : maker_(maker) {}

    void add_to(CLI::App& app);

private:
    void add_generate(CLI::App& log);
    CLI::App* add_on_log(CLI::App& family, const std::string& name, std::string_view code,
                         LogVerbRequest& request);

    VerbMaker& maker_;
    LogVerbRequest info_;
    LogVerbRequest map_;
    LogConvertRequest convert_;
    LogGenerateRequest generate_;
};

} // namespace tertib::tool
