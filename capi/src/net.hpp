// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log.hpp"

#include "tertib/base/watch.hpp"
#include "tertib/check/net_traces.hpp"
#include "tertib/graph/petri_net.hpp"
#include "tertib/log/variants.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/tertib_experimental.h"

#include <cstddef>
#include <memory>

struct tertib_net {
    std::shared_ptr<const tertib::PetriNet> net;
    std::shared_ptr<const tertib::Sop> sop; ///< whose net it is, or none
};

namespace tertib::capi {

/// The cases of a log in the labels of a net. Keeps the log, for the texts of its activities.
struct CasesOnNet {
    CasesOnNet(const tertib_net& net, const tertib_log& log, const tertib_map* map);

    std::shared_ptr<const PetriNet> net;
    std::shared_ptr<const EventLog> log;
    Variants variants;
    NetTraces traces;

    /// The place of a case's variant, or SIZE_MAX.
    [[nodiscard]] std::size_t find_case(const char* case_id) const noexcept;
    /// How many cases show a variant, 0 past the end.
    [[nodiscard]] std::uint64_t case_count(std::size_t variant) const noexcept;
};

/// Asks the caller's callback; empty for NULL.
[[nodiscard]] Watch watch_of(tertib_watch watch, void* user_data);

} // namespace tertib::capi
