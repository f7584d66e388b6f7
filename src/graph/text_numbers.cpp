// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/text_numbers.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace tertib {

namespace {

constexpr std::size_t least_slots = 64;
constexpr std::size_t bytes_of_a_text = 32; // about; only a guess at the room wanted

std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

} // namespace

TextNumbers::TextNumbers(std::size_t expected)
    : slots_(std::bit_ceil(std::max(least_slots, 2 * expected))) {
    pool_.reserve(bytes_of_a_text * expected);
    begin_.reserve(expected + 1);
}

TextNumbers::Numbered TextNumbers::number(std::string_view text) {
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[place_of(text, hash)];
    if (slot.number_after != 0) {
        return {slot.number_after - 1, false};
    }
    pool_.append(text);
    return add(slot, hash);
}

TextNumbers::Numbered TextNumbers::number_folded(std::string_view as_written) {
    append_folded(pool_, as_written);
    const std::string_view text = std::string_view(pool_).substr(begin_.back());
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[place_of(text, hash)];
    if (slot.number_after != 0) {
        pool_.resize(begin_.back());
        return {slot.number_after - 1, false};
    }
    return add(slot, hash);
}

std::optional<std::uint32_t> TextNumbers::find(std::string_view text) const {
    const Slot& slot = slots_[place_of(text, hash_of(text))];
    return slot.number_after == 0 ? std::nullopt : std::optional(slot.number_after - 1);
}

std::size_t TextNumbers::place_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    while (slots_[place].number_after != 0 &&
           !(slots_[place].hash == hash && this->text(slots_[place].number_after - 1) == text)) {
        place = (place + 1) & mask;
    }
    return place;
}

TextNumbers::Numbered TextNumbers::add(Slot& slot, std::uint32_t hash) {
    begin_.push_back(pool_.size());
    const auto number = static_cast<std::uint32_t>(size() - 1);
    slot = {hash, number + 1};
    if (2 * begin_.size() > slots_.size()) {
        grow();
    }
    return {number, true};
}

void TextNumbers::grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.number_after == 0) {
            continue;
        }
        std::size_t place = slot.hash & mask;
        while (slots_[place].number_after != 0) {
            place = (place + 1) & mask;
        }
        slots_[place] = slot;
    }
}

} // namespace tertib
