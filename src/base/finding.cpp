// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/finding.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

#include <utility>

namespace tertib {

Finding make_finding(std::string_view code, Place where, std::vector<Argument> arguments,
                     std::string evidence) {
    const Message* known = find_message(code);
    if (known == nullptr || !known->severity) {
        throw Error(ErrorCode::internal, "no finding has the code " + std::string(code));
    }
    return Finding{.code = std::string(code),
                   .severity = *known->severity,
                   .about = known->about,
                   .where = std::move(where),
                   .arguments = std::move(arguments),
                   .evidence = std::move(evidence)};
}

std::string_view name(Severity severity) noexcept {
    switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "";
}

std::string_view name(About about) noexcept {
    switch (about) {
    case About::document: return "document";
    case About::copy: return "copy";
    case About::reading: return "reading";
    }
    return "";
}

} // namespace tertib
