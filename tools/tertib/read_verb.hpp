// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

#include "tertib/model/sop_json.hpp"

namespace tertib::tool {

struct ReadRequest {
    DocumentRequest document;
    Personal personal = Personal::keep;
};

/// `tertib read`: the SOP as it was understood, and what was noticed while reading it. Negative if
/// a finding of severity error isn't waived.
[[nodiscard]] Outcome read_verb(const ReadRequest& request, const Manner& manner);

} // namespace tertib::tool
