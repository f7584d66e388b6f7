// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/plan_sample.hpp"

#include "run/office.hpp"
#include "run/office_chain.hpp"
#include "tertib/run/migration_json.hpp"
#include "tertib/run/recompute_json.hpp"
#include "tertib/store/memory.hpp"
#include "tertib/store/office_request_json.hpp"
#include "tertib/store/sop_revision_json.hpp"

#include <initializer_list>
#include <map>
#include <stdexcept>

using namespace tertib;

namespace {

using Documents = std::vector<std::string>;

Documents migrations(const CaseContext& context, Office& office) {
    Documents all;
    office.reason = "revisi SOP";
    for (const std::map<std::string, std::string>& steps :
         {std::map<std::string, std::string>{}, {{"2", "2"}}, {{"2", "end"}}}) {
        const Command command = office.command(MigrateCase{.steps = steps});
        all.push_back(to_json(plan_migration(context, office.state, command), wib()));
    }
    return all;
}

Documents recomputes(const CaseContext& context, Office& office) {
    Documents all;
    for (const char* now : {"2025-05-05T10:00", "2025-05-02T10:00"}) {
        office.set(now); // before what is recorded already: refused
        const Command command = office.command(RecomputeCase{});
        all.push_back(to_json(plan_recompute(context, office.state, command), wib()));
    }
    return all;
}

Documents revisions(const Office& office, const Sop& next) {
    Store store(open_memory());
    const std::string old = store.register_sop(office.sop());
    Request start{.command = office.command(StartCase{}), .sop = old};
    start.calendar = store.register_calendar(office.calendar());
    start.command.case_id = "2025-21";
    if (store.submit(start).refusal) {
        throw std::runtime_error("no case to be revised");
    }
    Overlay overlay;
    overlay.sop_digest = old;
    return {to_json(look_at_revision(store, old, next, {.overlay = &overlay})),
            to_json(look_at_revision(store, old, office.sop()))};
}

} // namespace

std::vector<std::string> asked_decisions() {
    Documents all;
    const std::string digest(64, 'a');
    const LocalDay first = day("2025-05-05");
    for (const OfficeAction& action : std::initializer_list<OfficeAction>{
             plh("Budi"), EndDelegation{.holding = 1, .until = first, .surat = "800/2"},
             RegisterSop{.sop = digest, .nomor = {}, .nama = {}},
             EnforceSop{.sop = digest, .from = first, .until = {}},
             ReplaceSop{.old_sop = digest, .sop = digest, .from = first, .until = first},
             WithdrawSop{.sop = digest, .from = first}, EraseBody{1}}) {
        OfficeChain office;
        const bool with_all = all.size() % 2 == 1;
        if (with_all) {
            office.at = office.now;
            office.reason = "contoh";
            office.dasar = "Pergub 3";
        }
        all.push_back(to_json(OfficeRequest{
            .command = office.command(action), .key = with_all ? "surat-1" : "", .zone = wita()}));
    }
    return all;
}

std::vector<std::string> dry_runs(std::string_view what) {
    Office office(letter_parts());
    office.start();
    office.done("1");
    SopParts parts = letter_parts();
    parts.steps[0].produk = {"Konsep Surat"};
    parts.steps[1].uraian = "Menandatangani";
    const Office next(std::move(parts));
    CalendarDraft draft = office.calendar().draft();
    draft.facts.push_back({.layer = CalendarLayer::unit,
                           .kind = CalendarFactKind::libur,
                           .first = day("2025-05-06"),
                           .name = "Banjir"});
    const Calendar flooded(std::move(draft));
    CaseContext context = office.context();
    context.next_sop = &next.ready();
    context.next_calendar = &flooded;
    if (what == "migrations") {
        return migrations(context, office);
    }
    return what == "recomputes" ? recomputes(context, office) : revisions(office, next.sop());
}
