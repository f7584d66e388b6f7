// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/pnml.hpp"

#include "read/encoding.hpp"
#include "read/limit.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <utility>
#include <vector>

namespace tertib {

namespace {

/// The name of an element without its namespace's prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children()) {
        if (local_name(child) == name) {
            return child;
        }
    }
    return {};
}

/// What stands in the element's `text` child, without the blanks around it.
[[nodiscard]] std::string_view text_of(const pugi::xml_node& node) {
    return trim(child_of(node, "text").text().get());
}

/// Reads one net from a parsed document.
class PnmlNet {
public:
    PnmlNet(std::string_view text, const PnmlOptions& options) : text_(text), options_(options) {}

    PnmlReading read(const pugi::xml_document& document) {
        const pugi::xml_node root = document.document_element();
        if (local_name(root) != "pnml") {
            fail(ErrorCode::format, "the file is no net: its root element isn't pnml", root);
        }
        collect(only_net(root));
        for (const pugi::xml_node& node : places_) {
            read_place(node);
        }
        for (const pugi::xml_node& node : transitions_) {
            read_transition(node);
        }
        for (const pugi::xml_node& node : arcs_) {
            read_arc(node);
        }
        for (const pugi::xml_node& node : final_markings_) {
            read_final_markings(node);
        }
        const FinalMarkings finals =
            parts_.finals.empty() ? FinalMarkings::only_sink : FinalMarkings::stated;
        if (parts_.finals.empty()) {
            parts_.finals.push_back(sink_marking(root));
        }
        return {.net = PetriNet(std::move(parts_)), .finals = finals};
    }

private:
    enum class NodeSort : std::uint8_t { place, transition };
    struct Known {
        NodeSort sort = NodeSort::place;
        std::uint32_t index = 0;
    };

    [[nodiscard]] Position where(const pugi::xml_node& node) const {
        const std::ptrdiff_t offset = node.offset_debug();
        if (offset < 0 || static_cast<std::size_t>(offset) > text_.size()) {
            return {.file = options_.name};
        }
        const std::string_view before = text_.substr(0, static_cast<std::size_t>(offset));
        return {.file = options_.name, .row = std::ranges::count(before, '\n') + 1};
    }

    [[noreturn]] void fail(ErrorCode code, const std::string& message,
                           const pugi::xml_node& node) const {
        throw Error(code, message, where(node));
    }

    [[nodiscard]] pugi::xml_node only_net(const pugi::xml_node& root) const {
        pugi::xml_node net;
        for (const pugi::xml_node& child : root.children()) {
            if (local_name(child) != "net") {
                continue;
            }
            if (net) {
                fail(ErrorCode::unsupported, "the file holds more than one net", child);
            }
            net = child;
        }
        if (!net) {
            fail(ErrorCode::format, "the file holds no net", root);
        }
        return net;
    }

    /// Sorts what the net and its pages hold, in the order of the file within each.
    void collect(const pugi::xml_node& net) {
        struct Page {
            pugi::xml_node node;
            std::size_t depth = 0;
        };
        std::vector<Page> pages{{net, 1}};
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const Page page = pages[i];
            if (page.depth > options_.max_depth) {
                limit_passed("max_depth", options_.max_depth, "pages within pages",
                             where(page.node));
            }
            for (const pugi::xml_node& child : page.node.children()) {
                const std::string_view name = local_name(child);
                if (name == "page") {
                    pages.push_back({child, page.depth + 1});
                } else if (name == "referencePlace" || name == "referenceTransition") {
                    fail(ErrorCode::unsupported, "references between pages are not read", child);
                } else if (std::vector<pugi::xml_node>* const list = list_of(name)) {
                    list->push_back(child);
                }
            }
        }
    }

    [[nodiscard]] std::vector<pugi::xml_node>* list_of(std::string_view name) {
        return name == "place"           ? &places_
               : name == "transition"    ? &transitions_
               : name == "arc"           ? &arcs_
               : name == "finalmarkings" ? &final_markings_
                                         : nullptr;
    }

    void keep(const pugi::xml_node& node, NodeSort sort, std::size_t index) {
        const std::string id = node.attribute("id").value();
        if (id.empty()) {
            fail(ErrorCode::format, "a place or transition has no id", node);
        }
        if (!known_.try_emplace(id, Known{sort, static_cast<std::uint32_t>(index)}).second) {
            fail(ErrorCode::format, "the id " + id + " is given twice", node);
        }
    }

    [[nodiscard]] const Known& find(const pugi::xml_node& node, const char* attribute) const {
        const std::string_view id = node.attribute(attribute).value();
        const auto found = known_.find(id);
        if (found == known_.end()) {
            fail(ErrorCode::format,
                 std::string(attribute) + "=\"" + std::string(id.substr(0, 100)) +
                     "\" names no place or transition of the net",
                 node);
        }
        return found->second;
    }

    /// A count as PNML writes it; "Default,3" is how some tools name the only colour of tokens.
    [[nodiscard]] std::uint32_t count_in(const pugi::xml_node& node, std::uint32_t missing) const {
        std::string_view text = text_of(node);
        if (text.empty()) {
            text = trim(child_of(node, "value").text().get());
        }
        constexpr std::string_view colour = "Default,";
        if (text.starts_with(colour)) {
            text.remove_prefix(colour.size());
        }
        if (text.empty()) {
            return missing;
        }
        std::uint32_t count = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc() || end != text.data() + text.size()) {
            fail(ErrorCode::format,
                 "\"" + std::string(text.substr(0, 100)) + "\" is no number of tokens", node);
        }
        return count;
    }

    void read_place(const pugi::xml_node& node) {
        keep(node, NodeSort::place, parts_.places.size());
        const auto place = static_cast<PlaceIndex>(parts_.places.size());
        const std::string_view name = text_of(child_of(node, "name"));
        parts_.places.emplace_back(name.empty() ? node.attribute("id").value() : name);
        const std::uint32_t tokens = count_in(child_of(node, "initialMarking"), 0);
        if (tokens > 0) {
            parts_.initial.push_back({.place = place, .tokens = tokens});
        }
    }

    [[nodiscard]] static bool is_invisible(const pugi::xml_node& node) {
        return std::ranges::any_of(node.children(), [](const pugi::xml_node& child) {
            return local_name(child) == "toolspecific" &&
                   std::string_view(child.attribute("activity").value()) == "$invisible$";
        });
    }

    void read_transition(const pugi::xml_node& node) {
        keep(node, NodeSort::transition, parts_.transitions.size());
        const std::string_view name = text_of(child_of(node, "name"));
        PetriTransition& transition = parts_.transitions.emplace_back();
        transition.name = name.empty() ? node.attribute("id").value() : name;
        if (!name.empty() && !is_invisible(node)) {
            transition.label = std::string(name);
        }
    }

    void read_arc(const pugi::xml_node& node) {
        const std::string_view type = text_of(child_of(node, "arctype"));
        const pugi::xml_attribute plain_type = child_of(node, "type").attribute("value");
        if ((!type.empty() && type != "normal") ||
            (plain_type && std::string_view(plain_type.value()) != "normal")) {
            fail(ErrorCode::unsupported, "only arcs of the type normal are read", node);
        }
        const Known& source = find(node, "source");
        const Known& target = find(node, "target");
        if (source.sort == target.sort) {
            fail(ErrorCode::format, "an arc joins two places or two transitions", node);
        }
        const std::uint32_t weight = count_in(child_of(node, "inscription"), 1);
        if (weight == 0) {
            fail(ErrorCode::format, "an arc has the weight 0", node);
        }
        const bool taking = source.sort == NodeSort::place;
        PetriTransition& transition = parts_.transitions[taking ? target.index : source.index];
        (taking ? transition.inputs : transition.outputs)
            .push_back({.place = static_cast<PlaceIndex>(taking ? source.index : target.index),
                        .weight = weight});
    }

    void read_final_markings(const pugi::xml_node& node) {
        for (const pugi::xml_node& marking : node.children()) {
            if (local_name(marking) != "marking") {
                continue;
            }
            NetMarking& tokens = parts_.finals.emplace_back();
            for (const pugi::xml_node& place : marking.children()) {
                if (local_name(place) != "place") {
                    continue;
                }
                const Known& known = find(place, "idref");
                if (known.sort != NodeSort::place) {
                    fail(ErrorCode::format, "a final marking names a transition", place);
                }
                tokens.push_back(
                    {.place = static_cast<PlaceIndex>(known.index), .tokens = count_in(place, 0)});
            }
        }
    }

    [[nodiscard]] NetMarking sink_marking(const pugi::xml_node& root) const {
        std::vector<bool> taken(parts_.places.size(), false);
        for (const PetriTransition& transition : parts_.transitions) {
            for (const WeightedArc& arc : transition.inputs) {
                taken[position(arc.place)] = true;
            }
        }
        const auto sinks = std::ranges::count(taken, false);
        if (sinks != 1) {
            fail(ErrorCode::format,
                 "the net states no final marking, and not one but " + std::to_string(sinks) +
                     " of its places have no arc that leads on",
                 root);
        }
        const auto sink = std::ranges::find(taken, false) - taken.begin();
        return {{.place = static_cast<PlaceIndex>(sink), .tokens = 1}};
    }

    std::string_view text_;
    const PnmlOptions& options_;
    std::vector<pugi::xml_node> places_;
    std::vector<pugi::xml_node> transitions_;
    std::vector<pugi::xml_node> arcs_;
    std::vector<pugi::xml_node> final_markings_;
    std::map<std::string, Known, std::less<>> known_;
    PetriNetParts parts_;
};

/// What would make the parser's tree far larger than the text, or isn't XML that is read here.
void refuse_hostile(std::string_view text, const PnmlOptions& options) {
    if (text.find("<!DOCTYPE") != text.npos) {
        throw Error(ErrorCode::format, "a net with a DOCTYPE is not read", {.file = options.name});
    }
    const auto elements = static_cast<std::size_t>(std::ranges::count(text, '<')) +
                          static_cast<std::size_t>(std::ranges::count(text, '='));
    // Each element has two brackets, unless it is empty.
    if (elements / 2 > options.max_elements) {
        limit_passed("max_elements", options.max_elements, "elements and attributes",
                     {.file = options.name});
    }
}

} // namespace

PnmlReading read_pnml(std::string_view bytes, const PnmlOptions& options) {
    const DecodedText decoded = decode_text(bytes, options.max_bytes);
    refuse_hostile(decoded.text, options);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        decoded.text.data(), decoded.text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = std::min(static_cast<std::size_t>(parsed.offset), decoded.text.size());
        const std::string_view before = std::string_view(decoded.text).substr(0, offset);
        throw Error(ErrorCode::format, std::string("the file is no XML: ") + parsed.description(),
                    {.file = options.name, .row = std::ranges::count(before, '\n') + 1});
    }
    return PnmlNet(decoded.text, options).read(document);
}

} // namespace tertib
