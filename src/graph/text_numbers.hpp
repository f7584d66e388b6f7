// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Texts as numbers from 0 in the order in which they are first met. All of them lie in one string
/// and are found by open addressing, so that a million cost no million allocations.
class TextNumbers {
public:
    struct Numbered {
        std::uint32_t number = 0;
        bool is_new = false;
    };

    /// Has room for so many texts at first; more may come.
    explicit TextNumbers(std::size_t expected);

    [[nodiscard]] Numbered number(std::string_view text);
    /// The number of the text after folding. Folds it in its place among the others, so a text
    /// costs a string of its own neither when it is new nor when it is known.
    [[nodiscard]] Numbered number_folded(std::string_view as_written);
    /// The number of a text that was met before.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
    [[nodiscard]] std::size_t size() const noexcept { return begin_.size() - 1; }
    /// Until the next call of number or number_folded.
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        return std::string_view(pool_).substr(begin_[number], begin_[number + 1] - begin_[number]);
    }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number_after = 0; ///< the number + 1, 0 for a free place
    };

    /// The place of the slot that holds the text, or of the free one where it belongs.
    [[nodiscard]] std::size_t place_of(std::string_view text, std::uint32_t hash) const;
    /// Gives the text that ends the pool the next number.
    Numbered add(Slot& slot, std::uint32_t hash);
    void grow();

    std::string pool_;
    std::vector<std::size_t> begin_{0};
    std::vector<Slot> slots_;
};

} // namespace tertib
