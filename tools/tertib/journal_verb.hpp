// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb_maker.hpp"

#include <string>
#include <vector>

namespace tertib::tool {

/// `tertib journal verify STORE [--seal FILE]…`: plays the whole journal again, and compares it with
/// seals that were kept elsewhere. Ends with 1 if it doesn't hold.
struct VerifyRequest {
    std::string store;
    std::vector<std::string> seals; ///< paths
};
[[nodiscard]] Outcome journal_verify_verb(const VerifyRequest& request, const Manner& manner);

/// `tertib journal seal STORE`: seals all events so far; the answer is the seal, to keep elsewhere.
struct SealRequest {
    std::string store;
    std::string now; ///< "": when the command runs
};
[[nodiscard]] Outcome journal_seal_verb(const SealRequest& request);

/// `tertib journal export STORE [--case ID] [--no-personal] [--whole]`: its events as JSON Lines.
struct ExportRequest {
    std::string store;
    std::string case_id; ///< "": of all cases
    bool no_personal = false;
    bool whole = false; ///< with documents, seals and receipts, so that it can be imported
};
[[nodiscard]] Outcome journal_export_verb(const ExportRequest& request, const Answering& how);

/// `tertib journal import STORE FILE`: makes a store of a whole export, which is verified meanwhile.
struct ImportRequest {
    std::string store;
    std::string file; ///< "-" is standard input
};
[[nodiscard]] Outcome journal_import_verb(const ImportRequest& request, const Manner& manner);

/// `tertib journal backup STORE FILE`: a copy as of one moment, while others write.
struct BackupRequest {
    std::string store;
    std::string file;
};
[[nodiscard]] Outcome journal_backup_verb(const BackupRequest& request, const Manner& manner);

/// `tertib journal tidy STORE`: makes erased bytes unreadable at once.
[[nodiscard]] Outcome journal_tidy_verb(const std::string& store, const Manner& manner);

} // namespace tertib::tool
