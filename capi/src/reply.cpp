// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "reply.hpp"

#include "guard.hpp"

#include "tertib/store/reply_json.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

using namespace tertib::capi;

void tertib_reply::take(tertib::Reply made) {
    constexpr std::string_view digits = "0123456789abcdef";
    reply = std::move(made);
    if (reply.receipt) {
        char* to = hash.data();
        for (const std::uint8_t byte : reply.receipt->hash) {
            *to++ = digits[byte >> 4];
            *to++ = digits[byte & 15];
        }
    }
    if (reply.refusal) {
        refusal = findings_of({&*reply.refusal, 1});
    }
}

namespace {

const tertib::Receipt* receipt_of(const tertib_reply* reply) noexcept {
    return reply != nullptr && reply->reply.receipt ? &*reply->reply.receipt : nullptr;
}

} // namespace

int32_t tertib_reply_refused(const tertib_reply* reply) {
    if (reply == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return reply->reply.refusal ? 1 : 0;
}

const tertib_finding* tertib_reply_refusal(const tertib_reply* reply) {
    return reply != nullptr ? tertib_findings_at(&reply->refusal, 0) : nullptr;
}

const char* tertib_reply_case(const tertib_reply* reply) {
    if (reply == nullptr) {
        return nullptr;
    }
    const tertib::Receipt* receipt = receipt_of(reply);
    return receipt != nullptr ? receipt->case_id.c_str() : "";
}

uint64_t tertib_reply_first(const tertib_reply* reply) {
    const tertib::Receipt* receipt = receipt_of(reply);
    return receipt != nullptr ? receipt->first : 0;
}

uint64_t tertib_reply_last(const tertib_reply* reply) {
    const tertib::Receipt* receipt = receipt_of(reply);
    return receipt != nullptr ? receipt->last : 0;
}

const char* tertib_reply_hash(const tertib_reply* reply) {
    return reply != nullptr ? reply->hash.data() : nullptr;
}

int32_t tertib_reply_repeated(const tertib_reply* reply) {
    if (reply == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return reply->reply.repeated ? 1 : 0;
}

tertib_status tertib_reply_to_json(const tertib_reply* reply, tertib_buf* out,
                                   tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(reply, "reply");
        require(out, "out");
        fill(out, tertib::to_json(reply->reply));
    });
}

void tertib_reply_free(tertib_reply* reply) {
    free_handle(reply);
}

size_t tertib_replies_count(const tertib_replies* replies) {
    return replies != nullptr ? replies->list.size() : 0;
}

const tertib_reply* tertib_replies_at(const tertib_replies* replies, size_t index) {
    return index < tertib_replies_count(replies) ? &replies->list[index] : nullptr;
}

void tertib_replies_free(tertib_replies* replies) {
    free_handle(replies);
}
