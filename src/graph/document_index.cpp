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
constexpr std::array<bool, 256> plain_letters = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = (i >= 'a' && i <= 'z') || (i >= '0' && i <= '9');
    }
    return table;
}();

bool is_plain_letter(char c) {
    return plain_letters[static_cast<unsigned char>(c)];
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Calls `take` for each word of a folded text.
template <typename Take>
void each_word(std::string_view folded, const Take& take) {
    if (!is_ascii(folded)) {
        for (const std::string& each : words(folded)) {
            take(std::string_view(each));
        }
        return;
    }
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const std::size_t first = at;
        while (at < folded.size() && is_plain_letter(folded[at])) {
            ++at;
        }
        if (first != at) {
            take(folded.substr(first, at - first));
        }
    }
}

constexpr std::size_t words_at_first = 64;

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

bool is_document(std::string_view folded) {
    return std::ranges::any_of(folded, is_plain_letter) || !words(folded).empty();
}

DocumentIndex::DocumentIndex(const DocumentOptions& options, const TextNumbers& texts)
    : options_(options),
      texts_(&texts),
      entries_(texts.size()),
      words_(words_at_first) {}

void DocumentIndex::want(Text text) {
    each_word(texts_->text(text), [this](std::string_view word) {
        if (words_.number(word).is_new) {
            met_.push_back(none);
        }
    });
}

void DocumentIndex::made(Text text, std::uint32_t place) {
    if (std::exchange(entries_[text].made, place) == none) {
        new_.push_back(text);
    }
}

std::optional<DocumentIndex::Match> DocumentIndex::find(Text text) {
    catch_up();
    Search& search = search_for(text);
    look(text, search);
    const Candidate* best = nullptr;
    for (const Candidate& each : search.matches) {
        const bool nearer = best != nullptr && each.similarity == best->similarity &&
                            entries_[each.text].made > entries_[best->text].made;
        if (best == nullptr || each.similarity > best->similarity || nearer) {
            best = &each;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    return Match{entries_[best->text].made, best->similarity};
}

void DocumentIndex::take_word(Entry& entry, std::string_view word) {
    const std::optional<std::uint32_t> wanted = words_.find(word);
    if (!wanted) {
        ++entry.others;
        entry.others_tell = entry.others_tell || tells(word);
        return;
    }
    if (met_[*wanted] == none) {
        met_[*wanted] = static_cast<Word>(word_entries_.size());
        word_entries_.push_back({none, 0, tells(word)});
    }
    bags_.push_back(met_[*wanted]);
}

std::span<const DocumentIndex::Word> DocumentIndex::bag(Text text) {
    Entry& entry = entries_[text];
    if (entry.bag_begin == none) {
        fill_bag(entry, texts_->text(text));
    }
    return std::span(bags_).subspan(entry.bag_begin, entry.bag_size);
}

void DocumentIndex::fill_bag(Entry& entry, std::string_view folded) {
    entry.bag_begin = static_cast<std::uint32_t>(bags_.size());
    each_word(folded, [&](std::string_view word) { take_word(entry, word); });
    std::sort(bags_.begin() + entry.bag_begin, bags_.end());
    entry.bag_size = static_cast<std::uint32_t>(bags_.size()) - entry.bag_begin;
}

/// The words of both are ascending. A telling word that only one has parts them.
double DocumentIndex::compare(Text produk, Text kelengkapan) {
    static_cast<void>(bag(produk));
    const std::span<const Word> b = bag(kelengkapan); // all of its words: it is wanted
    const std::span<const Word> a = bag(produk);      // again: the first may have moved the words
    if (entries_[produk].others_tell) {
        return 0;
    }
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
    const std::size_t produk_size = a.size() + entries_[produk].others;
    const bool contained = shared == std::min(produk_size, b.size());
    const double alike = dice(shared, produk_size, b.size());
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

DocumentIndex::Search& DocumentIndex::search_for(Text text) {
    const std::span<const Word> words = bag(text);
    Entry& entry = entries_[text];
    if (entry.search == none) {
        entry.search = static_cast<std::uint32_t>(searches_.size());
        Search& search = searches_.emplace_back();
        search.budget = options_.max_candidates;
        choose_rare(search, words);
    }
    return searches_[entry.search];
}

/// Of n words of which any match shares k, some n - k + 1 hold at least one of the shared ones
/// (Chaudhuri, Ganti and Kaushik 2006: prefix filter); the rarest make the shortest lists.
void DocumentIndex::choose_rare(Search& search, std::span<const Word> words) {
    const std::size_t shared = least_shared(words.size(), options_);
    if (shared > words.size()) {
        return;
    }
    sorted_.assign(words.begin(), words.end());
    std::ranges::sort(sorted_, {},
                      [this](Word each) { return std::pair(word_entries_[each].count, each); });
    sorted_.resize(words.size() - shared + 1);
    std::ranges::sort(sorted_);
    const auto repeated = std::ranges::unique(sorted_);
    sorted_.erase(repeated.begin(), repeated.end());
    search.rare_begin = rares_.size();
    search.rare_count = sorted_.size();
    for (const Word each : sorted_) {
        rares_.push_back({each, none});
    }
}

void DocumentIndex::look(Text text, Search& search) {
    for (Rare& rare : std::span(rares_).subspan(search.rare_begin, search.rare_count)) {
        // The newest first: if the budget doesn't reach, the nearest were seen.
        const std::uint32_t last = word_entries_[rare.word].last;
        for (std::uint32_t at = last; at != rare.looked && search.budget > 0;
             at = lists_[at].before) {
            judge(text, search, lists_[at].text);
        }
        rare.looked = last;
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
