// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include "failure.hpp"
#include "input.hpp"
#include "output.hpp"
#include "reason.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/model/open_findings.hpp"
#include "tertib/model/overlay_json.hpp"
#include "tertib/read/reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tertib::tool {
namespace {

struct NamedOverlay {
    std::string path;
    Overlay overlay;
};

std::vector<SopReading> read_document(const DocumentRequest& request) {
    ReadOptions options;
    options.name = request.path == "-" ? std::string() : request.path;
    const std::string bytes = read_input(request.path, options.max_bytes);
    if (bytes.empty()) {
        throw Failure(Exit::unreadable, "UI-INPUT-EMPTY", {{"file", request.path}});
    }
    try {
        return read_sops(bytes, options);
    } catch (const Error& error) {
        throw unreadable(request.path, error, InputKind::document);
    }
}

std::vector<NamedOverlay> read_overlays(const DocumentRequest& request) {
    std::vector<NamedOverlay> overlays;
    overlays.reserve(request.overlays.size());
    for (const std::string& path : request.overlays) {
        overlays.push_back({path, load_overlay(path)});
    }
    return overlays;
}

/// The names in "Kadis,Sekretaris"; a pelaksana whose own name has a comma is meant as a whole.
std::vector<std::string> names_in(std::string_view list, const Sop& sop) {
    if (sop.find_pelaksana(list)) {
        return {std::string(trim(list))};
    }
    std::vector<std::string> names;
    for (const std::string_view name : split(list, ',')) {
        if (!trim(name).empty()) {
            names.emplace_back(trim(name));
        }
    }
    return names;
}

/// The step that "3=…" means: its key, or the number as printed ("3.").
std::string step_in(std::string_view text, const Sop& sop) {
    const std::string_view wanted = trim(text);
    if (sop.step(wanted) == nullptr) {
        for (const Step& step : sop.steps()) {
            if (trim(step.no) == wanted) {
                return step.key;
            }
        }
    }
    return std::string(wanted);
}

std::optional<Overlay> assignments(const DocumentRequest& request, const Sop& sop) {
    if (request.assigns.empty()) {
        return std::nullopt;
    }
    Overlay overlay;
    overlay.by = "--assign";
    for (const std::string& assign : request.assigns) {
        const std::size_t equals = assign.find('=');
        std::vector<std::string> names;
        if (equals != std::string::npos) {
            names = names_in(std::string_view(assign).substr(equals + 1), sop);
        }
        if (equals == std::string::npos || names.empty() ||
            trim(assign.substr(0, equals)).empty()) {
            throw Failure(Exit::usage, "UI-USAGE-ASSIGN", {{"text", assign}});
        }
        overlay.assign[step_in(std::string_view(assign).substr(0, equals), sop)] = std::move(names);
    }
    return overlay;
}

void apply(Document& document, const Overlay& overlay) {
    OverlayResult result = apply_overlay(document.sop, overlay);
    document.sop = std::move(result.sop);
    document.findings = open_findings(document.findings, document.sop);
    document.findings.insert(document.findings.end(), result.findings.begin(),
                             result.findings.end());
    document.waivers.insert(document.waivers.end(), overlay.waivers.begin(), overlay.waivers.end());
}

Document finished(SopReading reading, const DocumentRequest& request,
                  std::span<const NamedOverlay> overlays) {
    Document document{std::move(reading.sop), std::move(reading.findings), {}};
    const std::string digest = document.sop.digest();
    for (const NamedOverlay& each : overlays) {
        // With --all an overlay belongs to the one SOP that it names.
        if (!request.all || each.overlay.sop_digest == digest) {
            Overlay overlay = each.overlay;
            if (overlay.sop_digest == digest) {
                overlay.sop_digest
                    .clear(); // made for this SOP: an earlier overlay changed it since
            }
            apply(document, overlay);
        }
    }
    if (const std::optional<Overlay> assigned = assignments(request, document.sop)) {
        apply(document, *assigned);
    }
    return document;
}

void check_all(const DocumentRequest& request, std::span<const NamedOverlay> overlays,
               std::span<const SopReading> readings) {
    if (readings.size() > 1 && !request.assigns.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-ASSIGN-ALL",
                      {{"count", std::to_string(readings.size())}});
    }
    for (const NamedOverlay& each : overlays) {
        const bool known = std::ranges::any_of(readings, [&](const SopReading& reading) {
            return reading.sop.digest() == each.overlay.sop_digest;
        });
        if (!known) {
            throw Failure(Exit::usage, "UI-USAGE-OVERLAY-ALL", {{"file", each.path}});
        }
    }
}

} // namespace

Overlay load_overlay(const std::string& path) {
    const std::string bytes = read_input(path, ReadOptions{}.max_bytes);
    try {
        return overlay_from_json(bytes);
    } catch (const Error& error) {
        throw unreadable(path, error, InputKind::json);
    }
}

std::vector<Document> load_documents(const DocumentRequest& request, Language language) {
    std::vector<SopReading> readings = read_document(request);
    const std::vector<NamedOverlay> overlays = read_overlays(request);
    std::vector<Document> documents;
    if (request.all) {
        check_all(request, overlays, readings);
        for (SopReading& reading : readings) {
            documents.push_back(finished(std::move(reading), request, overlays));
        }
        return documents;
    }
    const std::string count = std::to_string(readings.size());
    if (request.nth > readings.size()) {
        throw Failure(Exit::usage, "UI-USAGE-NTH",
                      {{"nth", std::to_string(request.nth)}, {"count", count}});
    }
    if (request.nth == 0 && readings.size() > 1) {
        const std::vector<Argument> arguments = {{"file", request.path}, {"count", count}};
        say("tertib: " + text_of("UI-SEVERAL-SOPS", language, arguments));
    }
    const std::size_t chosen = request.nth == 0 ? 0 : request.nth - 1;
    documents.push_back(finished(std::move(readings[chosen]), request, overlays));
    return documents;
}

bool is_waived(const Finding& finding, std::span<const Waiver> waivers) {
    return std::ranges::any_of(waivers, [&](const Waiver& waiver) {
        return waiver.code == finding.code &&
               (waiver.steps.empty() ||
                std::ranges::find(waiver.steps, finding.where.step) != waiver.steps.end());
    });
}

bool has_error(const Document& document) {
    return std::ranges::any_of(document.findings, [&](const Finding& finding) {
        return finding.severity == Severity::error && !is_waived(finding, document.waivers);
    });
}

Exit tell_overlays(const Document& document, Language language) {
    Exit exit = Exit::done;
    for (const Finding& finding : document.findings) {
        if (finding.code.starts_with("OVERLAY-") && !is_waived(finding, document.waivers)) {
            say("tertib: " + finding.code + ": " + message(finding, language));
            exit = finding.severity == Severity::error ? Exit::negative : exit;
        }
    }
    return exit;
}

} // namespace tertib::tool
