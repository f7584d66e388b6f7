// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_code.hpp"

#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"

#include <array>
#include <string>

namespace tertib {
namespace {

struct CodeNames {
    std::string_view name;
    std::string_view message;
};

constexpr std::array<CodeNames, check_code_count> code_names{{
    {"STEP-UNKNOWN", "CHECK-STEP-UNKNOWN"},
    {"STEP-MISSING", "CHECK-STEP-MISSING"},
    {"ORDER", "CHECK-ORDER"},
    {"REPEAT", "CHECK-REPEAT"},
    {"PELAKSANA", "CHECK-PELAKSANA"},
    {"LATE-STEP", "CHECK-LATE-STEP"},
    {"LATE-CASE", "CHECK-LATE-CASE"},
    {"LATE-PATH", "CHECK-LATE-PATH"},
    {"OVERDUE", "CHECK-OVERDUE"},
    {"INPUT-MISSING", "CHECK-INPUT-MISSING"},
    {"OUTPUT-MISSING", "CHECK-OUTPUT-MISSING"},
    {"NOT-IN-FORCE", "CHECK-NOT-IN-FORCE"},
    {"NOT-SIGNED", "CHECK-NOT-SIGNED"},
    {"FOUR-EYES", "CHECK-FOUR-EYES"},
    {"OUT-OF-HOURS", "CHECK-OUT-OF-HOURS"},
    {"INCOMPLETE", "CHECK-INCOMPLETE"},
}};

} // namespace

std::string_view name(CheckCode code) noexcept {
    return code_names[position(code)].name;
}

std::optional<CheckCode> check_code_from_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < code_names.size(); ++i) {
        if (code_names[i].name == name) {
            return check_code_at(i);
        }
    }
    return std::nullopt;
}

std::string_view message_code(CheckCode code) noexcept {
    return code_names[position(code)].message;
}

Severity severity(CheckCode code) {
    const Message* const found = find_message(message_code(code));
    if (found == nullptr || !found->severity) {
        throw Error(ErrorCode::internal, "the catalogue lacks " + std::string(message_code(code)));
    }
    return *found->severity;
}

std::string_view name(CheckVerdict verdict) noexcept {
    switch (verdict) {
    case CheckVerdict::not_applicable: return "not_applicable";
    case CheckVerdict::satisfied: return "satisfied";
    case CheckVerdict::undecidable: return "undecidable";
    case CheckVerdict::violated: return "violated";
    }
    return "";
}

} // namespace tertib
