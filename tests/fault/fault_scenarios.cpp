// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "fault_scenarios.hpp"

namespace tertib {

namespace {

using enum ScenarioStep;
constexpr CacheSize usual = CacheSize::usual;
constexpr CacheSize tiny = CacheSize::tiny;

std::vector<Scenario> make_scenarios() {
    return {
        {"a file is made", usual, {}, {open, close}},
        {"the first event of a new file", usual, {}, {open, append, close}},
        {"an event more", usual, {open, append, close}, {open, append, close}},
        {"several events, one by one",
         usual,
         {open, append, close},
         {open, append, append, append}},
        {"many events at once", usual, {open, append, close}, {open, append_many, close}},
        {"a big event", usual, {open, append, close}, {open, append_big, close}},
        {"a big event that spills", tiny, {open, append, close}, {open, append_big, append}},
        {"many events after a big one", tiny, {open, append_big, close}, {open, append_many}},
        {"events given up", usual, {open, append, close}, {open, abandon, append}},
        {"spilled events given up", tiny, {open, append, close}, {open, abandon_big, append}},
        {"an event asked twice", usual, {open, append, close}, {open, append, retry, close}},
        {"a checkpoint", usual, {open, append, append_big}, {open, append, checkpoint, append}},
        {"a checkpoint that empties the WAL",
         usual,
         {open, append},
         {open, append_big, truncate, append}},
        {"events around two checkpoints",
         usual,
         {open, append, close},
         {open, append, checkpoint, append, checkpoint, append, close}},
        {"a file opened again and again",
         usual,
         {open, append, close},
         {open, append, close, open, append, close, open, read, close}},
        {"the recovery of a WAL", usual, {open, append, append_many, kill}, {open, read, close}},
        {"an event after a recovery", usual, {open, append, append, kill}, {open, append, close}},
        {"a recovery with a checkpoint",
         usual,
         {open, append_many, append_big, kill},
         {open, truncate, append}},
        {"the recovery of a WAL begun anew",
         usual,
         {open, append_big, checkpoint, append, kill},
         {open, read, append, close}},
        {"a retry after a recovery", usual, {open, append, kill}, {open, retry, close}},
        {"reading", usual, {open, append_many, append_big, close}, {open, read, read, close}},
        {"reading while another appends",
         usual,
         {open, append_many, close},
         {open, open_second, read_while_appending, read, close_second, close}},
        {"reading while another empties the WAL",
         usual,
         {open, append_many, close},
         {open, open_second, append, read_while_truncating, append_second, close, close_second}},
        {"two in turn",
         usual,
         {open, append, close},
         {open, open_second, append, append_second, append, close, append_second, close_second}},
        {"a vacuum", usual, {open, append_big, append_many, close}, {open, vacuum, append, close}},
        {"a copy", usual, {open, append_many, append_big, close}, {open, append, copy, append}},
        {"a check", usual, {open, append_many, append_big, kill}, {open, integrity, append, close}},
    };
}

} // namespace

std::span<const Scenario> fault_scenarios() {
    static const std::vector<Scenario> scenarios = make_scenarios();
    return scenarios;
}

} // namespace tertib
