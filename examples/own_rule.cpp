// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// A rule of an office's own beside those of the regulation: a step that may take a month or longer
// says in its Keterangan how its progress is watched.
#include <tertib/read/reader.hpp>
#include <tertib/rule/lint.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

namespace {

bool takes_months(const tertib::Waktu& waktu) {
    return std::ranges::any_of(waktu.parts, [](const tertib::WaktuPart& part) {
        return part.satuan == tertib::Satuan::bulan || part.satuan == tertib::Satuan::tahun;
    });
}

class WatchesLongSteps : public tertib::Rule {
public:
    tertib::RuleEntry entry() const override {
        return {.id = "KOTA-1",
                .severity = tertib::Severity::warning,
                .source = "Surat Edaran Sekretaris Daerah (contoh)",
                .sure = tertib::Sure::read,
                .title = "Langkah sebulan atau lebih hendaknya menyebutkan cara pemantauannya."};
    }

    tertib::RuleResult check(const tertib::RuleContext& context) const override {
        std::vector<tertib::Observation> found;
        for (const tertib::Step& step : context.sop.steps()) {
            if (takes_months(step.waktu) && step.keterangan.empty()) {
                tertib::Observation unwatched;
                unwatched.where.step = step.key;
                unwatched.evidence = step.waktu.text;
                unwatched.wording = {
                    "Langkah " + step.key + " belum menyebutkan cara pemantauannya.",
                    "Step " + step.key + " doesn't say how its progress is watched."};
                unwatched.remedy = {"Tuliskan cara pemantauannya pada Keterangan.",
                                    "State in Keterangan how it is watched."};
                found.push_back(std::move(unwatched));
            }
        }
        return tertib::conclude(std::move(found)); // nothing found: satisfied
    }
};

} // namespace

int main() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const tertib::Sop sop = tertib::read_sops(bytes).front().sop;

    const WatchesLongSteps own;
    const std::array<const tertib::Rule*, 1> extra = {&own};
    for (const tertib::RuleFinding& found :
         tertib::lint(sop, tertib::permenpan35(), {}, extra).findings) {
        std::cout << found.finding.code << ": " << message(found, tertib::Language::id) << "\n";
    }
}
