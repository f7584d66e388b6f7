// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Workload W7: cases of the example SOP with its steps assigned; each step is listed, claimed and
// completed, every claim and completion a commit of its own. Beside the store, in alternating
// rounds of one run: the same rows and statements with nobody judging (floor a), and one commit
// with one row of 200 bytes (floor b). And the pure core in memory.
//
//     build/bin/case_bench [CASES] [FOLDER]
//
// FOLDER is where the files lie (the current one): its disk is what is measured.
#include "recording.hpp"

#include "store/sqlite/statements.hpp"
#include "tertib/read/reader.hpp"
#include "tertib/run/apply.hpp"
#include "tertib/store/sqlite.hpp"
#include "tertib/store/store.hpp"
#include "tertib/time/calendar_name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace tertib;

namespace {

using Stopwatch = std::chrono::steady_clock;

double seconds_since(Stopwatch::time_point begin) {
    return std::chrono::duration<double>(Stopwatch::now() - begin).count();
}

/// The example document, its steps given to its pelaksana in turn ("contoh; bukan isi SOP").
Sop example_sop() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    SopParts parts = read_sops(bytes).front().sop.parts();
    for (std::size_t i = 0; i < parts.steps.size(); ++i) {
        parts.steps[i].marks = {
            {static_cast<PelaksanaIndex>(i % parts.pelaksana.size()), Symbol::process}};
    }
    return Sop(std::move(parts));
}

/// The commands of one case in their order.
std::vector<Command> commands_of(const Sop& sop, const std::string& id) {
    std::vector<Command> all;
    Instant now = read_stamp("2025-05-05T08:00", wib())->earliest;
    const auto add = [&](Action action, const std::string& as) {
        Command command;
        command.case_id = id;
        command.by = {.person = "Pegawai " + as, .as = as};
        command.now = now;
        command.action = std::move(action);
        all.push_back(std::move(command));
        now += std::chrono::minutes{7};
    };
    add(StartCase{}, sop.pelaksana()[0]);
    for (const Step& step : sop.steps()) {
        const std::string& as = sop.pelaksana_name(step.marks.front().pelaksana);
        add(ClaimTask{step.key}, as);
        add(CompleteTask{.task = step.key, .produk = step.produk, .excuse = "contoh"}, as);
    }
    return all;
}

/// One bare table and one row of 200 bytes a commit.
class BareRows {
public:
    explicit BareRows(const std::string& path) {
        sqlite3* opened = nullptr;
        sqlite3_open(path.c_str(), &opened);
        database_.reset(opened);
        sqlite::execute(opened, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                "CREATE TABLE row(number INTEGER PRIMARY KEY, data BLOB)");
        insert_ =
            std::make_unique<sqlite::Statement>(opened, "INSERT INTO row(data) VALUES(:data)");
    }
    void commit_one() {
        sqlite::execute(database_.get(), "BEGIN IMMEDIATE");
        insert_->bind_blob(":data", row_);
        insert_->run();
        sqlite::execute(database_.get(), "COMMIT");
    }

private:
    sqlite::Handle database_;
    std::unique_ptr<sqlite::Statement> insert_;
    std::string row_ = std::string(200, 'x');
};

double median(std::vector<double> rounds) {
    std::ranges::sort(rounds);
    return rounds[rounds.size() / 2];
}

void measure_core(const Sop& sop, const Calendar& calendar, std::size_t cases) {
    const ReadySopResult ready = ready_sop(std::make_shared<const Sop>(sop));
    const CaseContext context{.sop = ready.sop.get(), .calendar = &calendar, .roster = nullptr};
    const std::vector<Command> commands = commands_of(sop, "K");
    const auto begin = Stopwatch::now();
    for (std::size_t i = 0; i < cases; ++i) {
        CaseState state;
        for (const Command& command : commands) {
            for (const Event& event : decide(context, state, command).events) {
                state = apply(*ready.sop, std::move(state), event);
            }
        }
        if (state.status != CaseStatus::ended) {
            std::puts("a case did not end");
            std::exit(1);
        }
    }
    std::printf("pure core: %.0f steps/s (decide and apply a claim and a completion)\n",
                static_cast<double>(cases * sop.steps().size()) / seconds_since(begin));
}

/// The store and the two floors, in alternating rounds.
class Workload {
public:
    Workload(const Sop& sop, const Calendar& calendar, const std::filesystem::path& folder)
        : sop_(sop),
          folder_(folder),
          recorder_(std::make_unique<Recording>(log_)),
          store_(open_sqlite(file("case_bench_store.db"))),
          floor_a_(open_sqlite(file("case_bench_a.db"))),
          floor_b_(file("case_bench_b.db")) {
        for (Store* each : {&recorder_, &store_}) {
            sop_digest_ = each->register_sop(sop);
            calendar_digest_ = each->register_calendar(calendar);
        }
        const auto transaction = floor_a_->begin(Access::write);
        transaction->put_sop(sop_digest_, "{}");
        transaction->put_calendar(calendar_digest_, "{}");
        transaction->commit();
    }

    void round(std::size_t number, std::size_t cases) {
        std::vector<Command> work;
        for (std::size_t i = 0; i < cases; ++i) {
            const std::string id = "K-" + std::to_string(number) + "-" + std::to_string(i);
            for (Command& command : commands_of(sop_, id)) {
                work.push_back(std::move(command));
            }
        }
        log_.clear();
        for (const Command& command : work) {
            (void)recorder_.submit(request(command));
        }
        commits_ = log_.size();
        of_store_.push_back(run_store(work));
        of_a_.push_back(run_a());
        of_b_.push_back(run_b());
    }

    void report(std::size_t cases) {
        const double store = median(of_store_);
        const double a = median(of_a_);
        const double b = median(of_b_);
        const auto line = [&](const char* what, double seconds) {
            std::printf("%-36s %9.0f commits/s  %5.2f of (a)  %5.2f of (b)\n", what,
                        static_cast<double>(commits_) / seconds, a / seconds, b / seconds);
        };
        std::printf("durable: %.0f steps/s (list, claim and complete, two commits)\n",
                    static_cast<double>(cases * sop_.steps().size() / of_store_.size()) / store);
        line("store, a commit a command", store);
        line("floor (a): same rows and statements", a);
        line("floor (b): one row of 200 bytes", b);
        std::ranges::sort(completions_);
        const auto part = [&](double share) {
            return completions_[static_cast<std::size_t>(
                share * static_cast<double>(completions_.size() - 1))];
        };
        std::printf("completion: p50 %.0f, p95 %.0f, p99 %.0f microseconds\n", part(0.5),
                    part(0.95), part(0.99));
        store_.tidy();
        std::printf("%.0f bytes a case on disk\n", static_cast<double>(std::filesystem::file_size(
                                                       folder_ / "case_bench_store.db")) /
                                                       static_cast<double>(cases));
    }

private:
    [[nodiscard]] std::string file(const char* name) const {
        const std::string path = (folder_ / name).string();
        for (const char* end : {"", "-wal", "-shm"}) {
            std::filesystem::remove(path + end);
        }
        return path;
    }
    [[nodiscard]] Request request(const Command& command) const {
        return {.command = command,
                .key = {},
                .seen = {},
                .sop = sop_digest_,
                .calendar = calendar_digest_};
    }
    double run_store(const std::vector<Command>& work) {
        const auto begin = Stopwatch::now();
        for (const Command& command : work) {
            if (std::holds_alternative<ClaimTask>(command.action)) {
                (void)store_.worklist(command.by.as, 1);
            }
            const auto at = Stopwatch::now();
            const Reply reply = store_.submit(request(command));
            if (!reply.receipt) {
                std::printf("refused: %s\n", reply.refusal->code.c_str());
                std::exit(1);
            }
            if (std::holds_alternative<CompleteTask>(command.action)) {
                completions_.push_back(seconds_since(at) * 1e6);
            }
        }
        return seconds_since(begin);
    }
    double run_a() {
        const auto begin = Stopwatch::now();
        for (const Written& each : log_) {
            const auto transaction = floor_a_->begin(Access::write);
            transaction->write_case(each.change);
            for (const StoredEvent& event : each.events) {
                transaction->add_event(event);
            }
            transaction->commit();
        }
        return seconds_since(begin);
    }
    double run_b() {
        const auto begin = Stopwatch::now();
        for (std::size_t i = 0; i < log_.size(); ++i) {
            floor_b_.commit_one();
        }
        return seconds_since(begin);
    }

    const Sop& sop_;
    std::filesystem::path folder_;
    std::deque<Written> log_;
    Store recorder_;
    Store store_;
    std::unique_ptr<Database> floor_a_;
    BareRows floor_b_;
    std::string sop_digest_;
    std::string calendar_digest_;
    std::size_t commits_ = 0; ///< of a round
    std::vector<double> of_store_;
    std::vector<double> of_a_;
    std::vector<double> of_b_;
    std::vector<double> completions_; ///< microseconds
};

} // namespace

int main(int argc, char** argv) {
    // What `./dev bench` gives to all benchmarks means nothing here.
    std::vector<std::string> arguments(argv + 1, argv + argc);
    std::erase_if(arguments, [](const std::string& each) { return each.starts_with("--"); });
    constexpr std::size_t rounds = 10;
    const std::size_t cases =
        std::max(rounds, arguments.empty() ? std::size_t{1'000} : std::stoul(arguments[0]));
    const Sop sop = example_sop();
    const Calendar calendar = *builtin_calendar("id5");
    measure_core(sop, calendar, cases * 10);
    Workload workload(sop, calendar, arguments.size() > 1 ? arguments[1] : ".");
    for (std::size_t round = 0; round < rounds; ++round) {
        workload.round(round, cases / rounds);
    }
    std::printf("%zu cases in %zu rounds\n", cases / rounds * rounds, rounds);
    workload.report(cases);
    return 0;
}
