// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/documents.hpp"

#include "graph/document_index.hpp"
#include "graph/hands.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

using Text = DocumentIndex::Text;

/// A guess: what one step makes the next one needs, and most steps make one thing.
constexpr std::size_t texts_per_step = 2;

/// Goes through the steps once, in document order.
class Walk {
public:
    Walk(std::span<const Step> steps, const DocumentOptions& options)
        : steps_(steps),
          index_(options, texts_per_step * steps.size()) {
        produk_.reserve(steps.size());
        result_.links.reserve(steps.size());
    }

    Documents take() {
        for (std::uint32_t i = 0; i < steps_.size(); ++i) {
            need(i);
            make(i);
        }
        find_leaving();
        return std::move(result_);
    }

private:
    void need(std::uint32_t step) {
        for (const std::string& kelengkapan : steps_[step].kelengkapan) {
            const Text text = index_.number(kelengkapan);
            if (text == DocumentIndex::none ||
                index_.needed(text, step) == DocumentIndex::Mention::again) {
                continue;
            }
            const std::optional<DocumentIndex::Match> match = index_.find(text);
            if (!match) {
                result_.from_outside.push_back({step, kelengkapan});
                continue;
            }
            if (match->text != text) {
                taken_otherwise_.emplace_back(match->step, match->text);
            }
            result_.links.push_back(
                {match->step, step, std::string(match->produk), kelengkapan, match->similarity});
        }
    }

    void make(std::uint32_t step) {
        for (const std::string& produk : steps_[step].produk) {
            const Text text = index_.number(produk);
            if (text != DocumentIndex::none &&
                index_.made(text, step, produk) == DocumentIndex::Mention::first) {
                produk_.push_back({step, text, &produk});
            }
        }
    }

    /// What nobody takes: its text isn't needed later, and nothing like it was linked to it.
    void find_leaving() {
        std::ranges::sort(taken_otherwise_);
        for (const Made& each : produk_) {
            if (!index_.needed_after(each.text, each.step) &&
                !std::ranges::binary_search(taken_otherwise_, std::pair(each.step, each.text))) {
                result_.leaving.push_back({each.step, *each.produk});
            }
        }
    }

    struct Made {
        std::uint32_t step = 0; // 2^32 steps would not fit into memory
        Text text = DocumentIndex::none;
        const std::string* produk = nullptr;
    };

    std::span<const Step> steps_;
    DocumentIndex index_;
    std::vector<Made> produk_;
    std::vector<std::pair<std::uint32_t, Text>> taken_otherwise_; ///< by a text that is not equal
    Documents result_;
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
    DocumentIndex index(options, 2);
    const Text made = index.number(produk);
    const Text needed = index.number(kelengkapan);
    if (made == DocumentIndex::none || needed == DocumentIndex::none) {
        return 0;
    }
    static_cast<void>(index.made(made, 0, produk));
    const std::optional<DocumentIndex::Match> match = index.find(needed);
    return match ? match->similarity : 0;
}

} // namespace tertib
