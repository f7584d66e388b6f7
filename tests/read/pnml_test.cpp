// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/pnml.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <optional>
#include <string>

using namespace tertib;

namespace {

/// A file of one net; what is given stands where the places and transitions do.
std::string pnml(const std::string& inside, const std::string& finals = "") {
    return "<?xml version=\"1.0\"?>\n<pnml>\n<net id=\"n\" type=\"t\">\n<page id=\"p\">\n" +
           inside + "\n</page>\n" + finals + "</net></pnml>\n";
}

const std::string two_places =
    "<place id=\"a\"><name><text> mulai </text></name><initialMarking><text>1</text>"
    "</initialMarking></place>\n<place id=\"b\"/>\n";

std::string transition(const std::string& id, const std::string& inside) {
    return "<transition id=\"" + id + "\">" + inside + "</transition>\n<arc id=\"x" + id +
           "\" source=\"a\" target=\"" + id + "\"/>\n<arc id=\"y" + id + "\" source=\"" + id +
           "\" target=\"b\"/>\n";
}

std::string named(const std::string& name) {
    return "<name><text>" + name + "</text></name>";
}

std::optional<Error> refusal(const std::string& bytes, const PnmlOptions& options = {}) {
    try {
        static_cast<void>(read_pnml(bytes, options));
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

bool refused(const std::string& bytes, ErrorCode code, std::int64_t row, const std::string& words,
             const PnmlOptions& options = {}) {
    const std::optional<Error> error = refusal(bytes, options);
    INFO((error ? error->what() : "was read")
         << " in row " << (error ? error->position().row : -1));
    CHECK(error.has_value());
    return error && error->code() == code && error->position().row == row &&
           std::string(error->what()).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("places, labels, arcs and the initial marking are read") {
    const PnmlReading reading =
        read_pnml(pnml(two_places + transition("t", named("Terima &amp; catat"))));
    const PetriNet& net = reading.net;
    CHECK(net.place_count() == 2);
    CHECK(net.name(PlaceIndex{0}) == "mulai");
    CHECK(net.name(PlaceIndex{1}) == "b");
    REQUIRE(net.find_label("Terima & catat"));
    CHECK(net.initial() == NetMarking{{PlaceIndex{0}, 1}});
    REQUIRE(net.inputs(TransitionIndex{0}).size() == 1);
    CHECK(net.outputs(TransitionIndex{0})[0] == WeightedArc{PlaceIndex{1}, 1});
}

TEST_CASE("without final markings the only place that leads nowhere is the end") {
    const std::string inside = two_places + transition("t", named("A"));
    const PnmlReading reading = read_pnml(pnml(inside));
    CHECK(reading.finals == FinalMarkings::only_sink);
    CHECK(reading.net.finals() == std::vector<NetMarking>{{{PlaceIndex{1}, 1}}});
    CHECK(refused(pnml(inside + "<place id=\"c\"/>"), ErrorCode::format, 2, "2 of its places"));
}

TEST_CASE("final markings are taken as they are stated, one or several") {
    const std::string finals =
        "<finalmarkings><marking><place idref=\"a\"><text>0</text></place>"
        "<place idref=\"b\"><text>2</text></place></marking><marking/></finalmarkings>";
    const PnmlReading reading = read_pnml(pnml(two_places + transition("t", named("A")), finals));
    CHECK(reading.finals == FinalMarkings::stated);
    CHECK(reading.net.finals() == std::vector<NetMarking>{{{PlaceIndex{1}, 2}}, {}});
}

TEST_CASE("transitions that the field's tools call invisible are silent") {
    const std::string hidden =
        named("skip_1") +
        "<toolspecific tool=\"ProM\" version=\"6.4\" activity=\"$invisible$\" localNodeID=\"1\"/>";
    const std::string shown =
        named("B") + "<toolspecific tool=\"ProM\" version=\"6.4\" activity=\"B\"/>";
    const PetriNet net =
        read_pnml(pnml(two_places + transition("t1", hidden) + transition("t2", shown) +
                       transition("t3", named("  ")) + transition("t4", "")))
            .net;
    CHECK_FALSE(net.label(TransitionIndex{0}));
    CHECK(net.label(TransitionIndex{1}) == net.find_label("B"));
    CHECK_FALSE(net.label(TransitionIndex{2}));
    CHECK_FALSE(net.label(TransitionIndex{3}));
    CHECK(net.name(TransitionIndex{0}) == "skip_1");
    CHECK(net.name(TransitionIndex{3}) == "t4");
}

TEST_CASE("weights of arcs and nested pages are read, with any namespace prefix") {
    const std::string bytes =
        "<p:pnml xmlns:p=\"urn:x\"><p:net id=\"n\"><p:page id=\"1\"><p:page id=\"2\">"
        "<p:place id=\"a\"><p:initialMarking><p:value>Default,3</p:value></p:initialMarking>"
        "</p:place></p:page><p:transition id=\"t\"><p:name><p:text>A</p:text></p:name>"
        "</p:transition><p:arc id=\"z\" source=\"a\" target=\"t\"><p:inscription><p:text>2</p:text>"
        "</p:inscription></p:arc></p:page><p:finalmarkings><p:marking/></p:finalmarkings>"
        "</p:net></p:pnml>";
    const PetriNet net = read_pnml(bytes).net;
    CHECK(net.initial() == NetMarking{{PlaceIndex{0}, 3}});
    CHECK(net.inputs(TransitionIndex{0})[0] == WeightedArc{PlaceIndex{0}, 2});
}

TEST_CASE("what is no net is refused where it stands") {
    const std::string good = two_places + transition("t", named("A"));
    CHECK(refused("<sop/>", ErrorCode::format, 1, "root element"));
    CHECK(refused("<pnml/>", ErrorCode::format, 1, "no net"));
    CHECK(refused("<pnml><net>", ErrorCode::format, 1, "no XML"));
    CHECK(refused(pnml(good + "<place id=\"a\"/>"), ErrorCode::format, 10, "given twice"));
    CHECK(refused(pnml(good + "<place/>"), ErrorCode::format, 10, "no id"));
    CHECK(refused(pnml(good + "<arc source=\"a\" target=\"q\"/>"), ErrorCode::format, 10,
                  "target=\"q\""));
    CHECK(refused(pnml(good + "<arc source=\"a\" target=\"b\"/>"), ErrorCode::format, 10,
                  "joins two places"));
    const std::string weight = "<inscription><text>many</text></inscription></arc>";
    CHECK(refused(pnml(good + "\n<arc source=\"a\" target=\"t\">\n" + weight), ErrorCode::format,
                  12, "\"many\""));
    CHECK(refused(pnml(good + "<arc source=\"a\" target=\"t\"><inscription><text>0</text>"
                              "</inscription></arc>"),
                  ErrorCode::format, 10, "weight 0"));
}

TEST_CASE("what the reader doesn't know is refused, not misread") {
    const std::string good = two_places + transition("t", named("A"));
    const std::string inhibitor = "<arctype><text>inhibitor</text></arctype></arc>";
    CHECK(refused(pnml(good + "<arc source=\"a\" target=\"t\">" + inhibitor),
                  ErrorCode::unsupported, 10, "normal"));
    CHECK(refused(pnml(good + "<arc source=\"a\" target=\"t\"><type value=\"reset\"/></arc>"),
                  ErrorCode::unsupported, 10, "normal"));
    CHECK(refused(pnml(good + "<referencePlace id=\"r\" ref=\"a\"/>"), ErrorCode::unsupported, 10,
                  "references"));
    CHECK(refused("<pnml><net/>\n<net/></pnml>", ErrorCode::unsupported, 2, "more than one net"));
}

TEST_CASE("a DOCTYPE is refused, and limits are named") {
    CHECK(refused("<!DOCTYPE pnml [<!ENTITY a \"b\">]><pnml/>", ErrorCode::format, 0, "DOCTYPE"));
    PnmlOptions options;
    options.name = "net.pnml";
    options.max_elements = 5;
    const std::string good = pnml(two_places + transition("t", named("A")));
    CHECK(refused(good, ErrorCode::limit, 0, "max_elements", options));
    CHECK(refusal(good, options)->position().file == "net.pnml");
    options = {};
    options.max_bytes = 10;
    CHECK(refused(good, ErrorCode::limit, 0, "max_bytes", options));
    options = {};
    options.max_depth = 1;
    CHECK(refused(good, ErrorCode::limit, 4, "max_depth", options));
}

TEST_CASE("a file nested a hundred thousand deep is no danger") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<page id=\"x\">";
    }
    for (int i = 0; i < 100'000; ++i) {
        deep += "</page>";
    }
    CHECK(refused(pnml(deep), ErrorCode::limit, 5, "max_depth"));
}

TEST_CASE("a net in Latin-1, as older tools write it, is read") {
    const std::string bytes = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" +
                              pnml(two_places + transition("t", named("caf\xE9"))).substr(21);
    CHECK(read_pnml(bytes).net.find_label("caf\xC3\xA9"));
}
