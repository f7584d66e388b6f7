// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/authority.hpp"

#include "tertib/base/text.hpp"

namespace tertib {

namespace {

[[nodiscard]] Standing standing_of(PostKind kind) {
    switch (kind) {
    case PostKind::definitive: return Standing::definitive;
    case PostKind::plt: return Standing::plt;
    case PostKind::plh: return Standing::plh;
    case PostKind::an: return Standing::an;
    case PostKind::ub: return Standing::ub;
    }
    return Standing::unverified;
}

} // namespace

Authority authority_of(const Roster* roster, const Actor& by, LocalDay day) {
    Authority authority;
    if (trim(by.person).empty() || trim(by.as).empty()) {
        authority.refusal = make_finding("ACTOR-NEEDED");
        return authority;
    }
    if (roster == nullptr || !roster->covers(by.as)) {
        return authority;
    }
    if (const PostHolding* holding = roster->find(by.person, by.as, day)) {
        authority.standing = standing_of(holding->kind);
        authority.surat = holding->surat;
        return authority;
    }
    const PostHolding* before = roster->ended(by.person, by.as, day);
    authority.refusal =
        before == nullptr
            ? make_finding("ACTOR-NOT-HOLDER", {}, {{"as", by.as}, {"day", text(day)}})
            : make_finding("ACTOR-POST-ENDED", {},
                           {{"as", by.as},
                            {"until", text(before->until.value_or(day))},
                            {"surat", before->surat}});
    return authority;
}

} // namespace tertib
