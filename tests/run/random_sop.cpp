// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/random_case.hpp"
#include "tertib/time/tanggal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib::test {

namespace {

/// Ways out that lead nowhere yet: node and outcome.
using Ends = std::vector<std::pair<std::string, std::optional<std::string>>>;

constexpr std::size_t many_steps = 7;

/// Draws blocks with one way in; joined only as a sound flow can be (mostly: ready_sop decides).
class SopMaker {
public:
    explicit SopMaker(Dice& dice) : dice_(dice) {}

    SopParts make() {
        Ends ends = begin();
        ends = block(std::move(ends), 2);
        if (dice_.one_in(6)) {
            ends = split(std::move(ends), 1);
            if (dice_.one_in(2)) {
                step(ends); // each token comes on its own, and is consumed
                ends.clear();
            }
        }
        connect(ends, std::string(end_node));
        decorate();
        return std::move(parts_);
    }

private:
    Ends begin() {
        const std::string start(start_node);
        if (!dice_.one_in(8)) {
            return {{start, std::nullopt}};
        }
        if (dice_.one_in(2)) {
            parts_.flow.push_back(
                Flow{.from = start, .to = std::string(end_node), .outcome = "Salah alamat"});
        }
        return {{start, "Baru"}, {start, "Perpanjangan"}};
    }

    void connect(const Ends& ends, const std::string& to) {
        for (const auto& [from, outcome] : ends) {
            parts_.flow.push_back(Flow{.from = from, .to = to, .outcome = outcome});
        }
    }

    /// A new step after them; its way out.
    Ends step(const Ends& ends) {
        Step step;
        step.key = std::to_string(parts_.steps.size() + 1);
        step.uraian = "Langkah " + step.key;
        connect(ends, step.key);
        parts_.steps.push_back(std::move(step));
        return {{parts_.steps.back().key, std::nullopt}};
    }

    std::string gateway(const Ends& ends) {
        Gateway gateway;
        gateway.key = "g" + std::to_string(parts_.gateways.size() + 1);
        connect(ends, gateway.key);
        parts_.gateways.push_back(gateway);
        return gateway.key;
    }

    Ends block(Ends ends, int depth) {
        const std::size_t count = 1 + dice_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t kind = dice_.below(10);
            if (depth == 0 || parts_.steps.size() >= many_steps || kind < 4) {
                ends = step(ends);
            } else if (kind < 6) {
                ends = decision(std::move(ends), depth);
            } else if (kind < 8) {
                ends = loop(std::move(ends), depth);
            } else {
                ends = parallel(std::move(ends), depth);
            }
        }
        return ends;
    }

    Ends decision(Ends ends, int depth) {
        const std::string key = step(ends).front().first;
        if (dice_.one_in(2)) {
            parts_.steps.back().kind = StepKind::decision;
        }
        if (dice_.one_in(6)) {
            return {{key, "Ya"}};
        }
        static const std::array<std::string, 3> outcomes{"Ya", "Tidak", "Ditunda"};
        const std::size_t count = 2 + dice_.below(2);
        Ends all;
        for (std::size_t i = 0; i < count; ++i) {
            std::optional<std::string> outcome = outcomes[i];
            if (i + 1 == count && dice_.one_in(4)) {
                outcome.reset(); // otherwise
            }
            Ends branch{{key, std::move(outcome)}};
            if (!dice_.one_in(3)) {
                branch = block(std::move(branch), depth - 1);
            }
            all.insert(all.end(), branch.begin(), branch.end());
        }
        return all;
    }

    Ends loop(Ends ends, int depth) {
        ends = step(ends);
        const std::string first = ends.front().first;
        if (dice_.one_in(2)) {
            ends = block(std::move(ends), depth - 1);
        }
        if (ends.size() != 1 || ends.front().first != first) {
            ends = step(ends);
        }
        const std::string last = ends.front().first;
        connect({{last, "Ulang"}}, first);
        return {{last, "Lanjut"}};
    }

    /// Two or three branches from a step or a gateway; where they end is open.
    Ends split(Ends ends, int depth) {
        const bool by_gateway = ends.size() == 1 && dice_.one_in(2);
        const std::string from = by_gateway ? gateway(ends) : step(ends).front().first;
        const std::size_t count = 2 + dice_.below(2);
        Ends all;
        for (std::size_t i = 0; i < count; ++i) {
            Ends branch{{from, std::nullopt}};
            if (i > 0 || !dice_.one_in(5)) {
                branch = block(std::move(branch), depth - 1);
            }
            if (branch.size() > 1) {
                branch = step(branch);
            }
            all.push_back(branch.front());
        }
        return all;
    }

    Ends parallel(Ends ends, int depth) {
        ends = split(std::move(ends), depth);
        // A labelled way out can't wait for others by itself.
        for (auto& end : ends) {
            if (end.second) {
                end = step({end}).front();
            }
        }
        return {{gateway(ends), std::nullopt}};
    }

    void decorate() {
        parts_.identity.nomor = "SOP-1";
        parts_.pelaksana = {"Kadis", "Sekretaris", "Staf"};
        if (dice_.one_in(3)) {
            parts_.total = read_waktu("3 Hari Kerja").waktu;
        }
        for (std::size_t i = 0; i < parts_.steps.size(); ++i) {
            decorate(parts_.steps[i], i);
        }
    }

    void decorate(Step& step, std::size_t place) {
        static const std::array<std::string, 6> documents{
            "Konsep Surat", "Lembar Disposisi", "Undangan", "Notulen", "Kwitansi", "Sertifikat"};
        static const std::array<std::string, 5> waktu{"", "30 Menit", "2 Hari", "1 Hari Kerja",
                                                      "sesuai kontrak"};
        step.waktu = read_waktu(waktu[dice_.below(waktu.size())]).waktu;
        const bool unknown = dice_.one_in(12);
        for (std::uint32_t post = 0; post < 3 && !unknown; ++post) {
            if (dice_.one_in(3)) {
                step.marks.push_back({PelaksanaIndex{post}, Symbol::process});
            }
        }
        if (step.marks.empty() && !unknown) {
            step.marks = {
                {PelaksanaIndex{static_cast<std::uint32_t>(dice_.below(3))}, Symbol::process}};
        }
        step.participation = dice_.one_in(3) ? Participation::all : Participation::any;
        if (dice_.one_in(4)) {
            step.optional = "bila perlu";
        }
        if (place > 0 && dice_.one_in(3)) {
            step.kelengkapan.push_back(documents[dice_.below(documents.size())]);
        }
        if (dice_.one_in(4)) {
            step.kelengkapan.emplace_back("Stempel");
        }
        if (dice_.one_in(2)) {
            step.produk.push_back(documents[dice_.below(documents.size())]);
        }
    }

    Dice& dice_;
    SopParts parts_;
};

[[nodiscard]] PostHolding holding(std::string person, std::string post, std::string_view from,
                                  std::string_view until, PostKind kind = PostKind::definitive) {
    PostHolding holding{.person = std::move(person), .pelaksana = std::move(post), .kind = kind};
    holding.from = *read_day(from);
    if (!until.empty()) {
        holding.until = read_day(until);
    }
    return holding;
}

/// Kadis is away on Tuesday and Wednesday; of Staf nothing is known.
[[nodiscard]] Roster office_roster() {
    return Roster({holding("Ani", "Kadis", "2025-01-01", "2025-05-05"),
                   holding("Dedi", "Kadis", "2025-05-06", "2025-05-07", PostKind::plh),
                   holding("Ani", "Kadis", "2025-05-08", ""),
                   holding("Budi", "Sekretaris", "2025-01-01", ""),
                   holding("Eko", "Arsiparis", "2025-01-01", "")});
}

} // namespace

Scene random_scene(Dice& dice, const Calendar& calendar) {
    while (true) {
        SopParts parts = SopMaker(dice).make();
        if (parts.steps.size() > 12 || parts.flow.size() > 40) {
            continue;
        }
        const ReadySopOptions options{.unknown_pelaksana = UnknownPelaksana::everyone,
                                      .soundness = {}};
        const ReadySopResult result =
            ready_sop(std::make_shared<const Sop>(std::move(parts)), options);
        if (result.sop) {
            Scene scene{.sop = result.sop, .calendar = &calendar, .roster = std::nullopt};
            if (dice.one_in(2)) {
                scene.roster = office_roster();
            }
            return scene;
        }
    }
}

std::shared_ptr<const ReadySop> next_version(Dice& dice, const Scene& scene) {
    while (true) {
        SopParts parts = scene.sop->sop().parts();
        static const std::array<std::string, 3> waktu{"45 Menit", "3 Hari", ""};
        for (Step& step : parts.steps) {
            if (dice.one_in(2)) {
                step.waktu = read_waktu(waktu[dice.below(waktu.size())]).waktu;
            }
            if (dice.one_in(8)) {
                step.uraian += " (revisi)";
            }
        }
        Flow& flow = parts.flow[dice.below(parts.flow.size())];
        if (flow.to == end_node && parts.steps.size() < 12) {
            Step step;
            step.key = "r" + std::to_string(parts.steps.size() + 1);
            step.uraian = "Mengarsipkan";
            step.marks = {{PelaksanaIndex{2}, Symbol::process}};
            flow.to = step.key;
            parts.flow.push_back(Flow{.from = step.key, .to = std::string(end_node)});
            parts.steps.push_back(std::move(step));
        }
        parts.identity.nomor += "+";
        ReadySopResult result =
            ready_sop(std::make_shared<const Sop>(std::move(parts)),
                      {.unknown_pelaksana = UnknownPelaksana::everyone, .soundness = {}});
        if (result.sop) {
            return result.sop;
        }
    }
}

} // namespace tertib::test
