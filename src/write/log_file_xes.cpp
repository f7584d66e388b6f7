// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log/xes_names.hpp"
#include "tertib/base/text.hpp"
#include "tertib/write/log_file.hpp"
#include "write/text_output.hpp"
#include "write/xes_tree.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tertib {
namespace {

/// Values that every event may have come first; further columns follow.
enum Standard : std::size_t { activity, resource, role, outcome, time, transition, first_extra };

constexpr std::string_view instance_path = "concept:instance";
constexpr std::string_view transition_path = "lifecycle:transition";

std::string_view element_of(ColumnType type) noexcept {
    switch (type) {
    case ColumnType::text: return "string";
    case ColumnType::integer: return "int";
    case ColumnType::real: return "float";
    case ColumnType::boolean: return "boolean";
    case ColumnType::stamp: return "date";
    }
    return "string";
}

std::string_view element_of(const LogAttribute& attribute) noexcept {
    constexpr std::array<std::string_view, 5> elements = {"string", "int", "float", "boolean",
                                                          "date"};
    return elements[attribute.value.index()];
}

LogValue value_of(const LogAttribute& attribute) {
    return std::visit(
        [](const auto& each) -> LogValue {
            using Value = std::remove_cvref_t<decltype(each)>;
            if constexpr (std::is_same_v<Value, std::string>) {
                return std::string_view(each);
            } else {
                return each;
            }
        },
        attribute.value);
}

LogValue text_or_none(std::string_view text) {
    return text.empty() ? LogValue{} : LogValue(text);
}

LogValue stamp_or_none(const EventStamp& stamp) {
    return stamp.known() ? LogValue(stamp) : LogValue{};
}

class XesWriter {
public:
    XesWriter(const EventLog& log, const ByteSink& sink);

    void write();

private:
    void find_ids();
    void add_columns();
    void add_standard(XesTree& tree) const;
    void write_head();
    void write_named(std::string_view name, std::span<const std::string_view> members,
                     std::string_view element);
    void write_globals(std::string_view scope);
    void write_attributes();
    void write_trace(Code of_case);
    void write_rows(const CaseRows& rows, bool open);
    void write_row(std::size_t row, const LogEvent& event);
    void fill(const LogEvent& event, const EventStamp& stamp, std::string_view phase);
    [[nodiscard]] bool is_id(std::string_view scope, std::string_view path) const {
        return ids_.contains(std::string(scope) + xes_separator + std::string(path));
    }

    const EventLog* log_;
    TextOutput out_;
    std::set<std::string, std::less<>> ids_; ///< scope, tab, path
    XesTree events_;
    XesTree starts_;
    XesTree traces_;
    std::vector<LogValue> values_; ///< of the present event: the standard ones, then each column
    std::vector<LogValue> trace_values_;
    const ExtraColumn* transitions_ = nullptr;
    /// Of a start that names another resource or role than its complete: which, and its column.
    std::vector<std::pair<std::size_t, std::size_t>> own_of_start_;
};

/// What the reader noted of the log beside its attributes.
bool is_note(std::string_view name) {
    return name == xes_version_name || name == xes_features_name || name == xes_extension_name ||
           name == xes_classifier_name || name.starts_with(xes_global_prefix) ||
           name.starts_with(xes_id_prefix);
}

XesWriter::XesWriter(const EventLog& log, const ByteSink& sink) : log_(&log), out_(sink) {
    find_ids();
    add_standard(events_);
    add_standard(starts_);
    traces_.add("concept:name", {.element = "string", .source = 0});
    add_columns();
    events_.arrange();
    starts_.arrange();
    traces_.arrange();
    values_.resize(first_extra + log.columns().size());
    trace_values_.resize(1 + log.columns().size());
}

void XesWriter::find_ids() {
    for (const LogAttribute& attribute : log_->attributes()) {
        if (attribute.name.starts_with(xes_id_prefix)) {
            ids_.insert(attribute.name.substr(xes_id_prefix.size()));
        }
    }
}

void XesWriter::add_standard(XesTree& tree) const {
    tree.add("concept:name", {.element = "string", .source = activity});
    tree.add("org:resource", {.element = "string", .source = resource});
    tree.add("org:role", {.element = "string", .source = role});
    tree.add("time:timestamp", {.element = "date", .source = time});
    tree.add(transition_path, {.element = "string", .source = transition});
}

void XesWriter::add_columns() {
    events_.add("tertib:outcome", {.element = "string", .source = outcome});
    for (std::size_t i = 0; i < log_->columns().size(); ++i) {
        const ExtraColumn& column = log_->columns()[i];
        std::string_view path = column.name();
        const bool of_case = column.scope() == ColumnScope::of_case;
        const std::string_view scope = of_case ? "trace" : "event";
        const bool of_start = !of_case && path.starts_with(xes_start_prefix);
        const std::string_view element =
            is_id(scope, path) ? std::string_view("id") : element_of(column.type());
        if (of_start) {
            path.remove_prefix(xes_start_prefix.size());
            starts_.add(path, {.element = element, .source = first_extra + i});
            if (path == "org:resource" || path == "org:role") {
                own_of_start_.emplace_back(path == "org:role" ? role : resource, i);
            }
        } else if (of_case) {
            traces_.add(path, {.element = element, .source = 1 + i});
        } else if (path == transition_path && column.type() == ColumnType::text) {
            transitions_ = &column;
        } else {
            events_.add(path, {.element = element, .source = first_extra + i});
            if (path == instance_path) {
                starts_.add(path, {.element = element, .source = first_extra + i});
            }
        }
    }
}

void XesWriter::write() {
    write_head();
    write_globals("trace");
    write_globals("event");
    write_attributes();
    for (std::size_t code = 1; code <= log_->case_count(); ++code) {
        write_trace(static_cast<Code>(code));
    }
    if (!log_->case_index().rows(no_code).empty()) {
        write_trace(no_code);
    }
    out_ << "\n</log>\n";
    out_.flush();
}

/// An element whose members are the pieces of a text with tabs between.
void XesWriter::write_named(std::string_view name, std::span<const std::string_view> members,
                            std::string_view element) {
    for (const LogAttribute& attribute : log_->attributes()) {
        const auto* const text = std::get_if<std::string>(&attribute.value);
        if (attribute.name != name || text == nullptr) {
            continue;
        }
        const std::vector<std::string_view> pieces = split(*text, xes_separator);
        out_ << "\n\t<" << element;
        for (std::size_t i = 0; i < std::min(members.size(), pieces.size()); ++i) {
            if (!pieces[i].empty()) {
                out_ << " " << members[i] << "=\"";
                write_escaped(out_, pieces[i]);
                out_ << "\"";
            }
        }
        out_ << "/>";
    }
}

void XesWriter::write_head() {
    std::string version(xes_usual_version);
    std::string features(xes_usual_features);
    for (const LogAttribute& attribute : log_->attributes()) {
        const auto* const text = std::get_if<std::string>(&attribute.value);
        if (text != nullptr && attribute.name == xes_version_name) {
            version = *text;
        } else if (text != nullptr && attribute.name == xes_features_name) {
            features = *text;
        }
    }
    out_ << R"(<?xml version="1.0" encoding="UTF-8"?>)"
         << "\n<log xes.version=\"";
    write_escaped(out_, version);
    out_ << "\" xes.features=\"";
    write_escaped(out_, features);
    out_ << "\">";
    constexpr std::array<std::string_view, 3> extension = {"name", "prefix", "uri"};
    constexpr std::array<std::string_view, 3> classifier = {"name", "scope", "keys"};
    write_named(xes_extension_name, extension, "extension");
    write_named(xes_classifier_name, classifier, "classifier");
}

void XesWriter::write_globals(std::string_view scope) {
    const std::string front = std::string(xes_global_prefix) + std::string(scope) + xes_separator;
    XesTree tree;
    std::vector<LogValue> values;
    for (const LogAttribute& attribute : log_->attributes()) {
        if (attribute.name.starts_with(front)) {
            const bool id = is_id("log", attribute.name);
            tree.add(std::string_view(attribute.name).substr(front.size()),
                     {.element = id ? "id" : element_of(attribute), .source = values.size()});
            values.push_back(value_of(attribute));
        }
    }
    if (!values.empty()) {
        tree.arrange();
        out_ << "\n\t<global scope=\"" << scope << "\">";
        tree.write(out_, values, "\t\t");
        out_ << "\n\t</global>";
    }
}

void XesWriter::write_attributes() {
    XesTree tree;
    std::vector<LogValue> values;
    for (const LogAttribute& attribute : log_->attributes()) {
        if (!is_note(attribute.name)) {
            const bool id = is_id("log", attribute.name);
            tree.add(attribute.name,
                     {.element = id ? "id" : element_of(attribute), .source = values.size()});
            values.push_back(value_of(attribute));
        }
    }
    tree.arrange();
    tree.write(out_, values, "\t");
}

void XesWriter::write_trace(Code of_case) {
    trace_values_[0] = text_or_none(log_->cases().text(of_case));
    for (std::size_t i = 0; i < log_->columns().size(); ++i) {
        const ExtraColumn& column = log_->columns()[i];
        const bool has = column.scope() == ColumnScope::of_case && of_case < column.size();
        trace_values_[1 + i] = has ? column.value(of_case) : LogValue{};
    }
    out_ << "\n\t<trace>";
    traces_.write(out_, trace_values_, "\t\t");
    const CaseRows rows = log_->case_index().rows(of_case);
    write_rows(rows, false);
    write_rows(rows, true);
    out_ << "\n\t</trace>";
}

/// The rows of a case that were started and not completed, or the others.
void XesWriter::write_rows(const CaseRows& rows, bool open) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const LogEvent event = log_->row(rows[i]);
        if ((event.start.known() && !event.complete.known()) == open) {
            write_row(rows[i], event);
        }
    }
}

void XesWriter::fill(const LogEvent& event, const EventStamp& stamp, std::string_view phase) {
    values_[activity] = text_or_none(log_->activities().text(event.activity));
    values_[resource] = text_or_none(log_->resources().text(event.resource));
    values_[role] = text_or_none(log_->roles().text(event.role));
    values_[outcome] = text_or_none(log_->outcomes().text(event.outcome));
    values_[time] = stamp_or_none(stamp);
    values_[transition] = phase;
}

void XesWriter::write_row(std::size_t row, const LogEvent& event) {
    for (std::size_t i = 0; i < log_->columns().size(); ++i) {
        const ExtraColumn& column = log_->columns()[i];
        const bool has = column.scope() == ColumnScope::event;
        values_[first_extra + i] = has ? column.value(row) : LogValue{};
    }
    const bool open = event.start.known() && !event.complete.known();
    if (event.start.known() && !open) {
        fill(event, event.start, "start");
        for (const auto& [standard, column] : own_of_start_) {
            if (log_->columns()[column].has(row)) {
                values_[standard] = std::monostate{};
            }
        }
        out_ << "\n\t\t<event>";
        starts_.write(out_, values_, "\t\t\t");
        out_ << "\n\t\t</event>";
    }
    fill(event, open ? event.start : event.complete, open ? "start" : "complete");
    if (transitions_ != nullptr && transitions_->has(row)) {
        values_[transition] = transitions_->value(row);
    }
    out_ << "\n\t\t<event>";
    events_.write(out_, values_, "\t\t\t");
    out_ << "\n\t\t</event>";
}

} // namespace

void write_xes(const EventLog& log, const ByteSink& sink) {
    XesWriter(log, sink).write();
}

} // namespace tertib
