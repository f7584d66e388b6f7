// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace tertib {

/// A text's number in a Dictionary. 0 is none, so a table with an entry for each code may be
/// asked for any code without looking first.
using Code = std::uint32_t;
inline constexpr Code no_code = 0;

/// The different texts of a column, numbered from 1 in the order of their first appearance.
///
///     Dictionary activities;
///     Code code = activities.add("Menelaah berkas");   // 1, and 1 again for the same text
///     activities.text(code);                           // lives as long as the dictionary
///
/// Texts lie side by side in blocks that never move. Filled by one thread; any thread may read it
/// once it isn't filled any more. Hostile texts can't make it slow: what collides too often with
/// others is kept in a tree.
class Dictionary {
public:
    Dictionary() = default;
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;
    Dictionary(Dictionary&&) noexcept = default;
    Dictionary& operator=(Dictionary&&) noexcept = default;
    ~Dictionary() = default;

    /// How many texts; the largest code.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// The text of a code; "" for no_code.
    [[nodiscard]] std::string_view text(Code code) const noexcept {
        return code == no_code ? std::string_view{}
                               : entries_[(code - 1) >> entry_shift][(code - 1) & entry_mask];
    }
    /// The code of a text, no_code if it isn't there. The empty text is none.
    [[nodiscard]] Code find(std::string_view text) const noexcept;
    /// The code of a text, a new one if it wasn't there. Throws Error(limit) past 2^32 - 2 texts.
    Code add(std::string_view text);

    /// Bytes that it keeps, tables included.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    /// A place of the hash table: half of the text's hash, and its code.
    struct Slot {
        std::uint32_t hash = 0;
        Code code = no_code;
    };
    static constexpr std::size_t entry_shift = 10;
    static constexpr std::size_t entry_mask = (std::size_t{1} << entry_shift) - 1;

    /// The slot that holds the text, or the free one where it belongs; nullptr when both are too
    /// far away.
    [[nodiscard]] const Slot* slot_of(std::string_view text, std::uint32_t hash) const noexcept;
    [[nodiscard]] Code append(std::string_view text);
    [[nodiscard]] std::string_view keep(std::string_view text);
    void grow();

    std::size_t size_ = 0;
    std::vector<std::unique_ptr<std::string_view[]>> entries_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_bytes_ = 0; ///< of all blocks
    char* free_ = nullptr;        ///< in the last block
    std::size_t free_bytes_ = 0;
    std::vector<Slot> slots_; ///< open addressing, a power of two of them, at most half in use
    std::map<std::string_view, Code, std::less<>> crowded_out_;
};

} // namespace tertib
