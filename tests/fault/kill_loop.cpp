// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "kill_loop.hpp"

#include "dice.hpp"
#include "oracle.hpp"
#include "scratch.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <signal.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace tertib {

namespace {

constexpr std::size_t most_entries = 5;    ///< of one append
constexpr std::size_t children_a_case = 8; ///< that append to the same case
constexpr std::size_t kills_a_full_look = 100;

/// Which entries an append has; both sides make them from these numbers.
struct BatchName {
    std::uint32_t child = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// What a child says. Small enough to be written at once or not at all (PIPE_BUF).
struct Word {
    enum class Kind : std::uint32_t { opened, asks, answered, failed };

    Kind kind = Kind::opened;
    Fate fate = Fate::unknown;
    BatchName batch;
    std::array<std::int64_t, most_entries> case_seqs{};
    std::array<char, 160> text{}; ///< of failed
};
static_assert(sizeof(Word) <= 512);

std::string case_of(std::size_t child) {
    return "case-" + std::to_string(child / children_a_case);
}

std::vector<Entry> entries_of(BatchName name) {
    std::vector<Entry> entries;
    for (std::uint32_t i = name.first; i < name.first + name.count; ++i) {
        std::string number = std::to_string(name.child) + "-" + std::to_string(i);
        const std::size_t size = i % 17 == 3 ? 9000 : 20 + i % 100;
        std::string payload(size, static_cast<char>('a' + i % 26));
        entries.push_back({case_of(name.child), "key-" + number, std::move(payload)});
    }
    return entries;
}

/// Of a batch that was made by entries_of.
BatchName name_of(const std::vector<Entry>& batch) {
    const std::string& key = batch.front().key;
    BatchName name{.count = static_cast<std::uint32_t>(batch.size())};
    const char* end = key.data() + key.size();
    const char* dash = std::from_chars(key.data() + 4, end, name.child).ptr;
    std::from_chars(dash + 1, end, name.first);
    return name;
}

/// The life of a child, which ends by being killed.
class Child {
public:
    Child(int pipe, std::uint32_t number, Dice dice) : pipe_(pipe), number_(number), dice_(dice) {}

    [[noreturn]] void live(const OpenSubject& open, const Opening& opening,
                           const std::vector<std::vector<Entry>>& unsettled) {
        try {
            const std::unique_ptr<Subject> subject = open(opening);
            say({.kind = Word::Kind::opened});
            for (const std::vector<Entry>& batch : unsettled) {
                append(*subject, name_of(batch));
            }
            for (std::uint32_t asked = 0;;) {
                const auto count =
                    static_cast<std::uint32_t>(dice_.one_in(3) ? 1 + dice_.below(most_entries) : 1);
                append(*subject, {.child = number_, .first = asked, .count = count});
                asked += count;
                if (dice_.one_in(8)) {
                    const Chore chore = dice_.one_in(3) ? Chore::truncate : Chore::checkpoint;
                    static_cast<void>(subject->perform(chore));
                }
            }
        } catch (const std::exception& error) {
            Word word{.kind = Word::Kind::failed};
            std::string_view(error.what())
                .substr(0, word.text.size() - 1)
                .copy(word.text.data(), word.text.size());
            say(word);
        }
        ::_exit(1);
    }

private:
    void append(Subject& subject, BatchName batch) {
        say({.kind = Word::Kind::asks, .batch = batch});
        const Answer answer = subject.append(entries_of(batch));
        Word word{.kind = Word::Kind::answered, .fate = answer.fate, .batch = batch};
        std::copy_n(answer.case_seqs.begin(), std::min(answer.case_seqs.size(), most_entries),
                    word.case_seqs.begin());
        say(word);
    }

    void say(const Word& word) const {
        if (::write(pipe_, &word, sizeof word) != sizeof word) {
            ::_exit(2);
        }
    }

    int pipe_;
    std::uint32_t number_;
    Dice dice_;
};

class KillLoop {
public:
    KillLoop(const OpenSubject& open, const KillOptions& options)
        : open_(open),
          options_(options),
          dice_(options.seed),
          opening_{.path = folder_.path("store.db")} {}

    KillReport run() {
        while (report_.kills < options_.kills && report_.wrong.size() < options_.most_wrong) {
            if (report_.kills % children_a_case == 0) {
                begin_case();
            }
            live_and_die();
            ++report_.kills;
            if (report_.kills % kills_a_full_look == 0 || report_.kills == options_.kills) {
                look_at_everything();
            } else if (dice_.one_in(2)) {
                look([&](Subject& subject) { compare(subject, report_.kills - 1); });
            }
        }
        return std::move(report_);
    }

private:
    /// What the last case left open goes on being asked there, by this process, once.
    void begin_case() {
        if (!oracles_.empty()) {
            look([&](Subject& subject) {
                for (const std::vector<Entry>& batch : oracles_.back().unsettled()) {
                    static_cast<void>(oracles_.back().append(subject, batch));
                }
                compare(subject, report_.kills - 1);
            });
            report_.acknowledged += oracles_.back().acknowledged();
        }
        oracles_.emplace_back();
    }

    void live_and_die() {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0) {
            throw std::runtime_error("no pipe");
        }
        const std::vector<std::vector<Entry>> unsettled = oracles_.back().unsettled();
        const Dice dice(dice_.next());
        const pid_t child = ::fork();
        if (child < 0) {
            throw std::runtime_error("no child");
        }
        if (child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::close(ends[0]);
            Child(ends[1], static_cast<std::uint32_t>(report_.kills), dice)
                .live(open_, opening_, unsettled);
        }
        ::close(ends[1]);
        await_death(ends[0]);
        ::kill(child, SIGKILL);
        listen(ends[0]);
        ::close(ends[0]);
        ::waitpid(child, nullptr, 0);
        report_.left_open += oracles_.back().unknown();
    }

    /// The first children show how long opening takes here, so that the others are killed during it
    /// and after it, on a slow machine too.
    void await_death(int pipe) {
        if (report_.kills < 4) {
            const auto begin = std::chrono::steady_clock::now();
            Word word;
            if (::read(pipe, &word, sizeof word) == sizeof word) {
                hear(word);
            }
            opening_time_ =
                std::max(opening_time_, std::chrono::duration_cast<std::chrono::microseconds>(
                                            std::chrono::steady_clock::now() - begin));
        }
        const auto longest = static_cast<std::uint64_t>((opening_time_ + options_.longest).count());
        std::this_thread::sleep_for(std::chrono::microseconds(dice_.below(longest)));
    }

    /// To the end of what the dead child said.
    void listen(int pipe) {
        Word word;
        std::size_t words = 0;
        for (; ::read(pipe, &word, sizeof word) == sizeof word; ++words) {
            hear(word);
        }
        report_.while_opening += words == 0 ? 1U : 0U;
    }

    void hear(const Word& word) {
        if (word.kind == Word::Kind::failed) {
            add("a child failed: " + std::string(word.text.data()));
        } else if (word.kind != Word::Kind::opened) {
            note(word);
        }
    }

    void note(const Word& word) {
        Oracle& oracle = oracles_[word.batch.child / children_a_case];
        const std::vector<Entry> batch = entries_of(word.batch);
        if (word.kind == Word::Kind::asks) {
            oracle.ask(batch);
            return;
        }
        if (word.fate != Fate::acknowledged) {
            add("not acknowledged, though nothing fails: " + batch.front().key);
        }
        oracle.answer(batch, {.fate = word.fate,
                              .case_seqs = {word.case_seqs.begin(),
                                            word.case_seqs.begin() + word.batch.count},
                              .reason = ""});
    }

    template <typename Look>
    void look(const Look& closely) {
        try {
            const std::unique_ptr<Subject> subject = open_(opening_);
            closely(*subject);
        } catch (const SubjectError& error) {
            add(std::string("can't be read: ") + error.what());
        }
    }

    void compare(Subject& subject, std::size_t child) {
        ++report_.looks;
        const Oracle& oracle = oracles_[child / children_a_case];
        for (const std::string& word : oracle.compare(read_events(subject, case_of(child)))) {
            add(word);
        }
    }

    void look_at_everything() {
        ++report_.full_looks;
        look([&](Subject& subject) {
            for (const std::string& word : subject.check()) {
                add(word);
            }
            std::size_t of_cases = 0;
            for (std::size_t i = 0; i < oracles_.size(); ++i) {
                const auto events = read_events(subject, case_of(i * children_a_case));
                of_cases += events.size();
                for (const std::string& word : oracles_[i].compare(events)) {
                    add(word);
                }
            }
            if (read_events(subject).size() != of_cases) {
                add("there are events of unknown cases");
            }
        });
    }

    void add(const std::string& word) {
        report_.wrong.push_back("after kill " + std::to_string(report_.kills) + ": " + word);
    }

    const OpenSubject& open_;
    KillOptions options_;
    Dice dice_;
    ScratchFolder folder_;
    Opening opening_;
    std::chrono::microseconds opening_time_{0};
    std::vector<Oracle> oracles_; ///< one for each case
    KillReport report_;
};

} // namespace

KillReport run_kills(const OpenSubject& open, const KillOptions& options) {
    return KillLoop(open, options).run();
}

} // namespace tertib
