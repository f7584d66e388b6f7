// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

#include "tertib/run/command.hpp"
#include "tertib/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tertib::tool {

/// What every command on a case is given. A moment without an offset is in the zone of the case's
/// calendar.
struct CaseRequest {
    std::string store; ///< path
    std::string case_id;
    std::string by;
    std::string as;
    std::string now; ///< "": when the command runs
    std::string at;  ///< "": now
    std::string reason;
    std::string dasar;
    std::string key;
    std::optional<std::uint64_t> seen;
};

/// What the store is asked for, without digests of documents.
[[nodiscard]] Request request_of(const CaseRequest& request, Action action, Zone zone);

/// `tertib case claim|release|…`: gives the command to the store. Ends with 1 if it is refused.
[[nodiscard]] Outcome case_command_verb(const CaseRequest& request, Action action,
                                        const Manner& manner);

/// `tertib case complete`, which can say that all produk of the step were delivered.
struct CompleteRequest {
    CompleteTask action;
    bool every_produk = false;
};
[[nodiscard]] Outcome case_complete_verb(const CaseRequest& request,
                                         const CompleteRequest& complete, const Manner& manner);

/// `tertib case attach`: evidence whose file is here, or that is described by the options alone.
struct AttachRequest {
    Attach action;
    std::string file; ///< "" if it isn't here; "-" is standard input
    std::optional<std::uint64_t> size;
};
[[nodiscard]] Outcome case_attach_verb(const CaseRequest& request, const AttachRequest& attach,
                                       const Manner& manner);

/// `tertib case start DOC --case ID`: makes the store if there is none, registers the SOP and the
/// calendar (and policy) if they are new to it, and opens the case.
struct StartRequest {
    DocumentRequest document;
    std::string calendar;
    std::string policy; ///< path of an overrun policy; "": none
    StartCase action;
};
[[nodiscard]] Outcome case_start_verb(const CaseRequest& request, const StartRequest& start,
                                      const Manner& manner);

} // namespace tertib::tool
