// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// A case of the example SOP from its start to its end, kept in a file: who has what to do, by when,
// what is refused and why, and whether the journal still holds afterwards. The document names no
// pelaksana for its steps; those given here are an example, not what the SOP says.
//
//     example_cases [FILE]
#include <tertib/base/catalogue.hpp>
#include <tertib/model/overlay.hpp>
#include <tertib/read/reader.hpp>
#include <tertib/store/sqlite.hpp>
#include <tertib/store/store.hpp>
#include <tertib/time/calendar_name.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace tertib;

namespace {

Sop example_sop() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Sop sop = read_sops(bytes).front().sop;
    Overlay overlay; // contoh; bukan isi SOP
    overlay.sop_digest = sop.digest();
    overlay.by = "contoh";
    for (std::size_t i = 0; i < sop.steps().size(); ++i) {
        overlay.assign[sop.steps()[i].key] = {sop.pelaksana()[i % sop.pelaksana().size()]};
    }
    return apply_overlay(sop, overlay).sop;
}

/// What an application does with each reply.
bool tell(const std::string& what, const Reply& reply) {
    std::cout << what << ": " << (reply.refusal ? message(*reply.refusal, Language::id) : "dicatat")
              << '\n';
    return reply.receipt.has_value();
}

void run(const std::string& path) {
    Store store(open_sqlite(path));
    const Sop sop = example_sop();
    const Calendar office = *builtin_calendar("id5");
    const std::string sop_digest = store.register_sop(sop);
    const std::string calendar = store.register_calendar(office);
    Instant now = read_stamp("2023-06-27T13:00", office.zone())->earliest;

    const auto submit = [&](Action action, const std::string& as, const std::string& key) {
        now += std::chrono::minutes{20};
        return store.submit({.command = {.case_id = "2023-17",
                                         .by = {.person = "Pegawai contoh", .as = as},
                                         .now = now,
                                         .action = std::move(action)},
                             .key = key, // asking again with it does nothing twice
                             .sop = sop_digest,
                             .calendar = calendar});
    };
    const std::string first = sop.pelaksana().front();
    tell("mulai", submit(StartCase{}, first, "mulai"));
    tell("mulai lagi", submit(StartCase{}, first, "mulai lagi"));
    for (const Step& step : sop.steps()) {
        const std::string as = sop.pelaksana_name(step.marks.front().pelaksana);
        for (const WorkRow& row : store.worklist(as, 10)) {
            std::cout << as << " mengerjakan " << text(row.task) << ", jatuh tempo "
                      << text(row.due, office.zone()) << '\n';
        }
        tell("selesai " + step.key,
             submit(CompleteTask{.task = step.key, .produk = step.produk}, as, "k" + step.key));
    }
    const Verification verified = store.verify();
    std::cout << "jurnal " << (verified.holds() ? "utuh" : "tidak utuh") << ": " << verified.events
              << " peristiwa\n";
}

} // namespace

int main(int count, char** arguments) {
    try {
        const std::string path = count > 1 ? arguments[1] : "example_cases.tertib";
        for (const char* end : {"", "-wal", "-shm"}) {
            std::remove((path + end).c_str());
        }
        run(path);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
