// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/watch.hpp"
#include "tertib/graph/net.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tertib {

enum class SoundnessVerdict : std::uint8_t { sound, unsound, not_decided };

/// What makes an Sop's flow unsound, in the order in which it is looked for.
enum class SoundnessProblem : std::uint8_t {
    no_steps, ///< there is nothing to run
    unsafe,   ///< two tokens can come to lie on one flow: a step would run twice at a time
    deadlock, ///< a case can get where nothing can go on, and tokens are left
    livelock, ///< a case can get where it goes on for ever and can't finish
    dead_step ///< a step can never run
};

/// How the answer was found: by following the single token (linear), by trying every marking, or by
/// trying those of an equivalent smaller net.
enum class SoundnessMethod : std::uint8_t { single_token, markings, reduction };

struct SoundnessOptions {
    std::size_t max_states = 200'000;
    std::size_t max_bytes = std::size_t{256} << 20;
    Watch watch; ///< asked every few thousand markings
};

/// Whether a case can always finish (design: sound = at most one token on each flow, from every
/// reachable marking the case can finish, and every step can run), and the shortest proof if not.
///
/// The witness leads from the start to a marking that breaks the definition; no shorter firing
/// sequence leads to one of the same problem. For a deadlock that marking is the first from which
/// the end is out of reach; `continuation` leads on to where nothing moves any more. A problem that
/// was found stands, whatever the budget; `not_decided` means that the budget or the Watch ended
/// the search before an answer. `unsound` without witness: the problem was found in a smaller
/// equivalent net (`reduction`), and the budget didn't allow for its way in the full one.
struct Soundness {
    SoundnessVerdict verdict = SoundnessVerdict::not_decided;
    std::optional<SoundnessProblem> problem;
    SoundnessMethod method = SoundnessMethod::single_token;
    std::vector<Firing> witness;
    std::vector<EdgeIndex> marking; ///< flows with tokens after the witness; the doubled one twice
    std::vector<Firing> continuation;
    std::vector<EdgeIndex> stuck_marking; ///< after the continuation; empty if no deadlock
    /// Steps known never to run. All of them if the verdict isn't `not_decided` and no marking was
    /// unsafe; else those that no flow leads to from the start.
    std::vector<NodeIndex> dead_steps;
    std::uint64_t states = 0; ///< markings explored
    bool stopped = false;     ///< the Watch ended the search
};

[[nodiscard]] Soundness check_soundness(const StepGraph& graph,
                                        const SoundnessOptions& options = {});

/// The names used in JSON: "sound", "unsound", "not_decided"; "unsafe" …; "single_token" ….
[[nodiscard]] std::string_view name(SoundnessVerdict verdict) noexcept;
[[nodiscard]] std::string_view name(SoundnessProblem problem) noexcept;
[[nodiscard]] std::string_view name(SoundnessMethod method) noexcept;

} // namespace tertib
