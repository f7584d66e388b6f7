/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdio.h>
#include <string.h>

static const char table[] = "No. Registrasi;Tahapan;Petugas;Tgl Selesai\r\n"
                            "R-1;Menerima berkas;ani;13/05/2025 08.15\r\n"
                            "R-1;Menelaah berkas;budi;15/05/2025\r\n"
                            "R-2;Menerima berkas;ani;20 Mei 2025 09.00\r\n"
                            "R-2;Memotret pemohon;ani;21 Mei 2025 09.00\r\n";
static const char wide[] = "No Registrasi,Pemohon,Tgl Terima Berkas,Tgl Terbit\n"
                           "1,a,2025-05-05,2025-05-09\n2,b,2025-05-06,\n";

tertib_log* log_of(const char* text) {
    tertib_log* log = NULL;
    CHECK_DONE(tertib_log_read(text, strlen(text), NULL, &log, &error));
    return log;
}

static void a_log_tells_what_it_holds(void) {
    tertib_log_info* info = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_log* log = log_of(table);
    CHECK(tertib_log_event_count(log) == 4);
    CHECK(tertib_log_case_count(log) == 2);
    CHECK(tertib_findings_count(tertib_log_findings(log)) == 0);
    CHECK_DONE(tertib_log_info_create(log, &info, &error));
    tertib_log_free(log);
    CHECK(strlen(tertib_log_info_digest(info)) == 64);
    CHECK(tertib_log_info_variant_count(info) == 2);
    CHECK(tertib_log_info_first(info) == instant_of("2025-05-13T08:15:00"));
    CHECK(tertib_log_info_last(info) == instant_of("2025-05-21T09:00:00"));
    CHECK_TEXT(tertib_finding_code(tertib_findings_at(tertib_log_info_findings(info), 0)),
               "LOG-DAY-ONLY");
    CHECK_DONE(tertib_log_info_to_json(info, &json, &error));
    CHECK(strstr(json.data, "tertib.log_info/1") != NULL);
    tertib_log_info_free(info);
    tertib_buf_dispose(&json);
}

static void stamps_without_a_zone_are_in_the_one_given(void) {
    tertib_log_options options = TERTIB_LOG_OPTIONS_INIT;
    tertib_log* log = NULL;
    tertib_log_info* info = NULL;
    options.zone = 480;
    options.delimiter = ';';
    options.format = TERTIB_LOG_FORMAT_CSV;
    CHECK_DONE(tertib_log_read(table, sizeof table - 1, &options, &log, &error));
    CHECK_DONE(tertib_log_info_create(log, &info, &error));
    CHECK(tertib_log_info_first(info) == instant_of("2025-05-13T07:15:00"));
    tertib_log_info_free(info);
    tertib_log_free(log);
}

static void a_log_that_is_saved_reads_back(void) {
    static const char* const names[] = {"log.csv", "log.xes", "log.csv.gz", "log.xes.gz"};
    tertib_log* log = log_of(table);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        tertib_log* again = NULL;
        const char* path = scratch_path(names[i]);
        CHECK_DONE(tertib_log_save(log, path, &error));
        CHECK_DONE(tertib_log_read_file(path, NULL, &again, &error));
        CHECK(tertib_log_event_count(again) == 4);
        CHECK(tertib_log_case_count(again) == 2);
        tertib_log_free(again);
        remove(path);
    }
    tertib_log_free(log);
}

static void a_log_is_written_to_memory(void) {
    tertib_buf text = TERTIB_BUF_INIT;
    tertib_log* log = log_of(table);
    tertib_log* again = NULL;
    tertib_log_options options = TERTIB_LOG_OPTIONS_INIT;
    CHECK_DONE(tertib_log_write(log, TERTIB_LOG_FORMAT_XES, &text, &error));
    options.format = TERTIB_LOG_FORMAT_XES;
    options.transitions = TERTIB_OTHER_TRANSITIONS_KEPT;
    CHECK_DONE(tertib_log_read(text.data, text.size, &options, &again, &error));
    CHECK(tertib_log_event_count(again) == 4);
    tertib_buf_dispose(&text);
    CHECK_FAILS(tertib_log_write(log, TERTIB_LOG_FORMAT_ANY, &text, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_write(NULL, TERTIB_LOG_FORMAT_CSV, &text, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_write(log, TERTIB_LOG_FORMAT_CSV, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(text.data == NULL);
    tertib_log_free(again);
    tertib_log_free(log);
}

static void activities_that_are_no_step_are_told(void) {
    static const char json[] = "{\"schema\": \"tertib.map/1\", \"activities\": "
                               "{\"Memotret pemohon\": \"\"}}";
    tertib_findings* findings = NULL;
    tertib_map* map = NULL;
    tertib_sop* sop = read_small_sop();
    tertib_log* log = log_of(table);
    CHECK_DONE(tertib_log_unknown_activities(log, sop, NULL, &findings, &error));
    CHECK(tertib_findings_count(findings) == 1);
    CHECK_TEXT(tertib_finding_evidence(tertib_findings_at(findings, 0)), "Memotret pemohon");
    tertib_findings_free(findings);
    CHECK_DONE(tertib_map_from_json(json, sizeof json - 1, &map, &error));
    CHECK_DONE(tertib_log_unknown_activities(log, sop, map, &findings, &error));
    CHECK(tertib_findings_count(findings) == 0);
    tertib_findings_free(findings);
    CHECK_FAILS(tertib_log_unknown_activities(NULL, sop, map, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_unknown_activities(log, NULL, map, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_unknown_activities(log, sop, map, NULL, &error), TERTIB_E_ARGUMENT);
    tertib_map_free(map);
    tertib_sop_free(sop);
    tertib_log_free(log);
}

static void a_map_is_proposed_and_completed(void) {
    static const char json[] = "{\"schema\": \"tertib.map/1\", \"wide\": "
                               "{\"1\": \"Tgl Terima Berkas\", \"2\": \"Tgl Terbit\"}}";
    tertib_log_options options = TERTIB_LOG_OPTIONS_INIT;
    tertib_map* map = NULL;
    tertib_log* log = NULL;
    tertib_buf text = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    CHECK_DONE(tertib_map_propose(table, sizeof table - 1, NULL, sop, &map, &error));
    tertib_sop_free(sop);
    CHECK_DONE(tertib_map_to_json(map, &text, &error));
    CHECK(strstr(text.data, "No. Registrasi") != NULL);
    CHECK(strstr(text.data, "Memotret pemohon") != NULL);
    tertib_buf_dispose(&text);
    tertib_map_free(map);
    CHECK_FAILS(tertib_log_read(wide, sizeof wide - 1, NULL, &log, &error), TERTIB_E_FORMAT);
    CHECK_DONE(tertib_map_propose(wide, sizeof wide - 1, NULL, NULL, &map, &error));
    CHECK_DONE(tertib_map_to_json(map, &text, &error));
    CHECK(strstr(text.data, "\"?1\"") != NULL);
    tertib_buf_dispose(&text);
    tertib_map_free(map);
    CHECK_DONE(tertib_map_from_json(json, sizeof json - 1, &map, &error));
    options.map = map;
    CHECK_DONE(tertib_log_read(wide, sizeof wide - 1, &options, &log, &error));
    tertib_map_free(map);
    CHECK(tertib_log_event_count(log) == 3);
    tertib_log_free(log);
}

static void a_map_is_proposed_of_a_file(void) {
    tertib_map* map = NULL;
    tertib_log* log = log_of(table);
    const char* path = scratch_path("usulan.csv");
    CHECK_DONE(tertib_log_save(log, path, &error));
    CHECK_DONE(tertib_map_propose_file(path, NULL, NULL, &map, &error));
    CHECK(map != NULL);
    tertib_map_free(map);
    remove(path);
    CHECK_FAILS(tertib_map_propose_file(path, NULL, NULL, &map, &error), TERTIB_E_IO);
    CHECK_FAILS(tertib_map_propose_file(NULL, NULL, NULL, &map, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_map_propose_file(path, NULL, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    tertib_log_free(log);
}

static void options_that_cannot_be_meant_are_refused(void) {
    tertib_log_options options = TERTIB_LOG_OPTIONS_INIT;
    tertib_log* log = NULL;
    const size_t size = sizeof table - 1;
    options.format = 9;
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_ARGUMENT);
    options.format = TERTIB_LOG_FORMAT_XES;
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_FORMAT);
    tertib_log_options_init(&options);
    options.transitions = 9;
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_ARGUMENT);
    tertib_log_options_init(&options);
    options.delimiter = '"';
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_ARGUMENT);
    tertib_log_options_init(&options);
    options.zone = 100000;
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_ARGUMENT);
    tertib_log_options_init(&options);
    options.max_events = 1;
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_LIMIT);
    tertib_log_options_init(&options);
    options.struct_size = 0;
    CHECK_FAILS(tertib_log_read(table, size, &options, &log, &error), TERTIB_E_ARGUMENT);
    tertib_log_options_init(NULL);
    CHECK(log == NULL);
}

static void what_is_no_log_or_file_is_refused(void) {
    tertib_log* log = NULL;
    tertib_map* map = NULL;
    tertib_buf text = TERTIB_BUF_INIT;
    tertib_error* trouble = NULL;
    CHECK_FAILS(tertib_log_read("%PDF-1.7\n", 9, NULL, &log, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_log_read(NULL, 0, NULL, &log, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_log_read(NULL, 1, NULL, &log, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_read(table, 5, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_read_file(NULL, NULL, &log, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_read_file("x.csv", NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_log_read_file("tidak-ada.csv", NULL, &log, &trouble) == TERTIB_E_IO);
    CHECK_TEXT(tertib_error_file(trouble), "tidak-ada.csv");
    tertib_error_free(trouble);
    CHECK_FAILS(tertib_log_read_file(".", NULL, &log, &error), TERTIB_E_IO);
    CHECK(log == NULL);
    log = log_of(table);
    CHECK_FAILS(tertib_log_save(log, scratch_path("log.txt"), &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_save(log, "tidak-ada/log.csv", &error), TERTIB_E_IO);
    CHECK_FAILS(tertib_log_save(log, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_save(NULL, "x.csv", &error), TERTIB_E_ARGUMENT);
    tertib_log_free(log);
    CHECK_FAILS(tertib_map_from_json("{\"colums\": 1}", 13, &map, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_map_from_json("\xff", 1, &map, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_map_from_json("{}", 2, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_map_to_json(NULL, &text, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_map_propose(table, 5, NULL, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_map_propose(NULL, 1, NULL, NULL, &map, &error), TERTIB_E_ARGUMENT);
    CHECK(map == NULL);
}

static void no_log_answers_like_nothing(void) {
    tertib_log_info* info = NULL;
    tertib_buf text = TERTIB_BUF_INIT;
    tertib_log* log = log_of("Kasus,Kegiatan\n1,A\n");
    CHECK(tertib_log_event_count(NULL) == 0);
    CHECK(tertib_log_case_count(NULL) == 0);
    CHECK(tertib_log_findings(NULL) == NULL);
    CHECK_FAILS(tertib_log_info_create(NULL, &info, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_info_create(log, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_log_info_create(log, &info, &error));
    CHECK(tertib_log_info_first(info) == TERTIB_NO_TIME);
    CHECK(tertib_log_info_last(info) == TERTIB_NO_TIME);
    CHECK_FAILS(tertib_log_info_to_json(NULL, &text, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_log_info_to_json(info, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_log_info_digest(NULL) == NULL);
    CHECK(tertib_log_info_variant_count(NULL) == 0);
    CHECK(tertib_log_info_first(NULL) == TERTIB_NO_TIME);
    CHECK(tertib_log_info_last(NULL) == TERTIB_NO_TIME);
    CHECK(tertib_log_info_findings(NULL) == NULL);
    tertib_log_info_free(info);
    tertib_log_info_free(NULL);
    tertib_log_free(log);
    tertib_log_free(NULL);
    tertib_map_free(NULL);
}

void log_tests(void) {
    a_log_tells_what_it_holds();
    stamps_without_a_zone_are_in_the_one_given();
    a_log_that_is_saved_reads_back();
    a_log_is_written_to_memory();
    activities_that_are_no_step_are_told();
    a_map_is_proposed_and_completed();
    a_map_is_proposed_of_a_file();
    options_that_cannot_be_meant_are_refused();
    what_is_no_log_or_file_is_refused();
    no_log_answers_like_nothing();
}
