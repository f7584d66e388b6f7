// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"
#include "tertib/write/log_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tertib {

/// Gathers what is written and passes it on in pieces of 64 KiB.
class TextOutput {
public:
    explicit TextOutput(const ByteSink& sink) : sink_(&sink) { text_.reserve(2 * piece); }

    TextOutput& operator<<(std::string_view text) {
        text_ += text;
        if (text_.size() >= piece) {
            flush();
        }
        return *this;
    }
    void flush() {
        if (!text_.empty()) {
            (*sink_)(text_);
            text_.clear();
        }
    }

private:
    static constexpr std::size_t piece = std::size_t{64} << 10;
    const ByteSink* sink_;
    std::string text_;
};

/// A value as XES and CSV spell it: a real number in the fewest digits that give it back, a stamp
/// always with its offset. "" for none.
[[nodiscard]] std::string spelled(const LogValue& value);
[[nodiscard]] std::string spelled(const EventStamp& stamp);

} // namespace tertib
