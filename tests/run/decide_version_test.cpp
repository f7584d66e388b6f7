// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "run/office.hpp"
#include "run/office_chain.hpp"

using namespace tertib;

// Whether a case may begin depends on the versions in force on the day when it happened.
namespace {

struct Versions {
    Versions() {
        decisions.act(RegisterSop{.sop = office.sop().digest(), .nomor = "1", .nama = "Izin"});
        decisions.act(RegisterSop{.sop = "baru", .nomor = "2", .nama = "Izin"});
    }
    /// "" if a case can begin, else the refusal's code.
    std::string start() {
        CaseContext context = office.context();
        context.versions = decisions.state.versions;
        const Judgement answer = decide(context, {}, office.command(StartCase{}));
        return answer.refusal ? answer.refusal->code : "";
    }

    Office office{tiny_parts(1, "start>1 1>end")};
    OfficeChain decisions;
};

} // namespace

TEST_CASE("a case begins by a version of which nobody ever decided anything") {
    Versions versions;
    CHECK(versions.start().empty());
}

TEST_CASE("a case begins by a version in force on the day it happened, whenever it is recorded") {
    Versions versions;
    versions.decisions.act(ReplaceSop{.old_sop = versions.office.sop().digest(),
                                      .sop = "baru",
                                      .from = day("2025-05-05"),
                                      .until = {}});
    CHECK(versions.start() == "SOP-OTHER-IN-FORCE");
    versions.office.reason = "dicatat kemudian";
    versions.office.at = versions.office.moment("2025-05-02T10:00");
    CHECK(versions.start().empty());
}

TEST_CASE("a version that isn't in force yet, or no longer, begins no case but keeps its own") {
    Versions versions;
    const std::string& digest = versions.office.sop().digest();
    versions.office.start();
    versions.decisions.act(
        EnforceSop{.sop = digest, .from = day("2025-05-06"), .until = day("2025-05-06")});
    CHECK(versions.start() == "SOP-NOT-IN-FORCE");
    versions.office.set("2025-05-06T09:00");
    CHECK(versions.start().empty());
    versions.office.set("2025-05-07T09:00");
    CHECK(versions.start() == "SOP-NOT-IN-FORCE");
    CaseContext context = versions.office.context();
    context.versions = versions.decisions.state.versions;
    CHECK_FALSE(
        decide(context, versions.office.state, versions.office.command(ClaimTask{"1"})).refused());
}

TEST_CASE("a case migrates only to a version that is in force on the day when it happens") {
    Versions versions;
    Office& office = versions.office;
    OfficeChain& decisions = versions.decisions;
    SopParts parts = tiny_parts(1, "start>1 1>end");
    parts.identity.nomor = "3";
    const Office next(std::move(parts));
    const std::string& digest = next.sop().digest();
    decisions.act(RegisterSop{.sop = digest, .nomor = "3", .nama = "Izin"});
    office.start();
    office.reason = "revisi SOP";
    const auto migrate = [&] {
        CaseContext context = office.context();
        context.next_sop = &next.ready();
        context.versions = decisions.state.versions;
        const Judgement answer =
            decide(context, office.state, office.command(MigrateCase{.steps = {}}));
        return answer.refusal ? answer.refusal->code : "";
    };
    CHECK(migrate().empty()); // nothing was ever said of it
    decisions.act(ReplaceSop{
        .old_sop = office.sop().digest(), .sop = digest, .from = day("2025-05-06"), .until = {}});
    CHECK(migrate() == "SOP-OTHER-IN-FORCE");
    office.set("2025-05-06T09:00");
    CHECK(migrate().empty());
    decisions.reason = "dicabut";
    decisions.act(WithdrawSop{.sop = digest, .from = day("2025-05-07")});
    CHECK(migrate().empty());
    office.set("2025-05-07T09:00");
    CHECK(migrate() == "SOP-NOT-IN-FORCE");
}
