// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/dictionary.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace tertib {
namespace {

constexpr std::size_t most_texts = std::numeric_limits<Code>::max() - 1;
constexpr std::size_t first_slots = 64;
/// A text this far from its place goes into the tree: with half of the places free, texts that
/// weren't made to collide never get there.
constexpr std::size_t farthest = 48;
constexpr std::size_t first_block = std::size_t{4} << 10;
constexpr std::size_t largest_block = std::size_t{1} << 20;

std::uint64_t load_8(const char* bytes) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

std::uint64_t load_4(const char* bytes) noexcept {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// The bytes of a text of less than 8 as one number; with its length, different texts differ.
std::uint64_t short_word(std::string_view text) noexcept {
    if (text.size() >= 4) {
        const char* const bytes = text.data();
        return load_4(bytes) | (load_4(bytes + text.size() - 4) << 32U);
    }
    std::uint64_t word = 0;
    for (const char c : text) {
        word = (word << 8U) | static_cast<unsigned char>(c);
    }
    return word;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) noexcept {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29U);
}

/// Eight bytes a step; the last step may read some of them again. Only where a text lies depends
/// on it, never its code, so it may differ between machines.
std::uint32_t place_hash(std::string_view text) noexcept {
    std::uint64_t hash = text.size() * 0xD6E8FEB86659FD93U;
    if (text.size() < 8) {
        hash = mixed(hash, short_word(text));
    } else {
        std::size_t at = 0;
        for (; at + 8 < text.size(); at += 8) {
            hash = mixed(hash, load_8(text.data() + at));
        }
        hash = mixed(hash, load_8(text.data() + text.size() - 8));
    }
    hash *= 0xBF58476D1CE4E5B9U;
    return static_cast<std::uint32_t>(hash >> 32U);
}

} // namespace

const Dictionary::Slot* Dictionary::slot_of(std::string_view text,
                                            std::uint32_t hash) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t step = 0; step < farthest; ++step) {
        const Slot& slot = slots_[(hash + step) & mask];
        if (slot.code == no_code || (slot.hash == hash && this->text(slot.code) == text)) {
            return &slot;
        }
    }
    return nullptr;
}

Code Dictionary::find(std::string_view text) const noexcept {
    if (text.empty() || slots_.empty()) {
        return no_code;
    }
    const Slot* const slot = slot_of(text, place_hash(text));
    if (slot != nullptr) {
        return slot->code;
    }
    const auto found = crowded_out_.find(text);
    return found == crowded_out_.end() ? no_code : found->second;
}

Code Dictionary::add(std::string_view text) {
    if (text.empty()) {
        return no_code;
    }
    if ((size_ + 1) * 2 > slots_.size()) {
        grow();
    }
    const std::uint32_t hash = place_hash(text);
    const Slot* const slot = slot_of(text, hash);
    if (slot == nullptr) {
        const auto found = crowded_out_.find(text);
        if (found != crowded_out_.end()) {
            return found->second;
        }
        const Code code = append(text);
        crowded_out_.emplace(this->text(code), code);
        return code;
    }
    if (slot->code != no_code) {
        return slot->code;
    }
    const auto place = static_cast<std::size_t>(slot - slots_.data());
    const Code code = append(text);
    slots_[place] = {hash, code};
    return code;
}

Code Dictionary::append(std::string_view text) {
    if (size_ >= most_texts) {
        throw Error(ErrorCode::limit, "a column holds at most 4294967294 different texts");
    }
    if ((size_ & entry_mask) == 0) {
        entries_.push_back(std::make_unique_for_overwrite<std::string_view[]>(entry_mask + 1));
    }
    entries_[size_ >> entry_shift][size_ & entry_mask] = keep(text);
    ++size_;
    return static_cast<Code>(size_);
}

std::string_view Dictionary::keep(std::string_view text) {
    if (text.size() > free_bytes_) {
        // Blocks double up to a mebibyte; a text longer than that has its own.
        const std::size_t wanted = std::clamp(block_bytes_, first_block, largest_block);
        const std::size_t bytes = std::max(wanted, text.size());
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
        free_ = blocks_.back().get();
        free_bytes_ = bytes;
        block_bytes_ += bytes;
    }
    std::memcpy(free_, text.data(), text.size());
    const std::string_view kept(free_, text.size());
    free_ += text.size();
    free_bytes_ -= text.size();
    return kept;
}

void Dictionary::grow() {
    const std::vector<Slot> old = std::exchange(slots_, {});
    slots_.assign(std::max(first_slots, old.size() * 2), Slot{});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.code == no_code) {
            continue;
        }
        std::size_t step = 0;
        while (step < farthest && slots_[(slot.hash + step) & mask].code != no_code) {
            ++step;
        }
        if (step < farthest) {
            slots_[(slot.hash + step) & mask] = slot;
        } else {
            crowded_out_.emplace(text(slot.code), slot.code);
        }
    }
}

std::size_t Dictionary::bytes() const noexcept {
    constexpr std::size_t node_bytes = 64; // of the tree, about
    return block_bytes_ + entries_.size() * (entry_mask + 1) * sizeof(std::string_view) +
           slots_.size() * sizeof(Slot) + crowded_out_.size() * node_bytes;
}

} // namespace tertib
