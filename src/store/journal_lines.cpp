// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/journal_lines.hpp"

#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/schema_member.hpp"
#include "store/json_values.hpp"
#include "tertib/base/error.hpp"

#include <array>
#include <optional>
#include <span>

namespace tertib {

namespace {

constexpr std::string_view event_front = R"({"schema": "tertib.journal/)";
constexpr std::string_view document_schema = "tertib.document/1";
constexpr std::string_view head_schema = "tertib.seal_head/1";
constexpr std::string_view receipt_schema = "tertib.receipt/1";
constexpr std::string_view end_schema = "tertib.journal_end/1";
constexpr std::array<DocumentKind, 3> document_kinds = {DocumentKind::sop, DocumentKind::calendar,
                                                        DocumentKind::policy};

void member_count(JsonWriter& json, std::string_view name, std::uint64_t count) {
    json.key(name);
    json.raw(std::to_string(count));
}

void check_members(JsonView root, std::span<const std::string_view> members) {
    refuse_unknown(root, members, "a line of this kind has no such member");
}

[[nodiscard]] DocumentLine read_document(JsonView root) {
    constexpr std::array<std::string_view, 4> members = {"schema", "kind", "digest", "json"};
    check_members(root, members);
    return {.kind = root.member("kind").word(std::span<const DocumentKind>(document_kinds)),
            .digest = hex(digest_of(root.member("digest"))),
            .json = std::string(root.member("json").text())};
}

[[nodiscard]] SealHead read_head(JsonView root) {
    constexpr std::array<std::string_view, 5> members = {"schema", "seal", "case", "number",
                                                         "hash"};
    check_members(root, members);
    return {.seal = count_of(root.member("seal"), 1),
            .case_id = std::string(root.member("case").text()),
            .number = count_of(root.member("number"), 1),
            .hash = digest_of(root.member("hash"))};
}

[[nodiscard]] ReceiptLine read_receipt(JsonView root) {
    constexpr std::array<std::string_view, 7> members = {"schema", "key",  "asked", "case",
                                                         "first",  "last", "hash"};
    check_members(root, members);
    return {.key = std::string(root.member("key").text()),
            .receipt = {.receipt = {.case_id = std::string(root.member("case").text()),
                                    .first = count_of(root.member("first"), 1),
                                    .last = count_of(root.member("last"), 1),
                                    .hash = digest_of(root.member("hash"))},
                        .asked = std::string(root.member("asked").text())}};
}

[[nodiscard]] EndLine read_end(JsonView root) {
    constexpr std::array<std::string_view, 3> members = {"schema", "lines", "sha256"};
    check_members(root, members);
    return {.lines = count_of(root.member("lines"), 0), .digest = digest_of(root.member("sha256"))};
}

[[nodiscard]] ExportedLine read_line(std::string_view line) {
    const ParsedJson document = ParsedJson::read(line);
    const JsonView root = document.root();
    const std::string_view schema = root.object().member("schema").text();
    const auto is_of = [schema](std::string_view known) {
        return schema.starts_with(known.substr(0, known.rfind('/') + 1));
    };
    if (is_of(document_schema)) {
        check_schema(root, document_schema);
        return read_document(root);
    }
    if (is_of(head_schema)) {
        check_schema(root, head_schema);
        return read_head(root);
    }
    if (is_of(receipt_schema)) {
        check_schema(root, receipt_schema);
        return read_receipt(root);
    }
    if (is_of(end_schema)) {
        check_schema(root, end_schema);
        return read_end(root);
    }
    return seal_from_json(line); // refuses whatever else it is
}

} // namespace

std::string_view name(DocumentKind kind) noexcept {
    switch (kind) {
    case DocumentKind::sop: return "sop";
    case DocumentKind::calendar: return "calendar";
    case DocumentKind::policy: return "policy";
    }
    return "";
}

std::string line_of(const DocumentLine& document) {
    JsonWriter json;
    json.begin_object(JsonWriter::Shape::line);
    json.member("schema", document_schema);
    json.member("kind", name(document.kind));
    json.member("digest", document.digest);
    json.member("json", document.json);
    json.end_object();
    return json.take();
}

std::string line_of(const SealHead& head) {
    JsonWriter json;
    json.begin_object(JsonWriter::Shape::line);
    json.member("schema", head_schema);
    member_count(json, "seal", head.seal);
    json.member("case", head.case_id);
    member_count(json, "number", head.number);
    json.member("hash", hex(head.hash));
    json.end_object();
    return json.take();
}

std::string line_of(const ReceiptLine& receipt) {
    JsonWriter json;
    json.begin_object(JsonWriter::Shape::line);
    json.member("schema", receipt_schema);
    json.member("key", receipt.key);
    json.member("asked", receipt.receipt.asked);
    json.member("case", receipt.receipt.receipt.case_id);
    member_count(json, "first", receipt.receipt.receipt.first);
    member_count(json, "last", receipt.receipt.receipt.last);
    json.member("hash", hex(receipt.receipt.receipt.hash));
    json.end_object();
    return json.take();
}

std::string line_of(const EndLine& end) {
    JsonWriter json;
    json.begin_object(JsonWriter::Shape::line);
    json.member("schema", end_schema);
    member_count(json, "lines", end.lines);
    json.member("sha256", hex(end.digest));
    json.end_object();
    return json.take();
}

ExportedLine read_exported_line(std::string_view line, std::int64_t row) {
    if (line.starts_with(event_front)) {
        return read_journal_line(line, row);
    }
    try {
        return read_line(line);
    } catch (const Error& error) {
        Position where = error.position();
        where.row = row;
        throw Error(error.code(), error.what(), where);
    }
}

} // namespace tertib
