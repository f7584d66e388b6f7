// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/text_numbers.hpp"

#include <functional>

namespace tertib {

TextNumbers::Numbered TextNumbers::number(std::string_view text) {
    if (2 * begin_.size() > slots_.size()) {
        grow();
    }
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    for (; slots_[place].number_after != 0; place = (place + 1) & mask) {
        const Slot& slot = slots_[place];
        if (slot.hash == hash && this->text(slot.number_after - 1) == text) {
            return {slot.number_after - 1, false};
        }
    }
    pool_.append(text);
    begin_.push_back(pool_.size());
    slots_[place] = {hash, static_cast<std::uint32_t>(size())};
    return {slots_[place].number_after - 1, true};
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
