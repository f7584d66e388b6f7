// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"

#include <memory>

namespace tertib {

/// What the office has decided, kept at hand between commands: read again only where its chain has
/// another head than the one that is kept, whoever wrote it. Used by one thread.
class KeptOffice {
public:
    /// Valid until the next call with another transaction.
    [[nodiscard]] const StoredOffice& stored(Transaction& transaction);
    /// Who holds which post, by the journal and by what is kept elsewhere.
    [[nodiscard]] const std::shared_ptr<const Roster>& roster(Transaction& transaction);

    /// As it will be once the transaction is committed.
    void keep(StoredOffice stored);
    /// Has it looked at again: somebody else may have written, or a transaction came to nothing.
    void doubt() { doubted_ = true; }
    /// Holdings that are kept elsewhere, or nullptr.
    void use(std::shared_ptr<const Roster> others);

private:
    StoredOffice stored_; ///< the same head, the same state: as before the first decision at first
    bool doubted_ = true;
    std::shared_ptr<const Roster> others_;
    std::shared_ptr<const Roster> roster_; ///< nullptr: to be made again
};

/// What has to be written to come from the one to the other. Borrows `after`.
[[nodiscard]] OfficeChange change_of(const OfficeState& before, const StoredOffice& after);

} // namespace tertib
