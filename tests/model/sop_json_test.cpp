// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/sop_json.hpp"

#include "sop_generator.hpp"
#include "tertib/base/error.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

/// A small document with a hole in it: `at` is replaced by `by`.
std::string document(std::string_view at = "", std::string_view by = "") {
    std::string json = R"({"schema": "tertib.sop/1", "identity": {"nomor": "7",
 "disahkan": {"text": "Kepala Dinas, Contoh", "jabatan": "Kepala Dinas", "nama": "Contoh", "nip": "1"}},
 "pelaksana": ["Kadis", "Tim"], "pelaksana_luar": ["Tim"], "total": null,
 "steps": [{"key": "1", "uraian": "Menelaah", "kind": "activity",
   "marks": [{"pelaksana": "Kadis", "symbol": "process"}],
   "waktu": {"text": "2,5 Jam", "form": "exact",
     "parts": [{"min": 2.5, "max": 2.5, "satuan": "jam", "reckoning": "working"}]}}],
 "flow": [{"from": "start", "to": "1"}]})";
    if (!at.empty()) {
        const std::size_t found = json.find(at);
        REQUIRE(found != std::string::npos);
        json.replace(found, at.size(), by);
    }
    return json;
}

struct Refusal {
    ErrorCode code = ErrorCode::internal;
    std::string message;
};

Refusal refusal(const std::string& json) {
    try {
        static_cast<void>(sop_from_json(json));
    } catch (const Error& error) {
        return {error.code(), error.what()};
    }
    return {};
}

std::string format_refusal(std::string_view at, std::string_view by) {
    const Refusal refused = refusal(document(at, by));
    CHECK(refused.code == ErrorCode::format);
    CHECK(refused.message.find('\n') == std::string::npos);
    return refused.message;
}

} // namespace

TEST_CASE("any Sop comes back equal from its JSON") {
    CHECK(rc::check([] {
        const Sop sop = *testing::any_sop();
        const std::string json = to_json(sop);
        const Sop back = sop_from_json(json);
        RC_ASSERT(back == sop);
        RC_ASSERT(back.digest() == sop.digest());
        RC_ASSERT(to_json(back) == json);
    }));
}

TEST_CASE("the members stand in the documented order, indented by two blanks") {
    const std::string json = to_json(sop_from_json(document()));
    CHECK(json.starts_with("{\n  \"schema\": \"tertib.sop/1\",\n  \"source\": {\n"));
    CHECK(json.ends_with("}\n"));
    std::size_t at = 0;
    for (const char* key : {"schema", "source", "digest", "identity", "pelaksana", "pelaksana_luar",
                            "total", "steps", "gateways", "flow", "layout", "findings"}) {
        const std::size_t found = json.find("\n  \"" + std::string(key) + "\": ");
        CAPTURE(key);
        REQUIRE(found != std::string::npos);
        CHECK(found > at);
        at = found;
    }
    CHECK(json.find(R"([
          {"min": 2.5, "max": 2.5, "satuan": "jam", "reckoning": "working", "assumed": false}
        ])") != std::string::npos);
    CHECK(json.find(R"({"pelaksana": "Kadis", "symbol": "process"})") != std::string::npos);
}

TEST_CASE("amounts stay exact where floating point would not") {
    const Sop sop = sop_from_json(
        document(R"("min": 2.5, "max": 2.5)", R"("min": 0.1, "max": 9223372036854775807)"));
    const WaktuPart& part = sop.steps()[0].waktu.parts[0];
    CHECK(part.min == Decimal::from(1, 1));
    CHECK(part.max.units() == 9223372036854775807);
    CHECK(to_json(sop).find(R"("min": 0.1, "max": 9223372036854775807)") != std::string::npos);
}

TEST_CASE("members of a later version are kept at any depth") {
    const Sop sop = sop_from_json(
        document(R"("form": "exact",)",
                 R"("form": "exact", "b/c~": {"deep": [1, 2.50, "x", {}], "e": null},)"));
    REQUIRE(sop.parts().unknown_members.size() == 1);
    CHECK(sop.parts().unknown_members[0].pointer == "/steps/0/waktu/b~1c~0");
    CHECK(sop.parts().unknown_members[0].json == R"({"deep": [1, 2.50, "x", {}], "e": null})");
    const std::string json = to_json(sop);
    CHECK(json.find(R"("b/c~": {"deep": [1, 2.50, "x", {}], "e": null})") != std::string::npos);
    CHECK(sop_from_json(json) == sop);
}

TEST_CASE("an unknown member that is no JSON never gets out") {
    SopParts parts = sop_from_json(document()).parts();
    parts.unknown_members = {{"/later", "1, \"schema\": 2"}};
    CHECK_THROWS_AS(to_json(Sop(parts)), Error);
    parts.unknown_members = {{"/schema", "2"}, {"/nowhere/x", "3"}};
    const std::string json = to_json(Sop(parts));
    CHECK(json == to_json(sop_from_json(json)));
}

TEST_CASE("a text for others leaves out who signed but not in what office") {
    const Sop sop = sop_from_json(document());
    const std::string json = to_json(sop, {}, Personal::omit);
    CHECK(json.find("Contoh") == std::string::npos);
    CHECK(json.find("nip") == std::string::npos);
    CHECK(json.find("Kepala Dinas") != std::string::npos);
    CHECK(json.find(sop.digest()) != std::string::npos);
    CHECK(sop_from_json(json).identity().disahkan->jabatan == "Kepala Dinas");
}

TEST_CASE("findings are written in both languages and read back") {
    const Sop sop = sop_from_json(document());
    std::vector<Finding> findings = {make_finding(
        "READ-NO-PELAKSANA", {.row = 12, .column = 3, .step = "1"}, {{"steps", "1"}}, "…")};
    const std::string json = to_json(sop, findings);
    CHECK(json.find(R"("where": {"row": 12, "column": 3, "step": "1"})") != std::string::npos);
    CHECK(json.find(message(findings[0], Language::id)) != std::string::npos);
    CHECK(json.find(message(findings[0], Language::en)) != std::string::npos);
    CHECK(findings_from_json(json) == findings);
    findings[0].code = "LATER-1"; // of a newer version
    CHECK(findings_from_json(to_json(sop, findings)) == findings);
}

TEST_CASE("a date without its day keeps its month") {
    const Sop sop = sop_from_json(
        document(R"("nomor": "7")",
                 R"("tanggal_berlaku": {"text": "Juni 2023", "date": null, "month": "2023-06"})"));
    REQUIRE(sop.identity().tanggal_berlaku);
    CHECK_FALSE(sop.identity().tanggal_berlaku->date);
    CHECK(sop.identity().tanggal_berlaku->month == std::chrono::year(2023) / std::chrono::June);
}

TEST_CASE("whatever is wrong is named by its JSON pointer") {
    CHECK(format_refusal(R"("schema": "tertib.sop/1", )", "") ==
          "the document: has no member \"schema\"");
    CHECK(format_refusal("tertib.sop/1", "other") == "/schema: is \"other\", not \"tertib.sop/1\"");
    CHECK(format_refusal(R"("7")", "7") == "/identity/nomor: must be a text, not a number");
    CHECK(format_refusal(R"("key": "1", )", "") == "/steps/0: has no member \"key\"");
    CHECK(format_refusal(R"("Kadis", "symbol")", R"("Ka\ndis", "symbol")") ==
          "/steps/0/marks/0/pelaksana: is \"Ka\\ndis\", which is none of the pelaksana");
    CHECK(format_refusal("process", "box") ==
          "/steps/0/marks/0/symbol: is \"box\", but must be one of terminator, process, decision, "
          "connector, other, unspecified");
    CHECK(format_refusal(R"("max": 2.5)", R"("max": 1)") ==
          "/steps/0/waktu/parts/0/max: is less than min");
    CHECK(format_refusal(R"("min": 2.5)", R"("min": -2.5)") ==
          "/steps/0/waktu/parts/0/min: is negative");
    CHECK(format_refusal(R"("max": 2.5)", R"("max": 1e300)")
              .starts_with("/steps/0/waktu/parts/0/max: is no decimal number"));
    CHECK(format_refusal("exact", "sum") ==
          "/steps/0/waktu/parts: are not as many parts as the form sum has");
    CHECK(format_refusal(R"({"from": "start", "to": "1"})", "3") ==
          "/flow/0: must be an object, not a number");
    CHECK(format_refusal(R"("from": "start")", R"("from": "start", "to_pelaksana": "Bupati")") ==
          "/flow/0/to_pelaksana: is \"Bupati\", which is none of the pelaksana");
    CHECK(format_refusal(R"("to": "1")", R"("to": "9")").find("from start to 9") !=
          std::string::npos);
    CHECK(format_refusal(R"(["Tim"])", R"(["Tim", "Kadis"])") ==
          "/pelaksana_luar/1: is not in the order of the columns");
    CHECK(format_refusal(R"("nomor": "7")",
                         R"("tanggal_berlaku": {"text": "", "date": "2023-02-30"})") ==
          "/identity/tanggal_berlaku/date: is \"2023-02-30\", not a date such as 2023-06-27");
    CHECK(format_refusal(R"("total": null)", R"("total": null, "layout": {"columns": [{}]})") ==
          "/layout/columns/0: has no member \"role\"");
}

TEST_CASE("a document of a newer version is told apart from one that is no SOP") {
    CHECK(refusal(document("tertib.sop/1", "tertib.sop/2")).code == ErrorCode::unsupported);
}
