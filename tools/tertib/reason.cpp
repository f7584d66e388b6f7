// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "reason.hpp"

namespace tertib::tool {

Failure unreadable(const std::string& path, const Error& error, InputKind kind) {
    const std::vector<Argument> arguments = {{"file", path}, {"reason", error.what()}};
    switch (error.code()) {
    case ErrorCode::format:
        return {Exit::unreadable, kind == InputKind::document ? "UI-INPUT-FORMAT" : "UI-INPUT-JSON",
                arguments};
    case ErrorCode::limit: return {Exit::unreadable, "UI-INPUT-LIMIT", arguments};
    case ErrorCode::unsupported: return {Exit::unreadable, "UI-INPUT-UNSUPPORTED", arguments};
    case ErrorCode::argument:
    case ErrorCode::io:
    case ErrorCode::internal:
    case ErrorCode::store:
    case ErrorCode::damaged:
    case ErrorCode::outcome_unknown: break;
    }
    return {Exit::unreadable, "UI-INPUT-FAILED", arguments};
}

} // namespace tertib::tool
