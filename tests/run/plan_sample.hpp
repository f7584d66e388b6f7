// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What journal_sample writes of an office beside its journal, a JSON document each.

/// Each decision as a store is asked for it, with a key and without.
std::vector<std::string> asked_decisions();

/// Dry runs, "migrations", "recomputes" or "revisions": such as can be done, and such as are refused.
std::vector<std::string> dry_runs(std::string_view what);
