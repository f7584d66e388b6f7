// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/documents.hpp"

#include "graph/document_index.hpp"
#include "graph/hands.hpp"
#include "graph/text_numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace tertib {

namespace {

using Text = DocumentIndex::Text;

constexpr std::uint32_t none = DocumentIndex::none;

/// A text in a step's row, as far as it is a document and the first of its kind in the row.
struct Mention {
    enum class As : std::uint8_t { needed, made };

    const std::string* written = nullptr;
    double similarity = 1.0; ///< of what is needed to its match
    Text text = none;
    std::uint32_t step = 0;     ///< 2^32 steps would not fit into memory
    std::uint32_t match = none; ///< of what is needed: where it was made
    As as = As::needed;
    bool taken = false; ///< of what is made: by a text that isn't equal
};

/// Goes through the steps once, in document order, and then through what they mention: each text
/// is folded once, and only those that no earlier one is equal to are compared by their words.
class Walk {
public:
    Walk(std::span<const Step> steps, const DocumentOptions& options)
        : steps_(steps),
          options_(options),
          texts_(steps.size()) {
        entries_.reserve(steps.size());
        mentions_.reserve(2 * steps.size());
    }

    Documents take() {
        for (std::uint32_t i = 0; i < steps_.size(); ++i) {
            for (const std::string& kelengkapan : steps_[i].kelengkapan) {
                need(i, kelengkapan);
            }
            for (const std::string& produk : steps_[i].produk) {
                make(i, produk);
            }
        }
        if (unmatched_ > 0) {
            find_alike();
        }
        return result();
    }

private:
    struct Entry {
        std::uint32_t made = none;      ///< the last mention that makes it
        std::uint32_t needed_after = 0; ///< one more than the last step that needs it, 0 if none
        bool document = true;
    };

    /// The number of a text, or `none` if it is no document.
    Text number(std::string_view text) {
        const TextNumbers::Numbered found = texts_.number_folded(text);
        if (found.is_new) {
            entries_.push_back({none, 0, is_document(texts_.text(found.number))});
        }
        return entries_[found.number].document ? found.number : none;
    }

    void need(std::uint32_t step, const std::string& written) {
        const Text text = number(written);
        if (text == none || std::exchange(entries_[text].needed_after, step + 1) == step + 1) {
            return;
        }
        const std::uint32_t match = entries_[text].made;
        unmatched_ += match == none ? 1 : 0;
        mentions_.push_back({.written = &written, .text = text, .step = step, .match = match});
    }

    void make(std::uint32_t step, const std::string& written) {
        const Text text = number(written);
        if (text == none) {
            return;
        }
        std::uint32_t& made = entries_[text].made;
        if (made == none || mentions_[made].step != step) {
            made = static_cast<std::uint32_t>(mentions_.size());
            mentions_.push_back(
                {.written = &written, .text = text, .step = step, .as = Mention::As::made});
        }
    }

    [[nodiscard]] static bool is_unmatched(const Mention& mention) {
        return mention.as == Mention::As::needed && mention.match == none;
    }

    void find_alike() {
        DocumentIndex index(options_, texts_);
        for (const Mention& each : mentions_) {
            if (is_unmatched(each)) {
                index.want(each.text);
            }
        }
        for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
            Mention& here = mentions_[i];
            if (here.as == Mention::As::made) {
                index.made(here.text, i);
            } else if (here.match == none) {
                if (const std::optional<DocumentIndex::Match> match = index.find(here.text)) {
                    here.match = match->place;
                    here.similarity = match->similarity;
                    mentions_[match->place].taken = true;
                    --unmatched_;
                }
            }
        }
    }

    [[nodiscard]] Documents result() const {
        const auto needed = std::ranges::count(mentions_, Mention::As::needed, &Mention::as);
        Documents documents;
        documents.links.reserve(static_cast<std::size_t>(needed) - unmatched_);
        documents.from_outside.reserve(unmatched_);
        for (const Mention& each : mentions_) {
            if (is_unmatched(each)) {
                documents.from_outside.push_back({each.step, *each.written});
            } else if (each.as == Mention::As::needed) {
                const Mention& maker = mentions_[each.match];
                documents.links.push_back(
                    {maker.step, each.step, *maker.written, *each.written, each.similarity});
            } else if (!each.taken && entries_[each.text].needed_after <= each.step + 1) {
                // Nobody takes it: it isn't needed later, and nothing like it was linked to it.
                documents.leaving.push_back({each.step, *each.written});
            }
        }
        return documents;
    }

    std::span<const Step> steps_;
    const DocumentOptions& options_;
    TextNumbers texts_;
    std::vector<Entry> entries_; ///< by text
    std::vector<Mention> mentions_;
    std::size_t unmatched_ = 0;
};

std::vector<DocumentExchange> find_exchanges(std::span<const Step> steps,
                                             std::span<const DocumentLink> links) {
    Hands hands;
    HandPairs pairs;
    std::vector<DocumentExchange> exchanges;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const Hands::Id makers = hands.id(steps[links[i].from].marks);
        const Hands::Id takers = hands.id(steps[links[i].to].marks);
        const std::size_t place = pairs.place(makers, takers);
        if (place == exchanges.size()) {
            exchanges.push_back({hands.set(makers), hands.set(takers), {}});
        }
        exchanges[place].links.push_back(i);
    }
    return exchanges;
}

} // namespace

Documents find_documents(std::span<const Step> steps, const DocumentOptions& options) {
    Documents documents = Walk(steps, options).take();
    documents.exchanges = find_exchanges(steps, documents.links);
    return documents;
}

std::vector<DocumentLink> find_document_links(std::span<const Step> steps,
                                              const DocumentOptions& options) {
    return Walk(steps, options).take().links;
}

double document_similarity(std::string_view produk, std::string_view kelengkapan,
                           const DocumentOptions& options) {
    TextNumbers texts(2);
    const Text made = texts.number_folded(produk).number;
    const Text needed = texts.number_folded(kelengkapan).number;
    if (!is_document(texts.text(made)) || !is_document(texts.text(needed))) {
        return 0;
    }
    if (made == needed) {
        return 1;
    }
    DocumentIndex index(options, texts);
    index.want(needed);
    index.made(made, 0);
    const std::optional<DocumentIndex::Match> match = index.find(needed);
    return match ? match->similarity : 0;
}

} // namespace tertib
