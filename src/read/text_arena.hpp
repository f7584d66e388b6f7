// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace tertib {

/// Texts that are kept for a while, side by side in blocks that don't move, and given up together.
///
///     std::string_view kept = arena.keep(view_of_a_buffer);
///     arena.clear();                       // kept is gone; its memory is used again
class TextArena {
public:
    [[nodiscard]] std::string_view keep(std::string_view text) {
        if (text.size() > room_) {
            open(text.size());
        }
        char* const begin = free_;
        std::copy(text.begin(), text.end(), begin);
        free_ += text.size();
        room_ -= text.size();
        return {begin, text.size()};
    }

    void clear() noexcept {
        if (blocks_.size() > 1) { // of one trace with much; the usual one needs a block
            blocks_.resize(1);
        }
        free_ = blocks_.empty() ? nullptr : blocks_.front().get();
        room_ = blocks_.empty() ? 0 : block_size;
    }

private:
    static constexpr std::size_t block_size = std::size_t{64} << 10;

    void open(std::size_t least) {
        // The first block has the usual size, since clear() goes back to it.
        const std::size_t size = blocks_.empty() ? block_size : std::max(block_size, least);
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
        free_ = blocks_.back().get();
        room_ = size;
        if (room_ < least) {
            open_large(least);
        }
    }
    void open_large(std::size_t size) {
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
        free_ = blocks_.back().get();
        room_ = size;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    char* free_ = nullptr;
    std::size_t room_ = 0;
};

} // namespace tertib
