/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* Every call with memory that runs out at its n-th request, n from 0 until it succeeds: it must say
 * TERTIB_E_NOMEM and give nothing, without aborting; leaks are the sanitizers' to find. From the
 * n-th request on every request fails, so that describing the error finds no memory either. */
#include "memory.h"

#include "failing_memory.h"

#include <stdio.h>

static const char document[] = "Nama SOP\tMenelaah Berkas\n\n"
                               "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                               "\t\tKadis\t\t\t\n"
                               "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
                               "2.\tMenelaah berkas\t\tTanda terima\t1 Hari\tTelaahan\n";
static const char overlay_json[] =
    "{\"schema\": \"tertib.overlay/1\", \"assign\": {\"2\": [\"Kadis\"]}}";

static tertib_sop* sop = NULL;
static tertib_findings* findings = NULL;
static tertib_overlay* overlay = NULL;
static tertib_lint* lint = NULL;
static tertib_graph* graph = NULL;
static tertib_buf sop_json = TERTIB_BUF_INIT;

/* Each makes one call and frees what it gave. */

static tertib_status read_one(tertib_error** error) {
    tertib_sop* out = NULL;
    tertib_findings* noticed = NULL;
    const tertib_status status =
        tertib_sop_read(document, sizeof document - 1, NULL, &out, &noticed, error);
    tertib_sop_free(out);
    tertib_findings_free(noticed);
    return status;
}

static tertib_status read_all(tertib_error** error) {
    tertib_sops* out = NULL;
    const tertib_status status = tertib_sops_read(document, sizeof document - 1, NULL, &out, error);
    tertib_sops_free(out);
    return status;
}

static tertib_status share(tertib_error** error) {
    tertib_sop* out = NULL;
    const tertib_status status = tertib_sop_share(sop, &out, error);
    tertib_sop_free(out);
    return status;
}

static tertib_status to_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status =
        tertib_sop_to_json(sop, findings, TERTIB_PERSONAL_KEEP, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status from_json(tertib_error** error) {
    tertib_sop* out = NULL;
    tertib_findings* noticed = NULL;
    const tertib_status status =
        tertib_sop_from_json(sop_json.data, sop_json.size, &out, &noticed, error);
    tertib_sop_free(out);
    tertib_findings_free(noticed);
    return status;
}

static tertib_status make_overlay(tertib_error** error) {
    tertib_overlay* out = NULL;
    const tertib_status status =
        tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &out, error);
    tertib_overlay_free(out);
    return status;
}

static tertib_status write_overlay(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_overlay_to_json(overlay, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status make_template(tertib_error** error) {
    tertib_overlay* out = NULL;
    const tertib_status status = tertib_sop_overlay_template(sop, &out, error);
    tertib_overlay_free(out);
    return status;
}

static tertib_status apply(tertib_error** error) {
    tertib_sop* out = NULL;
    tertib_findings* noticed = NULL;
    const tertib_status status = tertib_sop_apply_overlay(sop, overlay, &out, &noticed, error);
    tertib_sop_free(out);
    tertib_findings_free(noticed);
    return status;
}

static tertib_status open_findings(tertib_error** error) {
    tertib_findings* out = NULL;
    const tertib_status status = tertib_sop_open_findings(sop, findings, &out, error);
    tertib_findings_free(out);
    return status;
}

static tertib_status make_lint(tertib_error** error) {
    tertib_lint* out = NULL;
    const tertib_status status = tertib_sop_lint(sop, NULL, overlay, &out, error);
    tertib_lint_free(out);
    return status;
}

static tertib_status write_lint(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_lint_to_json(lint, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status make_graph(tertib_error** error) {
    tertib_graph* out = NULL;
    const tertib_status status = tertib_sop_graph(sop, &out, error);
    tertib_graph_free(out);
    return status;
}

static tertib_status write_graph(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_graph_to_json(graph, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status draw_dot(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_sop_to_dot(sop, TERTIB_LANGUAGE_ID, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status draw_mermaid(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_sop_to_mermaid(sop, TERTIB_LANGUAGE_EN, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

/* What fails for another reason says so, or that there was no memory to say so. */
static tertib_status refuse(tertib_error** error) {
    tertib_sop* out = NULL;
    const tertib_status status = tertib_sop_read("halo", 4, NULL, &out, NULL, error);
    return status == TERTIB_E_FORMAT ? TERTIB_OK : status;
}

int survives(const char* name, tertib_status (*call)(tertib_error**)) {
    const long most = 200000;
    for (long n = 0; n < most; ++n) {
        tertib_error* error = NULL;
        int failed = 0;
        tertib_status status = TERTIB_OK;
        fail_after(n);
        status = call(&error);
        failed = has_failed();
        fail_after(-1);
        if (status != TERTIB_OK &&
            (status != TERTIB_E_NOMEM || tertib_error_code(error) != TERTIB_E_NOMEM)) {
            fprintf(stderr, "%s: request %ld failed, and the call says %d: %s\n", name, n,
                    (int)status, tertib_error_message(error));
            return 0;
        }
        tertib_error_free(error);
        if (status == TERTIB_OK && !failed) {
            printf("%-16s %6ld requests\n", name, n);
            return n > 0;
        }
        /* The first requests one by one, then ever wider apart. */
        n += n < 1000 ? 0 : n / 97;
    }
    fprintf(stderr, "%s: never succeeded\n", name);
    return 0;
}

/* The folder for files of the tests is the one argument. */
int main(int count, char** arguments) {
    int good = 1;
    if (tertib_sop_read(document, sizeof document - 1, NULL, &sop, &findings, NULL) != TERTIB_OK ||
        tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &overlay, NULL) !=
            TERTIB_OK ||
        tertib_sop_lint(sop, NULL, NULL, &lint, NULL) != TERTIB_OK ||
        tertib_sop_graph(sop, &graph, NULL) != TERTIB_OK ||
        tertib_sop_to_json(sop, findings, TERTIB_PERSONAL_KEEP, &sop_json, NULL) != TERTIB_OK) {
        fprintf(stderr, "the document can't be read even with memory\n");
        return 1;
    }
    good &= survives("read", read_one);
    good &= survives("read all", read_all);
    good &= survives("share", share);
    good &= survives("to JSON", to_json);
    good &= survives("from JSON", from_json);
    good &= survives("overlay", make_overlay);
    good &= survives("overlay to JSON", write_overlay);
    good &= survives("template", make_template);
    good &= survives("apply overlay", apply);
    good &= survives("open findings", open_findings);
    good &= survives("lint", make_lint);
    good &= survives("lint to JSON", write_lint);
    good &= survives("graph", make_graph);
    good &= survives("graph to JSON", write_graph);
    good &= survives("DOT", draw_dot);
    good &= survives("Mermaid", draw_mermaid);
    good &= survives("refuse", refuse);
    good &= time_survives();
    good &= cases_survive(count > 1 ? arguments[1] : ".");
    good &= logs_survive(count > 1 ? arguments[1] : ".");
    good &= office_survives();
    good &= testkit_survives();
    tertib_buf_dispose(&sop_json);
    tertib_graph_free(graph);
    tertib_lint_free(lint);
    tertib_overlay_free(overlay);
    tertib_findings_free(findings);
    tertib_sop_free(sop);
    return good ? 0 : 1;
}
