// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_state.hpp"

#include "catch.hpp"
#include "run/office_chain.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/run/office_state_json.hpp"

using namespace tertib;

namespace {

std::string why(const OfficeChain& office, std::string_view digest, std::string_view on) {
    const std::optional<Finding> refusal = why_not_in_force(office.state.versions, digest, day(on));
    return refusal ? message(*refusal, Language::en) : "";
}

} // namespace

TEST_CASE("the roster holds what was decided, by the days that were decided last") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.act(EndDelegation{.holding = 1, .until = day("2025-05-06"), .surat = "800/2"});
    office.act(plh("Citra", "2025-05-07"));
    const Roster roster = roster_of(office.state);
    CHECK(roster.find("budi", "kadis", day("2025-05-06"))->surat == "800/1");
    CHECK(roster.find("Budi", "Kadis", day("2025-05-07")) == nullptr);
    CHECK(roster.find("Citra", "Kadis", day("2025-05-07"))->kind == PostKind::plh);
}

TEST_CASE("a holding that was taken back before it began leaves its post unknown") {
    OfficeChain office;
    office.act(plh("Budi", "2025-06-02", "2025-06-06"));
    office.act(EndDelegation{.holding = 1, .until = day("2025-06-01"), .surat = {}});
    CHECK_FALSE(roster_of(office.state).covers("Kadis"));
}

TEST_CASE("an erased name is nobody's, and its post stays known") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.set("2025-06-02T09:00");
    office.dasar = "UU 27/2022";
    office.act(EraseBody{1});
    const Roster roster = roster_of(office.state);
    CHECK(roster.covers("Kadis"));
    CHECK(roster.find("Budi", "Kadis", day("2025-05-06")) == nullptr);
    CHECK(roster.find("", "Kadis", day("2025-05-06")) == nullptr);
}

TEST_CASE("a version of which nothing was decided can run, and so can one that is unknown") {
    OfficeChain office;
    office.know({"a"});
    CHECK(why(office, "a", "2025-05-05").empty());
    CHECK(why(office, "z", "2025-05-05").empty());
}

TEST_CASE("once anything of its life is recorded, a version runs from its first day to its last") {
    OfficeChain office;
    office.know({"a"});
    office.act(EnforceSop{.sop = "a", .from = day("2025-05-05"), .until = day("2025-05-30")});
    CHECK_FALSE(why(office, "a", "2025-05-04").empty());
    CHECK(why(office, "a", "2025-05-05").empty());
    CHECK(why(office, "a", "2025-05-30").empty());
    CHECK(why(office, "a", "2025-05-31") ==
          "The SOP nomor a isn't in force on 2025-05-31; it is: 2025-05-05 – 2025-05-30.");
}

TEST_CASE("why a version isn't in force names the one that is, over several revisions") {
    OfficeChain office;
    office.know({"a"});
    office.act(RegisterSop{.sop = "b", .nomor = "", .nama = "Perizinan"});
    office.act(RegisterSop{.sop = "c", .nomor = "", .nama = ""});
    office.act(RegisterSop{.sop = "other", .nomor = "9", .nama = "Cuti"});
    office.act(EnforceSop{.sop = "other", .from = day("2020-01-01")});
    office.act(ReplaceSop{.old_sop = "a", .sop = "b", .from = day("2025-05-05")});
    office.act(ReplaceSop{.old_sop = "b", .sop = "c", .from = day("2025-06-01")});
    CHECK(why(office, "a", "2025-05-04").empty());
    CHECK(why(office, "a", "2025-05-05") ==
          "The SOP nomor a isn't in force on 2025-05-05 (it is: – 2025-05-04); in force is "
          "Perizinan (b).");
    CHECK(why(office, "a", "2025-06-01") ==
          "The SOP nomor a isn't in force on 2025-06-01 (it is: – 2025-05-04); in force is c (c).");
    CHECK(why(office, "c", "2025-05-05").find("Perizinan (b)") != std::string::npos);
    CHECK(why(office, "c", "2025-06-01").empty());
}

TEST_CASE("versions of one nama are versions of one SOP, however it is written") {
    OfficeChain office;
    office.act(RegisterSop{.sop = "a", .nomor = "1", .nama = "Izin  Usaha"});
    office.act(RegisterSop{.sop = "b", .nomor = "2", .nama = "izin usaha."});
    office.act(EnforceSop{.sop = "a", .from = day("2025-01-01"), .until = day("2025-05-04")});
    office.act(EnforceSop{.sop = "b", .from = day("2025-05-05")});
    CHECK(why(office, "a", "2025-05-06").find("in force is 2 (b)") != std::string::npos);
}

TEST_CASE("what the office has decided is written with all that is known, and null for the rest") {
    OfficeChain office;
    CHECK(to_json(office.state, wib()) == R"({
  "schema": "tertib.office/1",
  "events": 0,
  "recorded": null,
  "holdings": [],
  "versions": []
}
)");
    const std::string digest(64, 'a');
    office.act(plh("Budi", "2025-04-21", "2025-04-25"));
    office.know({digest});
    office.act(EnforceSop{.sop = digest, .from = day("2025-05-05"), .until = {}});
    office.dasar = "UU 27/2022";
    office.act(EraseBody{1});
    const std::string json = to_json(office.state, wib());
    for (const std::string& piece :
         {std::string(R"({"event": 1, "person": null, "pelaksana": "Kadis", "kind": "plh", )") +
              R"("from": "2025-04-21", "until": "2025-04-25", "surat": "800/1", "late": true})",
          R"({"digest": ")" + digest + R"(", "nomor": )",
          std::string(R"("status": "berlaku", "from": "2025-05-05", "until": null, )") +
              R"("successor": null})"}) {
        INFO(piece << " in " << json);
        CHECK(json.find(piece) != std::string::npos);
    }
}
