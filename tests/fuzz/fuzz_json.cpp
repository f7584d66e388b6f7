// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Whatever the bytes, reading JSON ends in a value or in tertib::Error; and what was read comes
// back equal from what is written of it.
#include "tertib/base/error.hpp"
#include "tertib/model/overlay_json.hpp"
#include "tertib/model/sop_json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace {

/// What a reading function makes of the bytes, or nothing if it refuses them.
template <typename Read>
auto read_or_nothing(Read read, std::string_view json) -> std::optional<decltype(read(json))> {
    try {
        return read(json);
    } catch (const tertib::Error&) {
        return std::nullopt;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view json(reinterpret_cast<const char*>(data), size);
    // From here on nothing may throw: our own output must be readable.
    if (const auto sop = read_or_nothing(tertib::sop_from_json, json)) {
        if (!(tertib::sop_from_json(tertib::to_json(*sop)) == *sop)) {
            std::abort();
        }
        if (!(tertib::apply_overlay(*sop, tertib::overlay_template(*sop)).sop == *sop)) {
            std::abort();
        }
    }
    if (const auto overlay = read_or_nothing(tertib::overlay_from_json, json)) {
        if (!(tertib::overlay_from_json(tertib::to_json(*overlay)) == *overlay)) {
            std::abort();
        }
    }
    return 0;
}
