// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_stamp.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// Reads stamps as read_event_stamp does, quickly where they look as in most logs
/// (2024-05-06T07:08:09.123+07:00) and many fall on the day of the one before.
class XesStampReader {
public:
    explicit XesStampReader(Zone zone) : zone_(zone) {}

    [[nodiscard]] std::optional<EventStamp> read(std::string_view text);

private:
    [[nodiscard]] std::optional<EventStamp> read_usual(std::string_view text);
    [[nodiscard]] bool find_day(std::string_view text);

    Zone zone_;
    std::array<char, 10> day_text_{}; ///< of the day before, as it was written
    LocalDay day_;
    std::string offset_text_;
    StampForm form_;
    std::chrono::minutes offset_{0};
};

} // namespace tertib
