// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/entity.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace tertib {
namespace {

struct Named {
    std::string_view name;
    char32_t code_point;
};

/// The 252 names of HTML 4.01 and, from HTML 5, punctuation and marks; sorted by byte.
constexpr auto named = std::to_array<Named>({
    {"AElig", 0xC6},        {"Aacute", 0xC1},
    {"Acirc", 0xC2},        {"Agrave", 0xC0},
    {"Alpha", 0x391},       {"Aring", 0xC5},
    {"Atilde", 0xC3},       {"Auml", 0xC4},
    {"Beta", 0x392},        {"Ccedil", 0xC7},
    {"Chi", 0x3A7},         {"Dagger", 0x2021},
    {"Delta", 0x394},       {"ETH", 0xD0},
    {"Eacute", 0xC9},       {"Ecirc", 0xCA},
    {"Egrave", 0xC8},       {"EmptySmallSquare", 0x25FB},
    {"Epsilon", 0x395},     {"Eta", 0x397},
    {"Euml", 0xCB},         {"FilledSmallSquare", 0x25FC},
    {"Gamma", 0x393},       {"Iacute", 0xCD},
    {"Icirc", 0xCE},        {"Igrave", 0xCC},
    {"Iota", 0x399},        {"Iuml", 0xCF},
    {"Kappa", 0x39A},       {"Lambda", 0x39B},
    {"Mu", 0x39C},          {"NewLine", 0xA},
    {"Ntilde", 0xD1},       {"Nu", 0x39D},
    {"OElig", 0x152},       {"Oacute", 0xD3},
    {"Ocirc", 0xD4},        {"Ograve", 0xD2},
    {"Omega", 0x3A9},       {"Omicron", 0x39F},
    {"Oslash", 0xD8},       {"Otilde", 0xD5},
    {"Ouml", 0xD6},         {"Phi", 0x3A6},
    {"Pi", 0x3A0},          {"Prime", 0x2033},
    {"Psi", 0x3A8},         {"Rho", 0x3A1},
    {"Rightarrow", 0x21D2}, {"Scaron", 0x160},
    {"Sigma", 0x3A3},       {"THORN", 0xDE},
    {"Tab", 0x9},           {"Tau", 0x3A4},
    {"Theta", 0x398},       {"Uacute", 0xDA},
    {"Ucirc", 0xDB},        {"Ugrave", 0xD9},
    {"Upsilon", 0x3A5},     {"Uuml", 0xDC},
    {"Xi", 0x39E},          {"Yacute", 0xDD},
    {"Yuml", 0x178},        {"Zeta", 0x396},
    {"aacute", 0xE1},       {"acirc", 0xE2},
    {"acute", 0xB4},        {"aelig", 0xE6},
    {"agrave", 0xE0},       {"alefsym", 0x2135},
    {"alpha", 0x3B1},       {"amp", 0x26},
    {"and", 0x2227},        {"ang", 0x2220},
    {"apos", 0x27},         {"aring", 0xE5},
    {"ast", 0x2A},          {"asymp", 0x2248},
    {"atilde", 0xE3},       {"auml", 0xE4},
    {"bdquo", 0x201E},      {"beta", 0x3B2},
    {"bigstar", 0x2605},    {"blacksquare", 0x25AA},
    {"brvbar", 0xA6},       {"bsol", 0x5C},
    {"bull", 0x2022},       {"cap", 0x2229},
    {"ccedil", 0xE7},       {"cedil", 0xB8},
    {"cent", 0xA2},         {"check", 0x2713},
    {"checkmark", 0x2713},  {"chi", 0x3C7},
    {"cir", 0x25CB},        {"circ", 0x2C6},
    {"clubs", 0x2663},      {"colon", 0x3A},
    {"comma", 0x2C},        {"commat", 0x40},
    {"cong", 0x2245},       {"copy", 0xA9},
    {"crarr", 0x21B5},      {"cross", 0x2717},
    {"cup", 0x222A},        {"curren", 0xA4},
    {"dArr", 0x21D3},       {"dagger", 0x2020},
    {"darr", 0x2193},       {"dash", 0x2010},
    {"deg", 0xB0},          {"delta", 0x3B4},
    {"diam", 0x22C4},       {"diams", 0x2666},
    {"divide", 0xF7},       {"dollar", 0x24},
    {"eacute", 0xE9},       {"ecirc", 0xEA},
    {"egrave", 0xE8},       {"empty", 0x2205},
    {"emsp", 0x2003},       {"ensp", 0x2002},
    {"epsilon", 0x3B5},     {"equals", 0x3D},
    {"equiv", 0x2261},      {"eta", 0x3B7},
    {"eth", 0xF0},          {"euml", 0xEB},
    {"euro", 0x20AC},       {"excl", 0x21},
    {"exist", 0x2203},      {"fnof", 0x192},
    {"forall", 0x2200},     {"frac12", 0xBD},
    {"frac14", 0xBC},       {"frac34", 0xBE},
    {"frasl", 0x2044},      {"gamma", 0x3B3},
    {"ge", 0x2265},         {"gt", 0x3E},
    {"hArr", 0x21D4},       {"half", 0xBD},
    {"harr", 0x2194},       {"hearts", 0x2665},
    {"hellip", 0x2026},     {"horbar", 0x2015},
    {"hyphen", 0x2010},     {"iacute", 0xED},
    {"icirc", 0xEE},        {"iexcl", 0xA1},
    {"igrave", 0xEC},       {"image", 0x2111},
    {"infin", 0x221E},      {"int", 0x222B},
    {"iota", 0x3B9},        {"iquest", 0xBF},
    {"isin", 0x2208},       {"iuml", 0xEF},
    {"kappa", 0x3BA},       {"lArr", 0x21D0},
    {"lambda", 0x3BB},      {"lang", 0x2329},
    {"laquo", 0xAB},        {"larr", 0x2190},
    {"lbrack", 0x5B},       {"lceil", 0x2308},
    {"ldquo", 0x201C},      {"le", 0x2264},
    {"lfloor", 0x230A},     {"lowast", 0x2217},
    {"lowbar", 0x5F},       {"loz", 0x25CA},
    {"lpar", 0x28},         {"lrm", 0x200E},
    {"lsaquo", 0x2039},     {"lsquo", 0x2018},
    {"lt", 0x3C},           {"macr", 0xAF},
    {"mdash", 0x2014},      {"micro", 0xB5},
    {"middot", 0xB7},       {"minus", 0x2212},
    {"mu", 0x3BC},          {"nabla", 0x2207},
    {"nbsp", 0xA0},         {"ndash", 0x2013},
    {"ne", 0x2260},         {"ni", 0x220B},
    {"not", 0xAC},          {"notin", 0x2209},
    {"nsub", 0x2284},       {"ntilde", 0xF1},
    {"nu", 0x3BD},          {"num", 0x23},
    {"oacute", 0xF3},       {"ocirc", 0xF4},
    {"oelig", 0x153},       {"ograve", 0xF2},
    {"oline", 0x203E},      {"omega", 0x3C9},
    {"omicron", 0x3BF},     {"oplus", 0x2295},
    {"or", 0x2228},         {"ordf", 0xAA},
    {"ordm", 0xBA},         {"oslash", 0xF8},
    {"otilde", 0xF5},       {"otimes", 0x2297},
    {"ouml", 0xF6},         {"para", 0xB6},
    {"part", 0x2202},       {"percnt", 0x25},
    {"period", 0x2E},       {"permil", 0x2030},
    {"perp", 0x22A5},       {"phi", 0x3C6},
    {"pi", 0x3C0},          {"piv", 0x3D6},
    {"plus", 0x2B},         {"plusmn", 0xB1},
    {"pound", 0xA3},        {"prime", 0x2032},
    {"prod", 0x220F},       {"prop", 0x221D},
    {"psi", 0x3C8},         {"quest", 0x3F},
    {"quot", 0x22},         {"rArr", 0x21D2},
    {"radic", 0x221A},      {"rang", 0x232A},
    {"raquo", 0xBB},        {"rarr", 0x2192},
    {"rbrack", 0x5D},       {"rceil", 0x2309},
    {"rdquo", 0x201D},      {"real", 0x211C},
    {"reg", 0xAE},          {"rfloor", 0x230B},
    {"rho", 0x3C1},         {"rightarrow", 0x2192},
    {"rlm", 0x200F},        {"rpar", 0x29},
    {"rsaquo", 0x203A},     {"rsquo", 0x2019},
    {"sbquo", 0x201A},      {"scaron", 0x161},
    {"sdot", 0x22C5},       {"sect", 0xA7},
    {"semi", 0x3B},         {"shy", 0xAD},
    {"sigma", 0x3C3},       {"sigmaf", 0x3C2},
    {"sim", 0x223C},        {"sol", 0x2F},
    {"spades", 0x2660},     {"squ", 0x25A1},
    {"square", 0x25A1},     {"squf", 0x25AA},
    {"sub", 0x2282},        {"sube", 0x2286},
    {"sum", 0x2211},        {"sup", 0x2283},
    {"sup1", 0xB9},         {"sup2", 0xB2},
    {"sup3", 0xB3},         {"supe", 0x2287},
    {"szlig", 0xDF},        {"tau", 0x3C4},
    {"there4", 0x2234},     {"theta", 0x3B8},
    {"thetasym", 0x3D1},    {"thinsp", 0x2009},
    {"thorn", 0xFE},        {"tilde", 0x2DC},
    {"times", 0xD7},        {"trade", 0x2122},
    {"uArr", 0x21D1},       {"uacute", 0xFA},
    {"uarr", 0x2191},       {"ucirc", 0xFB},
    {"ugrave", 0xF9},       {"uml", 0xA8},
    {"upsih", 0x3D2},       {"upsilon", 0x3C5},
    {"uuml", 0xFC},         {"vert", 0x7C},
    {"weierp", 0x2118},     {"xcirc", 0x25EF},
    {"xi", 0x3BE},          {"yacute", 0xFD},
    {"yen", 0xA5},          {"yuml", 0xFF},
    {"zeta", 0x3B6},        {"zwj", 0x200D},
    {"zwnj", 0x200C},
});

static_assert(std::ranges::is_sorted(named, {}, &Named::name));

constexpr char32_t replacement = 0xFFFD;

/// What &#128; … &#159; mean on the web: the code page of Windows, not the control characters.
constexpr std::array<char16_t, 32> windows_high = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

char32_t allowed(std::uint32_t number) {
    if (number >= 0x80 && number < 0xA0) {
        return windows_high[number - 0x80];
    }
    const bool control = number < 0x20 && number != '\t' && number != '\n';
    const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    return control || surrogate || number == 0x7F || number > 0x10FFFF ? replacement : number;
}

/// "&#9675;" and "&#x25CB;"; the semicolon may be missing, as in browsers.
std::optional<Entity> numeric(std::string_view rest) {
    const bool hexadecimal = rest.size() > 2 && (rest[2] == 'x' || rest[2] == 'X');
    const char* const begin = rest.data() + (hexadecimal ? 3 : 2);
    const char* const end = rest.data() + rest.size();
    if (begin >= end) {
        return std::nullopt;
    }
    std::uint32_t number = 0;
    const auto [stop, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
    if (error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    const char32_t code_point = error == std::errc() ? allowed(number) : replacement;
    const auto size = static_cast<std::size_t>(stop - rest.data());
    const bool closed = size < rest.size() && rest[size] == ';';
    return Entity{code_point, size + (closed ? 1 : 0)};
}

bool is_name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::optional<Entity> entity_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 24;
    if (at >= text.size() || text[at] != '&') {
        return std::nullopt;
    }
    if (text.substr(at + 1).starts_with('#')) {
        return numeric(text.substr(at));
    }
    const std::string_view rest = text.substr(at + 1, longest);
    const auto* const stop = std::ranges::find_if_not(rest, is_name_letter);
    const auto size = static_cast<std::size_t>(stop - rest.begin());
    const std::string_view name = rest.substr(0, size);
    const auto* const found = std::ranges::lower_bound(named, name, {}, &Named::name);
    if (found == named.end() || found->name != name) {
        return std::nullopt;
    }
    if (size < rest.size() && rest[size] == ';') {
        return Entity{found->code_point, size + 2};
    }
    constexpr std::array<std::string_view, 5> open_names = {"amp", "gt", "lt", "nbsp", "quot"};
    if (std::ranges::find(open_names, name) == open_names.end()) {
        return std::nullopt;
    }
    return Entity{found->code_point, size + 1};
}

std::string decode_entities(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('&', at), text.size());
        decoded += text.substr(at, next - at);
        at = next;
        if (at == text.size()) {
            break;
        }
        if (const std::optional<Entity> entity = entity_at(text, at)) {
            append_code_point(decoded, entity->code_point);
            at += entity->size;
        } else {
            decoded += text[at++];
        }
    }
    return decoded;
}

} // namespace tertib
