// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/write/dot.hpp"
#include "tertib/write/mermaid.hpp"

#include <cstdint>
#include <string>

using namespace tertib::capi;

namespace {

tertib::Language language_of(std::int32_t language) {
    switch (language) {
    case TERTIB_LANGUAGE_ID: return tertib::Language::id;
    case TERTIB_LANGUAGE_EN: return tertib::Language::en;
    default: break; // a number from outside
    }
    throw tertib::Error(tertib::ErrorCode::argument, "language is no TERTIB_LANGUAGE_…");
}

using Draw = std::string (*)(const tertib::Sop&, tertib::Language);

tertib_status drawn_by(Draw draw, const tertib_sop* sop, std::int32_t language, tertib_buf* out,
                       tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        fill(out, draw(*sop->sop, language_of(language)));
    });
}

} // namespace

tertib_status tertib_sop_to_dot(const tertib_sop* sop, int32_t language, tertib_buf* out,
                                tertib_error** error) {
    return drawn_by(tertib::to_dot, sop, language, out, error);
}

tertib_status tertib_sop_to_mermaid(const tertib_sop* sop, int32_t language, tertib_buf* out,
                                    tertib_error** error) {
    return drawn_by(tertib::to_mermaid, sop, language, out, error);
}
