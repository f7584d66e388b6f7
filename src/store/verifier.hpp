// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/case_index.hpp"
#include "store/list_sum.hpp"
#include "store/registry.hpp"
#include "store/seal_verifier.hpp"
#include "tertib/base/watch.hpp"
#include "tertib/store/transaction.hpp"
#include "tertib/store/verification.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Plays the journal of a store again and compares it with everything derived from it. Takes its
/// documents from the store itself, each compared with its digest. Memory doesn't grow with the
/// journal: the lists are compared by sums over their rows.
class Verifier {
public:
    Verifier(Transaction& transaction, UnknownPelaksana unknown, const Watch& watch)
        : transaction_(transaction),
          registry_(unknown),
          watch_(watch),
          seals_(transaction, found_) {}
    Verifier(const Verifier&) = delete;
    Verifier(Verifier&&) = delete;
    Verifier& operator=(const Verifier&) = delete;
    Verifier& operator=(Verifier&&) = delete;
    ~Verifier() = default;

    /// `damage` is what the database says of itself; `kept` are seals that were kept elsewhere.
    [[nodiscard]] Verification run(const std::vector<std::string>& damage,
                                   std::span<const Seal> kept);

private:
    struct Played {
        StoredCase stored;
        std::set<std::uint64_t> missing; ///< events without their body, not yet known as erased
        bool broken = false;
    };

    /// A document that isn't what its digest says: told once, and not with each case.
    struct BadDocument {
        std::size_t breach = 0; ///< its place among those found
        std::uint64_t cases = 0;
        std::string first_case;
    };

    void documents();
    /// False for a document that was told already: the case is counted as one that runs by it.
    [[nodiscard]] bool is_usable(std::string_view digest, std::string_view case_id);
    void tell_affected();
    void office();
    [[nodiscard]] bool office_event(StoredOffice& played, std::set<std::uint64_t>& missing,
                                    const StoredEvent& event);
    [[nodiscard]] bool one_case(const std::string& id);
    [[nodiscard]] Played play(const std::string& id);
    [[nodiscard]] bool one_event(Played& played, const StoredEvent& event);
    /// Gives the events of a chain in order to `take`, until it takes one no more; whether it took
    /// them all.
    [[nodiscard]] bool walk(std::string_view id,
                            const std::function<bool(const StoredEvent&)>& take);
    /// Whether the event hangs on that head, and its body is its own; it may be missing so far.
    [[nodiscard]] bool linked(const Sha256& head, std::set<std::uint64_t>& missing,
                              const StoredEvent& event);
    /// An event says that it erased the body of an earlier one.
    void erased(std::set<std::uint64_t>& missing, const StoredEvent& by, std::uint64_t about);
    void tell_missing(std::string_view id, const std::set<std::uint64_t>& missing);
    void compare(const std::string& id, Played& played);
    void lists();
    void receipts();
    void breach(JournalFault fault, std::string_view id, std::uint64_t number, std::string detail);
    [[nodiscard]] bool go_on();

    Transaction& transaction_;
    Registry registry_;
    const Watch& watch_;
    Verification found_;
    SealVerifier seals_;                                            ///< writes to found_
    std::map<std::string, BadDocument, std::less<>> bad_documents_; ///< by digest
    ListSum deadlines_;
    ListSum work_;
};

} // namespace tertib
