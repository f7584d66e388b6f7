// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/overlay.hpp"

#include "sop_generator.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/model/overlay_json.hpp"

#include "catch.hpp"

#include <algorithm>
#include <set>
#include <tuple>

using namespace tertib;

namespace {

Flow flow(std::string from, std::string to, std::optional<std::string> outcome = {}) {
    Flow made;
    made.from = std::move(from);
    made.to = std::move(to);
    made.outcome = std::move(outcome);
    return made;
}

Step step(std::string key) {
    Step made;
    made.key = std::move(key);
    made.uraian = "Menelaah";
    return made;
}

/// 1 → 2 and 3 side by side → g1 → 4 → end; step 2 has a mark, 4 is a decision without targets.
Sop sample() {
    SopParts parts;
    parts.pelaksana = {"Kadis", "Urusan /Tim", "Pemohon"};
    parts.steps = {step("1"), step("2"), step("3"), step("4")};
    parts.steps[1].marks = {{PelaksanaIndex{1}, Symbol::process}};
    parts.steps[3].kind = StepKind::decision;
    parts.steps[3].outcomes = {"Ya", "Tidak"};
    parts.gateways = {Gateway{.key = "g1"}};
    parts.flow = {flow("start", "1"), flow("1", "2"),  flow("1", "3"),  flow("2", "g1"),
                  flow("3", "g1"),    flow("g1", "4"), flow("4", "end")};
    return Sop(std::move(parts));
}

std::vector<std::string> codes(const OverlayResult& result) {
    std::vector<std::string> all;
    for (const Finding& finding : result.findings) {
        all.push_back(finding.code);
        CHECK(message(finding, Language::id).find('{') == std::string::npos);
        CHECK(message(finding, Language::en).find('{') == std::string::npos);
    }
    return all;
}

using Codes = std::vector<std::string>;

std::vector<std::string> targets(const Sop& sop, std::string_view from) {
    std::vector<std::string> all;
    for (const Flow& each : sop.flow()) {
        if (each.from == from) {
            all.push_back(each.to + (each.outcome ? " " + *each.outcome : ""));
        }
    }
    return all;
}

using Edge = std::tuple<std::string, std::string, std::optional<std::string>>;

Edge edge(const Flow& flow) {
    return {flow.from, flow.to, flow.outcome};
}

/// The flows that no overlay which speaks of these nodes may change: those out of other nodes,
/// consultations, what stays in a row. Inferred gateways may go, and take their flows along.
std::vector<Flow> untouched_by(const Sop& sop, const std::set<std::string>& nodes) {
    const auto inferred = [&](const std::string& node) {
        const auto found = std::ranges::find(sop.gateways(), node, &Gateway::key);
        return found != sop.gateways().end() && found->provenance == Provenance::inferred;
    };
    std::vector<Flow> kept;
    for (const Flow& each : sop.flow()) {
        const bool out = each.kind == FlowKind::sequence && !stays_in_row(each);
        if (!(out && nodes.contains(each.from)) && !inferred(each.from) && !inferred(each.to)) {
            kept.push_back(each);
        }
    }
    return kept;
}

} // namespace

TEST_CASE("assigning a step that had no pelaksana marks it without a symbol") {
    Overlay overlay;
    overlay.assign["3"] = {"urusan/tim", "Kadis"};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(result.findings.empty());
    CHECK(result.sop.step("3")->marks ==
          std::vector<Mark>{{PelaksanaIndex{1}, Symbol::unspecified},
                            {PelaksanaIndex{0}, Symbol::unspecified}});
    CHECK(result.sop.digest() != sample().digest());
}

TEST_CASE("assigning others than the document marks replaces them with a warning") {
    Overlay overlay;
    overlay.assign["2"] = {"Kadis"};
    OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(codes(result) == Codes{"OVERLAY-REPLACES"});
    CHECK(result.findings[0].where.step == "2");
    overlay.assign["2"] = {"Urusan /Tim"}; // as in the document: its symbol stays
    result = apply_overlay(sample(), overlay);
    CHECK(result.findings.empty());
    CHECK(result.sop == sample());
}

TEST_CASE("entries that fit nothing are errors and the rest applies") {
    Overlay overlay;
    overlay.assign["9"] = {"Kadis"};
    overlay.assign["1"] = {"Kadis", "Bupati"};
    overlay.assign["3"] = {"Kadis"};
    overlay.identity["nomer"] = {"7"};
    overlay.identity["status"] = {"lama"};
    overlay.flow = {{"1", "end", {}}, {"1", "9", {}}, {"1", "start", {}}};
    overlay.four_eyes = {{.steps = {"8"}, .basis = ""}};
    overlay.pelaksana_luar = {"Gubernur"};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(codes(result) == Codes{"OVERLAY-UNKNOWN-FIELD", "OVERLAY-UNKNOWN-STATUS",
                                 "OVERLAY-UNKNOWN-PELAKSANA", "OVERLAY-UNKNOWN-PELAKSANA",
                                 "OVERLAY-UNKNOWN-STEP", "OVERLAY-UNKNOWN-NODE", "OVERLAY-FLOW",
                                 "OVERLAY-UNKNOWN-STEP"});
    for (const Finding& finding : result.findings) {
        CHECK(finding.severity == Severity::error);
    }
    CHECK(result.sop.step("1")->marks.empty()); // half an assignment is none
    CHECK(result.sop.step("3")->marks.size() == 1);
    CHECK(targets(result.sop, "1") == Codes{"end"});
}

TEST_CASE("stated flows replace those of their node and idle inferred gateways go") {
    Overlay overlay;
    overlay.by = "Sekretariat";
    overlay.flow = {{"2", "4", {}}, {"3", "end", {}}, {"2", "4", {}}};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(result.findings.empty());
    CHECK(targets(result.sop, "2") == Codes{"4"});
    CHECK(targets(result.sop, "1") == Codes{"2", "3"});
    CHECK(result.sop.gateways().empty());
    CHECK(targets(result.sop, "g1").empty());
    const Flow& added = result.sop.flow()[result.sop.flow().size() - 2];
    CHECK(added.provenance == Provenance::user);
    CHECK(added.evidence == "Sekretariat");
}

TEST_CASE("a labelled flow makes its step a decision with that outcome") {
    Overlay overlay;
    overlay.flow = {{"1", "2", "Lengkap"}, {"1", "end", "Tidak lengkap"}};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(result.sop.step("1")->kind == StepKind::decision);
    CHECK(result.sop.step("1")->outcomes == Codes{"Lengkap", "Tidak lengkap"});
}

TEST_CASE("a gateway that the document lacks is made where flows lead to it and from it") {
    Overlay overlay;
    overlay.flow = {{"2", "g7", {}}, {"3", "g7", {}}, {"g7", "4", {}}};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(codes(result).empty());
    REQUIRE(result.sop.gateways().size() == 1); // g1 is idle and goes
    CHECK(result.sop.gateways()[0].key == "g7");
    CHECK(result.sop.gateways()[0].provenance == Provenance::user);
    overlay.flow.pop_back();
    CHECK(codes(apply_overlay(sample(), overlay)).front() == "OVERLAY-UNKNOWN-NODE");
}

TEST_CASE("outcomes, optional steps and those outside the office are set") {
    Overlay overlay;
    overlay.by = "Sekretariat";
    overlay.outcomes["1"] = {"Ya", "Tidak"};
    overlay.outcomes["4"] = {"Setuju"};
    overlay.optional = {{.steps = {"2", "3"}, .when = "bukan nominator", .reason = "arahan"}};
    overlay.pelaksana_luar = {"pemohon", "Pemohon"};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(codes(result) == Codes{"OVERLAY-REPLACES"});
    CHECK(result.sop.step("1")->outcomes == Codes{"Ya", "Tidak"});
    CHECK(result.sop.step("4")->outcomes == Codes{"Setuju"});
    CHECK(result.sop.step("3")->optional == "bukan nominator; arahan (Sekretariat)");
    REQUIRE(result.sop.pelaksana_luar().size() == 1);
    CHECK(result.sop.pelaksana_luar()[0] == PelaksanaIndex{2});
}

TEST_CASE("fields of the identity are set, dates as they are written") {
    Overlay overlay;
    overlay.identity["nomor"] = {"62/2023"};
    overlay.identity["status"] = {"Berlaku"};
    overlay.identity["tanggal_berlaku"] = {"27 Juni 2023"};
    overlay.identity["peralatan"] = {"Komputer", "Printer"};
    overlay.identity["disahkan/jabatan"] = {"Kepala Dinas"};
    const OverlayResult result = apply_overlay(sample(), overlay);
    CHECK(result.findings.empty());
    const Identity& identity = result.sop.identity();
    CHECK(identity.nomor == "62/2023");
    CHECK(identity.status == SopStatus::berlaku);
    REQUIRE(identity.tanggal_berlaku);
    CHECK(identity.tanggal_berlaku->date == std::chrono::year(2023) / std::chrono::June / 27);
    CHECK(identity.peralatan == Codes{"Komputer", "Printer"});
    CHECK(identity.disahkan->jabatan == "Kepala Dinas");
    overlay.identity = {{"nomor", {"63"}}};
    CHECK(codes(apply_overlay(result.sop, overlay)) == Codes{"OVERLAY-REPLACES"});
}

TEST_CASE("an overlay for another state of the SOP is told with what changed") {
    const Overlay overlay = overlay_template(sample());
    SopParts parts = sample().parts();
    parts.steps[1].uraian = "Meneliti";
    parts.identity.nomor = "8";
    const OverlayResult result = apply_overlay(Sop(parts), overlay);
    CHECK(codes(result) == Codes{"OVERLAY-DIGEST", "OVERLAY-OPEN"});
    CHECK(message(result.findings[0], Language::id).find("identity, step 2.") != std::string::npos);
    CHECK(message(result.findings[0], Language::en).find("identity, step 2.") != std::string::npos);
    Overlay bare;
    bare.sop_digest = "0";
    CHECK(codes(apply_overlay(sample(), bare)) == Codes{"OVERLAY-DIGEST-UNNAMED"});
}

TEST_CASE("a waiver without a reason or a person is doubtful") {
    Overlay overlay;
    overlay.waivers = {{.code = "ID-6", .steps = {}, .reason = "", .by = "", .nomor_surat = ""}};
    CHECK(codes(apply_overlay(sample(), overlay)) == Codes{"OVERLAY-WAIVER"});
    overlay.by = "Sekretariat";
    overlay.waivers[0].reason = "arahan";
    CHECK(apply_overlay(sample(), overlay).findings.empty());
}

TEST_CASE("a template lists everything unknown") {
    const Overlay overlay = overlay_template(sample());
    CHECK(overlay.sop_digest == sample().digest());
    CHECK(overlay.assign == std::map<std::string, Codes>{{"1", {}}, {"3", {}}, {"4", {}}});
    CHECK(overlay.flow ==
          std::vector<OverlayFlow>{{"4", "end", {}}, {"4", "", "Ya"}, {"4", "", "Tidak"}});
    CHECK(overlay.identity.contains("nomor"));
    CHECK(overlay.basis.contains("step 4"));
}

TEST_CASE("a template that nobody filled in changes no Sop") {
    const OverlayResult result = apply_overlay(sample(), overlay_template(sample()));
    CHECK(result.sop == sample());
    CHECK(codes(result) == Codes{"OVERLAY-OPEN"});
    CHECK(rc::check([] {
        const Sop sop = *testing::any_sop();
        const OverlayResult untouched = apply_overlay(sop, overlay_template(sop));
        RC_ASSERT(untouched.sop == sop);
        for (const Finding& finding : untouched.findings) {
            RC_ASSERT(finding.code == "OVERLAY-OPEN");
        }
    }));
}

TEST_CASE("a flow that the document holds between several marks is one flow to an overlay") {
    SopParts parts = sample().parts();
    parts.flow.push_back(flow("4", "end"));
    parts.flow.back().from_pelaksana = PelaksanaIndex{1};
    const Sop sop(parts);
    const Overlay overlay = overlay_template(sop);
    CHECK(overlay.flow ==
          std::vector<OverlayFlow>{{"4", "end", {}}, {"4", "", "Ya"}, {"4", "", "Tidak"}});
    CHECK(apply_overlay(sop, overlay).sop == sop);
}

TEST_CASE("what is handed on within a row is no way out for an overlay to replace") {
    SopParts parts = sample().parts();
    Flow handed = flow("4", "4");
    handed.from_pelaksana = PelaksanaIndex{0};
    handed.to_pelaksana = PelaksanaIndex{1};
    parts.flow.push_back(handed);
    Overlay overlay = overlay_template(Sop(parts));
    CHECK(overlay.flow ==
          std::vector<OverlayFlow>{{"4", "end", {}}, {"4", "", "Ya"}, {"4", "", "Tidak"}});
    overlay.flow[1].to = "2";
    overlay.flow[2].to = "end";
    const OverlayResult result = apply_overlay(Sop(parts), overlay);
    CHECK(targets(result.sop, "4") == Codes{"4", "end", "2 Ya", "end Tidak"});
    CHECK(std::ranges::find(result.sop.flow(), handed) != result.sop.flow().end());
}

TEST_CASE("a template that is filled in replaces the flows of its nodes and no others") {
    CHECK(rc::check([] {
        const Sop sop = *testing::any_sop();
        Overlay overlay = overlay_template(sop);
        std::set<Edge> wanted;
        std::set<std::string> nodes;
        for (OverlayFlow& each : overlay.flow) {
            if (each.to.empty()) {
                each.to = *rc::gen::element<std::string>("end", each.from);
                nodes.insert(each.from);
            }
            wanted.emplace(each.from, each.to, each.outcome);
        }
        const Sop filled = apply_overlay(sop, overlay).sop;
        std::set<Edge> found;
        for (const Flow& each : filled.flow()) {
            if (nodes.contains(each.from) && each.provenance == Provenance::user &&
                each.kind == FlowKind::sequence && !stays_in_row(each)) {
                found.insert(edge(each));
            }
        }
        RC_ASSERT(found == wanted);
        RC_ASSERT(untouched_by(sop, nodes) == untouched_by(filled, nodes));
        RC_ASSERT(apply_overlay(filled, overlay).sop == filled);
    }));
}

TEST_CASE("members of a later version stay with their flow when others go") {
    SopParts parts = sample().parts();
    parts.unknown_members = {{"/flow/3/later", "1"}, {"/flow/6/later", "2"}};
    Overlay overlay;
    overlay.flow = {{"2", "4", {}}};
    const OverlayResult result = apply_overlay(Sop(parts), overlay);
    CHECK(result.sop.parts().unknown_members == std::vector<UnknownMember>{{"/flow/5/later", "2"}});
}
