// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/office_event_json.hpp"

#include "catch.hpp"
#include "run/full_event.hpp"
#include "run/full_office_event.hpp"

using namespace tertib;

TEST_CASE("an office's event as JSON says every member that is set") {
    const std::string json = to_json(full_office_event(), wita());
    for (const std::string_view piece : {R"("schema": "tertib.office_event/1")",
                                         R"("case": "@office")",
                                         R"("number": 7)",
                                         R"("kind": "sop_replaced")",
                                         R"("recorded": "2025-05-05T10:00:00+08:00")",
                                         R"("happened": "1970-01-01T07:59:59.999995+08:00")",
                                         R"("as": "Sekretariat")",
                                         R"("standing": "plt")",
                                         R"("surat": "Plt 3")",
                                         R"("dasar": "Keputusan 12")",
                                         R"("pelaksana": "Kadis")",
                                         R"("post": "definitive")",
                                         R"("letter": "SK 9")",
                                         R"("from": "1970-01-01")",
                                         R"("until": "2200-12-31")",
                                         R"("nomor": "62/1687")",
                                         R"("nama": "Izin Usaha")",
                                         R"("late": true)",
                                         R"("about": 3)",
                                         R"("person": "Ani")",
                                         R"("recipient": "Budi")",
                                         R"("reason": "cuti")"}) {
        INFO(piece);
        CHECK(json.find(piece) != std::string::npos);
    }
}

TEST_CASE("what an office's event doesn't have is left out, and an erased body is null") {
    OfficeEvent event;
    event.number = 1;
    event.kind = OfficeEventKind::sop_registered;
    CHECK(to_json(event, wib()) == R"({
  "schema": "tertib.office_event/1",
  "case": "@office",
  "number": 1,
  "kind": "sop_registered",
  "recorded": "1970-01-01T07:00:00+07:00",
  "happened": "1970-01-01T07:00:00+07:00"
}
)");
    CHECK(to_json(event, wib(), BodyInJson::erased).find(R"("body": null)") != std::string::npos);
}

TEST_CASE("a line of the office is read back like any other, whoever wrote it") {
    const OfficeEvent event = full_office_event();
    SealedEvent sealed = seal(no_hash, event, salt);
    const std::string line = journal_line(sealed, event, wib());
    CHECK(line == journal_line(office_id, sealed, wib()));
    const JournalLine read = read_journal_line(line, 1);
    CHECK(read.case_id == office_id);
    CHECK(read.number == 7);
    CHECK(read.sealed == sealed);
    sealed.body.clear();
    CHECK(journal_line(office_id, sealed, wib()).find(R"("body": null)") != std::string::npos);
    const Event of_case = full_event();
    const SealedEvent sealed_case = seal(no_hash, of_case, salt);
    CHECK(journal_line(of_case.case_id, sealed_case, wib()) ==
          journal_line(sealed_case, of_case, wib()));
}
