// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sealing.hpp"

#include "store/readings.hpp"
#include "tertib/base/error.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace tertib {

namespace {} // namespace

Seal make_seal(Transaction& transaction, Instant now) {
    const std::optional<Seal> last = transaction.last_seal();
    Seal seal = last.value_or(Seal{});
    if (last && now < last->recorded) {
        throw Error(ErrorCode::argument, "a seal can't be made before the last one");
    }
    if (now < Instant{first_day.time_since_epoch()} ||
        now >= Instant{last_day.time_since_epoch()} + std::chrono::days{1}) {
        throw Error(ErrorCode::argument, "a seal is made between 1970 and 2200");
    }
    ++seal.number;
    seal.recorded = now;
    seal.previous = last ? last->digest : no_hash;
    seal.heads = 0;
    std::string after;
    for (bool more = true; more;) {
        const std::vector<UnsealedCase> rows = transaction.unsealed(after, rows_at_once);
        for (const UnsealedCase& row : rows) {
            transaction.add_seal_head({.seal = seal.number,
                                       .case_id = row.case_id,
                                       .number = row.events,
                                       .hash = row.head});
            seal.cases += row.sealed == 0 ? 1 : 0;
            seal.events += row.events - row.sealed;
            ++seal.heads;
        }
        more = rows.size() == rows_at_once;
        after = more ? rows.back().case_id : after;
    }
    seal.digest = sum_of(transaction, seal).digest;
    transaction.add_seal(seal);
    return seal;
}

SealSum sum_of(Transaction& transaction, const Seal& seal) {
    Sha256Stream stream;
    stream.add(seal_front_bytes(seal));
    SealSum sum;
    std::string after;
    for (bool more = true; more;) {
        const std::vector<SealHead> heads =
            transaction.seal_heads(seal.number, after, rows_at_once);
        for (const SealHead& head : heads) {
            stream.add(seal_head_bytes(head));
        }
        sum.heads += heads.size();
        more = heads.size() == rows_at_once;
        after = more ? heads.back().case_id : after;
    }
    sum.digest = stream.take();
    return sum;
}

} // namespace tertib
