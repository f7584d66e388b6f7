// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb_maker.hpp"

#include <string>

namespace tertib::tool {

/// `tertib journal verify STORE`: plays the whole journal again. Ends with 1 if it doesn't hold.
[[nodiscard]] Outcome journal_verify_verb(const std::string& store, const Manner& manner);

/// `tertib journal export STORE [--case ID] [--no-personal]`: its events as JSON Lines.
struct ExportRequest {
    std::string store;
    std::string case_id; ///< "": of all cases
    bool no_personal = false;
};
[[nodiscard]] Outcome journal_export_verb(const ExportRequest& request, const Answering& how);

/// `tertib journal backup STORE FILE`: a copy as of one moment, while others write.
struct BackupRequest {
    std::string store;
    std::string file;
};
[[nodiscard]] Outcome journal_backup_verb(const BackupRequest& request, const Manner& manner);

/// `tertib journal tidy STORE`: makes erased bytes unreadable at once.
[[nodiscard]] Outcome journal_tidy_verb(const std::string& store, const Manner& manner);

} // namespace tertib::tool
