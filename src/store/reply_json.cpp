// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/reply_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "base/parsed_json.hpp"
#include "run/schema_member.hpp"
#include "store/json_values.hpp"

#include <array>

namespace tertib {
namespace {

constexpr std::string_view reply_schema = "tertib.reply/1";
constexpr std::array<std::string_view, 4> reply_members = {"schema", "receipt", "refusal",
                                                           "repeated"};
constexpr std::array<std::string_view, 4> receipt_members = {"case", "first", "last", "hash"};

Receipt read_receipt(JsonView json) {
    refuse_unknown(json, receipt_members, "a receipt has no such member");
    Receipt receipt;
    receipt.case_id = json.member("case").text();
    receipt.first = count_of(json.member("first"), 1);
    receipt.last = count_of(json.member("last"), 1);
    receipt.hash = digest_of(json.member("hash"));
    return receipt;
}

void write(JsonWriter& json, const Receipt& receipt) {
    json.begin_object();
    json.member("case", receipt.case_id);
    json.key("first");
    json.raw(std::to_string(receipt.first));
    json.key("last");
    json.raw(std::to_string(receipt.last));
    json.member("hash", hex(receipt.hash));
    json.end_object();
}

} // namespace

std::string to_json(const Reply& reply) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", reply_schema);
    json.key("receipt");
    if (reply.receipt) {
        write(json, *reply.receipt);
    } else {
        json.null();
    }
    json.key("refusal");
    write_or_null(json, reply.refusal);
    json.member_truth("repeated", reply.repeated);
    json.end_object();
    return json.take();
}

Reply reply_from_json(std::string_view text) {
    const ParsedJson document = ParsedJson::read(text);
    const JsonView root = document.root();
    check_schema(root, reply_schema);
    refuse_unknown(root, reply_members, "a reply has no such member");
    Reply reply;
    if (const auto receipt = root.find_value("receipt")) {
        reply.receipt = read_receipt(*receipt);
    }
    if (const auto refusal = root.find_value("refusal")) {
        reply.refusal = read_finding(*refusal);
    }
    if (reply.receipt.has_value() == reply.refusal.has_value()) {
        root.refuse("must have either a receipt or a refusal");
    }
    reply.repeated = root.truth_or_false("repeated");
    return reply;
}

} // namespace tertib
