// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/overlay_json.hpp"

#include "sop_generator.hpp"
#include "tertib/base/error.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

std::string refusal(const std::string& json) {
    try {
        static_cast<void>(overlay_from_json(json));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::format);
        return error.what();
    }
    return "";
}

Overlay full() {
    Overlay overlay;
    overlay.sop_digest = "abc";
    overlay.by = "Sekretariat";
    overlay.assign = {{"3", {"Kadis"}}, {"4", {}}};
    overlay.optional = {{.steps = {"5", "6"}, .when = "bukan nominator", .reason = "arahan"}};
    overlay.flow = {{"1", "2", "Ya"}, {"1", "end", {}}};
    overlay.outcomes = {{"1", {"Ya", "Tidak"}}};
    overlay.identity = {
        {"nomor", {"7"}}, {"peralatan", {"Komputer"}}, {"disahkan/nama", {"Contoh"}}};
    overlay.pelaksana_luar = {"Pemohon"};
    overlay.four_eyes = {{.steps = {"2", "5"}, .basis = "pedoman"}};
    overlay.waivers = {{.code = "ID-6",
                        .cases = "*",
                        .steps = {"5"},
                        .reason = "arahan",
                        .by = "Kadis",
                        .nomor_surat = "1"}};
    overlay.basis = {{"identity", "00"}};
    return overlay;
}

} // namespace

TEST_CASE("an overlay comes back equal from its JSON") {
    const std::string json = to_json(full());
    CHECK(overlay_from_json(json) == full());
    CHECK(json.find(R"("3": ["Kadis"])") != std::string::npos);
    CHECK(json.find(R"("nomor": "7")") != std::string::npos);
    CHECK(json.find("\"disahkan\": {\n      \"nama\": \"Contoh\"") != std::string::npos);
}

TEST_CASE("the template of any Sop comes back equal") {
    CHECK(rc::check([] {
        const Overlay overlay = overlay_template(*testing::any_sop());
        RC_ASSERT(overlay_from_json(to_json(overlay)) == overlay);
    }));
}

TEST_CASE("what people write by hand is taken: single texts, no schema, remarks") {
    const Overlay overlay = overlay_from_json(
        R"({"assign": {"3": "Kadis", "_": "siapa?"}, "catatan untuk tim": {"a": 1}, "_x": 2,
            "identity": {"peralatan": "Komputer", "catatan": 3}})");
    CHECK(overlay.assign == std::map<std::string, std::vector<std::string>>{{"3", {"Kadis"}}});
    CHECK(overlay.identity.at("peralatan") == std::vector<std::string>{"Komputer"});
    CHECK(overlay.identity.size() == 1);
}

TEST_CASE("a misspelt member is refused by its pointer") {
    CHECK(refusal(R"({"asign": {}})") == "/asign: an overlay has no such member");
    CHECK(refusal(R"({"waivers": [{"code": "ID-6", "reasons": ""}]})") ==
          "/waivers/0/reasons: an overlay has no such member");
    CHECK(refusal(R"({"flow": [{"from": "1"}]})") == "/flow/0: has no member \"to\"");
    CHECK(refusal(R"({"assign": {"1": [2]}})") == "/assign/1/0: must be a text, not a number");
    CHECK(refusal(R"({"schema": "tertib.sop/1"})") ==
          "/schema: is \"tertib.sop/1\", not \"tertib.overlay/1\"");
    CHECK(refusal("[]") == "the document: must be an object, not a list");
}
