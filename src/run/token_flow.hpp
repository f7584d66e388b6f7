// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/case_state.hpp"
#include "tertib/run/decide.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// Where tokens go when they leave a node: through gateways, as far as steps, the end, or a gateway
/// that waits for others. Fills an event's `opened`, `parked` and `released`.
class TokenFlow {
public:
    TokenFlow(const CaseContext& context, const CaseState& state)
        : context_(&context),
          state_(&state) {}

    /// Lays a token on the edge and follows it.
    void put(EdgeIndex edge, Instant since, Event& event);
    /// Opens a task at the step to which the edge leads.
    void open(EdgeIndex edge, Instant since, Event& event) const;
    /// Lets the waiting tokens go on that wait for no other.
    void settle(Event& event) const;
    /// Whether no token is left once the event is applied and `leaving` (may be nullptr) is gone.
    [[nodiscard]] bool none_left(const Event& event, const Task* leaving) const;
    /// The edges on which the case's tokens lie, ascending.
    [[nodiscard]] std::vector<EdgeIndex> marking() const;

private:
    struct Token {
        EdgeIndex edge{};
        Instant since{};
    };
    void arrive(const Token& token, std::vector<Token>& moving, Event& event) const;
    void join(NodeIndex gateway, std::vector<Token>& moving, Event& event) const;
    [[nodiscard]] const ParkedToken* parked(std::uint32_t flow, const Event& event) const;

    const CaseContext* context_;
    const CaseState* state_;
};

} // namespace tertib
