// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/flow.hpp"

namespace tertib {

bool stays_in_row(const Flow& flow) noexcept {
    return flow.kind == FlowKind::sequence && flow.from == flow.to && !flow.outcome &&
           flow.from_pelaksana && flow.to_pelaksana && flow.from_pelaksana != flow.to_pelaksana;
}

std::string_view name(FlowKind kind) noexcept {
    switch (kind) {
    case FlowKind::sequence: return "sequence";
    case FlowKind::consultation: return "consultation";
    }
    return "";
}

std::string_view name(Provenance provenance) noexcept {
    switch (provenance) {
    case Provenance::inferred: return "inferred";
    case Provenance::order: return "order";
    case Provenance::documents: return "documents";
    case Provenance::stated: return "stated";
    case Provenance::drawn: return "drawn";
    case Provenance::user: return "user";
    }
    return "";
}

std::string_view name(GatewayKind kind) noexcept {
    switch (kind) {
    case GatewayKind::parallel: return "parallel";
    }
    return "";
}

} // namespace tertib
