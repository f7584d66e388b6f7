// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sop.hpp"

#include "findings.hpp"
#include "guard.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/model/sop_json.hpp"

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

using namespace tertib::capi;

tertib_sop::tertib_sop(std::shared_ptr<const tertib::Sop> shared) : sop(std::move(shared)) {
    steps.reserve(sop->steps().size());
    for (const tertib::Step& step : sop->steps()) {
        steps.push_back({&step, sop.get()});
    }
}

tertib_status tertib_sop_share(const tertib_sop* sop, tertib_sop** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        *out = new_handle(tertib_sop(sop->sop));
    });
}

tertib_status tertib_sop_from_json(const char* json, size_t size, tertib_sop** out,
                                   tertib_findings** findings, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    if (findings != nullptr) {
        *findings = nullptr;
    }
    return guarded(error, [&] {
        require(out, "out");
        const std::string_view text = utf8_of(json, size, "the JSON");
        auto sop = std::make_unique<tertib_sop>(
            std::make_shared<const tertib::Sop>(tertib::sop_from_json(text)));
        if (findings != nullptr) {
            *findings = new_handle(findings_of(tertib::findings_from_json(text)));
        }
        *out = sop.release();
    });
}

tertib_status tertib_sop_to_json(const tertib_sop* sop, const tertib_findings* findings,
                                 int32_t personal, tertib_buf* out, tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        if (personal != TERTIB_PERSONAL_KEEP && personal != TERTIB_PERSONAL_OMIT) {
            throw tertib::Error(tertib::ErrorCode::argument, "personal is no TERTIB_PERSONAL_…");
        }
        std::vector<tertib::Finding> list;
        list.reserve(tertib_findings_count(findings));
        for (std::size_t i = 0; i < tertib_findings_count(findings); ++i) {
            list.push_back(findings->list[i].finding);
        }
        fill(out, tertib::to_json(*sop->sop, list,
                                  personal == TERTIB_PERSONAL_OMIT ? tertib::Personal::omit
                                                                   : tertib::Personal::keep));
    });
}

void tertib_sop_free(tertib_sop* sop) {
    free_handle(sop);
}

const char* tertib_sop_digest(const tertib_sop* sop) {
    return sop != nullptr ? sop->sop->digest().c_str() : nullptr;
}

const char* tertib_sop_source_sha256(const tertib_sop* sop) {
    return sop != nullptr ? sop->sop->source().sha256.c_str() : nullptr;
}

const char* tertib_sop_nomor(const tertib_sop* sop) {
    return sop != nullptr ? sop->sop->identity().nomor.c_str() : nullptr;
}

const char* tertib_sop_nama(const tertib_sop* sop) {
    return sop != nullptr ? sop->sop->identity().nama.c_str() : nullptr;
}

int32_t tertib_sop_equal(const tertib_sop* sop, const tertib_sop* other) {
    if (sop == nullptr || other == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return *sop->sop == *other->sop ? 1 : 0;
}

size_t tertib_sop_pelaksana_count(const tertib_sop* sop) {
    return sop != nullptr ? sop->sop->pelaksana().size() : 0;
}

const char* tertib_sop_pelaksana_at(const tertib_sop* sop, size_t index) {
    return sop != nullptr ? text_at(sop->sop->pelaksana(), index) : nullptr;
}

size_t tertib_sop_step_count(const tertib_sop* sop) {
    return sop != nullptr ? sop->steps.size() : 0;
}

const tertib_step* tertib_sop_step_at(const tertib_sop* sop, size_t index) {
    return index < tertib_sop_step_count(sop) ? &sop->steps[index] : nullptr;
}

const tertib_step* tertib_sop_step_find(const tertib_sop* sop, const char* key) {
    if (sop == nullptr || key == nullptr) {
        return nullptr;
    }
    const tertib::Step* found = sop->sop->step(key);
    if (found == nullptr) {
        return nullptr;
    }
    return &sop->steps[static_cast<std::size_t>(found - sop->sop->steps().data())];
}
