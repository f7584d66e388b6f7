// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/identity_rules.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

// The identity page but for its names: what has to be stated, and dates that fit together
// (Lampiran BAB II C.2.a).

namespace tertib::rules {
namespace {

RuleResult stated_or_violated(std::span<const std::string> items) {
    return is_stated(items) ? satisfied() : violated();
}

RuleResult unit_kerja(const RuleContext& context) {
    return stated_or_violated(context.sop.identity().unit_kerja);
}

RuleResult nomor(const RuleContext& context) {
    const std::string& text = context.sop.identity().nomor;
    if (!is_stated(text)) {
        return violated();
    }
    if (has_gap(text)) {
        return violated(
            {.text = "ID-2/gap", .arguments = {{"nomor", squeeze(text)}}, .evidence = text});
    }
    const std::string& pattern = context.profile.nomor_pattern;
    if (!pattern.empty() && !matches_pattern(text, pattern)) {
        return violated({.text = "ID-2/pattern",
                         .arguments = {{"nomor", squeeze(text)}, {"pattern", pattern}},
                         .evidence = text});
    }
    return satisfied();
}

/// A date that has to be there to the day. One that was begun (a month, a gap to be filled in by
/// hand) is for a person to look at, not an error.
RuleResult whole_date(const std::optional<Tanggal>& tanggal, std::string_view id) {
    if (!tanggal || !is_stated(tanggal->text)) {
        return violated();
    }
    if (tanggal->date) {
        return satisfied();
    }
    return violated({.text = std::string(id) + "/incomplete",
                     .arguments = {{"tanggal", squeeze(tanggal->text)}},
                     .evidence = tanggal->text,
                     .at_most = Severity::warning});
}

RuleResult tanggal_pembuatan(const RuleContext& context) {
    return whole_date(context.sop.identity().tanggal_pembuatan, "ID-3");
}

RuleResult tanggal_berlaku(const RuleContext& context) {
    return whole_date(context.sop.identity().tanggal_berlaku, "ID-5");
}

RuleResult tanggal_revisi(const RuleContext& context) {
    const std::optional<Tanggal>& tanggal = context.sop.identity().tanggal_revisi;
    if (!tanggal || !is_stated(tanggal->text)) {
        // A first version may leave it empty, and nothing says which version this is.
        return undecidable({.about = About::document});
    }
    if (tanggal->month) {
        return satisfied();
    }
    return violated(
        {.arguments = {{"tanggal", squeeze(tanggal->text)}}, .evidence = tanggal->text});
}

enum class Order { before, same, after, unknown };

/// How a stands to b, as exactly as both are known.
Order order_of(const Tanggal& a, const Tanggal& b) {
    if (a.date && b.date) {
        const auto first = std::chrono::sys_days(*a.date);
        const auto second = std::chrono::sys_days(*b.date);
        return first == second ? Order::same : (first < second ? Order::before : Order::after);
    }
    if (!a.month || !b.month || *a.month == *b.month) {
        return Order::unknown;
    }
    return *a.month < *b.month ? Order::before : Order::after;
}

RuleResult dates_in_order(const RuleContext& context) {
    const Identity& identity = context.sop.identity();
    const std::optional<Tanggal>& berlaku = identity.tanggal_berlaku;
    if (!berlaku || !berlaku->month) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    bool compared = false;
    if (identity.tanggal_pembuatan && identity.tanggal_pembuatan->month) {
        const Tanggal& pembuatan = *identity.tanggal_pembuatan;
        compared = true;
        const Order order = order_of(*berlaku, pembuatan);
        const std::vector<Argument> both{{"berlaku", squeeze(berlaku->text)},
                                         {"pembuatan", squeeze(pembuatan.text)}};
        if (order == Order::before) {
            observations.push_back({.arguments = both, .evidence = berlaku->text});
        } else if (order == Order::unknown) {
            observations.push_back({.verdict = Verdict::undecidable,
                                    .arguments = both,
                                    .evidence = berlaku->text,
                                    .about = About::document});
        }
    }
    if (identity.tanggal_revisi && identity.tanggal_revisi->month) {
        const Tanggal& revisi = *identity.tanggal_revisi;
        compared = true;
        // It may be the plan for a coming revision; the document doesn't say which.
        if (order_of(revisi, *berlaku) == Order::after) {
            observations.push_back({.verdict = Verdict::undecidable,
                                    .text = "ID-5a/revisi",
                                    .arguments = {{"berlaku", squeeze(berlaku->text)},
                                                  {"revisi", squeeze(revisi.text)}},
                                    .evidence = revisi.text,
                                    .about = About::document});
        }
    }
    return compared ? conclude(std::move(observations)) : not_applicable();
}

RuleResult pengesahan(const RuleContext& context) {
    const std::optional<Pengesahan>& disahkan = context.sop.identity().disahkan;
    std::vector<std::string> missing;
    if (!disahkan || !is_stated(disahkan->jabatan)) {
        missing.emplace_back("jabatan");
    }
    if (!disahkan || !is_stated(disahkan->nama)) {
        missing.emplace_back("nama");
    }
    if (!disahkan || !is_stated(disahkan->nip)) {
        missing.emplace_back("NIP");
    }
    if (missing.empty()) {
        return satisfied();
    }
    Observation observation{.arguments = {{"missing", joined(missing, ", ")}}};
    return shows_signature(context.sop) ? violated(std::move(observation))
                                        : undecidable(std::move(observation));
}

RuleResult dasar_hukum(const RuleContext& context) {
    return stated_or_violated(context.sop.identity().dasar_hukum);
}

/// Whether a law's own name, before "tentang", calls it a draft. A law about drafts
/// ("Undang-Undang … tentang Pembentukan Rancangan …") is none.
bool calls_itself_draft(std::string_view item) {
    constexpr std::array<std::string_view, 8> drafts{"rancangan", "draft", "draf",     "konsep",
                                                     "raperda",   "ruu",   "rapergub", "raperbup"};
    std::size_t names = 0;
    for (const std::string& word : words(item)) {
        const bool number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
        if (number || word.size() == 1) {
            continue; // the item's own number or letter
        }
        if (word == "tentang" || names == 2) {
            return false;
        }
        if (std::ranges::find(drafts, word) != drafts.end()) {
            return true;
        }
        ++names;
    }
    return false;
}

RuleResult draft_law(const RuleContext& context) {
    const std::vector<std::string>& items = context.sop.identity().dasar_hukum;
    if (!is_stated(items)) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    for (const std::string& item : items) {
        if (calls_itself_draft(item)) {
            observations.push_back({.arguments = {{"item", squeeze(item)}}, .evidence = item});
        }
    }
    return conclude(std::move(observations));
}

RuleResult keterkaitan(const RuleContext& context) {
    return stated_or_violated(context.sop.identity().keterkaitan);
}

RuleResult peringatan(const RuleContext& context) {
    const std::vector<std::string>& items = context.sop.identity().peringatan;
    if (!is_stated(items)) {
        return violated();
    }
    constexpr std::array<std::string_view, 16> consequences{
        "jika",       "bila",          "apabila",     "kalau",  "akibat", "akibatnya",
        "berakibat",  "mengakibatkan", "berdampak",   "dampak", "sanksi", "terhambat",
        "menghambat", "konsekuensi",   "menyebabkan", "risiko"};
    for (const std::string& item : items) {
        for (const std::string& word : words(item)) {
            if (std::ranges::find(consequences, word) != consequences.end()) {
                return satisfied();
            }
        }
    }
    return violated({.text = "ID-10/consequence", .evidence = joined(items, "; ")});
}

RuleResult kualifikasi(const RuleContext& context) {
    return stated_or_violated(context.sop.identity().kualifikasi_pelaksana);
}

RuleResult peralatan(const RuleContext& context) {
    return stated_or_violated(context.sop.identity().peralatan);
}

RuleResult pencatatan(const RuleContext& context) {
    return stated_or_violated(context.sop.identity().pencatatan);
}

} // namespace

std::span<const BuiltinRule> identity_rules() {
    static constexpr std::array table{
        BuiltinRule{"ID-1", unit_kerja},        BuiltinRule{"ID-2", nomor},
        BuiltinRule{"ID-3", tanggal_pembuatan}, BuiltinRule{"ID-4", tanggal_revisi},
        BuiltinRule{"ID-5", tanggal_berlaku},   BuiltinRule{"ID-5a", dates_in_order},
        BuiltinRule{"ID-6", pengesahan},        BuiltinRule{"ID-8", dasar_hukum},
        BuiltinRule{"ID-8a", draft_law},        BuiltinRule{"ID-9", keterkaitan},
        BuiltinRule{"ID-10", peringatan},       BuiltinRule{"ID-11", kualifikasi},
        BuiltinRule{"ID-12", peralatan},        BuiltinRule{"ID-13", pencatatan},
    };
    return table;
}

} // namespace tertib::rules
