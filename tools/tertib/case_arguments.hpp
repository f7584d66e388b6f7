// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case_change_verb.hpp"
#include "case_verb.hpp"
#include "case_view_verb.hpp"
#include "verb_maker.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tertib::tool {

/// The verbs of `tertib case …` and `tertib worklist` on the command line. It must outlive the
/// CLI::App.
class CaseArguments {
public:
    explicit CaseArguments(VerbMaker& maker) : maker_(maker) {}

    void add_to(CLI::App& app);

private:
    enum class Target : std::uint8_t { whole_case, task, task_or_case };

    CLI::App* add(CLI::App& family, const std::string& name, std::string_view code);
    /// A verb with what every command takes; `task` is its STEP, nullptr if it is about the case.
    CLI::App* add_command(CLI::App& family, const std::string& name, std::string_view code,
                          TaskName* task, Target target);
    void add_store(CLI::App* verb, std::string& store);
    void add_actor(CLI::App* verb);
    void add_moments(CLI::App* verb);
    template <typename Kind>
    void does(CLI::App* verb, const Kind& action) {
        maker_.does(verb, [this, &action](const Answering& how) {
            return case_command_verb(request_, action, how.manner);
        });
    }

    void add_start(CLI::App& family);
    void add_case_verbs(CLI::App& family);
    void add_task_verbs(CLI::App& family);
    void add_complete(CLI::App& family);
    void add_waits(CLI::App& family);
    void add_evidence(CLI::App& family);
    void add_changes(CLI::App& family);
    void add_views(CLI::App& family);
    void add_worklist(CLI::App& app);

    VerbMaker& maker_;
    CaseRequest request_;
    StartRequest start_;
    AcceptCase accept_;
    ClaimTask claim_;
    ReleaseTask release_;
    CompleteRequest complete_;
    ReturnTask return_;
    WaitTask wait_;
    ResumeTask resume_;
    ReassignTask reassign_;
    SkipTask skip_;
    Annotate annotate_;
    AttachRequest attach_;
    SuspendCase suspend_;
    CancelCase cancel_;
    ReopenCase reopen_;
    EraseBody erase_;
    RecomputeRequest recompute_;
    MigrateRequest migrate_;
    ListRequest list_;
};

} // namespace tertib::tool
