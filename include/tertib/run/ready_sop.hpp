// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/graph/soundness.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Who may do a step whose pelaksana is unknown.
enum class UnknownPelaksana : std::uint8_t {
    refuse,   ///< such an Sop isn't run
    everyone, ///< any pelaksana of the Sop, and each event of such a step says so
};

struct ReadySopOptions {
    UnknownPelaksana unknown_pelaksana = UnknownPelaksana::refuse;
    SoundnessOptions soundness;
};

/// A kelengkapan that an earlier step of the Sop makes.
struct OwnKelengkapan {
    std::uint32_t kelengkapan = 0; ///< place in the step's list
    std::uint32_t from = 0;        ///< the step that makes it: place in Sop::steps()
    std::uint32_t produk = 0;      ///< place in that step's list
};

struct ReadySopResult;

/// An Sop made ready to run cases of: checked, with everything that a command asks of it at hand.
///
///     auto sop = ready_sop(std::make_shared<const Sop>(…));
///     if (!sop.sop) std::cerr << message(sop.refusals.front(), Language::id);
///
/// Immutable; read it from any thread, share it between all cases.
class ReadySop {
public:
    [[nodiscard]] const Sop& sop() const noexcept { return *sop_; }
    [[nodiscard]] const StepGraph& graph() const noexcept { return graph_; }
    [[nodiscard]] UnknownPelaksana unknown_pelaksana() const noexcept { return unknown_; }

    /// The place of the step of that key in Sop::steps(). Constant time.
    [[nodiscard]] std::optional<std::uint32_t> find_step(std::string_view key) const noexcept;
    /// A flow's place in Sop::flow() and the edge that it is in graph(); nothing for a flow that is
    /// none (a consultation, a hand-over inside a row).
    [[nodiscard]] std::uint32_t flow_of(EdgeIndex edge) const { return flow_of_[position(edge)]; }
    [[nodiscard]] std::optional<EdgeIndex> edge_of(std::uint32_t flow) const;

    /// The waktu of a step ready to reckon with; without alternatives if it names no time.
    [[nodiscard]] const ReadyWaktu& waktu(std::uint32_t step) const { return waktu_[step]; }
    /// Whether a step's deadline is the date of its closing time rather than an instant.
    [[nodiscard]] DueBy due_by(std::uint32_t step) const { return due_by_[step]; }
    /// May somebody of this pelaksana (a name, compared folded) do the step?
    [[nodiscard]] bool may_do(std::uint32_t step, std::string_view pelaksana) const;

    /// The kelengkapan of a step that earlier steps make, ascending.
    [[nodiscard]] std::span<const OwnKelengkapan> own_kelengkapan(std::uint32_t step) const;

    /// Whether a token leaves the node (a step or the start) by one flow, that of an outcome: also
    /// where only one outcome is drawn.
    [[nodiscard]] bool chooses(NodeIndex node) const;
    /// The flow by which a token leaves a node that chooses (a decision, or the start) with this
    /// outcome, compared folded, "" for a flow without one; nothing if none is drawn.
    [[nodiscard]] std::optional<EdgeIndex> exit_of(NodeIndex node, std::string_view outcome) const;
    /// Whether work can come from the one step to the other by the flow.
    [[nodiscard]] bool leads_to(std::uint32_t from, std::uint32_t to) const;
    /// What may be spent on asking whether a token fits elsewhere (graph/token_move.hpp).
    [[nodiscard]] const SoundnessOptions& budget() const noexcept { return budget_; }

private:
    friend ReadySopResult ready_sop(std::shared_ptr<const Sop> sop, const ReadySopOptions& options);
    ReadySop(std::shared_ptr<const Sop> sop, const ReadySopOptions& options);

    void number_flows();
    void read_waktu(std::vector<Finding>& findings);
    void link_documents();

    std::shared_ptr<const Sop> sop_;
    StepGraph graph_;
    UnknownPelaksana unknown_;
    SoundnessOptions budget_;
    std::vector<std::uint32_t> flow_of_; ///< by edge
    std::vector<std::uint32_t> edge_of_; ///< by flow: edge + 1, 0 for none
    std::vector<ReadyWaktu> waktu_;
    std::vector<DueBy> due_by_;
    std::vector<std::uint32_t> first_own_; ///< by step, into own_
    std::vector<OwnKelengkapan> own_;
    std::vector<std::string> folded_pelaksana_;
};

struct ReadySopResult {
    std::shared_ptr<const ReadySop> sop; ///< nothing if it is refused
    /// Why not: SOP-UNSOUND-…, SOP-AMBIGUOUS, SOP-NOT-DECIDED, PELAKSANA-UNKNOWN; empty if it runs.
    std::vector<Finding> refusals;
    /// What would make it runnable, where a small search found it: flows to be stated, and the steps
    /// whose pelaksana a person has to name. A proposal; its last finding says what it changes, or
    /// that none was found.
    std::optional<Overlay> remedy;
    /// What to know of one that runs: WAKTU-… of its steps, STEP-PER-ITEM. Of one that doesn't also
    /// SOP-REMEDY, SOP-NO-REMEDY.
    std::vector<Finding> findings;
};

/// Checks that cases of the Sop can be run to their end: its flow is sound, and every step's
/// pelaksana is known (or the options say who does it).
[[nodiscard]] ReadySopResult ready_sop(std::shared_ptr<const Sop> sop,
                                       const ReadySopOptions& options = {});

} // namespace tertib
