// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "log_source.hpp"
#include "verb.hpp"

#include <string>
#include <vector>

namespace tertib::tool {

/// `tertib check DOC… LOG`: what a log shows of how the SOP was kept. Negative where a check of
/// severity error is violated and not waived.
struct CheckRequest {
    std::vector<std::string> files; ///< documents (versions of one SOP), the log last
    std::string versions;           ///< a folder of further documents
    DocumentRequest additions;      ///< overlays and assignments
    LogRequest log;                 ///< its path is the last of the files
    std::string people;             ///< a map with people
    std::string calendar;
    std::string now;
    std::string known; ///< promised, completed, now, or a day
    std::string measured_from;
    std::string version_at;
    std::string service_waktu;
    std::size_t guide = 0; ///< which document to judge by where none was in force, from 1
    std::string from;
    std::string until;
    std::string by;
    std::string count_by;
    std::string show;
    std::string previous;   ///< an earlier report to compare with, as JSON
    bool html = false;      ///< the report as a page for people
    bool csv = false;       ///< one of its tables
    std::string table;      ///< which; "" for rows
    unsigned threshold = 0; ///< percent of cases for Penilaian; 0: none
    unsigned threads = 0;   ///< 0: as many as the machine has
};
[[nodiscard]] Outcome check_verb(const CheckRequest& request, const Manner& manner);

} // namespace tertib::tool
