// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "overlay.hpp"

#include "findings.hpp"
#include "guard.hpp"
#include "sop.hpp"

#include "tertib/model/open_findings.hpp"
#include "tertib/model/overlay_json.hpp"

#include <memory>
#include <utility>
#include <vector>

using namespace tertib::capi;

tertib_status tertib_overlay_from_json(const char* json, size_t size, tertib_overlay** out,
                                       tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        *out =
            new_handle(tertib_overlay{tertib::overlay_from_json(utf8_of(json, size, "the JSON"))});
    });
}

tertib_status tertib_overlay_to_json(const tertib_overlay* overlay, tertib_buf* out,
                                     tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(overlay, "overlay");
        require(out, "out");
        fill(out, tertib::to_json(overlay->overlay));
    });
}

void tertib_overlay_free(tertib_overlay* overlay) {
    free_handle(overlay);
}

tertib_status tertib_sop_overlay_template(const tertib_sop* sop, tertib_overlay** out,
                                          tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        *out = new_handle(tertib_overlay{tertib::overlay_template(*sop->sop)});
    });
}

tertib_status tertib_sop_apply_overlay(const tertib_sop* sop, const tertib_overlay* overlay,
                                       tertib_sop** out, tertib_findings** findings,
                                       tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    if (findings != nullptr) {
        *findings = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(overlay, "overlay");
        require(out, "out");
        tertib::OverlayResult result = tertib::apply_overlay(*sop->sop, overlay->overlay);
        auto made = std::make_unique<tertib_sop>(
            std::make_shared<const tertib::Sop>(std::move(result.sop)));
        if (findings != nullptr) {
            *findings = new_handle(findings_of(result.findings));
        }
        *out = made.release();
    });
}

tertib_status tertib_sop_open_findings(const tertib_sop* sop, const tertib_findings* findings,
                                       tertib_findings** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(findings, "findings");
        require(out, "out");
        std::vector<tertib::Finding> read;
        auto open = std::make_unique<tertib_findings>();
        for (const tertib_finding& each : findings->list) {
            if (each.verdict == TERTIB_VERDICT_NONE) {
                read.push_back(each.finding);
            } else {
                open->list.push_back(each); // a rule's, which only another lint can settle
            }
        }
        for (tertib_finding& each : findings_of(tertib::open_findings(read, *sop->sop)).list) {
            open->list.push_back(std::move(each));
        }
        *out = open.release();
    });
}
