// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Where a sentence says that the work goes on.
enum class Target : std::uint8_t {
    none,      ///< nowhere that could be read
    first,     ///< "ke proses awal"
    previous,  ///< "ke tahap sebelumnya"
    next,      ///< "lanjut", "ke langkah berikutnya"
    number,    ///< "ke Tahap 3"
    pelaksana, ///< "dikembalikan ke pemohon": somebody's step, `name` says whose
    end,       ///< "selesai"
};

/// What a sentence in a step's uraian or keterangan says about the flow.
struct Statement {
    enum class Kind : std::uint8_t {
        jump,      ///< the work goes to `target`, under `outcome` if that isn't empty
        outcomes,  ///< exits are named ("Ada keputusan Ya/Tidak"), their targets are not
        optional,  ///< the step may be left out
        condition, ///< a condition is stated, but not what follows from it
    };
    Kind kind = Kind::condition;
    std::string outcome; ///< as written: "ditolak"
    Target target = Target::none;
    std::string number;                ///< for Target::number
    std::string name;                  ///< for Target::pelaksana: the words behind "ke"
    bool back = false;                 ///< for Target::pelaksana: to a step before this one
    std::vector<std::string> outcomes; ///< for Kind::outcomes
    std::string evidence;              ///< the sentence
};

/// Reads the sentences of a text that say something about the flow, in their order; all others
/// are passed over. "Jika ditolak, kembali ke proses awal" · "kembali ke Tahap 3 jika ditolak" ·
/// "Ya ke langkah 5, Tidak ke langkah 2" · "Dapat dilewati jika …" · "(bila perlu)" ·
/// "(Ada keputusan Ya/Tidak)". A target that isn't clearly one is none: nothing is guessed.
/// At most the first 100 statements of a text, each with at most 600 bytes of its sentence.
[[nodiscard]] std::vector<Statement> read_statements(std::string_view text);

} // namespace tertib
