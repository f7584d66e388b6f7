// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/own_rules.hpp"
#include "rule/fields.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>

// What an office asks for by its profile: words in a part of the SOP (OWN-1).

namespace tertib::rules {
namespace {

constexpr std::array<std::string_view, 13> names{
    "nomor",       "nama",      "unit_kerja", "dasar_hukum", "kualifikasi_pelaksana",
    "keterkaitan", "peralatan", "peringatan", "pencatatan",  "uraian",
    "kelengkapan", "produk",    "keterangan"};

void add(std::vector<std::string_view>& texts, std::span<const std::string> more) {
    texts.insert(texts.end(), more.begin(), more.end());
}

void add_of_steps(std::vector<std::string_view>& texts, const Sop& sop, std::string_view field) {
    for (const Step& step : sop.steps()) {
        if (field == "uraian") {
            texts.push_back(step.uraian);
        } else if (field == "keterangan") {
            texts.push_back(step.keterangan);
        } else if (field == "kelengkapan") {
            add(texts, step.kelengkapan);
        } else if (field == "produk") {
            add(texts, step.produk);
        }
    }
}

bool says(std::span<const std::string_view> texts, std::string_view wanted) {
    const std::string needle = " " + joined(words(wanted), " ") + " ";
    return std::ranges::any_of(texts, [&](std::string_view text) {
        return (" " + joined(words(text), " ") + " ").find(needle) != std::string::npos;
    });
}

RuleResult required_words(const RuleContext& context) {
    if (context.profile.required_words.empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    for (const RequiredWords& required : context.profile.required_words) {
        const std::vector<std::string_view> texts = texts_of(context.sop, required.field);
        std::vector<std::string> missing;
        for (const std::string& wanted : required.words) {
            if (!says(texts, wanted)) {
                missing.push_back(wanted);
            }
        }
        if (!missing.empty()) {
            observations.push_back(
                {.arguments = {{"field", required.field}, {"words", joined(missing, ", ")}}});
        }
    }
    return conclude(std::move(observations));
}

} // namespace

std::span<const std::string_view> field_names() {
    return names;
}

std::vector<std::string_view> texts_of(const Sop& sop, std::string_view field) {
    struct List {
        std::string_view name;
        const std::vector<std::string>* items;
    };
    const Identity& identity = sop.identity();
    const std::array<List, 7> lists{{{"unit_kerja", &identity.unit_kerja},
                                     {"dasar_hukum", &identity.dasar_hukum},
                                     {"kualifikasi_pelaksana", &identity.kualifikasi_pelaksana},
                                     {"keterkaitan", &identity.keterkaitan},
                                     {"peralatan", &identity.peralatan},
                                     {"peringatan", &identity.peringatan},
                                     {"pencatatan", &identity.pencatatan}}};
    std::vector<std::string_view> texts;
    if (field == "nomor") {
        texts.push_back(identity.nomor);
    } else if (field == "nama") {
        texts.push_back(identity.nama);
    }
    const auto list = std::ranges::find(lists, field, &List::name);
    if (list != lists.end()) {
        add(texts, *list->items);
    }
    add_of_steps(texts, sop, field);
    return texts;
}

std::span<const BuiltinRule> own_rules() {
    static constexpr std::array table{BuiltinRule{own_words_rule, required_words}};
    return table;
}

} // namespace tertib::rules
