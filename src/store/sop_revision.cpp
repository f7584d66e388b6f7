// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/sop_revision.hpp"

#include "tertib/base/error.hpp"

namespace tertib {

SopRevision look_at_revision(Store& store, std::string_view old_digest, const Sop& revised,
                             const SopRevisionOptions& options) {
    if (options.limit == 0) {
        throw Error(ErrorCode::argument, "a page of a list has at least one row, not 0");
    }
    SopRevision revision;
    revision.old_sop = old_digest;
    revision.sop = revised.digest();
    revision.cases = store.revised_cases(old_digest, revised, options.after, options.limit);
    if (revision.cases.size() == options.limit) {
        const std::string& last = revision.cases.back().case_id;
        revision.after = store.revised_cases(old_digest, revised, last, 1).empty() ? "" : last;
    }
    if (options.overlay != nullptr) {
        revision.findings = no_longer_fits(store.sop(old_digest)->sop(), revised, *options.overlay);
    }
    return revision;
}

} // namespace tertib
