// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/xes_log.hpp"

#include "log/xes_names.hpp"
#include "read/text_arena.hpp"
#include "read/xes_attribute.hpp"
#include "read/xes_keys.hpp"
#include "read/xes_notes.hpp"
#include "read/xes_trace.hpp"
#include "read/xml_scanner.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace tertib {
namespace {

/// Whose attributes come.
enum class Owner : std::uint8_t { log, trace, event, event_global, trace_global };

/// An element that is open.
struct Frame {
    XesElement element = XesElement::unknown;
    Owner owner_before = Owner::log;
    std::size_t path_before = 0; ///< length of the path around it
    std::uint64_t items = 0;     ///< of <values> so far
};

/// A value of the log as a whole.
auto owned(const LogValue& value) -> decltype(LogAttribute::value) {
    return std::visit(
        [](const auto& each) -> decltype(LogAttribute::value) {
            using Value = std::remove_cvref_t<decltype(each)>;
            if constexpr (std::is_same_v<Value, std::string_view>) {
                return std::string(each);
            } else if constexpr (std::is_same_v<Value, std::monostate>) {
                return std::string();
            } else {
                return each;
            }
        },
        value);
}

class XesReader {
public:
    XesReader(ByteSource source, const XesOptions& options)
        : limits_(options.limits),
          scanner_(std::move(source), {.max_depth = options.max_depth, .max_tag = options.max_tag}),
          builder_({.place_unit = PlaceUnit::line,
                    .assumed_zone = options.assumed_zone,
                    .limits = options.limits}),
          stamps_(options.assumed_zone),
          event_keys_(ColumnScope::event, builder_),
          trace_keys_(ColumnScope::of_case, builder_),
          trace_(builder_, event_keys_, notes_, options.others) {}

    LogReading read();

private:
    void begin(bool whole);
    void begin_root();
    void end();
    [[nodiscard]] bool may_hold(XesElement parent, XesElement child) const noexcept;
    [[nodiscard]] std::string_view given(std::string_view name) const noexcept;

    void take_attribute(XesElement element, bool whole);
    [[nodiscard]] std::string_view key_of();
    void extend_path(std::string_view key);
    void deliver(XesElement element, std::string_view path, std::string_view text);
    void deliver_to_event(XesElement element, std::string_view path, std::string_view text);
    void deliver_to_trace(XesElement element, std::string_view path, std::string_view text);
    void deliver_to_log(XesElement element, std::string_view path, std::string_view text);
    [[nodiscard]] LogValue value_of(XesElement element, std::string_view path,
                                    std::string_view text);
    [[nodiscard]] bool take_role(const XesKey& key, std::string_view text);

    void begin_trace();
    void open_case();
    void begin_event();
    void begin_global();
    void add_extension();
    void add_classifier();
    void add_text(std::string_view name, std::string text);
    void skip(bool whole);

    void note_globals();
    void note_ids(const XesKeys& keys, std::string_view scope);

    LogLimits limits_;
    XmlScanner scanner_;
    LogBuilder builder_;
    XesNotes notes_;
    XesStampReader stamps_;
    XesKeys event_keys_;
    XesKeys trace_keys_;
    XesTrace trace_;
    std::vector<Frame> frames_;
    Owner owner_ = Owner::log;
    std::string path_; ///< of the attribute around; "" outside of attributes
    std::string key_;  ///< one that had to be mended
    std::size_t skipped_from_ = 0;
    // The present trace until its case is known.
    TextArena trace_arena_;
    std::vector<XesExtra> trace_extras_;
    std::string_view case_name_;
    std::optional<Code> case_;
    std::int64_t trace_line_ = 0;
    Code last_case_ = no_code; ///< the greatest so far
    std::vector<std::pair<Owner, std::string>> globals_;
};

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
    const Frame frame{.element = element, .owner_before = owner_, .path_before = path_.size()};
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
    const Frame frame = frames_.back();
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
    owner_ = Owner::trace;
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
    owner_ = Owner::event;
    event_keys_.begin_owner();
    trace_.event().line = scanner_.line();
}

void XesReader::begin_global() {
    owner_ = given("scope") == "trace" ? Owner::trace_global : Owner::event_global;
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

/// The key of an attribute; one that is empty or holds white space that a key can't have is mended.
std::string_view XesReader::key_of() {
    const auto attributes = scanner_.attributes();
    const std::string_view key = !attributes.empty() && attributes.front().name == "key"
                                     ? attributes.front().value
                                     : given("key");
    if (!key.empty() && key.find_first_of("\t\n\r") == std::string_view::npos) {
        return key;
    }
    notes_.note("XES-KEY-ODD", scanner_.line());
    key_ = key.empty() ? "_" : key;
    std::ranges::replace_if(key_, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return key_;
}

/// Makes path_ that of an attribute within the present one.
void XesReader::extend_path(std::string_view key) {
    Frame& parent = frames_.back();
    if (parent.element == XesElement::values) {
        ++parent.items;
        path_ += xes_separator;
        path_ += xes_separator;
        path_ += std::to_string(parent.items);
    }
    if (!path_.empty()) {
        path_ += xes_separator;
    }
    path_ += key;
    if (path_.size() > limits_.max_text) {
        scanner_.refuse(ErrorCode::limit, "the keys of nested attributes are longer than " +
                                              std::to_string(limits_.max_text) +
                                              " bytes together (limit max_text)");
    }
}

void XesReader::take_attribute(XesElement element, bool whole) {
    const std::string_view key = key_of();
    const auto attributes = scanner_.attributes();
    const std::string_view text = attributes.size() > 1 && attributes[1].name == "value"
                                      ? attributes[1].value
                                      : given("value");
    if (path_.empty() && whole) {
        deliver(element, key, text);
        return;
    }
    const std::size_t before = path_.size();
    extend_path(key);
    deliver(element, path_, text);
    if (whole) {
        path_.resize(before);
    }
}

void XesReader::deliver(XesElement element, std::string_view path, std::string_view text) {
    if (!has_value(element)) {
        return;
    }
    switch (owner_) {
    case Owner::event: deliver_to_event(element, path, text); return;
    case Owner::trace: deliver_to_trace(element, path, text); return;
    case Owner::log: deliver_to_log(element, path, text); return;
    case Owner::event_global:
    case Owner::trace_global: {
        const bool of_event = owner_ == Owner::event_global;
        deliver_to_log(element,
                       std::string(xes_global_prefix) + (of_event ? "event" : "trace") +
                           xes_separator + std::string(path),
                       text);
        globals_.emplace_back(owner_, path);
        return;
    }
    }
}

/// The value as the element says, or as a text where it isn't that.
LogValue XesReader::value_of(XesElement element, std::string_view path, std::string_view text) {
    const std::optional<LogValue> value = xes_value(element, text, stamps_);
    if (value) {
        return *value;
    }
    notes_.note(element == XesElement::date ? "XES-DATE" : "XES-VALUE", scanner_.line(), path,
                text);
    return text;
}

void XesReader::deliver_to_log(XesElement element, std::string_view path, std::string_view text) {
    builder_.add_attribute(
        {.name = std::string(path), .value = owned(value_of(element, path, text))});
    if (element == XesElement::id) {
        add_text(std::string(xes_id_prefix) + "log" + xes_separator + std::string(path), "id");
    }
}

void XesReader::deliver_to_trace(XesElement element, std::string_view path, std::string_view text) {
    const std::size_t key = trace_keys_.find(path, element);
    if (!trace_keys_.count(key)) {
        notes_.note("XES-KEY-REPEATED", scanner_.line(), path);
    }
    if (text.empty()) {
        notes_.note("XES-EMPTY", scanner_.line(), path);
        return;
    }
    if (!case_ && trace_keys_[key].role == XesRole::name && element != XesElement::date) {
        case_name_ = trace_arena_.keep(text);
        return;
    }
    LogValue value = value_of(element, path, text);
    if (case_) {
        builder_.set_case(trace_keys_.column(key, type_of(value)), *case_, value);
        return;
    }
    if (const auto* const view = std::get_if<std::string_view>(&value)) {
        value = trace_arena_.keep(*view);
    }
    trace_extras_.push_back({.key = key, .value = value});
}

/// What has a column of its own. A name that was written as a number is still a name.
bool XesReader::take_role(const XesKey& key, std::string_view text) {
    XesEvent& event = trace_.event();
    const auto keep = [&](std::string_view& field) {
        field = trace_.arena().keep(text);
        return true;
    };
    switch (key.role) {
    case XesRole::name: return keep(event.activity);
    case XesRole::resource: return keep(event.resource);
    case XesRole::role: return keep(event.role);
    case XesRole::outcome: return keep(event.outcome);
    case XesRole::transition: return keep(event.transition);
    case XesRole::time: {
        const std::optional<EventStamp> stamp = stamps_.read(text);
        if (stamp) {
            event.time = *stamp;
        }
        return stamp.has_value();
    }
    case XesRole::extra: break;
    }
    return false;
}

void XesReader::deliver_to_event(XesElement element, std::string_view path, std::string_view text) {
    const std::size_t key = event_keys_.find(path, element);
    if (!event_keys_.count(key)) {
        notes_.note("XES-KEY-REPEATED", scanner_.line(), path);
    }
    if (text.empty()) {
        notes_.note("XES-EMPTY", scanner_.line(), path);
        return;
    }
    const XesKey& found = event_keys_[key];
    if (found.role != XesRole::extra && take_role(found, text)) {
        return;
    }
    LogValue value = value_of(element, path, text);
    if (const auto* const view = std::get_if<std::string_view>(&value)) {
        const std::string_view kept = trace_.arena().keep(*view);
        value = kept;
        if (path == "concept:instance") {
            trace_.event().instance = kept;
        }
    }
    trace_.event().extras.push_back({.key = key, .value = value});
}

/// A global is what every event (or trace) should have.
void XesReader::note_globals() {
    for (const auto& [owner, path] : globals_) {
        const bool of_event = owner == Owner::event_global;
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
    if (scanner_.text_count() > 0) {
        notes_.note("XES-TEXT", scanner_.text_line(), {}, {}, scanner_.text_count());
    }
    note_globals();
    note_ids(event_keys_, "event");
    note_ids(trace_keys_, "trace");
    return {.log = std::move(builder_).finish(), .findings = notes_.take()};
}

} // namespace

LogReading read_xes(ByteSource source, const XesOptions& options) {
    return XesReader(std::move(source), options).read();
}

} // namespace tertib
