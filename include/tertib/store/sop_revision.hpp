// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/run/revision.hpp"
#include "tertib/store/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What a revision of an SOP touches: a page of the open cases of the old version, by id, and what
/// an overlay that was made for it loses. A plain value.
struct SopRevision {
    std::string old_sop; ///< digests
    std::string sop;
    std::vector<RevisedCase> cases;
    std::string after;             ///< what the next page comes after; "": this was the last one
    std::vector<Finding> findings; ///< of no_longer_fits(); none without an overlay

    friend bool operator==(const SopRevision&, const SopRevision&) = default;
};

struct SopRevisionOptions {
    const Overlay* overlay = nullptr; ///< borrowed; nullptr: none to look at
    std::string_view after;           ///< the page before ended with it
    std::size_t limit = 1'000;
};

/// Looks at it, before a version is put in force in another one's place, and writes nothing: the
/// revised Sop needn't be registered, and may be one that can't be run yet.
///
///     SopRevision touched = look_at_revision(store, old_digest, revised, {.overlay = &overlay});
///
/// Throws Error(argument) if no Sop of the old digest is registered, and for a limit of 0.
[[nodiscard]] SopRevision look_at_revision(Store& store, std::string_view old_digest,
                                           const Sop& revised,
                                           const SopRevisionOptions& options = {});

} // namespace tertib
