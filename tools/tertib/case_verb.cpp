// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_verb.hpp"

#include "calendar_file.hpp"
#include "case_answer.hpp"
#include "input.hpp"
#include "page.hpp"
#include "reason.hpp"
#include "sop_source.hpp"
#include "store_file.hpp"

#include "tertib/base/digest.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/overrun_policy_json.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace tertib::tool {
namespace {

/// A file that is only to be digested may be larger than a document.
constexpr std::size_t max_evidence_bytes = std::size_t{256} << 20;
constexpr std::size_t max_policy_bytes = std::size_t{1} << 20;

/// The step that "3" or "3#2" means; nullptr if there is none.
const Step* step_of(const ReadySop& sop, const TaskName& name) {
    std::optional<std::uint32_t> step = sop.find_step(name);
    if (!step) {
        if (const std::optional<TaskId> task = task_id(name)) {
            step = sop.find_step(task->step);
        }
    }
    return step ? &sop.sop().steps()[*step] : nullptr;
}

/// Registers the calendar if the store lacks it, and says which it is.
void register_calendar(Store& store, const Calendar& calendar, const StartRequest& start,
                       const Manner& manner) {
    const std::vector<std::string> known = store.calendars();
    const bool first = !std::ranges::binary_search(known, calendar.digest());
    if (first) {
        (void)store.register_calendar(calendar);
    }
    if (first || start.calendar.empty()) {
        const Page page(manner.terminal, manner.language);
        say("tertib: " + calendar_words(page, calendar, start.calendar));
    }
}

std::optional<OverrunPolicy> policy_in(const std::string& path) {
    if (path.empty()) {
        return std::nullopt;
    }
    const std::string bytes = read_input(path, max_policy_bytes);
    try {
        return overrun_policy_from_json(bytes);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::argument) {
            throw Failure(Exit::unreadable, "UI-USAGE-POLICY",
                          {{"file", path}, {"reason", error.what()}});
        }
        throw unreadable(path, error, InputKind::json);
    }
}

} // namespace

Request request_of(const CaseRequest& request, Action action, Zone zone) {
    Request asked;
    asked.command = {.case_id = request.case_id,
                     .by = {.person = request.by, .as = request.as},
                     .now = now_of(request.now, zone),
                     .at = {},
                     .reason = request.reason,
                     .dasar = request.dasar,
                     .action = std::move(action)};
    if (!request.at.empty()) {
        asked.command.at = exact_moment("--at", request.at, zone);
    }
    asked.key = request.key;
    asked.seen = request.seen;
    return asked;
}

Outcome case_command_verb(const CaseRequest& request, Action action, const Manner& manner) {
    return with_store(request.store, OpenMode::write, [&](Store& store) {
        const Zone zone = zone_of_case(store, request.case_id);
        return answer(store, store.submit(request_of(request, std::move(action), zone)), manner);
    });
}

Outcome case_complete_verb(const CaseRequest& request, const CompleteRequest& complete,
                           const Manner& manner) {
    return with_store(request.store, OpenMode::write, [&](Store& store) {
        CompleteTask action = complete.action;
        const std::optional<CaseState> state = store.find_case(request.case_id);
        if (complete.every_produk && state) {
            const auto ready = store.sop(state->sop_digest);
            if (const Step* step = step_of(*ready, action.task)) {
                action.produk = step->produk;
            }
        }
        const Zone zone = zone_of_case(store, request.case_id);
        return answer(store, store.submit(request_of(request, std::move(action), zone)), manner);
    });
}

Outcome case_attach_verb(const CaseRequest& request, const AttachRequest& attach,
                         const Manner& manner) {
    Attach action = attach.action;
    if (!attach.file.empty()) {
        const std::string bytes = read_input(attach.file, max_evidence_bytes);
        action.size = bytes.size();
        action.sha256 = sha256_hex(bytes);
        if (attach.file != "-") {
            action.evidence = action.evidence.empty()
                                  ? std::filesystem::path(attach.file).filename().string()
                                  : action.evidence;
            action.location = action.location.empty() ? attach.file : action.location;
        }
    } else if (attach.size) {
        action.size = *attach.size;
    }
    return case_command_verb(request, std::move(action), manner);
}

Outcome case_start_verb(const CaseRequest& request, const StartRequest& start,
                        const Manner& manner) {
    const Calendar calendar = load_calendar(start.calendar);
    const std::optional<OverrunPolicy> policy = policy_in(start.policy);
    const Document document = load_documents(start.document, manner.language).front();
    if (const std::optional<Finding> refusal = why_not_runnable(document)) {
        return refused(*refusal, manner);
    }
    Request asked = request_of(request, start.action, calendar.zone());
    return with_store(request.store, OpenMode::create, [&](Store& store) {
        register_sop(store, document.sop, manner);
        register_calendar(store, calendar, start, manner);
        asked.sop = document.sop.digest();
        asked.calendar = calendar.digest();
        asked.policy = policy ? store.register_policy(*policy) : "";
        return answer(store, store.submit(asked), manner);
    });
}

} // namespace tertib::tool
