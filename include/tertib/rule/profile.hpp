// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/rule/rule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Words that an office wants in a part of its SOPs. `field` is a member of the identity as JSON
/// names it ("peringatan"), or "uraian", "kelengkapan", "produk", "keterangan" for some step.
struct RequiredWords {
    std::string field;
    std::vector<std::string> words;

    friend bool operator==(const RequiredWords&, const RequiredWords&) = default;
};

/// A named set of rules with their weights: what an SOP is checked against. A plain value: copy
/// the built-in one and change it, or read one from JSON (rule/profile_json.hpp).
///
///     Profile house = permenpan35();
///     house.name = "rumah";
///     house.find("FLOW-6")->severity = Severity::info;
///     house.find("ID-9")->enabled = false;
///     house.nomor_pattern = "*/DPMPTSP/####";
struct Profile {
    std::string name;
    std::string version;
    std::string title;
    std::vector<RuleEntry> rules;
    /// A pattern for Nomor SOP: # is a digit, ? any one letter, * anything; case and blanks don't
    /// count. "" if any nomor will do.
    std::string nomor_pattern;
    std::vector<RequiredWords> required_words; ///< reported as rule OWN-1

    /// The entry of that id, or nullptr.
    [[nodiscard]] const RuleEntry* find(std::string_view id) const noexcept;
    [[nodiscard]] RuleEntry* find(std::string_view id) noexcept;

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Permenpan RB Nomor 35 Tahun 2012, Lampiran: data/permenpan35.tsv, compiled in.
[[nodiscard]] Profile permenpan35();

/// The built-in profile of that name. Throws Error(argument) that lists the names there are.
[[nodiscard]] Profile built_in_profile(std::string_view name);

/// Whether a text is of the form of a pattern as Profile::nomor_pattern describes it. Linear.
[[nodiscard]] bool matches_pattern(std::string_view text, std::string_view pattern);

} // namespace tertib
