// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/text_arena.hpp"
#include "read/xes_attribute.hpp"
#include "read/xes_keys.hpp"
#include "read/xes_notes.hpp"
#include "read/xes_trace.hpp"
#include "read/xml_scanner.hpp"
#include "tertib/read/xes_log.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertib {

/// Whose attributes come.
enum class XesOwner : std::uint8_t { log, trace, event, event_global, trace_global };

/// An element that is open.
struct XesFrame {
    XesElement element = XesElement::unknown;
    XesOwner owner_before = XesOwner::log;
    std::size_t path_before = 0; ///< length of the path around it
    std::uint64_t items = 0;     ///< of <values> so far
};

/// Makes a log of the elements of one XES document: its structure is in xes_reader.cpp, what becomes
/// of attributes in xes_reader_values.cpp. Used once.
class XesReader {
public:
    XesReader(ByteSource source, const XesOptions& options);

    [[nodiscard]] LogReading read();

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
    std::vector<XesFrame> frames_;
    XesOwner owner_ = XesOwner::log;
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
    std::vector<std::pair<XesOwner, std::string>> globals_;
};

} // namespace tertib
