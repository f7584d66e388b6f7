// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/case_docket.hpp"
#include "check/case_scene.hpp"

namespace tertib {

/// INPUT-MISSING and OUTPUT-MISSING of one case, by what the log's columns say of documents.
void judge_documents(const VersionPlan& version, const CaseScene& scene, CaseDocket& docket);

} // namespace tertib
