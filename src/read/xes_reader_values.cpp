// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_reader.hpp"

#include "log/xes_names.hpp"

#include <algorithm>
#include <type_traits>
#include <variant>

namespace tertib {
namespace {

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

} // namespace

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
    XesFrame& parent = frames_.back();
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
    case XesOwner::event: deliver_to_event(element, path, text); return;
    case XesOwner::trace: deliver_to_trace(element, path, text); return;
    case XesOwner::log: deliver_to_log(element, path, text); return;
    case XesOwner::event_global:
    case XesOwner::trace_global: {
        const bool of_event = owner_ == XesOwner::event_global;
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

} // namespace tertib
