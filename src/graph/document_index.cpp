// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/document_index.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
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

/// Of a folded text, so there are no capitals.
bool is_plain_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "-" and the like stand for nothing.
bool is_document(std::string_view folded) {
    return std::ranges::any_of(folded, is_plain_letter) || !words(folded).empty();
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

DocumentIndex::Text DocumentIndex::number(std::string_view text) {
    const std::string folded = fold(text);
    const TextNumbers::Numbered found = texts_.number(folded);
    if (found.is_new) {
        entries_.emplace_back();
        entries_.back().document = is_document(folded);
    }
    return entries_[found.number].document ? found.number : none;
}

void DocumentIndex::made(Text text, std::size_t step, std::string_view as_written) {
    Entry& entry = entries_[text];
    if (entry.step_after == 0) {
        new_.push_back(text);
    }
    entry.step_after = step + 1;
    entry.as_written = as_written;
}

std::optional<DocumentIndex::Match> DocumentIndex::find(Text text) {
    const Entry& same = entries_[text];
    if (same.step_after != 0) {
        return Match{same.step_after - 1, same.as_written, text, 1.0};
    }
    catch_up();
    Search& search = search_for(text);
    look(text, search);
    const Candidate* best = nullptr;
    for (const Candidate& each : search.matches) {
        const bool nearer = best != nullptr && each.similarity == best->similarity &&
                            entries_[each.text].step_after > entries_[best->text].step_after;
        if (best == nullptr || each.similarity > best->similarity || nearer) {
            best = &each;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    const Entry& entry = entries_[best->text];
    return Match{entry.step_after - 1, entry.as_written, best->text, best->similarity};
}

DocumentIndex::Word DocumentIndex::word(std::string_view text) {
    const TextNumbers::Numbered found = words_.number(text);
    if (found.is_new) {
        word_entries_.push_back({none, 0, tells(text)});
    }
    return found.number;
}

std::span<const DocumentIndex::Word> DocumentIndex::bag(Text text) {
    Entry& entry = entries_[text];
    if (entry.bag_begin == none) {
        fill_bag(entry, texts_.text(text));
    }
    return std::span(bags_).subspan(entry.bag_begin, entry.bag_size);
}

void DocumentIndex::fill_bag(Entry& entry, std::string_view folded) {
    entry.bag_begin = static_cast<std::uint32_t>(bags_.size());
    if (is_ascii(folded)) {
        for (auto at = folded.begin(); at != folded.end();) {
            const auto first = std::find_if(at, folded.end(), is_plain_letter);
            at = std::find_if_not(first, folded.end(), is_plain_letter);
            if (first != at) {
                bags_.push_back(word(std::string_view(first, at)));
            }
        }
    } else {
        for (const std::string& each : words(folded)) {
            bags_.push_back(word(each));
        }
    }
    std::sort(bags_.begin() + entry.bag_begin, bags_.end());
    entry.bag_size = static_cast<std::uint32_t>(bags_.size()) - entry.bag_begin;
}

/// The words of both are ascending. A telling word that only one has parts them.
double DocumentIndex::compare(Text produk, Text kelengkapan) {
    static_cast<void>(bag(produk));
    const std::span<const Word> b = bag(kelengkapan);
    const std::span<const Word> a = bag(produk); // again: the first may have moved the words
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++shared;
            ++i;
            ++j;
            continue;
        }
        const bool first = j == b.size() || (i < a.size() && a[i] < b[j]);
        if (word_entries_[first ? a[i++] : b[j++]].telling) {
            return 0;
        }
    }
    if (shared == 0 || shared < options_.shared_words) {
        return 0;
    }
    const bool contained = shared == std::min(a.size(), b.size());
    const double alike = dice(shared, a.size(), b.size());
    return alike >= (contained ? options_.shortened : options_.reworded) ? alike : 0;
}

/// Words are listed only once something is looked for by them: most kelengkapan are found as they
/// stand.
void DocumentIndex::catch_up() {
    for (const Text text : new_) {
        Word last = none;
        for (const Word each : bag(text)) {
            if (each == std::exchange(last, each)) {
                continue;
            }
            WordEntry& entry = word_entries_[each];
            lists_.push_back({text, entry.last});
            entry.last = static_cast<std::uint32_t>(lists_.size() - 1);
            ++entry.count;
        }
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
    search.budget = options_.max_candidates;
    const std::span<const Word> words = bag(text);
    const std::size_t shared = least_shared(words.size(), options_);
    if (shared > words.size()) {
        return search;
    }
    search.rare.assign(words.begin(), words.end());
    std::ranges::stable_sort(search.rare, {},
                             [this](Word each) { return word_entries_[each].count; });
    search.rare.resize(words.size() - shared + 1);
    std::ranges::sort(search.rare);
    const auto repeated = std::ranges::unique(search.rare);
    search.rare.erase(repeated.begin(), repeated.end());
    search.looked.assign(search.rare.size(), none);
    return search;
}

void DocumentIndex::look(Text text, Search& search) {
    for (std::size_t i = 0; i < search.rare.size(); ++i) {
        // The newest first: if the budget doesn't reach, the nearest were seen.
        const std::uint32_t last = word_entries_[search.rare[i]].last;
        for (std::uint32_t at = last; at != search.looked[i] && search.budget > 0;
             at = lists_[at].before) {
            judge(text, search, lists_[at].text);
        }
        search.looked[i] = last;
    }
}

void DocumentIndex::judge(Text text, Search& search, Text candidate) {
    const bool known = std::ranges::any_of(
        search.matches, [candidate](const Candidate& each) { return each.text == candidate; });
    if (known) {
        return;
    }
    --search.budget;
    const double alike = compare(candidate, text);
    if (alike > 0) {
        search.matches.push_back({candidate, alike});
    }
}

} // namespace tertib
