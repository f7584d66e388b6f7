// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// How a portal's developers try their own code against cases of an SOP with tertib's test kit: no
// file, no network, and a clock that only the test moves. The portal's module here is made up: it
// writes letters when something happens in a case. docs/testing.md tells more.
#include <tertib/model/overlay.hpp>
#include <tertib/read/reader.hpp>
#include <tertib/testkit/case_driver.hpp>
#include <tertib/testkit/coverage.hpp>
#include <tertib/testkit/hard_day.hpp>
#include <tertib/testkit/journal_replay.hpp>
#include <tertib/testkit/test_store.hpp>
#include <tertib/time/calendar_name.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

using namespace tertib;

namespace {

// --- the portal's module ---

/// Writes the letters of a portal. It is told of events, from wherever they come.
class LetterDesk {
public:
    void on_event(const Event& event) {
        if (event.kind == EventKind::completed && event.outcome == "Perlu perbaikan") {
            letters.push_back(event.case_id + ": mohon melengkapi data");
        }
        if (event.kind == EventKind::overdue) {
            letters.push_back(event.case_id + ": langkah " + event.task.step +
                              " lewat batas waktu");
        }
        if (event.ends_case) {
            letters.push_back(event.case_id + ": selesai");
        }
    }

    std::vector<std::string> letters;
};

// --- its tests ---

void expect(bool holds, const std::string& what) {
    if (!holds) {
        throw std::runtime_error("not as expected: " + what);
    }
}

Sop example_sop() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return read_sops(bytes).front().sop;
}

/// The document names no pelaksana for its steps, and no decision.
Overlay example_overlay(const Sop& sop) {
    Overlay overlay; // contoh; bukan isi SOP
    overlay.sop_digest = sop.digest();
    overlay.by = "contoh";
    for (std::size_t i = 0; i < sop.steps().size(); ++i) {
        overlay.assign[sop.steps()[i].key] = {sop.pelaksana()[i % sop.pelaksana().size()]};
    }
    overlay.flow = {{"4", "5", "Sesuai"}, {"4", "3", "Perlu perbaikan"}};
    return overlay;
}

/// A portal with its letters, on a store and a clock of the test.
struct Portal {
    explicit Portal(const Sop& sop, TestClock at = {calendar_from_name("id5"), "2025-05-05T09:00"})
        : clock(std::move(at)),
          driver(store, clock, sop, {.overlay = example_overlay(sop)}) {
        driver.after_step([this](const DrivenStep& step) {
            for (const Event& event : step.events) {
                desk.on_event(event);
            }
        });
    }

    TestClock clock;
    Store store = test_store();
    LetterDesk desk;
    CaseDriver driver;
};

void a_letter_goes_out_when_data_must_be_mended(const Sop& sop) {
    Portal portal(sop);
    portal.driver.walk("K-1", {"1", "2", "3", "4=Perlu perbaikan"});
    expect(portal.desk.letters == std::vector<std::string>{"K-1: mohon melengkapi data"},
           "one letter");
    portal.driver.walk("K-1", {"3", "4=Sesuai", "5", "6", "7"}, {.result = "diterbitkan"});
    expect(portal.desk.letters.back() == "K-1: selesai", "a last letter");
    expect(portal.driver.state("K-1").result == "diterbitkan", "the case has its result");
}

void a_reminder_goes_out_when_a_deadline_has_passed(const Sop& sop) {
    Portal portal(sop);
    portal.driver.start("K-1");
    portal.clock.advance("180 Menit"); // step 1 is due now, and not late yet
    expect(portal.store.tick(portal.clock.now()).missed.empty(), "nothing is overdue");
    portal.clock.set(portal.store.next_due().value());
    expect(portal.store.tick(portal.clock.now()).missed.size() == 1, "step 1 is overdue");
    for (const StoredEvent& stored : portal.store.events("K-1", 2, 10)) {
        portal.desk.on_event(unseal(stored.sealed.data, stored.sealed.body));
    }
    expect(portal.desk.letters.back() == "K-1: langkah 1 lewat batas waktu", "a reminder");
}

void every_path_ends_with_a_letter(const Sop& sop) {
    Portal portal(sop);
    std::size_t count = 0;
    for (const CasePath& path : paths_of(portal.driver.sop())) {
        const std::string id = "K-" + std::to_string(++count);
        expect(portal.driver.walk(id, path).status == CaseStatus::ended, text(path));
        expect(portal.desk.letters.back() == id + ": selesai", "a last letter");
    }
    const Coverage coverage = coverage_of(portal.driver.sop(), portal.store);
    std::cout << text(coverage, Language::id);
    expect(coverage.percent() == 100, "every step and flow was tried");
}

void the_letters_are_the_same_on_hard_days(const Sop& sop) {
    for (const HardDay& day : hard_days()) {
        for (const std::string_view calendar : day.calendars) {
            Portal portal(sop, {calendar_from_name(calendar), day.moments.front()});
            portal.driver.walk("K-1", {"1", "2", "3", "4=Sesuai", "5", "6", "7"});
            expect(portal.desk.letters.size() == 1, text(day, Language::en));
        }
    }
}

void a_recorded_journal_leads_to_the_same_letters(const Sop& sop) {
    Portal portal(sop);
    portal.driver.walk("K-1", {"1", "2", "3", "4=Perlu perbaikan", "3"});
    const std::string journal = record_journal(portal.store); // a file beside the test, in earnest
    LetterDesk again;
    const JournalReplay replay = replay_journal(
        journal, sops_of(portal.store),
        {.visit = [&](const Event& event, const CaseState&) { again.on_event(event); }});
    expect(again.letters == portal.desk.letters, "the same letters");
    expect(compare(replay, portal.store).empty(), "the store holds what was recorded");
}

} // namespace

int main() {
    try {
        const Sop sop = example_sop();
        a_letter_goes_out_when_data_must_be_mended(sop);
        a_reminder_goes_out_when_a_deadline_has_passed(sop);
        every_path_ends_with_a_letter(sop);
        the_letters_are_the_same_on_hard_days(sop);
        a_recorded_journal_leads_to_the_same_letters(sop);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
