// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_reader.hpp"

#include "log/xes_names.hpp"

#include <algorithm>

namespace tertib {

XesReader::XesReader(ByteSource source, const XesOptions& options)
    : limits_(options.limits),
      scanner_(std::move(source), {.max_depth = options.max_depth, .max_tag = options.max_tag}),
      builder_({.place_unit = PlaceUnit::line,
                .assumed_zone = options.assumed_zone,
                .limits = options.limits}),
      stamps_(options.assumed_zone),
      event_keys_(ColumnScope::event, builder_),
      trace_keys_(ColumnScope::of_case, builder_),
      trace_(builder_, event_keys_, notes_, options.others) {}

bool XesReader::may_hold(XesElement parent, XesElement child) const noexcept {
    if (is_attribute(child)) {
        return parent != XesElement::extension && parent != XesElement::classifier;
    }
    switch (child) {
    case XesElement::event: return parent == XesElement::log || parent == XesElement::trace;
    case XesElement::trace:
    case XesElement::global:
    case XesElement::extension:
    case XesElement::classifier: return parent == XesElement::log;
    case XesElement::values: return parent == XesElement::list;
    case XesElement::text:
    case XesElement::date:
    case XesElement::integer:
    case XesElement::real:
    case XesElement::boolean:
    case XesElement::id:
    case XesElement::list:
    case XesElement::container:
    case XesElement::log:
    case XesElement::unknown: break;
    }
    return false;
}

/// The value of an attribute of the present tag, "" if it isn't there.
std::string_view XesReader::given(std::string_view name) const noexcept {
    for (const XmlAttribute& attribute : scanner_.attributes()) {
        if (attribute.name == name) {
            return attribute.value;
        }
    }
    return {};
}

void XesReader::begin_root() {
    if (scanner_.name() != "log") {
        scanner_.refuse(ErrorCode::format,
                        "this is no event log in XES: its root element isn't <log>");
    }
    if (!given("xes.version").empty()) {
        add_text(xes_version_name, std::string(given("xes.version")));
    }
    if (!given("xes.features").empty()) {
        add_text(xes_features_name, std::string(given("xes.features")));
    }
}

void XesReader::begin(bool whole) {
    if (frames_.empty()) {
        begin_root();
        if (!whole) {
            frames_.push_back({.element = XesElement::log});
        }
        return;
    }
    const XesElement element = xes_element(scanner_.name());
    if (!may_hold(frames_.back().element, element)) {
        skip(whole);
        return;
    }
    const XesFrame frame{.element = element, .owner_before = owner_, .path_before = path_.size()};
    switch (element) {
    case XesElement::trace: begin_trace(); break;
    case XesElement::event: begin_event(); break;
    case XesElement::global: begin_global(); break;
    case XesElement::extension: add_extension(); break;
    case XesElement::classifier: add_classifier(); break;
    case XesElement::values:
    case XesElement::log:
    case XesElement::unknown: break;
    case XesElement::text:
    case XesElement::date:
    case XesElement::integer:
    case XesElement::real:
    case XesElement::boolean:
    case XesElement::id:
    case XesElement::list:
    case XesElement::container: take_attribute(element, whole); break;
    }
    const bool flat = whole && is_attribute(element);
    if (!flat) {
        frames_.push_back(frame);
    }
    if (whole && !flat) {
        end();
    }
}

void XesReader::end() {
    const XesFrame frame = frames_.back();
    frames_.pop_back();
    if (frame.element == XesElement::event) {
        trace_.add_event();
    } else if (frame.element == XesElement::trace) {
        open_case();
        trace_.finish();
        trace_arena_.clear();
        case_.reset();
        trace_.begin(no_code);
    }
    owner_ = frame.owner_before;
    path_.resize(frame.path_before);
}

/// An element that XES doesn't have there: told, and passed over with all that is in it.
void XesReader::skip(bool whole) {
    notes_.note("XES-ELEMENT", scanner_.line(), scanner_.name());
    if (!whole) {
        skipped_from_ = scanner_.depth();
    }
}

void XesReader::begin_trace() {
    trace_.finish(); // of events before that are in no trace
    owner_ = XesOwner::trace;
    trace_keys_.begin_owner();
    trace_line_ = scanner_.line();
    case_name_ = {};
    trace_extras_.clear();
}

/// The trace's attributes are all known once an event begins or it ends.
void XesReader::open_case() {
    if (case_) {
        return;
    }
    std::string made;
    if (case_name_.empty()) {
        made = "trace-" + std::to_string(trace_keys_.owners());
        notes_.note("XES-CASE-NAMELESS", trace_line_, {}, made);
        case_name_ = made;
    }
    const Code code = builder_.case_code(case_name_);
    if (code <= last_case_) {
        notes_.note("XES-CASE-REPEATED", trace_line_, {}, case_name_);
    }
    last_case_ = std::max(last_case_, code);
    case_ = code;
    trace_.begin(code);
    for (const XesExtra& extra : trace_extras_) {
        builder_.set_case(trace_keys_.column(extra.key, type_of(extra.value)), code, extra.value);
    }
    trace_extras_.clear();
}

void XesReader::begin_event() {
    if (frames_.back().element == XesElement::trace) {
        open_case();
    } else {
        notes_.note("XES-EVENT-LOOSE", scanner_.line());
    }
    owner_ = XesOwner::event;
    event_keys_.begin_owner();
    trace_.event().line = scanner_.line();
}

void XesReader::begin_global() {
    owner_ = given("scope") == "trace" ? XesOwner::trace_global : XesOwner::event_global;
}

void XesReader::add_text(std::string_view name, std::string text) {
    builder_.add_attribute({.name = std::string(name), .value = std::move(text)});
}

void XesReader::add_extension() {
    add_text(xes_extension_name, std::string(given("name")) + xes_separator +
                                     std::string(given("prefix")) + xes_separator +
                                     std::string(given("uri")));
}

void XesReader::add_classifier() {
    add_text(xes_classifier_name, std::string(given("name")) + xes_separator +
                                      std::string(given("scope")) + xes_separator +
                                      std::string(given("keys")));
}

/// A global is what every event (or trace) should have.
void XesReader::note_globals() {
    for (const auto& [owner, path] : globals_) {
        const bool of_event = owner == XesOwner::event_global;
        const XesKeys& keys = of_event ? event_keys_ : trace_keys_;
        std::uint64_t having = 0;
        for (const XesKey& key : keys.all()) {
            having += key.path == path ? key.owners : 0;
        }
        if (having < keys.owners()) {
            notes_.note(of_event ? "XES-GLOBAL-EVENT" : "XES-GLOBAL-TRACE", 0, path, {},
                        keys.owners() - having);
        }
    }
}

/// Ids are kept as texts; that they are ids, as attributes of the log.
void XesReader::note_ids(const XesKeys& keys, std::string_view scope) {
    for (const XesKey& key : keys.all()) {
        if (key.element == XesElement::id && key.role == XesRole::extra) {
            add_text(std::string(xes_id_prefix) + std::string(scope) + xes_separator + key.path,
                     "id");
        }
    }
}

LogReading XesReader::read() {
    for (XmlToken token = scanner_.next(); token != XmlToken::nothing; token = scanner_.next()) {
        if (skipped_from_ != 0) {
            skipped_from_ = scanner_.depth() < skipped_from_ ? 0 : skipped_from_;
            continue;
        }
        if (token == XmlToken::end) {
            end();
        } else {
            begin(token == XmlToken::whole);
        }
    }
    trace_.finish();
    if (scanner_.text_count() > 0) {
        notes_.note("XES-TEXT", scanner_.text_line(), {}, {}, scanner_.text_count());
    }
    note_globals();
    note_ids(event_keys_, "event");
    note_ids(trace_keys_, "trace");
    return {.log = std::move(builder_).finish(), .findings = notes_.take()};
}

} // namespace tertib
