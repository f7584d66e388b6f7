// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_shape.hpp"

#include "catch.hpp"

using namespace tertib;

namespace {

WaktuPart part(std::int64_t min, std::int64_t max) {
    WaktuPart made;
    made.min = Decimal(min);
    made.max = Decimal(max);
    return made;
}

Waktu waktu(WaktuForm form, std::size_t parts) {
    Waktu made;
    made.form = form;
    made.parts.assign(parts, part(1, 1));
    return made;
}

} // namespace

TEST_CASE("each form of a waktu has its number of parts") {
    for (const WaktuForm form :
         {WaktuForm::exact, WaktuForm::range, WaktuForm::elapsed, WaktuForm::per_item}) {
        INFO(name(form));
        CHECK(wrong_shape(waktu(form, 0)));
        CHECK_FALSE(wrong_shape(waktu(form, 1)));
        CHECK(wrong_shape(waktu(form, 2)));
    }
    for (const WaktuForm form : {WaktuForm::sum, WaktuForm::alternatives}) {
        INFO(name(form));
        CHECK(wrong_shape(waktu(form, 1)));
        CHECK_FALSE(wrong_shape(waktu(form, 2)));
        CHECK_FALSE(wrong_shape(waktu(form, 3)));
    }
    for (const WaktuForm form : {WaktuForm::open, WaktuForm::none}) {
        INFO(name(form));
        CHECK_FALSE(wrong_shape(waktu(form, 0)));
        CHECK(wrong_shape(waktu(form, 1)));
    }
    CHECK(wrong_shape(waktu(WaktuForm::open, 2)) == "has 2 parts, but the form open needs none");
    CHECK(wrong_shape(waktu(WaktuForm::sum, 1)) ==
          "has 1 part, but the form sum needs two or more");
}

TEST_CASE("an amount is neither negative nor upside down, in a restatement neither") {
    for (const WaktuPart& wrong : {part(-1, 1), part(-2, -1), part(2, 1)}) {
        Waktu odd = waktu(WaktuForm::sum, 2);
        odd.parts[1] = wrong;
        CHECK(wrong_shape(odd));
        odd = waktu(WaktuForm::exact, 1);
        odd.restated = wrong;
        CHECK(wrong_shape(odd));
    }
    Waktu fine = waktu(WaktuForm::range, 1);
    fine.parts[0] = part(0, 3);
    fine.restated = part(0, 0);
    CHECK_FALSE(wrong_shape(fine));
}
