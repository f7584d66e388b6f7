// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Writes values so that no two different ones give the same bytes, for digests: every text and
/// list is preceded by its length (8 bytes, most significant first), every choice its name in JSON.
class Encoder {
public:
    void number(std::uint64_t value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes_.push_back(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU));
        }
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    void flag(bool value) { bytes_.push_back(value ? '\1' : '\0'); }

    template <typename Range, typename Each>
    void list(const Range& range, Each each) {
        number(range.size());
        for (const auto& item : range) {
            each(item);
        }
    }
    void texts(const std::vector<std::string>& values) {
        list(values, [&](const std::string& value) { text(value); });
    }
    template <typename Optional, typename Each>
    void maybe(const Optional& value, Each each) {
        flag(value.has_value());
        if (value) {
            each(*value);
        }
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

} // namespace tertib
