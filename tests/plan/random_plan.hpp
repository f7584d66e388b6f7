// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/tiny_plan.hpp"

#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

namespace tertib::test {

/// A sound flow of sequences, parallel branches, decisions and loops within each other, with a
/// waktu for each step: what RapidCheck drew.
class RandomFlow {
public:
    enum class Splits : std::uint8_t { allowed, none };

    explicit RandomFlow(Splits splits = Splits::allowed) : splits_(splits) {
        Exit last = block({"start", ""}, 3);
        connect(last, "end");
    }

    [[nodiscard]] Sop sop() const { return timed_sop(waktu_, flows_); }

private:
    /// A node that the next one follows, and the outcome that leads there.
    struct Exit {
        std::string node;
        std::string outcome;
    };

    void connect(const Exit& from, const std::string& to) {
        flows_ += from.node + ">" + to + (from.outcome.empty() ? "" : ":" + from.outcome) + " ";
    }

    Exit step(const Exit& from) {
        waktu_.push_back(*rc::gen::element<std::string>(
            "10 Menit", "45 Menit", "1-3 Jam", "2,5 Jam", "1 Hari Kerja", "1-2 Hari Kerja",
            "2 Hari Kalender", "1 Minggu", "1 x 24 Jam", "Sesuai Kebutuhan", "30 Menit / 1 Hari",
            "1 Bulan"));
        std::string key = std::to_string(waktu_.size());
        connect(from, key);
        return {key, ""};
    }

    Exit block(const Exit& from, int depth) {
        const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 5);
        switch (kind) {
        case 1: return block(block(from, depth - 1), depth - 1);
        case 2: return splits_ == Splits::allowed ? parallel(from, depth) : decision(from, depth);
        case 3: return decision(from, depth);
        case 4: return loop(from, depth);
        default: return step(from);
        }
    }

    Exit parallel(const Exit& from, int depth) {
        const Exit split = step(from);
        const std::string join = "g" + std::to_string(++gateways_);
        const Exit left = block(split, depth - 1);
        const Exit right = block(split, depth - 1);
        connect(left, join);
        connect(right, join);
        return {join, ""};
    }

    Exit decision(const Exit& from, int depth) {
        const Exit chooses = step(from);
        const Exit yes = block({chooses.node, "Ya"}, depth - 1);
        const Exit no = *rc::gen::arbitrary<bool>() ? Exit{chooses.node, "Tidak"}
                                                    : block({chooses.node, "Tidak"}, depth - 1);
        const Exit merge = step(yes);
        connect(no, merge.node);
        return merge;
    }

    Exit loop(const Exit& from, int depth) {
        const Exit head = step(from);
        const Exit body = block(head, depth - 1);
        const Exit judge = step(body);
        connect({judge.node, "Ulang"}, head.node);
        return {judge.node, "Lanjut"};
    }

    Splits splits_;
    int gateways_ = 0;
    std::vector<std::string> waktu_;
    std::string flows_;
};

/// A moment of May 2025, to the minute, in office hours or not.
inline Instant random_start() {
    return moment("2025-05-01T00:00") + std::chrono::minutes(*rc::gen::inRange(0, 31 * 1'440));
}

} // namespace tertib::test
