// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_event_bytes.hpp"

#include <string>

/// Every member of an office's event filled with something of its own.
inline tertib::OfficeEvent full_office_event() {
    using namespace tertib;
    OfficeEvent event;
    event.number = 7;
    event.kind = OfficeEventKind::sop_replaced;
    event.recorded = Instant{std::chrono::microseconds{1'746'410'400'000'000}};
    event.happened = Instant{std::chrono::microseconds{-5}};
    event.as = "Sekretariat";
    event.standing = Standing::plt;
    event.surat = "Plt 3";
    event.dasar = "Keputusan 12";
    event.pelaksana = "Kadis";
    event.post = PostKind::definitive;
    event.letter = "SK 9";
    event.sop_digest = std::string(64, 'b');
    event.old_sop_digest = std::string(64, 'a');
    event.nomor = "62/1687";
    event.nama = "Izin Usaha";
    event.from = first_day;
    event.until = last_day;
    event.late = true;
    event.about = 3;
    event.body = {.person = "Ani", .recipient = "Budi", .reason = "cuti"};
    return event;
}
