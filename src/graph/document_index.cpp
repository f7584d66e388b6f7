// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/document_index.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace tertib {

namespace {

/// Words for the state of a document: a draft is not the letter, a copy not the original.
constexpr std::array<std::string_view, 11> states = {"belum",    "draf",     "draft",  "final",
                                                     "fotocopy", "fotokopi", "konsep", "rancangan",
                                                     "salinan",  "tembusan", "tidak"};
static_assert(std::ranges::is_sorted(states));

bool tells(std::string_view word) {
    return word.find_first_of("0123456789") != word.npos ||
           std::ranges::binary_search(states, word);
}

/// "-" and the like stand for nothing.
bool is_document(const std::string& folded) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return std::ranges::any_of(folded, plain) || !words(folded).empty();
}

std::size_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            ++count;
            ++i;
            ++j;
        } else if (a[i] < b[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return count;
}

double dice(std::size_t shared, std::size_t a, std::size_t b) {
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a + b);
}

/// How many words of a text of `size` words any match must share with it at least.
std::size_t least_shared(std::size_t size, const DocumentOptions& options) {
    const double threshold = std::min(options.shortened, options.reworded);
    std::size_t shared = std::max<std::size_t>(1, options.shared_words);
    while (shared < size && dice(shared, size, shared) < threshold) {
        ++shared;
    }
    return shared;
}

} // namespace

double compare(const WordBag& produk, const WordBag& kelengkapan, const DocumentOptions& options) {
    if (produk.telling != kelengkapan.telling) {
        return 0;
    }
    const std::size_t shared = common(produk.words, kelengkapan.words);
    if (shared == 0 || shared < options.shared_words) {
        return 0;
    }
    const bool contained = shared == std::min(produk.words.size(), kelengkapan.words.size());
    const double alike = dice(shared, produk.words.size(), kelengkapan.words.size());
    return alike >= (contained ? options.shortened : options.reworded) ? alike : 0;
}

DocumentIndex::Text DocumentIndex::number(std::string_view text) {
    const auto [raw, is_new] = by_raw_.try_emplace(text, none);
    if (!is_new) {
        return raw->second;
    }
    std::string folded = fold(text);
    if (const auto known = by_folded_.find(folded); known != by_folded_.end()) {
        raw->second = known->second;
    } else if (is_document(folded)) {
        raw->second = static_cast<Text>(texts_.size());
        texts_.push_back({std::move(folded), 0, {}});
        by_folded_.emplace(texts_.back().folded, raw->second);
    }
    return raw->second;
}

void DocumentIndex::made(Text text, std::size_t step, std::string_view as_written) {
    Entry& entry = texts_[text];
    if (entry.step_after == 0) {
        new_.push_back(text);
    }
    entry.step_after = step + 1;
    entry.as_written = as_written;
}

std::optional<DocumentIndex::Match> DocumentIndex::find(Text text) {
    const Entry& same = texts_[text];
    if (same.step_after != 0) {
        return Match{same.step_after - 1, same.as_written, text, 1.0};
    }
    catch_up();
    Search& search = search_for(text);
    look(search);
    const Candidate* best = nullptr;
    for (const Candidate& each : search.matches) {
        const bool nearer = best != nullptr && each.similarity == best->similarity &&
                            texts_[each.text].step_after > texts_[best->text].step_after;
        if (best == nullptr || each.similarity > best->similarity || nearer) {
            best = &each;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    const Entry& entry = texts_[best->text];
    return Match{entry.step_after - 1, entry.as_written, best->text, best->similarity};
}

std::uint32_t DocumentIndex::word(const std::string& word) {
    const auto [found, added] =
        words_.try_emplace(word, static_cast<std::uint32_t>(telling_.size()));
    if (added) {
        telling_.push_back(tells(word));
        made_with_.emplace_back();
    }
    return found->second;
}

WordBag DocumentIndex::bag_of(Text text) {
    WordBag bag;
    for (const std::string& each : words(texts_[text].folded)) {
        bag.words.push_back(word(each));
    }
    std::ranges::sort(bag.words);
    std::ranges::copy_if(bag.words, std::back_inserter(bag.telling),
                         [this](std::uint32_t each) { return telling_[each]; });
    return bag;
}

/// Words are listed only once something is looked for by them: most kelengkapan are found as they
/// stand.
void DocumentIndex::catch_up() {
    for (const Text text : new_) {
        WordBag bag = bag_of(text);
        std::uint32_t last = UINT32_MAX;
        for (const std::uint32_t each : bag.words) {
            if (each != std::exchange(last, each)) {
                made_with_[each].push_back(text);
            }
        }
        bags_.emplace(text, std::move(bag));
    }
    new_.clear();
}

/// Of n words of which any match shares k, some n - k + 1 hold at least one of the shared ones
/// (Chaudhuri, Ganti and Kaushik 2006: prefix filter); the rarest make the shortest lists.
DocumentIndex::Search& DocumentIndex::search_for(Text text) {
    const auto [found, added] = searches_.try_emplace(text);
    Search& search = found->second;
    if (!added) {
        return search;
    }
    search.bag = bag_of(text);
    search.budget = options_.max_candidates;
    search.rare = search.bag.words;
    const std::size_t shared = least_shared(search.rare.size(), options_);
    if (shared > search.rare.size()) {
        search.rare.clear();
        return search;
    }
    std::ranges::stable_sort(search.rare, {},
                             [this](std::uint32_t each) { return made_with_[each].size(); });
    search.rare.resize(search.rare.size() - shared + 1);
    std::ranges::sort(search.rare);
    const auto repeated = std::ranges::unique(search.rare);
    search.rare.erase(repeated.begin(), repeated.end());
    search.looked.assign(search.rare.size(), 0);
    return search;
}

void DocumentIndex::look(Search& search) {
    for (std::size_t i = 0; i < search.rare.size(); ++i) {
        const std::vector<Text>& texts = made_with_[search.rare[i]];
        // The newest first: if the budget doesn't reach, the nearest were seen.
        for (std::size_t at = texts.size(); at > search.looked[i] && search.budget > 0; --at) {
            judge(search, texts[at - 1]);
        }
        search.looked[i] = texts.size();
    }
}

void DocumentIndex::judge(Search& search, Text candidate) {
    const bool known = std::ranges::any_of(
        search.matches, [candidate](const Candidate& each) { return each.text == candidate; });
    if (known) {
        return;
    }
    --search.budget;
    const double alike = compare(bags_.at(candidate), search.bag, options_);
    if (alike > 0) {
        search.matches.push_back({candidate, alike});
    }
}

} // namespace tertib
