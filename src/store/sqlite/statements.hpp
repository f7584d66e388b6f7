// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/connection.hpp"

namespace tertib::sqlite {

/// Every statement of a store, prepared once for its connection.
struct Statements {
    explicit Statements(const NamedTables& database);

    Statement find_case, put_case, update_case, tasks_of, put_task, update_task, drop_task,
        steps_of, put_step, drop_step, parked_of, put_parked, drop_parked;
    Statement find_office, office_head, put_office, holdings, put_holding, versions, put_version;
    Statement add_event, add_body, find_event, events_of, erase_body;
    Statement find_key, put_key;
    Statement find_sop, put_sop, find_calendar, put_calendar;
    Statement find_policy, put_policy, policies, sops, calendars;
    Statement cases_after, worklist, add_work, drop_work, all_work, deadlines, add_deadline,
        drop_deadline, all_deadlines;
    Statement all_keys;
    Statement add_seal, add_seal_head, last_seal, seals_after, seal_heads, heads_of, next_chain,
        last_event, last_head;
};

} // namespace tertib::sqlite
