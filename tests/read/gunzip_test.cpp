// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/gunzip.hpp"

#include "read/throws.hpp"

#include <string>

#include <zlib.h>

using namespace tertib;

namespace {

std::string gzip_of(std::string text) {
    z_stream stream{};
    REQUIRE(::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8,
                           Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(::deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

std::string unzipped(const std::string& bytes, const GunzipLimits& limits = {}) {
    const ByteSource source = gunzip(source_of(bytes), limits);
    std::string all;
    std::string room(1'000, '\0');
    for (std::size_t got = source(room); got > 0; got = source(room)) {
        all.append(room, 0, got);
    }
    return all;
}

} // namespace

TEST_CASE("what was compressed comes out again") {
    const std::string text(100'000, 'a');
    CHECK(is_gzip(gzip_of("x")));
    CHECK(unzipped(gzip_of(text)) == text);
    CHECK(unzipped(gzip_of("")).empty());
}

TEST_CASE("members one behind the other are one text, and zeros behind them are nothing") {
    CHECK(unzipped(gzip_of("satu ") + gzip_of("dua") + std::string(512, '\0')) == "satu dua");
}

TEST_CASE("a compressed log that is cut off or damaged is refused with the byte") {
    const std::string whole = gzip_of("Menelaah berkas permohonan");
    const Error cut = error_of([&] { unzipped(whole.substr(0, whole.size() - 5)); });
    CHECK(cut.code() == ErrorCode::format);
    CHECK(says(cut, "it is cut off"));
    std::string damaged = whole;
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
    const Error wrong = error_of([&] { unzipped(damaged); });
    CHECK(wrong.code() == ErrorCode::format);
    CHECK(says(wrong, "at byte"));
    CHECK(error_of([&] { unzipped(whole + "x"); }).code() == ErrorCode::format);
}

TEST_CASE("a bomb is refused by a limit that its error names") {
    const std::string bomb = gzip_of(std::string(std::size_t{16} << 20, ' '));
    const Error swelling = error_of([&] { unzipped(bomb); });
    CHECK(swelling.code() == ErrorCode::limit);
    CHECK(says(swelling, "max_inflation"));
    const Error size = error_of([&] { unzipped(bomb, {.max_bytes = 5'000}); });
    CHECK(size.code() == ErrorCode::limit);
    CHECK(says(size, "max_bytes"));
}
