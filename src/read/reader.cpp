// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/reader.hpp"

#include "read/encoding.hpp"
#include "read/format.hpp"
#include "read/recogniser.hpp"
#include "tertib/base/digest.hpp"
#include "tertib/base/error.hpp"
#include "tertib/model/sop_json.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tertib {
namespace {

std::vector<SopReading> read_json(std::string_view text) {
    std::vector<SopReading> found;
    found.push_back({sop_from_json(text), findings_from_json(text)});
    return found;
}

std::vector<SopReading> read_grids_of(const DecodedText& decoded, Format format,
                                      std::string_view bytes, const ReadOptions& options) {
    const Source source{.sha256 = sha256_hex(bytes), .media_type = std::string(media_type(format))};
    const Grids grids = read_grids(decoded.text, format, options);
    std::vector<SopReading> found;
    for (const Grid& grid : grids.grids) {
        std::ranges::move(recognise(grid, source, options), std::back_inserter(found));
    }
    if (found.empty()) {
        throw Error(
            ErrorCode::format,
            "no SOP table was found: no row is headed Uraian (or Kegiatan, Aktivitas …) with "
            "Pelaksana, Kelengkapan, Waktu or Output beside it");
    }
    // What was noticed about the bytes and the cells is told with each SOP that came from them.
    for (SopReading& reading : found) {
        std::vector<Finding> all = decoded.findings;
        all.insert(all.end(), grids.findings.begin(), grids.findings.end());
        std::ranges::move(reading.findings, std::back_inserter(all));
        reading.findings = std::move(all);
    }
    return found;
}

} // namespace

std::vector<SopReading> read_sops(std::string_view bytes, const ReadOptions& options) {
    const DecodedText decoded = decode_text(bytes, options.max_bytes);
    const Format format = find_format(decoded.text, options.name);
    return format == Format::json ? read_json(decoded.text)
                                  : read_grids_of(decoded, format, bytes, options);
}

} // namespace tertib
