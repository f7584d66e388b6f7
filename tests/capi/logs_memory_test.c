/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* As memory_test.c, for logs, maps, nets, alignments, token replay and checks: the n-th request for memory
 * fails, for every n (see there). */
#include "memory.h"

#include <stdio.h>

static const char document[] = "Nama SOP\tMenelaah Berkas\n\n"
                               "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                               "\t\tKadis\t\t\t\n"
                               "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
                               "2.\tMenelaah berkas\tv\tTanda terima\t1 Hari\tTelaahan\n";
static const char table[] = "Kasus,Kegiatan,Petugas,Selesai\n"
                            "1,Menerima berkas,ani,2025-05-05T08:00\n"
                            "1,Menelaah berkas,budi,2025-05-06T08:00\n"
                            "2,Memotret pemohon,ani,2025-05-05T08:00\n";
static const char pnml[] =
    "<pnml><net id=\"n\" type=\"http://www.pnml.org/version-2009/grammar/pnmlcoremodel\">"
    "<page id=\"p\"><place id=\"a\"><initialMarking><text>1</text></initialMarking></place>"
    "<place id=\"b\"/><transition id=\"t\"><name><text>Menerima</text></name></transition>"
    "<arc id=\"1\" source=\"a\" target=\"t\"/><arc id=\"2\" source=\"t\" target=\"b\"/>"
    "</page></net></pnml>";

static tertib_sop* sop = NULL;
static tertib_log* log_ = NULL;
static tertib_map* map = NULL;
static tertib_net* net = NULL;
static tertib_log_info* info = NULL;
static tertib_alignment* alignment = NULL;
static tertib_token_replay* replay = NULL;
static tertib_calendar* office = NULL;
static tertib_report* report = NULL;
static tertib_buf map_json = TERTIB_BUF_INIT;
static tertib_buf xes = TERTIB_BUF_INIT;
static char saved[1024];

static tertib_status read_table(tertib_error** error) {
    tertib_log* out = NULL;
    const tertib_status status = tertib_log_read(table, sizeof table - 1, NULL, &out, error);
    tertib_log_free(out);
    return status;
}

static tertib_status read_xes(tertib_error** error) {
    tertib_log* out = NULL;
    const tertib_status status = tertib_log_read(xes.data, xes.size, NULL, &out, error);
    tertib_log_free(out);
    return status;
}

static tertib_status write_log(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_log_write(log_, TERTIB_LOG_FORMAT_CSV, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status save_log(tertib_error** error) {
    return tertib_log_save(log_, saved, error);
}

static tertib_status unknown(tertib_error** error) {
    tertib_findings* out = NULL;
    const tertib_status status = tertib_log_unknown_activities(log_, sop, map, &out, error);
    tertib_findings_free(out);
    return status;
}

static tertib_status inform(tertib_error** error) {
    tertib_log_info* out = NULL;
    const tertib_status status = tertib_log_info_create(log_, &out, error);
    tertib_log_info_free(out);
    return status;
}

static tertib_status write_info(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_log_info_to_json(info, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status propose(tertib_error** error) {
    tertib_map* out = NULL;
    const tertib_status status =
        tertib_map_propose(table, sizeof table - 1, NULL, sop, &out, error);
    tertib_map_free(out);
    return status;
}

static tertib_status read_map(tertib_error** error) {
    tertib_map* out = NULL;
    const tertib_status status = tertib_map_from_json(map_json.data, map_json.size, &out, error);
    tertib_map_free(out);
    return status;
}

static tertib_status write_map(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_map_to_json(map, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status make_net(tertib_error** error) {
    tertib_net* out = NULL;
    const tertib_status status = tertib_sop_net(sop, &out, error);
    tertib_net_free(out);
    return status;
}

static tertib_status read_net(tertib_error** error) {
    tertib_net* out = NULL;
    const tertib_status status = tertib_net_from_pnml(pnml, sizeof pnml - 1, &out, error);
    tertib_net_free(out);
    return status;
}

static tertib_status align(tertib_error** error) {
    tertib_alignment_options options = TERTIB_ALIGNMENT_OPTIONS_INIT;
    tertib_alignment* out = NULL;
    tertib_status status = TERTIB_OK;
    options.moves = TERTIB_ALIGN_MOVES_KEPT;
    status = tertib_alignment_create(net, log_, &options, &out, error);
    tertib_alignment_free(out);
    return status;
}

static tertib_status write_alignment(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_alignment_to_json(alignment, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status replay_tokens(tertib_error** error) {
    tertib_token_replay* out = NULL;
    const tertib_status status = tertib_token_replay_create(net, log_, NULL, &out, error);
    tertib_token_replay_free(out);
    return status;
}

static tertib_status write_replay(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_token_replay_to_json(replay, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status check_log(tertib_error** error) {
    tertib_check_version version = {NULL, {0, 0, 0}, {0, 0, 0}};
    tertib_report* out = NULL;
    tertib_status status = TERTIB_OK;
    version.sop = sop;
    status = tertib_check(&version, 1, office, log_, NULL, &out, error);
    tertib_report_free(out);
    return status;
}

static tertib_status write_report(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_report_to_json(report, TERTIB_PEOPLE_NAMES, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static int checked(void) {
    tertib_check_version version = {NULL, {0, 0, 0}, {0, 0, 0}};
    version.sop = sop;
    return tertib_calendar_from_name("id5", &office, NULL) == TERTIB_OK &&
           tertib_check(&version, 1, office, log_, NULL, &report, NULL) == TERTIB_OK;
}

static int made(void) {
    const size_t size = sizeof table - 1;
    return tertib_sop_read(document, sizeof document - 1, NULL, &sop, NULL, NULL) == TERTIB_OK &&
           tertib_log_read(table, size, NULL, &log_, NULL) == TERTIB_OK &&
           tertib_log_write(log_, TERTIB_LOG_FORMAT_XES, &xes, NULL) == TERTIB_OK &&
           tertib_log_info_create(log_, &info, NULL) == TERTIB_OK &&
           tertib_map_propose(table, size, NULL, sop, &map, NULL) == TERTIB_OK &&
           tertib_map_to_json(map, &map_json, NULL) == TERTIB_OK &&
           tertib_sop_net(sop, &net, NULL) == TERTIB_OK &&
           tertib_alignment_create(net, log_, NULL, &alignment, NULL) == TERTIB_OK &&
           tertib_token_replay_create(net, log_, NULL, &replay, NULL) == TERTIB_OK;
}

int logs_survive(const char* folder) {
    int good = made() && checked();
    snprintf(saved, sizeof saved, "%s/memori.xes.gz", folder);
    good &= survives("read a table", read_table);
    good &= survives("read XES", read_xes);
    good &= survives("write a log", write_log);
    good &= survives("save a log", save_log);
    good &= survives("unknown activities", unknown);
    good &= survives("info", inform);
    good &= survives("info to JSON", write_info);
    good &= survives("propose a map", propose);
    good &= survives("read a map", read_map);
    good &= survives("map to JSON", write_map);
    good &= survives("net", make_net);
    good &= survives("read a net", read_net);
    good &= survives("align", align);
    good &= survives("alignment to JSON", write_alignment);
    good &= survives("replay tokens", replay_tokens);
    good &= survives("replay to JSON", write_replay);
    good &= survives("check", check_log);
    good &= survives("report to JSON", write_report);
    remove(saved);
    tertib_report_free(report);
    tertib_calendar_free(office);
    tertib_token_replay_free(replay);
    tertib_alignment_free(alignment);
    tertib_net_free(net);
    tertib_buf_dispose(&map_json);
    tertib_map_free(map);
    tertib_log_info_free(info);
    tertib_buf_dispose(&xes);
    tertib_log_free(log_);
    tertib_sop_free(sop);
    return good;
}
