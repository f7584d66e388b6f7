// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "fault_run.hpp"

#include "dice.hpp"
#include "scratch.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>

namespace tertib {

namespace {

/// What one knows who has asked something of a file.
struct Knowledge {
    Oracle oracle;
    std::size_t asked = 0;   ///< entries so far, for new keys
    std::vector<Entry> last; ///< for the retry
};

/// Walks through the steps of a scenario and remembers what was asked and answered.
class Actor {
public:
    Actor(const OpenSubject& open, Opening opening, Knowledge knowledge)
        : knows(std::move(knowledge)),
          open_(open),
          opening_(std::move(opening)) {}

    void walk(std::span<const ScenarioStep> steps) {
        for (const ScenarioStep step : steps) {
            try {
                take(step);
            } catch (const SubjectError&) {
                ++errors;
            }
        }
    }

    Knowledge knows;
    std::size_t errors = 0; ///< reported by exception or answer
    std::unique_ptr<Subject> first;
    std::unique_ptr<Subject> second;
    std::vector<std::string> wrong; ///< said to be read, and isn't so
    std::optional<Oracle> copied;   ///< what a finished copy must hold

private:
    void take(ScenarioStep step) {
        switch (step) {
        case ScenarioStep::open: first = open_(opening_); return;
        case ScenarioStep::close: first.reset(); return;
        case ScenarioStep::open_second: second = open_(opening_); return;
        case ScenarioStep::close_second: second.reset(); return;
        case ScenarioStep::append_second: append(second, fresh(1, 40)); return;
        case ScenarioStep::append: append(first, fresh(1, 40)); return;
        case ScenarioStep::append_many: append(first, fresh(30, 100)); return;
        case ScenarioStep::append_big: append(first, fresh(1, 48 << 10)); return;
        case ScenarioStep::retry: append(first, knows.last); return;
        case ScenarioStep::kill: return;
        default: break;
        }
        if (first != nullptr) {
            take_opened(step);
        }
    }

    void take_opened(ScenarioStep step) {
        switch (step) {
        case ScenarioStep::abandon: first->abandon(fresh(3, 40)); return;
        case ScenarioStep::abandon_big: first->abandon(fresh(3, 48 << 10)); return;
        case ScenarioStep::read: read(); return;
        case ScenarioStep::read_while_appending: read_while(step); return;
        case ScenarioStep::read_while_truncating: read_while(step); return;
        case ScenarioStep::checkpoint: do_chore(Chore::checkpoint); return;
        case ScenarioStep::truncate: do_chore(Chore::truncate); return;
        case ScenarioStep::vacuum: do_chore(Chore::vacuum); return;
        case ScenarioStep::integrity: do_chore(Chore::integrity); return;
        case ScenarioStep::copy:
            if (first->perform(Chore::copy) == Offered::yes) {
                copied = knows.oracle;
            }
            return;
        default: return;
        }
    }

    void do_chore(Chore chore) { static_cast<void>(first->perform(chore)); }

    std::vector<Entry> fresh(std::size_t count, std::size_t size) {
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string number = std::to_string(++knows.asked);
            const char letter = static_cast<char>('a' + knows.asked % 26);
            entries.push_back({"case-" + std::to_string(knows.asked % 3), "key-" + number,
                               number + std::string(size, letter)});
        }
        return entries;
    }

    void append(const std::unique_ptr<Subject>& subject, std::vector<Entry> entries) {
        if (subject == nullptr || entries.empty()) {
            return;
        }
        knows.last = std::move(entries);
        if (knows.oracle.append(*subject, knows.last).fate != Fate::acknowledged) {
            ++errors;
        }
    }

    void read() {
        // What is read is told to somebody, so it must be right, or an error.
        for (std::string& word : knows.oracle.compare(read_events(*first))) {
            wrong.push_back("read " + word);
        }
    }

    void read_while(ScenarioStep step) {
        const Oracle before = knows.oracle;
        std::vector<JournalEvent> events;
        first->read("", [&](const JournalEvent& event) {
            events.push_back(event);
            if (events.size() != 5) {
                return;
            }
            if (step == ScenarioStep::read_while_appending) {
                append(second, fresh(1, 40));
            } else if (second != nullptr) {
                try {
                    static_cast<void>(second->perform(Chore::truncate));
                } catch (const SubjectError&) {
                    ++errors; // busy as well: it can't wait for its own thread
                }
            }
        });
        for (std::string& word : before.compare(events)) {
            wrong.push_back("read while another wrote: " + word);
        }
    }

    const OpenSubject& open_;
    Opening opening_;
};

class ScenarioRunner {
public:
    ScenarioRunner(const OpenSubject& open, const Scenario& scenario)
        : open_(open),
          scenario_(scenario),
          path_(folder_.path("store.db")) {
        Actor actor(open, plain(), {});
        actor.walk(scenario.prepared);
        if (actor.errors != 0) {
            report_.wrong.push_back("the preparation failed");
        }
        if (scenario.prepared.empty() || scenario.prepared.back() != ScenarioStep::kill) {
            actor.first.reset();
        }
        files_ = load_files(path_);
        known_ = actor.knows;
    }

    FaultReport run(const FaultRunOptions& options) {
        dice_ = Dice(options.seed);
        run_one(0, Failing::once);
        const std::vector<IoCall> trace = trace_;
        report_.calls = trace.size();
        std::vector<std::size_t> all(trace.size());
        std::iota(all.begin(), all.end(), std::size_t{1});
        std::vector<std::size_t> writes = all;
        std::erase_if(writes, [&](std::size_t nth) { return trace[nth - 1] != IoCall::write; });
        run_each(all, Failing::once, options);
        run_each(all, Failing::from_then_on, options);
        run_each(writes, Failing::half_written, options);
        return std::move(report_);
    }

private:
    [[nodiscard]] Opening plain() const { return {.path = path_, .cache = scenario_.cache}; }

    void run_each(const std::vector<std::size_t>& calls, Failing failing,
                  const FaultRunOptions& options) {
        for (std::size_t i = dice_.below(std::min(options.stride, calls.size()));
             i < calls.size() && report_.wrong.size() < options.most_wrong; i += options.stride) {
            run_one(calls[i], failing);
        }
    }

    void run_one(std::size_t nth, Failing failing) {
        store_files(path_, files_);
        Opening opening = plain();
        opening.vfs = vfs_.name();
        Actor actor(open_, opening, known_);
        vfs_.arm(nth, failing);
        actor.walk(scenario_.disturbed);
        trace_ = vfs_.trace();
        where_ = std::string(scenario_.name) + ", call " + std::to_string(nth) + " of kind " +
                 std::to_string(static_cast<int>(failing)) + " (" +
                 std::string(vfs_.failed() ? word(*vfs_.failed()) : "none") + "): ";
        if (nth != 0 && !vfs_.failed()) {
            report_.wrong.push_back(where_ + "the call never came: the scenario isn't replayable");
        }
        note(actor);
        const DatabaseFiles left = load_files(path_);
        const Oracle at_death = actor.knows.oracle;
        look_at_handle(actor, nth == 0);
        look_at_copy(actor);
        actor.first.reset();
        actor.second.reset();
        look_at_file(actor.knows.oracle, "closed: ");
        store_files(path_, left);
        look_at_file(at_death, "died: ");
    }

    void note(const Actor& actor) {
        ++report_.runs;
        report_.failures_noticed += actor.errors != 0 ? 1U : 0U;
        report_.fates_unknown += actor.knows.oracle.unknown();
        if (vfs_.failed()) {
            report_.failed.insert(*vfs_.failed());
        }
        add(actor.wrong, "");
    }

    void add(const std::vector<std::string>& words, const std::string& when) {
        for (const std::string& word : words) {
            report_.wrong.push_back(where_ + when + word);
        }
    }

    /// The disk is well again: what the handle says now must be so too.
    void look_at_handle(Actor& actor, bool must_work) {
        vfs_.disarm();
        for (Subject* subject : {actor.first.get(), actor.second.get()}) {
            if (subject == nullptr) {
                continue;
            }
            bool works = true;
            for (const std::vector<Entry>& batch : actor.knows.oracle.unsettled()) {
                works =
                    works && actor.knows.oracle.append(*subject, batch).fate == Fate::acknowledged;
            }
            try {
                add(actor.knows.oracle.compare(read_events(*subject)), "same handle: ");
            } catch (const SubjectError&) {
                works = false;
            }
            report_.handles_working += works ? 1U : 0U;
            if (must_work && !works) {
                report_.wrong.push_back(where_ + "the undisturbed handle doesn't work");
            }
        }
    }

    void look_at_copy(const Actor& actor) {
        if (!actor.copied) {
            return;
        }
        Opening copy = plain();
        copy.path += "-copy";
        try {
            const std::unique_ptr<Subject> subject = open_(copy);
            add(examine(*subject, *actor.copied), "copy: ");
        } catch (const SubjectError& error) {
            report_.wrong.push_back(where_ + "the copy can't be opened: " + error.what());
        }
    }

    void look_at_file(Oracle oracle, const std::string& when) {
        try {
            const std::unique_ptr<Subject> subject = open_(plain());
            add(examine(*subject, oracle), when);
            add(ask_again(*subject, oracle), when + "asked again: ");
        } catch (const SubjectError& error) {
            report_.wrong.push_back(where_ + when + "can't be opened: " + error.what());
        }
    }

    const OpenSubject& open_;
    const Scenario& scenario_;
    ScratchFolder folder_;
    std::string path_;
    FaultVfs vfs_{"tertib-fault-run"};
    DatabaseFiles files_;
    Knowledge known_;
    std::vector<IoCall> trace_; ///< of the scenario's steps in the last run
    Dice dice_{0};
    std::string where_;
    FaultReport report_;
};

} // namespace

FaultReport run_faults(const OpenSubject& open, const Scenario& scenario,
                       const FaultRunOptions& options) {
    return ScenarioRunner(open, scenario).run(options);
}

} // namespace tertib
