// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/step.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A produk of one step that is a kelengkapan of a later one. Steps are places in the list given.
struct DocumentLink {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string produk;      ///< as written where it is made
    std::string kelengkapan; ///< as written where it is needed
    double similarity = 1.0; ///< 1 if the folded texts are equal

    friend bool operator==(const DocumentLink&, const DocumentLink&) = default;
};

/// A kelengkapan or produk with the step whose row it stands in.
struct DocumentAt {
    std::size_t step = 0;
    std::string text;

    friend bool operator==(const DocumentAt&, const DocumentAt&) = default;
};

/// Who makes documents for whom: all links between steps of the same makers and the same takers.
/// An empty list of pelaksana means unknown.
struct DocumentExchange {
    std::vector<PelaksanaIndex> makers; ///< ascending
    std::vector<PelaksanaIndex> takers; ///< ascending
    std::vector<std::size_t> links;     ///< places in Documents::links

    friend bool operator==(const DocumentExchange&, const DocumentExchange&) = default;
};

/// How alike two texts must be to be one document. Similarity is Dice's coefficient over words
/// (base/text.hpp). Three guards keep it from joining what only sounds alike:
/// - words with digits ("Formulir 2") and words for a document's state (konsep, draft, rancangan …)
///   must be the same on both sides;
/// - at least `shared_words` words must be common;
/// - if each text has a word that the other lacks ("Laporan hasil pemeriksaan kesehatan", "…
/// lapangan")
///   the higher threshold counts; the lower one is for a text that is shortened in the other row.
struct DocumentOptions {
    double shortened = 0.75; ///< one text's words are all in the other: "Konsep Surat" is cut short
    double reworded = 0.9;   ///< each has words of its own
    std::size_t shared_words = 2;
    /// At most so many different earlier produk are compared for one kelengkapan's text; documents
    /// of offices never come near it, it keeps a hostile one linear.
    std::size_t max_candidates = 256;
};

/// How documents go through the steps.
struct Documents {
    std::vector<DocumentLink> links;         ///< by `to`, then by place of the kelengkapan
    std::vector<DocumentAt> from_outside;    ///< kelengkapan that no earlier step makes
    std::vector<DocumentAt> leaving;         ///< produk that no later step takes
    std::vector<DocumentExchange> exchanges; ///< in the order of their first link
};

/// Links each kelengkapan to the nearest earlier step (in document order) that yields it: one whose
/// produk has the same folded text; if there is none, the one whose produk is most alike and alike
/// enough, and of those the nearest. A cell without letters and digits ("-") is no document.
/// Near linear time: texts are folded once each, and compared only where they share a rare word.
///
///     Documents documents = find_documents(sop.steps());
///     documents.links.front().similarity;
[[nodiscard]] Documents find_documents(std::span<const Step> steps,
                                       const DocumentOptions& options = {});

/// Only the links.
[[nodiscard]] std::vector<DocumentLink> find_document_links(std::span<const Step> steps,
                                                            const DocumentOptions& options = {});

/// Whether two texts are taken for one document by these options: their similarity, or 0.
/// The measure by which find_documents judges each pair.
[[nodiscard]] double document_similarity(std::string_view produk, std::string_view kelengkapan,
                                         const DocumentOptions& options = {});

} // namespace tertib
