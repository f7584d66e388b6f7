// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_apply.hpp"

#include "catch.hpp"
#include "run/full_event.hpp"
#include "run/office_chain.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/office_event_bytes.hpp"

#include <rapidcheck.h>

using namespace tertib;

namespace {

bool applies(const OfficeState& state, const OfficeEvent& event) {
    try {
        (void)apply(state, event);
        return true;
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::format);
        return false;
    }
}

/// Any command, mostly one that can be done: few versions, few people, days near each other.
OfficeAction any_action(const OfficeState& state) {
    const auto some_day = [] {
        return day("2025-05-01") + std::chrono::days{*rc::gen::inRange(0, 40)};
    };
    const auto maybe_day = [&] {
        return *rc::gen::inRange(0, 2) == 0 ? std::nullopt : std::optional(some_day());
    };
    const auto version = [] { return std::string(1, *rc::gen::inRange('a', 'f')); };
    switch (*rc::gen::inRange(0, 7)) {
    case 0:
        return Delegate{.person = std::string(1, *rc::gen::inRange('A', 'D')),
                        .pelaksana = *rc::gen::inRange(0, 2) == 0 ? "Kadis" : "Staf",
                        .kind = static_cast<PostKind>(*rc::gen::inRange(0, 5)),
                        .from = some_day(),
                        .until = maybe_day(),
                        .surat = "7"};
    case 1:
        return EndDelegation{.holding = *rc::gen::inRange<std::uint64_t>(0, state.events + 2),
                             .until = some_day(),
                             .surat = {}};
    case 2: return RegisterSop{.sop = version(), .nomor = "n", .nama = version()};
    case 3: return EnforceSop{.sop = version(), .from = some_day(), .until = maybe_day()};
    case 4:
        return ReplaceSop{
            .old_sop = version(), .sop = version(), .from = some_day(), .until = maybe_day()};
    case 5: return WithdrawSop{.sop = version(), .from = some_day()};
    default: return EraseBody{*rc::gen::inRange<std::uint64_t>(0, state.events + 2)};
    }
}

/// No two versions of the same SOP that were put in force are so on one day, nor is one twice.
void check_invariants(const OfficeState& state) {
    for (std::size_t i = 1; i < state.versions.size(); ++i) {
        RC_ASSERT(state.versions[i - 1].digest <= state.versions[i].digest);
    }
    for (int n = 0; n < 45; ++n) {
        const LocalDay on = day("2025-04-29") + std::chrono::days{n};
        std::set<std::string> digests;
        for (const SopVersion& each : state.versions) {
            if (in_force(each, on)) {
                RC_ASSERT(digests.insert(each.digest).second);
                RC_ASSERT(!why_not_in_force(state.versions, each.digest, on));
            }
        }
        std::set<std::string> names;
        for (const SopVersion& each : state.versions) {
            if (each.from && in_force(each, on)) {
                RC_ASSERT(names.insert(each.nama).second);
            }
        }
    }
}

} // namespace

TEST_CASE("whatever an office decides, its journal gives the same state from bytes") {
    CHECK(rc::check([] {
        OfficeChain office;
        office.reason = "sebab";
        office.dasar = "dasar";
        Sha256 head = no_hash;
        OfficeState again;
        std::vector<SealedEvent> chain;
        for (int i = 0; i < 40; ++i) {
            office.now += std::chrono::hours{*rc::gen::inRange(0, 60)};
            const OfficeJudgement judgement = office.ask(any_action(office.state));
            RC_ASSERT(judgement.event.has_value() != judgement.refused());
            if (!judgement.event) {
                continue;
            }
            office.state = apply(std::move(office.state), *judgement.event);
            chain.push_back(seal(head, *judgement.event, salt));
            RC_ASSERT(check(head, chain.back()) == SealCheck::holds);
            head = chain.back().hash;
            check_invariants(office.state);
        }
        for (const SealedEvent& sealed : chain) {
            again = apply(std::move(again), unseal_office(sealed.data, sealed.body));
        }
        RC_ASSERT(again == office.state);
    }));
}

TEST_CASE("a journal without its bodies gives the same state without names") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.know({"a"});
    OfficeState again;
    Sha256 head = no_hash;
    for (const OfficeEvent& event : office.journal) {
        const SealedEvent sealed = seal(head, event, salt);
        again = apply(std::move(again), unseal_office(sealed.data, ""));
        head = sealed.hash;
    }
    office.state.holdings[0].holding.person.clear();
    CHECK(again == office.state);
}

TEST_CASE("an event that can't follow is refused, whatever it says") {
    OfficeChain office;
    office.act(plh("Budi"));
    office.know({"a", "b"});
    office.act(EnforceSop{.sop = "a", .from = day("2025-05-05")});
    const auto next = [&](OfficeEventKind kind, auto fill) {
        OfficeEvent event;
        event.number = office.state.events + 1;
        event.kind = kind;
        fill(event);
        return applies(office.state, event);
    };
    using Kind = OfficeEventKind;
    CHECK(next(Kind::erased, [](OfficeEvent& event) { event.about = 1; }));
    CHECK_FALSE(next(Kind::erased, [](OfficeEvent& event) { event.about = 5; }));
    CHECK_FALSE(next(Kind::erased, [](OfficeEvent&) {}));
    CHECK_FALSE(next(Kind::erased, [](OfficeEvent& event) {
        event.about = 1;
        event.number = 9;
    }));
    CHECK_FALSE(next(Kind::delegated, [](OfficeEvent& event) { event.from = day("2025-05-05"); }));
    CHECK_FALSE(next(Kind::delegated, [](OfficeEvent& event) {
        event.post = PostKind::plt;
        event.pelaksana = "Kadis";
    }));
    CHECK_FALSE(next(Kind::delegated, [](OfficeEvent& event) {
        event.post = PostKind::plt;
        event.pelaksana = "Kadis";
        event.from = day("2025-05-05");
        event.until = day("2025-05-04");
    }));
    CHECK_FALSE(next(Kind::delegation_ended, [](OfficeEvent& event) { event.about = 1; }));
    CHECK_FALSE(next(Kind::delegation_ended, [](OfficeEvent& event) {
        event.about = 2;
        event.until = day("2025-05-05");
    }));
    CHECK_FALSE(next(Kind::sop_registered, [](OfficeEvent& event) { event.sop_digest = "a"; }));
    CHECK_FALSE(next(Kind::sop_registered, [](OfficeEvent&) {}));
    CHECK_FALSE(next(Kind::sop_enforced, [](OfficeEvent& event) { event.sop_digest = "b"; }));
    CHECK_FALSE(next(Kind::sop_enforced, [](OfficeEvent& event) {
        event.sop_digest = "z";
        event.from = day("2025-05-05");
    }));
    CHECK_FALSE(next(Kind::sop_replaced, [](OfficeEvent& event) {
        event.old_sop_digest = "a";
        event.sop_digest = "b";
        event.from = day("2025-05-05"); // the old one would end before it began
    }));
    CHECK_FALSE(next(Kind::sop_withdrawn, [](OfficeEvent& event) {
        event.sop_digest = "a";
        event.from = day("2025-05-04");
    }));
}
