// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "page.hpp"
#include "verb.hpp"

#include "tertib/store/store.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tertib::tool {

/// What an overlay couldn't apply to the document, else why no case can run by it.
[[nodiscard]] std::optional<Finding> why_not_runnable(const Document& document);

/// Which version of an SOP an argument means: a document in a file, or what the store knows by that
/// digest or the beginning of it, as lists show it.
struct SopSource {
    std::string digest;
    /// Nothing for a digest that only the office's list of versions has.
    std::shared_ptr<const Sop> sop;
    /// As why_not_runnable() says of a document.
    std::optional<Finding> refusal;
};

/// A file goes before a digest. Throws Failure: usage where it is neither, or several versions begin
/// with it, and as load_documents() does.
[[nodiscard]] SopSource find_sop(Store& store, const DocumentRequest& request, Language language);

/// Keeps the document in the store, if it is new there, and says so.
void register_sop(Store& store, const Sop& sop, const Manner& manner);

/// What to call an SOP whose nama may be blank.
[[nodiscard]] std::string sop_words(const Page& page, std::string_view nama,
                                    std::string_view nomor);

} // namespace tertib::tool
