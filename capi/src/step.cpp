// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "guard.hpp"
#include "sop.hpp"

using namespace tertib::capi;

const char* tertib_step_key(const tertib_step* step) {
    return step != nullptr ? step->step->key.c_str() : nullptr;
}

const char* tertib_step_no(const tertib_step* step) {
    return step != nullptr ? step->step->no.c_str() : nullptr;
}

const char* tertib_step_uraian(const tertib_step* step) {
    return step != nullptr ? step->step->uraian.c_str() : nullptr;
}

const char* tertib_step_waktu(const tertib_step* step) {
    return step != nullptr ? step->step->waktu.text.c_str() : nullptr;
}

const char* tertib_step_keterangan(const tertib_step* step) {
    return step != nullptr ? step->step->keterangan.c_str() : nullptr;
}

const char* tertib_step_optional(const tertib_step* step) {
    return step != nullptr && step->step->optional ? step->step->optional->c_str() : nullptr;
}

int32_t tertib_step_kind(const tertib_step* step) {
    if (step == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (step->step->kind) {
    case tertib::StepKind::activity: return TERTIB_STEP_ACTIVITY;
    case tertib::StepKind::decision: return TERTIB_STEP_DECISION;
    }
    return TERTIB_E_ARGUMENT;
}

size_t tertib_step_pelaksana_count(const tertib_step* step) {
    return step != nullptr ? step->step->marks.size() : 0;
}

const char* tertib_step_pelaksana_at(const tertib_step* step, size_t index) {
    return index < tertib_step_pelaksana_count(step)
               ? step->sop->pelaksana_name(step->step->marks[index].pelaksana).c_str()
               : nullptr;
}

size_t tertib_step_kelengkapan_count(const tertib_step* step) {
    return step != nullptr ? step->step->kelengkapan.size() : 0;
}

const char* tertib_step_kelengkapan_at(const tertib_step* step, size_t index) {
    return step != nullptr ? text_at(step->step->kelengkapan, index) : nullptr;
}

size_t tertib_step_produk_count(const tertib_step* step) {
    return step != nullptr ? step->step->produk.size() : 0;
}

const char* tertib_step_produk_at(const tertib_step* step, size_t index) {
    return step != nullptr ? text_at(step->step->produk, index) : nullptr;
}

size_t tertib_step_outcome_count(const tertib_step* step) {
    return step != nullptr ? step->step->outcomes.size() : 0;
}

const char* tertib_step_outcome_at(const tertib_step* step, size_t index) {
    return step != nullptr ? text_at(step->step->outcomes, index) : nullptr;
}
