// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/case_documents.hpp"

namespace tertib {
namespace {

void judge_items(CheckCode code, const std::vector<DocumentBit>& items, const CaseScene& scene,
                 std::size_t place, CaseDocket& docket) {
    const DocumentCells* const cells = scene.cells(place);
    const CheckRow& row = scene.row(place);
    for (const DocumentBit& item : items) {
        if (item.mask == 0) {
            // The log has no column for it: told once of the log, not of each case.
            docket.say(code, CheckVerdict::undecidable);
            continue;
        }
        if (cells != nullptr && (cells->there & item.mask) != 0) {
            docket.say(code, CheckVerdict::satisfied);
            continue;
        }
        const Evidence evidence{.code = code,
                                .step = scene.step(place),
                                .row = row.row,
                                .item = item.item,
                                .activity = row.activity,
                                .person = row.person,
                                .seen = row.complete.known() ? row.complete : row.start};
        if (cells == nullptr || (cells->known & item.mask) == 0) {
            docket.undecided(code, CheckMissing::cell, evidence);
        } else {
            docket.tell(evidence);
        }
    }
}

} // namespace

void judge_documents(const VersionPlan& version, const CaseScene& scene, CaseDocket& docket) {
    for (std::size_t place = 0; place < scene.size(); ++place) {
        if (scene.step(place) == no_step) {
            continue;
        }
        const StepRule& rule = version.steps[scene.step(place)];
        judge_items(CheckCode::input_missing, rule.kelengkapan, scene, place, docket);
        if (!CaseScene::only_begun(scene.row(place))) {
            judge_items(CheckCode::output_missing, rule.produk, scene, place, docket);
        }
    }
}

} // namespace tertib
