// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// A portal with a database of its own: its business row and the case commit together, or neither
// does. The database here is made up; in a real one the tables are MySQL's or whatever the portal
// has. The pelaksana given to the steps are an example, not what the SOP says.
//
//     example_own_database [JOURNAL]     JOURNAL is where the journal is exported to
#include <tertib/base/catalogue.hpp>
#include <tertib/model/overlay.hpp>
#include <tertib/read/reader.hpp>
#include <tertib/run/event_json.hpp>
#include <tertib/run/journal_entry.hpp>
#include <tertib/store/random_salt.hpp>
#include <tertib/time/calendar_name.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

using namespace tertib;

namespace {

/// The portal's tables. (case, number) is a unique key: of two commands that were judged by the same
/// state, only one can be written.
struct Tables {
    std::map<std::string, std::string> permohonan; ///< the portal's own: number → status
    std::map<std::string, std::string> cases;      ///< case → the bytes of its state
    std::map<std::pair<std::string, std::uint64_t>, SealedEvent> events;
};

/// All of its writes happen, or none.
struct PortalTransaction {
    explicit PortalTransaction(Tables& tables) : changed(tables), tables_(tables) {}
    void commit() { tables_ = std::move(changed); }

    Tables changed;

private:
    Tables& tables_;
};

class Portal {
public:
    Portal(const ReadySop& sop, const Calendar& office)
        : context_{.sop = &sop, .calendar = &office} {}

    /// Puts the portal's row and the case's entry into one transaction.
    void act(const Command& command, const std::string& status) {
        PortalTransaction transaction(tables_);
        const JournalEntry entry =
            enter(context_, transaction.changed.cases[command.case_id], command, random_salt);
        if (entry.refusal) {
            std::cout << "ditolak: " << message(*entry.refusal, Language::id) << '\n';
            return;
        }
        write(transaction.changed, command.case_id, entry);
        if (status.empty()) {
            throw std::runtime_error("permohonan tanpa status"); // a rule of the portal's own
        }
        transaction.changed.permohonan[command.case_id] = status;
        transaction.commit();
        std::cout << status << " (" << tables_.events.size() << " peristiwa)\n";
    }

    /// The journal as any verifier reads it.
    [[nodiscard]] std::string exported() const {
        std::string lines;
        for (const auto& [key, event] : tables_.events) {
            lines += journal_line(event, unseal(event.data, event.body), context_.calendar->zone());
        }
        return lines;
    }

private:
    static void write(Tables& tables, const std::string& id, const JournalEntry& entry) {
        for (std::size_t i = 0; i < entry.events.size(); ++i) {
            tables.events.emplace(std::pair(id, entry.events[i].number), entry.sealed[i]);
        }
        if (entry.erased != 0) {
            tables.events.at({id, entry.erased}).body.clear();
        }
        tables.cases[id] = entry.kept;
    }

    CaseContext context_;
    Tables tables_;
};

std::shared_ptr<const ReadySop> example_sop() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Sop sop = read_sops(bytes).front().sop;
    Overlay overlay; // contoh; bukan isi SOP
    overlay.sop_digest = sop.digest();
    overlay.by = "contoh";
    for (const Step& step : sop.steps()) {
        overlay.assign[step.key] = {sop.pelaksana().front()};
    }
    return ready_sop(std::make_shared<const Sop>(apply_overlay(sop, overlay).sop)).sop;
}

void run(const char* journal) {
    const auto sop = example_sop();
    const Calendar office = *builtin_calendar("id5");
    Portal portal(*sop, office);
    Command command{.case_id = "2023-17",
                    .by = {.person = "Pegawai contoh", .as = sop->sop().pelaksana().front()},
                    .now = read_stamp("2023-06-27T13:00", office.zone())->earliest,
                    .action = StartCase{}};
    portal.act(command, "diterima");
    portal.act(command, "diterima lagi");
    command.now += std::chrono::hours{1};
    command.action = ClaimTask{sop->sop().steps().front().key};
    try {
        portal.act(command, "");
    } catch (const std::runtime_error& error) {
        std::cout << error.what() << ": keduanya tidak dicatat\n";
    }
    portal.act(command, "diproses");
    if (journal != nullptr) {
        std::ofstream(journal, std::ios::binary) << portal.exported();
    }
}

} // namespace

int main(int count, char** arguments) {
    try {
        run(count > 1 ? arguments[1] : nullptr);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
