// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib {

/// What is odd in a log, counted as it is read: one finding for each code and subject, with how
/// often and where first, since a log may have the same a million times.
class XesNotes {
public:
    /// `subject` tells apart what is counted for itself (a key, a transition); `example` is that of
    /// the first time.
    void note(std::string_view code, std::int64_t line, std::string_view subject = {},
              std::string_view example = {}, std::uint64_t times = 1);

    /// The findings, by code and subject.
    [[nodiscard]] std::vector<Finding> take();

private:
    struct Note {
        std::uint64_t count = 0;
        std::int64_t line = 0;
        std::string example;
    };
    std::map<std::pair<std::string, std::string>, Note, std::less<>> notes_;
};

} // namespace tertib
