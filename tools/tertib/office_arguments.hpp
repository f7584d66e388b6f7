// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "delegate_verb.hpp"
#include "sop_verb.hpp"
#include "verb_maker.hpp"

#include <string>
#include <string_view>

namespace tertib::tool {

/// The verbs of `tertib delegate …` and `tertib sop …` on the command line. It must outlive the
/// CLI::App.
class OfficeArguments {
public:
    explicit OfficeArguments(VerbMaker& maker) : maker_(maker) {}

    void add_to(CLI::App& app);

private:
    /// What every decision takes, but the store.
    void add_decision(CLI::App* verb);
    void add_delegate(CLI::App& app);
    void add_delegate_end(CLI::App& family);
    CLI::App* add_version(CLI::App& family, const std::string& name, std::string_view code);
    void add_versions(CLI::App& family);
    void add_replace(CLI::App& family);
    void add_revise(CLI::App& family);
    void add_list(CLI::App& family, std::string_view code, std::string_view lines,
                  Outcome (*verb)(const OfficeListRequest&, const Manner&));
    void add_additions(CLI::App* verb);
    using VersionVerb = Outcome (*)(const DecisionRequest&, const VersionRequest&, const Manner&);
    void does(CLI::App* verb, VersionVerb what);

    VerbMaker& maker_;
    DecisionRequest decision_;
    DelegateRequest delegate_;
    EndRequest end_;
    OfficeListRequest list_;
    VersionRequest version_;
    ReviseRequest revise_;
};

} // namespace tertib::tool
