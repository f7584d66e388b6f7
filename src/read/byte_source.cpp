// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/byte_source.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

ByteSource source_of(std::string_view bytes) {
    return [bytes](std::span<char> room) mutable {
        const std::size_t count = std::min(room.size(), bytes.size());
        std::ranges::copy(bytes.substr(0, count), room.begin());
        bytes.remove_prefix(count);
        return count;
    };
}

PeekedSource peek(ByteSource source, std::size_t count) {
    std::string front(count, '\0');
    std::size_t filled = 0;
    bool more = true;
    while (filled < count && more) {
        const std::size_t got = source(std::span(front).subspan(filled));
        filled += got;
        more = got > 0;
    }
    front.resize(filled);
    ByteSource whole = [front, at = std::size_t{0}, more,
                        rest = std::move(source)](std::span<char> room) mutable {
        if (at == front.size()) {
            return more ? rest(room) : 0;
        }
        const std::size_t taken = std::min(room.size(), front.size() - at);
        std::ranges::copy(std::string_view(front).substr(at, taken), room.begin());
        at += taken;
        return taken;
    };
    return {.front = std::move(front), .source = std::move(whole)};
}

} // namespace tertib
