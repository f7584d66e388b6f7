// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes through the whole of reading: an Error of the format or of a limit, or SOPs whose JSON
// reads back equal.
#include "tertib/base/error.hpp"
#include "tertib/model/sop_json.hpp"
#include "tertib/read/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    tertib::ReadOptions options;
    options.max_cells = 10'000;
    options.max_columns = 100;
    options.max_text = 10'000;
    options.max_steps = 500;
    try {
        for (const tertib::SopReading& reading : tertib::read_sops(bytes, options)) {
            const std::string json = tertib::to_json(reading.sop, reading.findings);
            if (tertib::sop_from_json(json) != reading.sop) {
                throw std::logic_error("the JSON of an SOP reads back equal");
            }
        }
    } catch (const tertib::Error& error) {
        const tertib::ErrorCode code = error.code();
        if (code != tertib::ErrorCode::format && code != tertib::ErrorCode::limit) {
            throw;
        }
    }
    return 0;
}
