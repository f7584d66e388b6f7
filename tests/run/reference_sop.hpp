// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::test {

/// The flow of an Sop as names and numbers, with every marking that it can come to. For small ones:
/// at most 64 flows.
class ReferenceSop {
public:
    /// The Sop is borrowed and must outlive it.
    explicit ReferenceSop(const Sop& sop);

    /// The flows out of a node, and into it: places in Sop::flow(), ascending.
    [[nodiscard]] std::vector<std::size_t> out(const std::string& node) const;
    [[nodiscard]] std::vector<std::size_t> in(const std::string& node) const;
    /// Whether a token leaves by one of the flows only, by the outcome.
    [[nodiscard]] bool chooses(const std::string& node) const;
    /// The flows by which a token leaves with that outcome; none if that isn't drawn.
    [[nodiscard]] std::vector<std::size_t> leaving(const std::string& node,
                                                   const std::string& outcome) const;
    [[nodiscard]] bool is_gateway(const std::string& node) const;
    [[nodiscard]] std::optional<std::size_t> step(std::string_view key) const;
    [[nodiscard]] bool leads_to(const std::string& from, const std::string& to) const;
    /// Whether tokens on exactly these flows (bits) can come about by the flow as drawn.
    [[nodiscard]] bool can_stand(std::uint64_t marking) const {
        return markings_.contains(marking);
    }
    /// The same where a gateway may not yet have let its tokens on.
    [[nodiscard]] bool can_come_to_stand(std::uint64_t marking) const {
        return unsettled_.contains(marking);
    }
    [[nodiscard]] std::size_t marking_count() const { return markings_.size(); }

    struct Link {
        std::size_t kelengkapan = 0; ///< place in the step's list
        std::size_t maker = 0;
        std::size_t produk = 0; ///< place in the maker's list
    };
    /// What earlier steps make of the step's kelengkapan.
    [[nodiscard]] std::vector<Link> links(std::size_t step) const;

    /// The step's waktu to reckon with.
    [[nodiscard]] const ReadyWaktu& waktu(std::size_t step) const { return waktu_[step]; }
    [[nodiscard]] const Sop& sop() const { return *sop_; }

private:
    /// The marking after tokens were laid there and every gateway that could has let them on.
    [[nodiscard]] std::uint64_t laid(std::uint64_t marking, std::vector<std::size_t> flows) const;
    void explore();
    void explore_unsettled();

    const Sop* sop_;
    std::vector<std::size_t> flows_; ///< those by which work goes
    std::set<std::uint64_t> markings_;
    std::set<std::uint64_t> unsettled_;
    std::vector<ReadyWaktu> waktu_;
};

} // namespace tertib::test
