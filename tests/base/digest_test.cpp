// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/digest.hpp"

#include "catch.hpp"

TEST_CASE("the digests are those of FIPS 180-4's examples") {
    CHECK(tertib::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(tertib::sha256_hex("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("bytes that come in pieces have the digest of the whole") {
    tertib::Sha256Stream stream;
    for (const std::string_view piece : {"a", "", "bc"}) {
        stream.add(piece);
    }
    CHECK(stream.take() == tertib::sha256("abc"));
    CHECK(tertib::Sha256Stream().take() == tertib::sha256(""));
}
