/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

/* Menerima, then either Menelaah or nothing, then Terbit. */
static const char pnml[] =
    "<pnml><net id=\"n\" type=\"http://www.pnml.org/version-2009/grammar/pnmlcoremodel\">"
    "<page id=\"p\"><place id=\"a\"><initialMarking><text>1</text></initialMarking></place>"
    "<place id=\"b\"/><place id=\"c\"/><place id=\"d\"/>"
    "<transition id=\"t1\"><name><text>Menerima</text></name></transition>"
    "<transition id=\"t2\"><name><text>Menelaah</text></name></transition>"
    "<transition id=\"t3\"><name><text>lewati</text></name>"
    "<toolspecific tool=\"ProM\" version=\"6.4\" activity=\"$invisible$\"/></transition>"
    "<transition id=\"t4\"><name><text>Terbit</text></name></transition>"
    "<arc id=\"1\" source=\"a\" target=\"t1\"/><arc id=\"2\" source=\"t1\" target=\"b\"/>"
    "<arc id=\"3\" source=\"b\" target=\"t2\"/><arc id=\"4\" source=\"t2\" target=\"c\"/>"
    "<arc id=\"5\" source=\"b\" target=\"t3\"/><arc id=\"6\" source=\"t3\" target=\"c\"/>"
    "<arc id=\"7\" source=\"c\" target=\"t4\"/><arc id=\"8\" source=\"t4\" target=\"d\"/>"
    "</page></net></pnml>";
static const char table[] = "Kasus,Kegiatan\n"
                            "R-1,Menerima\nR-1,Menelaah\nR-1,Terbit\n"
                            "R-2,Menerima\nR-2,Terbit\n"
                            "R-3,Menerima\nR-3,Memotret\nR-3,Terbit\n"
                            "R-4,Menerima\n"
                            "R-5,Menelaah\n";

static tertib_net* small_net(void) {
    tertib_net* net = NULL;
    CHECK_DONE(tertib_net_from_pnml(pnml, sizeof pnml - 1, &net, &error));
    return net;
}

static tertib_alignment* alignment_of(const tertib_alignment_options* options) {
    tertib_net* net = small_net();
    tertib_log* log = log_of(table);
    tertib_alignment* found = NULL;
    CHECK_DONE(tertib_alignment_create(net, log, options, &found, &error));
    tertib_net_free(net);
    tertib_log_free(log);
    return found;
}

static void a_net_tells_its_size(void) {
    tertib_sop* sop = read_small_sop();
    tertib_net* net = small_net();
    CHECK(tertib_net_place_count(net) == 4);
    CHECK(tertib_net_transition_count(net) == 4);
    CHECK(tertib_net_label_count(net) == 3);
    CHECK_TEXT(tertib_net_label_at(net, 2), "Terbit");
    CHECK(tertib_net_label_at(net, 3) == NULL);
    tertib_net_free(net);
    CHECK_DONE(tertib_sop_net(sop, &net, &error));
    CHECK_TEXT(tertib_net_label_at(net, 1), "2");
    tertib_net_free(net);
    CHECK_FAILS(tertib_sop_net(NULL, &net, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_net(sop, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_net_from_pnml("<a/>", 4, &net, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_net_from_pnml(NULL, 1, &net, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_net_from_pnml(pnml, sizeof pnml - 1, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(net == NULL);
    CHECK(tertib_net_place_count(NULL) == 0);
    CHECK(tertib_net_transition_count(NULL) == 0);
    CHECK(tertib_net_label_count(NULL) == 0);
    CHECK(tertib_net_label_at(NULL, 0) == NULL);
    tertib_net_free(NULL);
    tertib_sop_free(sop);
}

static void an_alignment_tells_its_figures(void) {
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_alignment* found = alignment_of(NULL);
    const size_t photo = tertib_alignment_find_case(found, "R-3");
    CHECK(tertib_alignment_case_count(found) == 5);
    CHECK(tertib_alignment_event_count(found) == 10);
    CHECK(tertib_alignment_perfect_count(found) == 2);
    CHECK(tertib_alignment_cost(found) == 4);
    CHECK(tertib_alignment_cost_lower(found) == 4);
    CHECK(tertib_alignment_min_model_cost(found) == 2);
    CHECK(tertib_alignment_log_fitness(found) == 1 - 4.0 / 20);
    CHECK(tertib_alignment_average_fitness(found) > 0.7);
    CHECK(tertib_alignment_precision(found) == -1);
    CHECK(tertib_alignment_variant_count(found) == 5);
    CHECK(tertib_alignment_variant_case_count(found, photo) == 1);
    CHECK(tertib_alignment_variant_cost(found, photo) == 1);
    CHECK(tertib_alignment_variant_cost_lower(found, photo) == 1);
    CHECK(tertib_alignment_move_count(found, photo) == 0);
    CHECK(tertib_alignment_find_case(found, "R-9") == SIZE_MAX);
    CHECK(tertib_alignment_find_case(found, NULL) == SIZE_MAX);
    CHECK_DONE(tertib_alignment_to_json(found, &json, &error));
    CHECK(strstr(json.data, "tertib.align/1") != NULL);
    tertib_buf_dispose(&json);
    tertib_alignment_free(found);
}

static void moves_say_where_the_log_left_the_net(void) {
    tertib_alignment_options options = TERTIB_ALIGNMENT_OPTIONS_INIT;
    tertib_alignment* found = NULL;
    size_t photo = 0;
    options.moves = TERTIB_ALIGN_MOVES_KEPT;
    found = alignment_of(&options);
    photo = tertib_alignment_find_case(found, "R-3");
    CHECK(tertib_alignment_move_count(found, photo) == 4);
    CHECK(tertib_alignment_move_kind(found, photo, 0) == TERTIB_ALIGN_MOVE_SYNCHRONOUS);
    CHECK_TEXT(tertib_alignment_move_activity(found, photo, 0), "Menerima");
    CHECK_TEXT(tertib_alignment_move_label(found, photo, 0), "Menerima");
    CHECK(tertib_alignment_move_kind(found, photo, 1) == TERTIB_ALIGN_MOVE_LOG);
    CHECK_TEXT(tertib_alignment_move_activity(found, photo, 1), "Memotret");
    CHECK(tertib_alignment_move_label(found, photo, 1) == NULL);
    CHECK(tertib_alignment_move_kind(found, photo, 2) == TERTIB_ALIGN_MOVE_SILENT);
    CHECK(tertib_alignment_move_activity(found, photo, 2) == NULL);
    CHECK(tertib_alignment_move_label(found, photo, 2) == NULL);
    CHECK(tertib_alignment_move_kind(found, photo, 4) == TERTIB_E_ARGUMENT);
    CHECK(tertib_alignment_move_activity(found, photo, 4) == NULL);
    CHECK(tertib_alignment_move_label(found, 99, 0) == NULL);
    CHECK(tertib_alignment_precision(found) > 0.5);
    CHECK(tertib_alignment_precision(found) <= 1);
    photo = tertib_alignment_find_case(found, "R-4");
    CHECK(tertib_alignment_move_kind(found, photo, 2) == TERTIB_ALIGN_MOVE_MODEL);
    CHECK_TEXT(tertib_alignment_move_label(found, photo, 2), "Terbit");
    tertib_alignment_free(found);
}

/* The steps of an SOP by their text, their number, and the map. */
static void a_log_is_held_against_an_sop(void) {
    static const char json[] = "{\"schema\": \"tertib.map/1\", \"activities\": {\"Telaah\": "
                               "\"2\"}}";
    tertib_alignment_options options = TERTIB_ALIGNMENT_OPTIONS_INIT;
    tertib_token_replay_options replaying = TERTIB_TOKEN_REPLAY_OPTIONS_INIT;
    tertib_alignment* found = NULL;
    tertib_token_replay* replay = NULL;
    tertib_net* net = NULL;
    tertib_map* map = NULL;
    tertib_sop* sop = read_small_sop();
    tertib_log* log = log_of("Kasus,Kegiatan\n1,Menerima berkas\n1,Telaah\n2,1\n2,2\n");
    CHECK_DONE(tertib_sop_net(sop, &net, &error));
    tertib_sop_free(sop);
    CHECK_DONE(tertib_alignment_create(net, log, NULL, &found, &error));
    CHECK(tertib_alignment_cost(found) == 2);
    tertib_alignment_free(found);
    CHECK_DONE(tertib_map_from_json(json, sizeof json - 1, &map, &error));
    options.map = map;
    CHECK_DONE(tertib_alignment_create(net, log, &options, &found, &error));
    CHECK(tertib_alignment_cost(found) == 0);
    tertib_alignment_free(found);
    replaying.map = map;
    CHECK_DONE(tertib_token_replay_create(net, log, &replaying, &replay, &error));
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_FITS) == 2);
    tertib_token_replay_free(replay);
    tertib_map_free(map);
    tertib_log_free(log);
    tertib_net_free(net);
}

static void token_replay_tells_which_cases_fit(void) {
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_token_replay* replay = NULL;
    tertib_net* net = small_net();
    tertib_log* log = log_of(table);
    size_t photo = 0;
    CHECK_DONE(tertib_token_replay_create(net, log, NULL, &replay, &error));
    tertib_net_free(net);
    tertib_log_free(log);
    CHECK(tertib_token_replay_case_count(replay) == 5);
    CHECK(tertib_token_replay_event_count(replay) == 10);
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_FITS) == 2);
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_UNKNOWN) == 1);
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_NOT_POSSIBLE) == 1);
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_UNFINISHED) == 1);
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_NOT_DECIDED) == 0);
    CHECK(tertib_token_replay_verdict_count(replay, 9) == 0);
    CHECK(tertib_token_replay_variant_count(replay) == 5);
    photo = tertib_token_replay_find_case(replay, "R-3");
    CHECK(tertib_token_replay_variant_verdict(replay, photo) == TERTIB_TOKEN_REPLAY_UNKNOWN);
    CHECK(tertib_token_replay_variant_event(replay, photo) == 1);
    CHECK(tertib_token_replay_variant_case_count(replay, photo) == 1);
    photo = tertib_token_replay_find_case(replay, "R-4");
    CHECK(tertib_token_replay_variant_verdict(replay, photo) == TERTIB_TOKEN_REPLAY_UNFINISHED);
    CHECK(tertib_token_replay_variant_event(replay, photo) == SIZE_MAX);
    CHECK_DONE(tertib_token_replay_to_json(replay, &json, &error));
    CHECK(strstr(json.data, "tertib.token_replay/1") != NULL);
    tertib_buf_dispose(&json);
    tertib_token_replay_free(replay);
}

static int32_t answer(uint64_t done, uint64_t total, void* user_data) {
    (void)done;
    (void)total;
    return *(const int32_t*)user_data;
}

static void a_watch_ends_or_fails_the_work(void) {
    int32_t wish = TERTIB_STOP;
    tertib_alignment_options options = TERTIB_ALIGNMENT_OPTIONS_INIT;
    tertib_token_replay_options replaying = TERTIB_TOKEN_REPLAY_OPTIONS_INIT;
    tertib_token_replay* replay = NULL;
    tertib_alignment* found = NULL;
    tertib_net* net = small_net();
    tertib_log* log = log_of(table);
    replaying.watch = options.watch = answer;
    replaying.user_data = options.user_data = &wish;
    CHECK_DONE(tertib_alignment_create(net, log, &options, &found, &error));
    CHECK(tertib_alignment_cost_lower(found) <= 4 && tertib_alignment_cost(found) >= 4);
    tertib_alignment_free(found);
    CHECK_DONE(tertib_token_replay_create(net, log, &replaying, &replay, &error));
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_NOT_DECIDED) == 5);
    tertib_token_replay_free(replay);
    wish = -7;
    CHECK_FAILS(tertib_alignment_create(net, log, &options, &found, &error), TERTIB_E_USER);
    CHECK_FAILS(tertib_token_replay_create(net, log, &replaying, &replay, &error), TERTIB_E_USER);
    CHECK(found == NULL && replay == NULL);
    wish = 0;
    CHECK_DONE(tertib_alignment_create(net, log, &options, &found, &error));
    CHECK(tertib_alignment_cost(found) == 4);
    tertib_alignment_free(found);
    tertib_log_free(log);
    tertib_net_free(net);
}

static void wrong_arguments_are_refused(void) {
    tertib_alignment_options options = TERTIB_ALIGNMENT_OPTIONS_INIT;
    tertib_token_replay_options replaying = TERTIB_TOKEN_REPLAY_OPTIONS_INIT;
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_alignment* found = NULL;
    tertib_token_replay* replay = NULL;
    tertib_net* net = small_net();
    tertib_log* log = log_of(table);
    CHECK_FAILS(tertib_alignment_create(NULL, log, NULL, &found, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_alignment_create(net, NULL, NULL, &found, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_alignment_create(net, log, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    options.moves = 9;
    CHECK_FAILS(tertib_alignment_create(net, log, &options, &found, &error), TERTIB_E_ARGUMENT);
    tertib_alignment_options_init(&options);
    options.max_states = 1;
    CHECK_FAILS(tertib_alignment_create(net, log, &options, &found, &error), TERTIB_E_LIMIT);
    options.struct_size = 0;
    CHECK_FAILS(tertib_alignment_create(net, log, &options, &found, &error), TERTIB_E_ARGUMENT);
    tertib_alignment_options_init(NULL);
    CHECK_FAILS(tertib_token_replay_create(NULL, log, NULL, &replay, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_token_replay_create(net, NULL, NULL, &replay, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_token_replay_create(net, log, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    replaying.struct_size = 0;
    CHECK_FAILS(tertib_token_replay_create(net, log, &replaying, &replay, &error),
                TERTIB_E_ARGUMENT);
    tertib_token_replay_options_init(&replaying);
    replaying.max_states = 1;
    CHECK_DONE(tertib_token_replay_create(net, log, &replaying, &replay, &error));
    CHECK(tertib_token_replay_verdict_count(replay, TERTIB_TOKEN_REPLAY_NOT_DECIDED) > 0);
    tertib_token_replay_options_init(NULL);
    CHECK_FAILS(tertib_token_replay_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_token_replay_to_json(replay, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_alignment_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    tertib_token_replay_free(replay);
    tertib_log_free(log);
    tertib_net_free(net);
}

static void nothing_answers_like_nothing(void) {
    tertib_alignment* found = alignment_of(NULL);
    CHECK_FAILS(tertib_alignment_to_json(found, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_alignment_variant_case_count(found, SIZE_MAX) == 0);
    CHECK(tertib_alignment_variant_cost(found, SIZE_MAX) == 0);
    CHECK(tertib_alignment_variant_cost_lower(found, SIZE_MAX) == 0);
    CHECK(tertib_alignment_move_count(found, SIZE_MAX) == 0);
    tertib_alignment_free(found);
    CHECK(tertib_alignment_case_count(NULL) == 0);
    CHECK(tertib_alignment_event_count(NULL) == 0);
    CHECK(tertib_alignment_perfect_count(NULL) == 0);
    CHECK(tertib_alignment_cost(NULL) == 0);
    CHECK(tertib_alignment_cost_lower(NULL) == 0);
    CHECK(tertib_alignment_min_model_cost(NULL) == 0);
    CHECK(tertib_alignment_average_fitness(NULL) == -1);
    CHECK(tertib_alignment_log_fitness(NULL) == -1);
    CHECK(tertib_alignment_precision(NULL) == -1);
    CHECK(tertib_alignment_variant_count(NULL) == 0);
    CHECK(tertib_alignment_variant_case_count(NULL, 0) == 0);
    CHECK(tertib_alignment_find_case(NULL, "R-1") == SIZE_MAX);
    CHECK(tertib_alignment_move_kind(NULL, 0, 0) == TERTIB_E_ARGUMENT);
    tertib_alignment_free(NULL);
    CHECK(tertib_token_replay_case_count(NULL) == 0);
    CHECK(tertib_token_replay_event_count(NULL) == 0);
    CHECK(tertib_token_replay_verdict_count(NULL, TERTIB_TOKEN_REPLAY_FITS) == 0);
    CHECK(tertib_token_replay_variant_count(NULL) == 0);
    CHECK(tertib_token_replay_variant_case_count(NULL, 0) == 0);
    CHECK(tertib_token_replay_variant_verdict(NULL, 0) == TERTIB_E_ARGUMENT);
    CHECK(tertib_token_replay_variant_event(NULL, 0) == SIZE_MAX);
    CHECK(tertib_token_replay_find_case(NULL, "R-1") == SIZE_MAX);
    tertib_token_replay_free(NULL);
}

void alignment_tests(void) {
    a_net_tells_its_size();
    an_alignment_tells_its_figures();
    moves_say_where_the_log_left_the_net();
    a_log_is_held_against_an_sop();
    token_replay_tells_which_cases_fit();
    a_watch_ends_or_fails_the_work();
    wrong_arguments_are_refused();
    nothing_answers_like_nothing();
}
