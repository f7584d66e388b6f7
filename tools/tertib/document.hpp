// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "failure.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/sop.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tertib::tool {

/// The document that a verb is about, and what a person adds to it on the command line.
struct DocumentRequest {
    std::string path;
    std::size_t nth = 0; ///< which SOP, from 1; 0: the first, and say if there are more
    bool all = false;
    std::vector<std::string> overlays; ///< paths
    std::vector<std::string> assigns;  ///< 3=Kadis,Sekretaris
};

/// An SOP with the overlays applied, what was noticed on the way, and the waivers they bring.
struct Document {
    Sop sop;
    std::vector<Finding> findings;
    std::vector<Waiver> waivers;
};

/// Reads the document and applies the overlays in their order, then the assignments. Throws
/// Failure: unreadable for bytes that are no SOP or no overlay, usage for an SOP that isn't there
/// and for overlays that could mean several SOPs.
[[nodiscard]] std::vector<Document> load_documents(const DocumentRequest& request,
                                                   Language language);

/// Reads an overlay. Throws Failure: unreadable for bytes that are none.
[[nodiscard]] Overlay load_overlay(const std::string& path);

/// Whether a waiver covers the finding.
[[nodiscard]] bool is_waived(const Finding& finding, std::span<const Waiver> waivers);

/// Whether a finding of severity error isn't waived: the command then ends with 1.
[[nodiscard]] bool has_error(const Document& document);

/// For verbs whose answer has no place for them: says on standard error what of the overlays didn't
/// fit. Negative if something wasn't applied.
[[nodiscard]] Exit tell_overlays(const Document& document, Language language);

} // namespace tertib::tool
