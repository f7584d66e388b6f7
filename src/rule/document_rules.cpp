// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/document_rules.hpp"

#include "tertib/base/text.hpp"
#include "tertib/graph/analysis.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

// Documents between steps: what is made is used or leaves, what is needed is made or comes from
// outside. Texts of offices say this loosely, so only what matches nothing at all is told.

namespace tertib::rules {
namespace {

/// Things that no step makes: tools, places, people's own papers, laws, other SOPs.
bool is_from_outside(std::string_view item) {
    constexpr std::array<std::string_view, 75> words_of_tools{
        "komputer",  "laptop",    "printer",      "scanner",   "atk",      "alat",     "kertas",
        "pulpen",    "telepon",   "telp",         "hp",        "internet", "jaringan", "aplikasi",
        "sistem",    "website",   "web",          "database",  "server",   "cloud",    "harddisk",
        "flashdisk", "usb",       "email",        "kendaraan", "mobil",    "motor",    "ambulans",
        "kamera",    "proyektor", "infocus",      "lcd",       "ruang",    "ruangan",  "meja",
        "kursi",     "lemari",    "filing",       "cabinet",   "stempel",  "cap",      "materai",
        "meterai",   "amplop",    "map",          "borgol",    "ht",       "radio",    "kunci",
        "tongkat",   "peralatan", "perlengkapan", "instrumen", "formulir", "form",     "blanko",
        "format",    "template",  "buku",         "agenda",    "undang",   "uu",       "peraturan",
        "perpres",   "permen",    "permendagri",  "pergub",    "perbup",   "perda",    "keputusan",
        "juknis",    "juklak",    "sop",          "ktp",       "npwp"};
    const std::vector<std::string> all = words(item);
    return std::ranges::any_of(all, [&](const std::string& word) {
        return std::ranges::find(words_of_tools, word) != words_of_tools.end();
    });
}

/// Steps after which work may be over: their produk are what the SOP gives to the world.
std::set<std::size_t> last_steps(const GraphFacts& facts) {
    std::set<std::size_t> last;
    const StepGraph& graph = facts.graph;
    for (const Arc& arc : graph.digraph().predecessors(StepGraph::end())) {
        if (const std::optional<std::size_t> step = graph.step_index(arc.node)) {
            last.insert(*step);
        }
    }
    for (const NodeIndex node : facts.implicit_ends) {
        if (const std::optional<std::size_t> step = graph.step_index(node)) {
            last.insert(*step);
        }
    }
    return last;
}

RuleResult produk_used(const RuleContext& context) {
    const Sop& sop = context.sop;
    const std::set<std::size_t> last = last_steps(context.graph);
    std::vector<Observation> observations;
    for (const DocumentAt& leaving : context.graph.documents.leaving) {
        if (last.contains(leaving.step)) {
            continue;
        }
        const Step& step = sop.steps()[leaving.step];
        observations.push_back(
            {.where = place_of(sop, step),
             .arguments = {{"step", step.key}, {"produk", squeeze(leaving.text)}},
             .evidence = leaving.text});
    }
    const bool any =
        std::ranges::any_of(sop.steps(), [](const Step& step) { return is_stated(step.produk); });
    return any ? conclude(std::move(observations)) : not_applicable();
}

/// The words that earlier steps know: of their produk, and of what they were given.
class KnownDocuments {
public:
    void add(std::string_view text) {
        const std::size_t document = documents_.size();
        documents_.push_back(words(text));
        for (const std::string& word : documents_.back()) {
            std::vector<std::size_t>& with = by_word_[word];
            if (with.empty() || with.back() != document) {
                with.push_back(document);
            }
        }
    }

    /// Whether one of them has all words of this text, or this text all words of one of them.
    [[nodiscard]] bool covers(std::string_view text) const {
        std::map<std::size_t, std::size_t> shared;
        const std::vector<std::string> wanted_list = words(text);
        const std::set<std::string> wanted(wanted_list.begin(), wanted_list.end());
        for (const std::string& word : wanted) {
            const auto found = by_word_.find(word);
            if (found == by_word_.end()) {
                continue;
            }
            const std::size_t tried = std::min(found->second.size(), max_tried);
            for (std::size_t i = found->second.size() - tried; i < found->second.size(); ++i) {
                ++shared[found->second[i]];
            }
        }
        for (const auto& [document, count] : shared) {
            const std::set<std::string> there(documents_[document].begin(),
                                              documents_[document].end());
            if (count == wanted.size() || count == there.size()) {
                return true;
            }
        }
        return false;
    }

private:
    /// Documents compared for one word; keeps a hostile SOP of one repeated word linear.
    static constexpr std::size_t max_tried = 256;

    std::vector<std::vector<std::string>> documents_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_word_;
};

RuleResult kelengkapan_made(const RuleContext& context) {
    const Sop& sop = context.sop;
    std::set<std::size_t> first;
    for (const Arc& arc : context.graph.graph.digraph().successors(StepGraph::start())) {
        if (const std::optional<std::size_t> step = context.graph.graph.step_index(arc.node)) {
            first.insert(*step);
        }
    }
    std::multimap<std::size_t, const std::string*> unmade;
    for (const DocumentAt& outside : context.graph.documents.from_outside) {
        unmade.emplace(outside.step, &outside.text);
    }
    std::vector<Observation> observations;
    KnownDocuments known;
    bool any = false;
    for (std::size_t i = 0; i < sop.steps().size(); ++i) {
        const Step& step = sop.steps()[i];
        const auto [from, to] = unmade.equal_range(i);
        for (auto at = from; at != to; ++at) {
            const std::string& text = *at->second;
            if (i == 0 || first.contains(i) || is_from_outside(text) || known.covers(text)) {
                continue;
            }
            observations.push_back(
                {.where = place_of(sop, step),
                 .arguments = {{"step", step.key}, {"kelengkapan", squeeze(text)}},
                 .evidence = text});
        }
        for (const std::string& text : step.kelengkapan) {
            any = true;
            known.add(text);
        }
        for (const std::string& text : step.produk) {
            known.add(text);
        }
    }
    return any ? conclude(std::move(observations)) : not_applicable();
}

} // namespace

std::span<const BuiltinRule> document_rules() {
    static constexpr std::array table{BuiltinRule{"OUT-1", produk_used},
                                      BuiltinRule{"OUT-2", kelengkapan_made}};
    return table;
}

} // namespace tertib::rules
