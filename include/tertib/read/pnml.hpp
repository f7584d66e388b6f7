// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tertib {

/// Limits of reading a net.
struct PnmlOptions {
    std::string name; ///< the file's, for the positions of errors
    std::size_t max_bytes = std::size_t{64} << 20;
    std::size_t max_elements = 1'000'000; ///< elements and attributes
    std::size_t max_depth = 256;          ///< of pages within pages
};

/// Where a net's final markings come from: the file states them, or it is a workflow net without
/// them, whose run ends with one token on the only place that nothing takes from.
enum class FinalMarkings : std::uint8_t { stated, only_sink };

struct PnmlReading {
    PetriNet net;
    FinalMarkings finals = FinalMarkings::stated;
};

/// Reads a place/transition net in PNML, with what the tools of process mining add to it: a
/// transition is silent if a `toolspecific` names its activity `$invisible$`, or if it has no name;
/// `finalmarkings` lists the markings in which a run may end.
///
///     const PetriNet net = read_pnml(bytes).net;
///
/// Throws Error(format), with file and row, for what is no such net, Error(unsupported) for
/// inhibitor and reset arcs, references and several nets in one file, Error(limit) past a limit,
/// which it names. A DOCTYPE is refused. Pure; any thread; the bytes are not kept.
[[nodiscard]] PnmlReading read_pnml(std::string_view bytes, const PnmlOptions& options = {});

} // namespace tertib
