// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/sop.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tertib {

/// Steps that not every case needs.
struct OptionalSteps {
    std::vector<std::string> steps;
    std::string when;
    std::string reason;

    friend bool operator==(const OptionalSteps&, const OptionalSteps&) = default;
};

/// Steps that different people should do, and what that rests on.
struct FourEyes {
    std::vector<std::string> steps;
    std::string basis;

    friend bool operator==(const FourEyes&, const FourEyes&) = default;
};

/// A finding that someone answers for: it stays visible, marked dikecualikan.
struct Waiver {
    std::string code;
    std::string cases = "*";        ///< "*" or a case's id
    std::vector<std::string> steps; ///< empty: wherever it is found
    std::string reason;
    std::string by;
    std::string nomor_surat;

    friend bool operator==(const Waiver&, const Waiver&) = default;
};

/// A flow that a person states. The flows given for a node replace all that led out of it, but for
/// consultations and what is handed on within a row. A name like a gateway's (g3) that the Sop lacks
/// makes one, if flows lead both to it and from it.
struct OverlayFlow {
    std::string from;
    std::string to;
    std::optional<std::string> outcome;

    friend bool operator==(const OverlayFlow&, const OverlayFlow&) = default;
};

/// What a person adds to a document, with names and reasons: never a change of the document.
/// A plain value; its JSON is "tertib.overlay/1" (docs/formats.md).
///
///     Overlay overlay;
///     overlay.by = "Sekretariat";
///     overlay.assign["3"] = {"Kadis"};
///     OverlayResult result = apply_overlay(sop, overlay);
struct Overlay {
    std::string sop_digest;
    std::string by;
    std::map<std::string, std::vector<std::string>> assign; ///< step → names of pelaksana
    std::vector<OptionalSteps> optional;
    std::vector<OverlayFlow> flow;
    std::map<std::string, std::vector<std::string>> outcomes; ///< step → named exits
    /// Field of Identity as JSON names it → its lines (one for a single text).
    std::map<std::string, std::vector<std::string>> identity;
    std::vector<std::string> pelaksana_luar; ///< names of those outside the office
    std::vector<FourEyes> four_eyes;
    std::vector<Waiver> waivers;
    /// Short digests of the parts of the Sop that it was made for, by part ("identity",
    /// "pelaksana", "flow", "step 3"), so that a mismatch can name what changed.
    std::map<std::string, std::string> basis;

    friend bool operator==(const Overlay&, const Overlay&) = default;
};

struct OverlayResult {
    Sop sop;
    /// OVERLAY-DIGEST (warning: what changed), OVERLAY-UNKNOWN-STEP, OVERLAY-UNKNOWN-PELAKSANA,
    /// OVERLAY-UNKNOWN-FIELD … (errors: that entry was not applied).
    std::vector<Finding> findings;
};

/// The Sop with the overlay's additions. Entries that fit nothing are findings, the rest applies.
/// Which findings of reading it leaves open: open_findings (model/open_findings.hpp).
[[nodiscard]] OverlayResult apply_overlay(const Sop& sop, const Overlay& overlay);

/// A template that lists everything unknown: every step without pelaksana, every outcome without
/// a target, every empty field of the identity, with the digests of today's Sop.
[[nodiscard]] Overlay overlay_template(const Sop& sop);

} // namespace tertib
