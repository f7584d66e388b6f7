// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event_bytes.hpp"

#include <string>

inline constexpr tertib::Salt salt{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

/// Every member of an event filled with something of its own.
inline tertib::Event full_event() {
    using namespace tertib;
    Event event;
    event.case_id = "K-1";
    event.number = 7;
    event.kind = EventKind::completed;
    event.recorded = Instant{std::chrono::microseconds{1'746'410'400'000'000}};
    event.happened = Instant{std::chrono::microseconds{-5}};
    event.as = "Kadis";
    event.standing = Standing::plh;
    event.surat = "Plh 7";
    event.task = {"3#2", 4};
    event.opened = {{{"4", 1}, 2, event.recorded, event.happened}, {{"5", 2}, 3, {}, {}}};
    event.parked = {{6, event.recorded}};
    event.released = {7, 8};
    event.dues = {{{"4", 1}, event.recorded}, {{}, std::nullopt}};
    event.ends_case = true;
    event.partial = true;
    event.sop_digest = std::string(64, 'b');
    event.calendar = "id5+08";
    event.calendar_digest = std::string(64, 'c');
    event.waktu = "14 Hari Kerja";
    event.dasar = "Pergub 3";
    event.outcome = "Setuju";
    event.target = "end";
    event.produk = {0, 2};
    event.missing = {1};
    event.result = "diterbitkan";
    event.pelaksana = "Staf";
    event.scope = WaitScope::task_and_service;
    event.with = ResumeWith::whole;
    event.work = WorkDone::discarded;
    event.open_to_all = true;
    event.given = true;
    event.media_type = "image/jpeg";
    event.size = 17;
    event.sha256 = std::string(64, 'a');
    event.about = 3;
    event.policy_digest = std::string(64, 'd');
    event.rule = 2;
    event.moved = {{{"3#2", 4}, 0, {"4", 4}, 2, true, "Staf", {"Kadis", ""}},
                   {{"5", 1}, 1, {}, 0, false, {}, {}}};
    event.records = {{0, 1, 2, 3, {0, 4}}, {2, 0, 0, 0, {}}};
    event.body = {"Ani", "Budi", "alasan", "sebab", "catatan", "foto.jpg", "rak 3"};
    return event;
}
