// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/outsider.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tertib {
namespace {

/// Words with which a column names people who aren't of the office.
constexpr std::array<std::string_view, 12> outsiders = {
    "pemohon",  "masyarakat", "pelapor",  "investor", "warga",  "pengadu",
    "pengguna", "rekanan",    "penyedia", "wajib",    "publik", "pengunjung"};

} // namespace

bool names_outsider(std::string_view name) {
    const std::vector<std::string> found = words(name);
    if (found.empty()) {
        return false;
    }
    const bool other = found[0] == "instansi" && found.size() > 1 && found[1] == "lain";
    const bool business = found[0] == "pelaku" && found.size() > 1 && found[1] == "usaha";
    return other || business || std::ranges::find(outsiders, found[0]) != outsiders.end();
}

} // namespace tertib
