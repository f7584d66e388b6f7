// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include <tertib/base/catalogue.hpp>
#include <tertib/read/reader.hpp>
#include <tertib/rule/lint.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

int main() {
    std::ifstream file("examples/sop/laporan-kinerja.txt", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});

    const tertib::Sop sop = tertib::read_sops(bytes).front().sop;
    for (const tertib::Step& step : sop.steps()) {
        std::cout << step.key << ". " << step.uraian << " (" << step.waktu.text << ")\n";
    }
    for (const tertib::RuleFinding& found : tertib::lint(sop).findings) {
        std::cout << found.finding.code << ": " << message(found, tertib::Language::id) << "\n";
    }
}
