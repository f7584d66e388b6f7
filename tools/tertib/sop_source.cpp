// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sop_source.hpp"

#include "tertib/base/text.hpp"
#include "tertib/run/ready_sop.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace tertib::tool {
namespace {

/// Fewer digits than lists show are more likely a file that isn't there.
constexpr std::size_t fewest_digits = 8;

bool looks_like_digest(std::string_view text) {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() >= fewest_digits && text.size() <= 64 && std::ranges::all_of(text, is_digit);
}

SopSource by_digest(Store& store, const std::string& beginning) {
    const std::vector<std::string> registered = store.sops();
    std::vector<std::string> found;
    const auto take = [&](const std::string& digest) {
        if (digest.starts_with(beginning) && !std::ranges::count(found, digest)) {
            found.push_back(digest);
        }
    };
    std::ranges::for_each(registered, take);
    for (const SopVersion& version : store.versions()) {
        take(version.digest);
    }
    if (found.size() != 1) {
        throw Failure(Exit::usage, found.empty() ? "UI-USAGE-SOP" : "UI-USAGE-SOP-SEVERAL",
                      {{"text", beginning}});
    }
    SopSource source;
    source.digest = found.front();
    if (std::ranges::binary_search(registered, source.digest)) {
        source.sop = std::make_shared<const Sop>(store.sop(source.digest)->sop());
    }
    return source;
}

} // namespace

std::optional<Finding> why_not_runnable(const Document& document) {
    for (const Finding& finding : document.findings) {
        if (finding.code.starts_with("OVERLAY-") && finding.severity == Severity::error &&
            !is_waived(finding, document.waivers)) {
            return finding;
        }
    }
    const ReadySopResult ready = ready_sop(std::make_shared<const Sop>(document.sop));
    return ready.sop ? std::nullopt : std::optional(ready.refusals.front());
}

SopSource find_sop(Store& store, const DocumentRequest& request, Language language) {
    std::error_code nothing;
    const bool is_file = request.path == "-" || std::filesystem::exists(request.path, nothing);
    if (!is_file && looks_like_digest(request.path)) {
        return by_digest(store, request.path);
    }
    const Document document = load_documents(request, language).front();
    return {.digest = document.sop.digest(),
            .sop = std::make_shared<const Sop>(document.sop),
            .refusal = why_not_runnable(document)};
}

void register_sop(Store& store, const Sop& sop, const Manner& manner) {
    const std::vector<std::string> known = store.sops();
    if (std::ranges::binary_search(known, sop.digest())) {
        return;
    }
    (void)store.register_sop(sop);
    const Page page(manner.terminal, manner.language);
    const Identity& identity = sop.identity();
    say("tertib: " +
        page.text("UI-CASE-REGISTERED", {{"nama", sop_words(page, identity.nama, identity.nomor)},
                                         {"digest", sop.digest().substr(0, 12)}}));
}

std::string sop_words(const Page& page, std::string_view nama, std::string_view nomor) {
    if (const std::string name = squeeze(nama); !name.empty()) {
        return name;
    }
    const std::string number = squeeze(nomor);
    return number.empty() ? page.text("UI-SOP-NAMELESS")
                          : page.text("UI-SOP-NUMBERED", {{"nomor", number}});
}

} // namespace tertib::tool
