// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event_json.hpp"
#include "tertib/store/receipt.hpp"
#include "tertib/store/seal.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

/// The lines of an export beside its events (docs/formats.md).
namespace tertib {

enum class DocumentKind : std::uint8_t { sop, calendar, policy };
/// "sop", "calendar"
[[nodiscard]] std::string_view name(DocumentKind kind) noexcept;

/// A registered document, its JSON kept as it was, byte by byte.
struct DocumentLine {
    DocumentKind kind = DocumentKind::sop;
    std::string digest;
    std::string json;
};

/// The answer that was given to a key.
struct ReceiptLine {
    std::string key;
    KeyedReceipt receipt;
};

/// What closes an export: how many lines stand before it, and the digest of their bytes.
struct EndLine {
    std::uint64_t lines = 0;
    Sha256 digest{};
};

[[nodiscard]] std::string line_of(const DocumentLine& document);
[[nodiscard]] std::string line_of(const SealHead& head);
[[nodiscard]] std::string line_of(const ReceiptLine& receipt);
[[nodiscard]] std::string line_of(const EndLine& end);

using ExportedLine = std::variant<DocumentLine, JournalLine, SealHead, Seal, ReceiptLine, EndLine>;

/// Throws Error(format), Error(limit) or Error(unsupported) with the row in its position.
[[nodiscard]] ExportedLine read_exported_line(std::string_view line, std::int64_t row);

} // namespace tertib
