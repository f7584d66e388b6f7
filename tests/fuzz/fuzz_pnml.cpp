// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as a net: a net that can be aligned and replayed, or an Error that says why not.
#include "grid_order.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/check/align.hpp"
#include "tertib/check/replay.hpp"
#include "tertib/read/pnml.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

/// Each label of the net once, and an event that it doesn't know.
std::vector<tertib::LabelIndex> some_trace(const tertib::PetriNet& net) {
    std::vector<tertib::LabelIndex> trace{tertib::unknown_label};
    for (std::size_t i = 0; i < net.label_count() && i < 8; ++i) {
        trace.push_back(static_cast<tertib::LabelIndex>(i));
        expect(tertib::is_utf8(net.name(trace.back())), "labels are UTF-8");
    }
    return trace;
}

void use(const tertib::PetriNet& net) {
    const std::vector<tertib::LabelIndex> labels = some_trace(net);
    const tertib::NetTrace trace{.labels = labels};
    tertib::AlignOptions options;
    options.max_states = 500;
    options.moves = tertib::AlignMoves::kept;
    const tertib::Alignments found = tertib::align(net, {&trace, 1}, options);
    const tertib::TraceAlignment& one = found.traces.front();
    expect(1 <= one.upper && one.lower <= one.upper, "an unknown event costs one");
    const auto replayed = tertib::replay(net, {&trace, 1}, {.max_states = 500, .watch = {}});
    expect(replayed.front().verdict != tertib::ReplayVerdict::fits, "it doesn't fit either");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    tertib::PnmlOptions options;
    options.max_elements = 10'000;
    try {
        use(tertib::read_pnml(bytes, options).net);
    } catch (const tertib::Error& error) {
        expect(error.code() != tertib::ErrorCode::internal, "what is odd is told as what it is");
    }
    return 0;
}
