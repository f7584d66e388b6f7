// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/case_walk.hpp"
#include "sim/office_people.hpp"
#include "tertib/sim/deviation.hpp"
#include "tertib/sim/log_generator.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tertib {

/// One event of a made case.
struct MadeRow {
    static constexpr std::uint32_t no_step = UINT32_MAX; ///< an activity that is none of the SOP's

    std::uint32_t step = no_step;
    OfficePeople::Who who;
    std::optional<EdgeIndex> way;
    LocalTime start{};
    LocalTime complete{};
};

struct MadeTruth {
    Deviation code{};
    std::uint32_t step = MadeRow::no_step; ///< none: the case as a whole
    TruthReason reason = TruthReason::planted;
};

/// A document that wasn't there.
struct MissingDocument {
    std::size_t row = 0;
    std::uint32_t column = 0;
};

struct MadeCase {
    std::vector<MadeRow> rows;
    std::vector<MadeTruth> truth;
    std::optional<MissingDocument> missing;
};

/// Which columns tell of a step's kelengkapan and produk.
struct StepDocuments {
    std::vector<std::uint32_t> kelengkapan;
    std::vector<std::uint32_t> produk;
};

/// What all cases of a log have in common.
struct CaseFrame {
    const OfficeFlow* flow = nullptr;
    const OfficeClock* clock = nullptr;
    const OfficePeople* people = nullptr;
    const GeneratorOptions* options = nullptr;
    std::vector<StepDocuments> documents;     ///< by step
    std::vector<std::vector<bool>> four_eyes; ///< sets of steps
    LocalTime first_begin{};                  ///< no case begins before it,
    LocalTime last_begin{};                   ///< or after it
    LocalTime now{};                          ///< the log's end
    std::optional<LocalTime> in_force;        ///< when the SOP came into force
};

/// Makes cases, one after another; the same case whatever was made before it. Borrows the frame.
class CaseMaker {
public:
    explicit CaseMaker(const CaseFrame& frame);

    /// A case that begins about then and deviates in one way or none. Borrowed until the next.
    /// Throws Error(argument) where none can be found.
    [[nodiscard]] const MadeCase& make(std::uint32_t number, LocalTime begin,
                                       std::optional<Deviation> plant);

private:
    [[nodiscard]] bool attempt(LocalTime begin);
    [[nodiscard]] bool is(Deviation code) const { return plant_ == code; }
    [[nodiscard]] bool choose_twist();
    [[nodiscard]] bool may_twist(const WalkedRow& row) const;
    [[nodiscard]] bool may_swap(const WalkedRow& row) const;
    [[nodiscard]] bool place();
    [[nodiscard]] bool place_before(LocalTime last, bool overdue);
    [[nodiscard]] bool place_across_end();
    [[nodiscard]] bool twist_shows();
    [[nodiscard]] bool keeps_total();
    [[nodiscard]] bool fill_rows();
    [[nodiscard]] bool draw_person(MadeRow& row, std::size_t place);
    [[nodiscard]] bool plant_in_rows();
    [[nodiscard]] bool plant_unknown_step();
    [[nodiscard]] bool plant_person();
    [[nodiscard]] bool plant_document();
    [[nodiscard]] bool plant_same_person();
    void tell(Deviation code, std::uint32_t step, TruthReason reason = TruthReason::planted);
    void tell_consequences();
    template <typename Accept>
    [[nodiscard]] std::optional<std::size_t> draw_row(std::size_t count,
                                                      const Accept& accept) const;

    const CaseFrame* frame_;
    CaseWalk walk_;
    WalkWish wish_;
    std::optional<Deviation> plant_;
    std::size_t attempt_ = 0;
    std::string_view why_; ///< the last attempt was none
    std::vector<std::uint32_t> others_;
    MadeCase made_;
};

} // namespace tertib
