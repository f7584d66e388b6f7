// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sop_verb.hpp"

#include "document.hpp"
#include "office_words.hpp"
#include "sop_source.hpp"
#include "store_file.hpp"

#include "tertib/run/office_state_json.hpp"
#include "tertib/store/sop_revision_json.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tertib::tool {
namespace {

/// A version that a decision names: what is new to the store is kept there.
struct NamedVersion {
    std::string digest;
    std::optional<Finding> refusal;
};

NamedVersion keep(Store& store, const DocumentRequest& document, const Manner& manner) {
    const SopSource source = find_sop(store, document, manner.language);
    if (source.sop && !source.refusal) {
        register_sop(store, *source.sop, manner);
    }
    return {.digest = source.digest, .refusal = source.refusal};
}

/// Decides about one version; `action_of` makes the action from its digest.
template <typename ActionOf>
Outcome about_version(const DecisionRequest& request, OpenMode mode,
                      const DocumentRequest& document, const Manner& manner,
                      const ActionOf& action_of) {
    return decision_verb(
        request, mode,
        [&](Store& store) {
            NamedVersion version = keep(store, document, manner);
            return Wanted{.action = action_of(version.digest),
                          .refusal = std::move(version.refusal)};
        },
        manner);
}

bool has_error(const std::vector<Finding>& findings) {
    return std::ranges::any_of(
        findings, [](const Finding& each) { return each.severity == Severity::error; });
}

} // namespace

Outcome sop_register_verb(const DecisionRequest& request, const VersionRequest& version,
                          const Manner& manner) {
    return about_version(request, OpenMode::create, version.document, manner,
                         [](const std::string& digest) {
                             return RegisterSop{.sop = digest, .nomor = {}, .nama = {}};
                         });
}

Outcome sop_enforce_verb(const DecisionRequest& request, const VersionRequest& version,
                         const Manner& manner) {
    const LocalDay from = exact_day("--from", request.from);
    const std::optional<LocalDay> until = day_if_said("--until", request.until);
    return about_version(request, OpenMode::create, version.document, manner,
                         [&](const std::string& digest) {
                             return EnforceSop{.sop = digest, .from = from, .until = until};
                         });
}

Outcome sop_replace_verb(const DecisionRequest& request, const VersionRequest& version,
                         const Manner& manner) {
    const LocalDay from = exact_day("--from", request.from);
    const std::optional<LocalDay> until = day_if_said("--until", request.until);
    return decision_verb(
        request, OpenMode::write,
        [&](Store& store) {
            const NamedVersion old = keep(store, version.old, manner);
            const NamedVersion fresh = keep(store, version.document, manner);
            return Wanted{.action = ReplaceSop{.old_sop = old.digest,
                                               .sop = fresh.digest,
                                               .from = from,
                                               .until = until},
                          .refusal = old.refusal ? old.refusal : fresh.refusal};
        },
        manner);
}

Outcome sop_withdraw_verb(const DecisionRequest& request, const VersionRequest& version,
                          const Manner& manner) {
    const LocalDay from = exact_day("--from", request.from);
    return about_version(
        request, OpenMode::write, version.document, manner,
        [&](const std::string& digest) { return WithdrawSop{.sop = digest, .from = from}; });
}

Outcome sop_list_verb(const OfficeListRequest& request, const Manner& manner) {
    const std::optional<LocalDay> day = day_if_said("--at", request.at);
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        OfficeState office = store.office();
        office.holdings.clear();
        if (day) {
            std::erase_if(office.versions,
                          [&](const SopVersion& each) { return !in_force(each, *day); });
        }
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(office, zone_of_store(store).value_or(wib()));
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        if (office.versions.empty()) {
            page.paragraph(page.text("UI-VERSION-NONE"));
        }
        add_office(page, office);
        outcome.text = page.take();
        return outcome;
    });
}

Outcome sop_revise_verb(const ReviseRequest& request, const Manner& manner) {
    const std::optional<Overlay> overlay =
        request.overlay.empty() ? std::nullopt : std::optional(load_overlay(request.overlay));
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const SopSource old = find_sop(store, request.version.old, manner.language);
        const SopSource revised = find_sop(store, request.version.document, manner.language);
        if (!revised.sop) {
            throw Failure(Exit::usage, "UI-USAGE-SOP", {{"text", request.version.document.path}});
        }
        const SopRevision revision = look_at_revision(store, old.digest, *revised.sop,
                                                      {.overlay = overlay ? &*overlay : nullptr,
                                                       .after = request.after,
                                                       .limit = request.limit});
        Outcome outcome;
        outcome.exit = has_error(revision.findings) ? Exit::negative : Exit::done;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(revision);
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        add_revision(page, revision);
        outcome.text = page.take();
        return outcome;
    });
}

} // namespace tertib::tool
