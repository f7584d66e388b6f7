// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/waktu.hpp"

#include "catch.hpp"

#include <rapidcheck.h>

#include <array>
#include <string>
#include <vector>

using namespace tertib;

namespace {

/// A number below a million in Indonesian words, made by the rules of the language and not by
/// the code under test.
std::string in_words(int number) {
    static const std::array<std::string, 12> small{"nol",     "satu",     "dua",     "tiga",
                                                   "empat",   "lima",     "enam",    "tujuh",
                                                   "delapan", "sembilan", "sepuluh", "sebelas"};
    const auto rest = [](int left) { return left == 0 ? "" : " " + in_words(left); };
    if (number < 12) {
        return small[static_cast<std::size_t>(number)];
    }
    if (number < 20) {
        return in_words(number - 10) + " belas";
    }
    if (number < 100) {
        return in_words(number / 10) + " puluh" + rest(number % 10);
    }
    if (number < 200) {
        return "seratus" + rest(number - 100);
    }
    if (number < 1000) {
        return in_words(number / 100) + " ratus" + rest(number % 100);
    }
    if (number < 2000) {
        return "seribu" + rest(number - 1000);
    }
    return in_words(number / 1000) + " ribu" + rest(number % 1000);
}

struct Unit {
    std::string spelling;
    Satuan satuan;
    Reckoning reckoning;
    bool assumed;
};

const std::vector<Unit>& units() {
    static const std::vector<Unit> all{
        {"Menit", Satuan::menit, Reckoning::working, false},
        {"mnt", Satuan::menit, Reckoning::working, false},
        {"JAM", Satuan::jam, Reckoning::working, false},
        {"hari", Satuan::hari, Reckoning::working, true},
        {"Hari\nKerja", Satuan::hari, Reckoning::working, false},
        {"hari kalender", Satuan::hari, Reckoning::calendar, false},
        {"Minggu", Satuan::minggu, Reckoning::calendar, true},
        {"bln", Satuan::bulan, Reckoning::calendar, true},
        {"tahun kalender", Satuan::tahun, Reckoning::calendar, false},
    };
    return all;
}

Unit any_unit() {
    return units()[*rc::gen::inRange<std::size_t>(0, units().size())];
}
std::string any_space() {
    return *rc::gen::element<std::string>("", " ", "\n", "\t ", "\xC2\xA0");
}

WaktuPart part(int min, int max, const Unit& unit) {
    return {Decimal(min), Decimal(max), unit.satuan, unit.reckoning, unit.assumed};
}

template <typename Property>
void holds(const char* what, Property property) {
    CHECK(rc::check(what, property));
}

} // namespace

TEST_CASE("a number reads the same in digits, in words and in both") {
    holds("digits = words", [] {
        const int number = *rc::gen::inRange(1, 1'000'000);
        const Unit unit = any_unit();
        const std::string digits = std::to_string(number);
        const std::string words = in_words(number);
        for (const std::string& text :
             {digits + " " + unit.spelling, digits + unit.spelling, words + " " + unit.spelling,
              digits + any_space() + "(" + words + ")" + any_space() + unit.spelling}) {
            const WaktuReading reading = read_waktu(text);
            RC_ASSERT(reading.waktu.form == WaktuForm::exact);
            RC_ASSERT(reading.waktu.parts == std::vector{part(number, number, unit)});
            RC_ASSERT(reading.waktu.text == text);
        }
    });
}

TEST_CASE("a number that differs from its words is remarked, whichever they are") {
    holds("contradiction", [] {
        const int number = *rc::gen::inRange(1, 100'000);
        const int other = *rc::gen::distinctFrom(rc::gen::inRange(1, 100'000), number);
        const WaktuReading reading =
            read_waktu(std::to_string(number) + " (" + in_words(other) + ") menit");
        RC_ASSERT(reading.findings.size() == 1u);
        RC_ASSERT(reading.findings[0].code == "WAKTU-WORD-DIFFERS");
        RC_ASSERT(reading.waktu.parts[0].max == Decimal(number));
    });
}

TEST_CASE("a range reads the same with every sign for it") {
    holds("range", [] {
        const int low = *rc::gen::inRange(1, 500);
        const int high = low + *rc::gen::inRange(0, 500);
        const Unit unit = any_unit();
        const std::string sign = *rc::gen::element<std::string>(
            "-", " - ", "–", " – ", " s.d. ", " s/d ", " sampai ", " sampai dengan ");
        const std::string first = *rc::gen::arbitrary<bool>() ? " " + unit.spelling : "";
        const WaktuReading reading = read_waktu(std::to_string(low) + first + sign +
                                                std::to_string(high) + " " + unit.spelling);
        RC_ASSERT(reading.waktu.form == WaktuForm::range);
        RC_ASSERT(reading.waktu.parts == std::vector{part(low, high, unit)});
    });
}

TEST_CASE("decimals keep every digit") {
    holds("decimal", [] {
        const int whole = *rc::gen::inRange(0, 1000);
        const int tenths = *rc::gen::inRange(0, 100);
        const std::string after = (tenths < 10 ? "0" : "") + std::to_string(tenths);
        const WaktuReading reading = read_waktu(std::to_string(whole) + "," + after + " jam");
        RC_ASSERT(reading.waktu.parts.at(0).max == Decimal::from(100 * whole + tenths, 2));
    });
}

TEST_CASE("minutes that are restated in exact hours agree, others of half an hour or more don't") {
    holds("restated", [] {
        const int hours = *rc::gen::inRange(1, 200);
        const int off = *rc::gen::inRange(-30, 60);
        const int minutes = 60 * hours + off;
        const WaktuReading reading =
            read_waktu(std::to_string(minutes) + " Menit (" + std::to_string(hours) + " Jam)");
        const std::string code = reading.findings.empty() ? "" : reading.findings[0].code;
        RC_ASSERT(code == (off == 0   ? ""
                           : off < 30 ? "WAKTU-RESTATED-ROUNDED"
                                      : "WAKTU-RESTATED-DIFFERS"));
    });
}

TEST_CASE("no bytes make the reading throw or lose a text, and each form has its parts") {
    const std::vector<std::string> scraps{
        "1",        "2,5",
        "1.440",    "x",
        "24",       "jam",
        "menit",    " hari",
        " kerja",   "(",
        ")",        "/",
        "+",        "-",
        "–",        "s.d.",
        "per",      "tujuh",
        "belas",    "maksimal",
        "±",        "sesuai",
        "sejak",    "atau",
        ",",        ".",
        "1/2",      "½",
        "'",        "=",
        "bulan",    "\xFF",
        "\xE2\x80", "9999999999999999999",
        "setengah", "minimal",
        "kurang",   " ",
    };
    holds("survives", [&scraps] {
        std::string text = *rc::gen::arbitrary<std::string>();
        const auto picks = *rc::gen::container<std::vector<std::size_t>>(
            rc::gen::inRange<std::size_t>(0, scraps.size()));
        for (const std::size_t pick : picks) {
            text = *rc::gen::arbitrary<bool>() ? text + scraps[pick] : scraps[pick] + text;
        }
        const Waktu waktu = read_waktu(text).waktu;
        RC_ASSERT(waktu.text == text);
        const std::size_t count = waktu.parts.size();
        const bool bare = waktu.form == WaktuForm::open || waktu.form == WaktuForm::none;
        const bool many = waktu.form == WaktuForm::sum || waktu.form == WaktuForm::alternatives;
        RC_ASSERT((bare ? count == 0u : many ? count >= 2u : count == 1u));
        RC_ASSERT(waktu.per.has_value() == (waktu.form == WaktuForm::per_item));
        for (const WaktuPart& each : waktu.parts) {
            RC_ASSERT(Decimal(0) <= each.min);
            RC_ASSERT(each.min <= each.max);
        }
        RC_ASSERT(read_waktu(text).waktu == waktu);
    });
}
