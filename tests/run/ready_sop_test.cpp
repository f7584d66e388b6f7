// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/ready_sop.hpp"

#include "catch.hpp"
#include "run/office.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/model/overlay.hpp"

#include <fstream>
#include <sstream>

using namespace tertib;

namespace {

std::string code(SopParts parts, const ReadySopOptions& options = {}) {
    const ReadySopResult result = ready_sop(std::make_shared<const Sop>(std::move(parts)), options);
    CHECK((result.sop == nullptr) == !result.refusals.empty());
    return result.refusals.empty() ? "" : result.refusals.front().code;
}

SopParts known(SopParts parts) {
    parts.pelaksana = {"Kadis"};
    for (Step& step : parts.steps) {
        step.marks = {{PelaksanaIndex{0}, Symbol::process}};
    }
    return parts;
}

} // namespace

TEST_CASE("an Sop whose flow isn't sound isn't run, and the witness is told") {
    CHECK(code(known(tiny_parts(2, "start>1 1>2 2>end"))).empty());
    CHECK(code(known(tiny_parts(3, "start>1 1>2:a 1>3:b 2>g1 3>g1 g1>end"))) ==
          "SOP-UNSOUND-DEADLOCK");
    CHECK(code(known(tiny_parts(2, "start>1 1>2 2>1"))) == "SOP-UNSOUND-LIVELOCK");
    CHECK(code(known(tiny_parts(2, "start>1 1>end"))) == "SOP-UNSOUND-DEAD-STEP");
    const ReadySopResult stuck = ready_sop(
        std::make_shared<const Sop>(known(tiny_parts(3, "start>1 1>2:a 1>3:b 2>g1 3>g1 g1>end"))));
    const std::string text = message(stuck.refusals.front(), Language::en);
    INFO(text);
    CHECK(text.find("after start → 1 [a]") != std::string::npos);
}

TEST_CASE("a flow that isn't decided within the budget isn't run") {
    SopParts wide = known(tiny_parts(8, "start>1 1>2 1>3 1>4 1>5 1>6 1>7 2>g1 3>g1 4>g1 5>g1 6>g1 "
                                        "7>g1 g1>8 8>1:Ulang 8>end:Ya"));
    CHECK(code(wide).empty());
    ReadySopOptions tight;
    tight.soundness.max_bytes = 1;
    CHECK(code(std::move(wide), tight) == "SOP-NOT-DECIDED");
}

TEST_CASE("steps whose pelaksana is unknown are refused, or opened to everyone by choice") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.pelaksana = {"Kadis", "Staf"};
    parts.steps[0].marks = {{PelaksanaIndex{0}, Symbol::process}};
    CHECK(code(parts) == "PELAKSANA-UNKNOWN");
    const ReadySopOptions open{.unknown_pelaksana = UnknownPelaksana::everyone, .soundness = {}};
    CHECK(code(parts, open).empty());
    Office office(parts, "id5", open);
    CHECK_FALSE(office.ready().may_do(0, "Staf"));
    CHECK(office.ready().may_do(1, "  staf"));
    CHECK_FALSE(office.ready().may_do(1, "Arsiparis"));
    office.start();
    CHECK_FALSE(office.done("1").open_to_all);
    CHECK(office.done("2").open_to_all);
}

TEST_CASE("a step counted per item has no deadline, and that is said") {
    SopParts parts = known(tiny_parts(1, "start>1 1>end"));
    parts.steps[0].waktu = read_waktu("15 Menit per berkas").waktu;
    const ReadySopResult result = ready_sop(std::make_shared<const Sop>(std::move(parts)));
    REQUIRE(result.sop);
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings[0].code == "STEP-PER-ITEM");
    CHECK(result.sop->waktu(0).alternatives.empty());
}

TEST_CASE("flows and edges name each other, produk and kelengkapan lie where they are said to") {
    Office office(letter_parts());
    const ReadySop& ready = office.ready();
    for (std::uint32_t flow = 0; flow < office.sop().flow().size(); ++flow) {
        REQUIRE(ready.edge_of(flow));
        CHECK(ready.flow_of(*ready.edge_of(flow)) == flow);
    }
    CHECK_FALSE(ready.edge_of(99));
    REQUIRE(ready.own_kelengkapan(1).size() == 1);
    CHECK(ready.own_kelengkapan(1)[0].from == 0);
    CHECK(ready.own_kelengkapan(1)[0].produk == 0);
    CHECK(ready.leads_to(0, 3));
    CHECK(ready.leads_to(0, 0)); // by "Tolak"
    CHECK_FALSE(ready.leads_to(3, 0));
}

namespace {

/// "2>end:Selesai 2>1:…": the flows that would make it run; "-" if none were found. Whatever is
/// proposed is tried.
std::string remedy(const SopParts& parts) {
    const Sop sop(known(parts));
    const ReadySopResult result = ready_sop(std::make_shared<const Sop>(sop));
    REQUIRE_FALSE(result.sop);
    CHECK(result.findings.back().code == (result.remedy ? "SOP-REMEDY" : "SOP-NO-REMEDY"));
    if (!result.remedy) {
        return "-";
    }
    const OverlayResult mended = apply_overlay(sop, *result.remedy);
    CHECK(mended.findings.empty());
    CHECK(ready_sop(std::make_shared<const Sop>(mended.sop)).sop);
    std::string flows;
    for (const OverlayFlow& flow : result.remedy->flow) {
        flows += (flows.empty() ? "" : " ") + flow.from + ">" + flow.to;
        flows += flow.outcome ? ":" + *flow.outcome : "";
    }
    return flows;
}

} // namespace

TEST_CASE("an Sop that isn't run comes with the smallest overlay that would make it run") {
    CHECK(remedy(tiny_parts(2, "start>1 1>2 2>1")) == "2>1:Lanjut ke 1 2>end:Selesai");
    CHECK(remedy(tiny_parts(2, "start>1 1>end")) == "1>2 2>end");
    CHECK(remedy(tiny_parts(3, "start>1 1>2:a 1>3:b 2>g1 3>g1 g1>end")) == "2>end 3>end");
    CHECK(remedy(tiny_parts(4, "start>1 1>2 1>3 2>4 3>4 4>end")) == "2>g1 3>g1 g1>4");
    CHECK(remedy(tiny_parts(0, "start>end")) == "-");
}

TEST_CASE("an outcome that the document names without a target is proposed as the way to the end") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>1:Tolak");
    parts.steps[1].outcomes = {"Tolak", "Setuju"};
    CHECK(remedy(parts) == "2>1:Tolak 2>end:Setuju");
}

TEST_CASE("steps without pelaksana come with the overlay that asks for them") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.pelaksana = {"Kadis"};
    const ReadySopResult result = ready_sop(std::make_shared<const Sop>(std::move(parts)));
    REQUIRE(result.remedy);
    CHECK(result.remedy->flow.empty());
    CHECK(result.remedy->assign.size() == 2);
    CHECK(result.remedy->assign.contains("2"));
}

TEST_CASE(
    "an outcome that leads to several steps doesn't say where the work goes, and is refused") {
    SopParts parts = tiny_parts(3, "start>1 1>2 1>3 2>end 3>end");
    CHECK(code(known(parts)).empty()); // an activity goes on both ways
    parts.steps[0].kind = StepKind::decision;
    CHECK(code(known(parts)) == "SOP-AMBIGUOUS");
    CHECK(code(known(tiny_parts(3, "start>1 1>2:Ya 1>3:YA 2>end 3>end"))) == "SOP-AMBIGUOUS");
    CHECK(code(known(tiny_parts(4, "start>1 1>2:Ya 1>3 1>4 2>end 3>end 4>end"))) ==
          "SOP-AMBIGUOUS");
    // One unlabelled flow beside labelled ones is its otherwise.
    CHECK(code(known(tiny_parts(3, "start>1 1>2:Ya 1>3 2>end 3>end"))).empty());
}
