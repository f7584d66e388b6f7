// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/sop.hpp"

#include "tertib/base/error.hpp"
#include "two_steps.hpp"

#include "catch.hpp"

#include <type_traits>

using namespace tertib;

namespace {

std::string refusal(SopParts parts) {
    try {
        Sop sop(std::move(parts));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::argument);
        return error.what();
    }
    return "";
}

} // namespace

static_assert(!std::is_convertible_v<int, PelaksanaIndex>);
static_assert(!std::is_convertible_v<PelaksanaIndex, int>);

TEST_CASE("an Sop finds its steps and pelaksana") {
    const Sop sop(two_steps());
    REQUIRE(sop.step("2") != nullptr);
    CHECK(sop.step("2")->uraian == "Menandatangani surat");
    CHECK(sop.step("3") == nullptr);
    REQUIRE(sop.find_pelaksana("urusan/tim"));
    CHECK(sop.pelaksana_name(*sop.find_pelaksana("urusan/tim")) == "Urusan /Tim");
    CHECK_FALSE(sop.find_pelaksana("Sekretaris"));
    CHECK_FALSE(sop.teknis());
    CHECK_THROWS_AS(sop.pelaksana_name(PelaksanaIndex{2}), Error);
}

TEST_CASE("parts that contradict each other are refused with what is wrong") {
    SopParts parts = two_steps();
    parts.steps[1].key = "1";
    CHECK(refusal(parts) == "two steps have the key 1");
    parts = two_steps();
    parts.steps[1].key = "g12";
    CHECK(refusal(parts) == "a step can't have the key 'g12'");
    parts = two_steps();
    parts.flow.push_back({.from = "2", .to = "7"});
    CHECK(refusal(parts) == "the flow from 2 to 7 joins a node that isn't there");
    parts = two_steps();
    parts.flow.push_back({.from = "end", .to = "1"});
    CHECK(refusal(parts) == "the flow from end to 1 goes into start or out of end");
    parts = two_steps();
    parts.steps[0].marks = {{.pelaksana = PelaksanaIndex{2}}};
    CHECK(refusal(parts) == "step 1 has a mark of a pelaksana that isn't there");
    parts = two_steps();
    parts.pelaksana = {"Kadis", "KADIS"};
    CHECK(refusal(parts) == "two pelaksana are named KADIS");
    parts = two_steps();
    parts.pelaksana_luar = {PelaksanaIndex{1}, PelaksanaIndex{1}};
    CHECK(refusal(parts) == "pelaksana_luar must name columns in ascending order");
}

TEST_CASE("a waktu of an impossible shape is refused by the name of its step") {
    SopParts parts = two_steps();
    parts.steps[1].waktu.form = WaktuForm::exact;
    CHECK(refusal(parts) == "the waktu of step 2 has 0 parts, but the form exact needs one");
    WaktuPart part;
    part.min = Decimal(2);
    part.max = Decimal(1);
    parts.steps[1].waktu.parts = {part};
    CHECK(refusal(parts) == "the waktu of step 2 has an amount whose max is less than its min");
    part.min = Decimal(-2);
    parts.steps[1].waktu.parts = {part};
    CHECK(refusal(parts) == "the waktu of step 2 has a negative amount");
    part.min = Decimal(1);
    parts.steps[1].waktu.parts = {part};
    CHECK(refusal(parts).empty());
    parts.total = Waktu{.form = WaktuForm::sum, .parts = {part}};
    CHECK(refusal(parts) == "the total has 1 part, but the form sum needs two or more");
}

TEST_CASE("the digest is of what the SOP says, not of where it was read") {
    const Sop sop(two_steps());
    SopParts parts = two_steps();
    parts.source.sha256 = "00";
    parts.layout = Layout{.heading = "X"};
    CHECK(Sop(parts).digest() == sop.digest());
    CHECK(sop.digest().size() == 64);
    parts.steps[0].produk = {"Konsep"};
    CHECK(Sop(parts).digest() != sop.digest());
}

TEST_CASE("texts that move between two lists change the digest") {
    SopParts a = two_steps();
    a.steps[0].kelengkapan = {"ab", "c"};
    SopParts b = two_steps();
    b.steps[0].kelengkapan = {"a", "bc"};
    CHECK(Sop(a).digest() != Sop(b).digest());
}
