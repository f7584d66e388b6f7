// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/flow.hpp"
#include "tertib/model/identity.hpp"
#include "tertib/model/layout.hpp"
#include "tertib/model/step.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The document that an Sop was read from.
struct Source {
    std::string sha256; ///< of the document's bytes, 64 hexadecimal digits; "" if not from bytes
    std::string media_type;

    friend bool operator==(const Source&, const Source&) = default;
};

/// A member of a JSON object that this version doesn't know, kept for the way back.
struct UnknownMember {
    std::string pointer; ///< RFC 6901
    std::string json;    ///< its value as JSON text

    friend bool operator==(const UnknownMember&, const UnknownMember&) = default;
};

/// Everything that makes up an SOP, to be filled freely; Sop checks it and freezes it.
struct SopParts {
    Source source;
    Identity identity;
    std::vector<std::string> pelaksana;         ///< the columns in order, all different
    std::vector<PelaksanaIndex> pelaksana_luar; ///< those outside the office, ascending
    std::optional<Waktu> total;
    std::vector<Step> steps;
    std::vector<Gateway> gateways;
    std::vector<Flow> flow;
    std::optional<Layout> layout;
    std::vector<UnknownMember> unknown_members;

    friend bool operator==(const SopParts&, const SopParts&) = default;
};

/// One SOP document: identity, pelaksana, steps, flow, layout. Immutable once built, so it may be
/// read from many threads at once; share a big one as std::shared_ptr<const Sop>.
///
///     SopParts parts;
///     parts.pelaksana = {"Kadis"};
///     parts.steps = {Step{.key = "1", .uraian = "Menelaah berkas"}};
///     parts.flow = {Flow{.from = "start", .to = "1"}, Flow{.from = "1", .to = "end"}};
///     Sop sop(std::move(parts));
///     sop.step("1")->uraian;
class Sop {
public:
    /// Throws Error(argument) that names the first thing wrong: a key used twice or reserved, a
    /// flow to or from a node that isn't there, a flow into start or out of end, a mark of a
    /// pelaksana that isn't there, two pelaksana of one name, a waktu whose parts are not those of
    /// its form or whose amounts are negative or upside down.
    explicit Sop(SopParts parts);

    [[nodiscard]] const Source& source() const noexcept { return parts_.source; }
    [[nodiscard]] const Identity& identity() const noexcept { return parts_.identity; }
    [[nodiscard]] std::span<const std::string> pelaksana() const noexcept {
        return parts_.pelaksana;
    }
    [[nodiscard]] std::span<const PelaksanaIndex> pelaksana_luar() const noexcept {
        return parts_.pelaksana_luar;
    }
    [[nodiscard]] const std::optional<Waktu>& total() const noexcept { return parts_.total; }
    [[nodiscard]] std::span<const Step> steps() const noexcept { return parts_.steps; }
    [[nodiscard]] std::span<const Gateway> gateways() const noexcept { return parts_.gateways; }
    [[nodiscard]] std::span<const Flow> flow() const noexcept { return parts_.flow; }
    [[nodiscard]] const std::optional<Layout>& layout() const noexcept { return parts_.layout; }

    /// The step of that key, or nullptr. Logarithmic time.
    [[nodiscard]] const Step* step(std::string_view key) const noexcept;
    /// The name of a column; the index must be one of this Sop.
    [[nodiscard]] const std::string& pelaksana_name(PelaksanaIndex index) const;
    /// The column of that name (compared after folding), or nothing.
    [[nodiscard]] std::optional<PelaksanaIndex> find_pelaksana(std::string_view name) const;
    [[nodiscard]] bool outside_office(PelaksanaIndex index) const noexcept;
    /// One pelaksana for the whole SOP: the regulation's "SOP teknis", no error.
    [[nodiscard]] bool teknis() const noexcept { return parts_.pelaksana.size() == 1; }

    /// SHA-256 over the canonical model, 64 hexadecimal digits (docs/formats.md): identity,
    /// pelaksana, total, steps, gateways and flow, but neither source nor layout.
    [[nodiscard]] const std::string& digest() const noexcept { return digest_; }

    /// A copy of everything, to make another Sop from.
    [[nodiscard]] const SopParts& parts() const noexcept { return parts_; }

    friend bool operator==(const Sop& a, const Sop& b) { return a.parts_ == b.parts_; }

private:
    SopParts parts_;
    std::string digest_;
    std::vector<std::size_t> by_key_; ///< indexes of steps, sorted by key
};

} // namespace tertib
