// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace tertib {

/// Rows of one chunk of an EventLog's columns.
inline constexpr std::size_t chunk_shift = 16;
inline constexpr std::size_t chunk_rows = std::size_t{1} << chunk_shift;

/// One column of a log in chunks of 65,536 rows, so that it grows without ever being copied. Rows
/// that nothing was put into hold `none`; a chunk of nothing but such rows is kept once for all.
///
///     Chunked<std::uint32_t> column(0);
///     column.put(7, 42);               // rows 0 … 6 are none
///     column.finish(10);               // so are 8 and 9
///
/// Filled by one thread; once finished it isn't changed, and any thread may read it.
template <typename T>
class Chunked {
public:
    explicit Chunked(T none) : none_(none) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] T operator[](std::size_t row) const noexcept {
        return chunks_[row >> chunk_shift][static_cast<std::ptrdiff_t>(row & mask)];
    }
    /// The rows of one chunk: all of them, or in the last chunk those up to size().
    [[nodiscard]] std::span<const T> chunk(std::size_t index) const noexcept {
        const std::size_t first = index << chunk_shift;
        return {chunks_[index].get(), std::min(chunk_rows, size_ - first)};
    }

    /// Puts a value into a row that isn't before size(); rows skipped over become none.
    void put(std::size_t row, T value) {
        if (row != size_) {
            pad(row);
        }
        if ((row & mask) == 0) {
            open();
        }
        tail_[row & mask] = value;
        size_ = row + 1;
    }

    /// Puts a value into any row; later rows stay as they are.
    void set(std::size_t row, T value) {
        if (row >= size_) {
            put(row, value);
            return;
        }
        own(row >> chunk_shift)[row & mask] = value;
    }

    /// Makes the column `rows` long and gives back what its last chunk doesn't need.
    void finish(std::size_t rows) {
        pad(rows);
        const std::size_t used = size_ & mask;
        if (used != 0) {
            std::unique_ptr<T[]> last = std::make_unique_for_overwrite<T[]>(used);
            std::copy_n(tail_, used, last.get());
            chunks_.back() = std::move(last);
        }
        chunks_.shrink_to_fit();
        tail_ = nullptr;
    }

    /// Bytes of the chunks that are this column's own.
    [[nodiscard]] std::size_t bytes() const noexcept {
        std::size_t sum = none_chunk_ ? chunk_rows * sizeof(T) : 0;
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            sum += chunks_[i] == none_chunk_ ? 0 : chunk(i).size_bytes();
        }
        return sum;
    }

private:
    static constexpr std::size_t mask = chunk_rows - 1;

    void open() {
        std::unique_ptr<T[]> chunk = std::make_unique_for_overwrite<T[]>(chunk_rows);
        tail_ = chunk.get();
        chunks_.emplace_back(std::move(chunk));
    }
    void fill_tail(std::size_t until) { std::fill(tail_ + (size_ & mask), tail_ + until, none_); }
    /// The chunk, made this column's own if it is the shared one of none.
    [[nodiscard]] T* own(std::size_t index) {
        if (chunks_[index] == none_chunk_) {
            std::unique_ptr<T[]> chunk = std::make_unique_for_overwrite<T[]>(chunk_rows);
            std::fill_n(chunk.get(), chunk_rows, none_);
            chunks_[index] = std::move(chunk);
        }
        return chunks_[index].get();
    }
    /// Only whole chunks of none are shared, so the one that is being filled never is.
    void pad(std::size_t rows) {
        while (size_ < rows) {
            const std::size_t in_chunk = std::min(rows - (size_ & ~mask), chunk_rows);
            if ((size_ & mask) != 0) {
                fill_tail(in_chunk);
            } else if (in_chunk == chunk_rows) {
                chunks_.push_back(none_chunk());
            } else {
                open();
                fill_tail(in_chunk);
            }
            size_ = (size_ & ~mask) + in_chunk;
        }
    }
    [[nodiscard]] const std::shared_ptr<T[]>& none_chunk() {
        if (!none_chunk_) {
            std::unique_ptr<T[]> chunk = std::make_unique_for_overwrite<T[]>(chunk_rows);
            std::fill_n(chunk.get(), chunk_rows, none_);
            none_chunk_ = std::move(chunk);
        }
        return none_chunk_;
    }

    T none_;
    std::size_t size_ = 0;
    T* tail_ = nullptr; ///< the last chunk while it is open
    std::vector<std::shared_ptr<T[]>> chunks_;
    std::shared_ptr<T[]> none_chunk_;
};

} // namespace tertib
