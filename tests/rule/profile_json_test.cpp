// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/rule/profile_json.hpp"

using namespace tertib;

namespace {

std::string profile_with(const std::string& members) {
    return R"({"schema": "tertib.profile/1", "name": "rumah", "base": "permenpan35")" + members +
           "}";
}

std::string refusal_of(const std::string& json) {
    try {
        (void)profile_from_json(json);
    } catch (const Error& error) {
        return error.code() == ErrorCode::format ? error.what() : "another code";
    }
    return "accepted";
}

} // namespace

TEST_CASE("a profile in JSON changes what it names and keeps the rest") {
    const Profile profile = profile_from_json(profile_with(
        R"(, "rules": {"FLOW-6": {"severity": "info"}, "ID-9": {"enabled": false}},
            "nomor_pattern": "*/DPMPTSP/####",
            "required_words": [{"field": "peringatan", "words": ["sanksi"]}])"));
    CHECK(profile.name == "rumah");
    CHECK(profile.find("FLOW-6")->severity == Severity::info);
    CHECK_FALSE(profile.find("ID-9")->enabled);
    CHECK(profile.find("ID-1")->severity == Severity::error);
    CHECK(profile.nomor_pattern == "*/DPMPTSP/####");
    CHECK(profile.required_words == std::vector<RequiredWords>{{"peringatan", {"sanksi"}}});
    CHECK(profile.find("OWN-1") != nullptr);
}

TEST_CASE("a profile survives its JSON") {
    Profile profile = profile_from_json(profile_with(
        R"(, "required_words": [{"field": "uraian", "words": ["a", "b"]}],
            "rules": {"OWN-1": {"severity": "error", "source": "Edaran"}})"));
    profile.find("TAB-2")->enabled = false;
    CHECK(profile_from_json(to_json(profile)) == profile);
    CHECK(profile_from_json(to_json(permenpan35())) == permenpan35());
}

TEST_CASE("a slip in a profile is named, not passed over") {
    CHECK(refusal_of(profile_with(R"(, "rules": {"FLOW-66": {}})")).find("FLOW-66") !=
          std::string::npos);
    CHECK(refusal_of(profile_with(R"(, "rules": {"FLOW-6": {"severety": "info"}})"))
              .find("severety") != std::string::npos);
    CHECK(
        refusal_of(profile_with(R"(, "rules": {"FLOW-6": {"severity": "fatal"}})")).find("fatal") !=
        std::string::npos);
    CHECK(refusal_of(profile_with(R"(, "nomor_patern": "x")")).find("nomor_patern") !=
          std::string::npos);
    CHECK(refusal_of(profile_with(R"(, "required_words": [{"field": "x", "words": ["y"]}])"))
              .find("required_words") != std::string::npos);
    CHECK(refusal_of(profile_with(R"(, "required_words": [{"field": "uraian"}])")) != "accepted");
    CHECK(refusal_of(R"({"schema": "tertib.sop/1", "name": "x"})").find("schema") !=
          std::string::npos);
    CHECK(refusal_of(R"({"schema": "tertib.profile/1", "name": "x", "base": "y"})").find("base") !=
          std::string::npos);
    CHECK(refusal_of("not json") != "accepted");
}
