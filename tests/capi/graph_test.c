/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <string.h>

static void the_graph_outlives_its_sop(void) {
    tertib_graph* graph = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_sop* sop = example_sop(NULL);
    CHECK_DONE(tertib_sop_graph(sop, &graph, &error));
    tertib_sop_free(sop);
    CHECK(tertib_graph_node_count(graph) == 9);
    CHECK(tertib_graph_flow_count(graph) == 8);
    CHECK(tertib_graph_loop_count(graph) == 0);
    CHECK(tertib_graph_document_link_count(graph) == 6);
    CHECK(tertib_graph_soundness(graph) == TERTIB_SOUNDNESS_SOUND);
    CHECK_DONE(tertib_graph_to_json(graph, &json, &error));
    CHECK(strstr(json.data, "tertib.graph/1") != NULL);
    tertib_graph_free(graph);
    tertib_buf_dispose(&json);
}

static void an_unsound_flow_is_told(void) {
    static const char json[] =
        "{\"schema\": \"tertib.sop/1\", \"pelaksana\": [\"Kadis\"], \"steps\": [{\"key\": \"1\", "
        "\"uraian\": \"Menelaah\"}, {\"key\": \"2\", \"uraian\": \"Menunggu\"}], \"flow\": "
        "[{\"from\": \"start\", \"to\": \"1\"}, {\"from\": \"1\", \"to\": \"2\"}, "
        "{\"from\": \"2\", \"to\": \"1\"}]}";
    tertib_sop* sop = NULL;
    tertib_graph* graph = NULL;
    CHECK_DONE(tertib_sop_from_json(json, sizeof json - 1, &sop, NULL, &error));
    CHECK_DONE(tertib_sop_graph(sop, &graph, &error));
    CHECK(tertib_graph_soundness(graph) == TERTIB_SOUNDNESS_UNSOUND);
    CHECK(tertib_graph_loop_count(graph) == 1);
    tertib_graph_free(graph);
    tertib_sop_free(sop);
}

static void wrong_arguments_are_refused(void) {
    tertib_graph* graph = NULL;
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    CHECK_FAILS(tertib_sop_graph(NULL, &graph, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_graph(sop, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_sop_graph(sop, &graph, &error));
    CHECK_FAILS(tertib_graph_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_graph_to_json(graph, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_graph_node_count(NULL) == 0);
    CHECK(tertib_graph_flow_count(NULL) == 0);
    CHECK(tertib_graph_loop_count(NULL) == 0);
    CHECK(tertib_graph_document_link_count(NULL) == 0);
    CHECK(tertib_graph_soundness(NULL) == TERTIB_E_ARGUMENT);
    tertib_graph_free(graph);
    tertib_graph_free(NULL);
    tertib_sop_free(sop);
}

void graph_tests(void) {
    the_graph_outlives_its_sop();
    an_unsound_flow_is_told();
    wrong_arguments_are_refused();
}
