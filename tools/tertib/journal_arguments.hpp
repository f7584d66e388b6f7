// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal_verb.hpp"
#include "verb_maker.hpp"

#include <string>

namespace tertib::tool {

/// The verbs of `tertib journal …` on the command line. It must outlive the CLI::App.
class JournalArguments {
public:
    explicit JournalArguments(VerbMaker& maker) : maker_(maker) {}

    void add_to(CLI::App& app);

private:
    CLI::App* add_on_store(CLI::App& family, const std::string& name, std::string_view code,
                           std::string& store);

    VerbMaker& maker_;
    std::string store_;
    VerifyRequest verify_;
    SealRequest seal_;
    ImportRequest import_;
    ExportRequest export_;
    BackupRequest backup_;
};

} // namespace tertib::tool
