// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dice.hpp"

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace tertib {

/// The first few lines, for a failed check's message.
[[nodiscard]] inline std::string first_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size() && i < 10; ++i) {
        text += lines[i] + "\n";
    }
    return text;
}

/// Says at its end what a harness did, how fast, and how it is run again:
///
///     HarnessLine line("loss of power", "images");
///     … line.add(1) …
class HarnessLine {
public:
    HarnessLine(const char* what, const char* unit) : what_(what), unit_(unit) {}
    HarnessLine(const HarnessLine&) = delete;
    HarnessLine& operator=(const HarnessLine&) = delete;
    ~HarnessLine() {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin_;
        std::printf("%s: %zu %s in %.1f s, %.0f a second%s; TERTIB_FAULT_SEED=%llu\n", what_,
                    count_, unit_, took.count(), static_cast<double>(count_) / took.count(),
                    more_.c_str(), static_cast<unsigned long long>(fault_seed()));
        std::fflush(stdout);
    }

    void add(std::size_t count) { count_ += count; }
    void say(const std::string& more) { more_ += "; " + more; }

private:
    const char* what_;
    const char* unit_;
    std::size_t count_ = 0;
    std::string more_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

} // namespace tertib
