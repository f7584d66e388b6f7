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

} // namespace

TextNumbers::TextNumbers(std::size_t expected)
    : slots_(std::bit_ceil(std::max(least_slots, 2 * expected))) {
    pool_.reserve(bytes_of_a_text * expected);
    begin_.reserve(expected + 1);
}

TextNumbers::Numbered TextNumbers::number(std::string_view text) {
    Slot& slot = slot_of(text);
    if (slot.number_after != 0) {
        return {slot.number_after - 1, false};
    }
    pool_.append(text);
    return add(slot);
}

TextNumbers::Numbered TextNumbers::number_folded(std::string_view as_written) {
    append_folded(pool_, as_written);
    Slot& slot = slot_of(std::string_view(pool_).substr(begin_.back()));
    if (slot.number_after != 0) {
        pool_.resize(begin_.back());
        return {slot.number_after - 1, false};
    }
    return add(slot);
}

TextNumbers::Slot& TextNumbers::slot_of(std::string_view text) {
    if (2 * begin_.size() > slots_.size()) {
        grow();
    }
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    while (slots_[place].number_after != 0 &&
           !(slots_[place].hash == hash && this->text(slots_[place].number_after - 1) == text)) {
        place = (place + 1) & mask;
    }
    slots_[place].hash = hash;
    return slots_[place];
}

TextNumbers::Numbered TextNumbers::add(Slot& slot) {
    begin_.push_back(pool_.size());
    slot.number_after = static_cast<std::uint32_t>(size());
    return {slot.number_after - 1, true};
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
