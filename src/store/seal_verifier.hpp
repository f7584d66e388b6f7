// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"
#include "tertib/store/verification.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Compares seals with the journal, beside a Verifier that plays it: each case's heads as its events
/// pass, then every seal made anew of its heads. Memory grows with the seals, not with the heads.
class SealVerifier {
public:
    SealVerifier(Transaction& transaction, Verification& found)
        : transaction_(transaction),
          found_(found) {}

    /// Before the events of a case, or of the office, whose chain is sealed like any other.
    void open_case(std::string_view id);
    /// Whether an event is the one that was sealed, if it was the last of its case in a seal;
    /// tells if it isn't.
    [[nodiscard]] bool event_holds(const StoredEvent& event);
    /// After the events of a case, the last of which is `last`: those that were sealed must be
    /// there.
    void close_case(std::uint64_t last);
    /// After all cases: every seal, and those that were kept elsewhere.
    void seals(std::span<const Seal> kept);

private:
    /// What the seals of the store should say that they cover.
    struct Covered {
        std::uint64_t cases = 0;
        std::uint64_t events = 0;
    };

    void one_seal(const Seal& seal, const Seal& before);
    void compare(std::span<const Seal> kept, const Seal& seal);
    void missing_cases();
    void breach(const std::string& id, std::uint64_t number, std::string detail);
    void seal_breach(std::uint64_t seal, const std::string& detail);

    Transaction& transaction_;
    Verification& found_;
    std::string case_id_;
    std::vector<SealHead> heads_;            ///< of the case, by seal
    std::size_t next_ = 0;                   ///< the first of them that no event has come to
    std::map<std::uint64_t, Covered> added_; ///< by each seal, as its heads say
    Covered covered_;                        ///< up to the seal at hand
    std::uint64_t heads_of_cases_ = 0;
    std::uint64_t heads_of_seals_ = 0;
    std::vector<JournalBreach> of_seals_; ///< told behind what is known of single events
};

} // namespace tertib
