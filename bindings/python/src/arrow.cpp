// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "arrow.hpp"

#include "arrow_abi.hpp"
#include "column.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/due.hpp"

#include <pybind11/stl.h>

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace py = pybind11;

namespace tertib::python {
namespace {

constexpr std::int64_t nullable = 2; ///< ARROW_FLAG_NULLABLE

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::unsupported, "the Arrow column " + what);
}

// --- taking ---------------------------------------------------------------------------------------

/// What a column's format says of its numbers.
struct Timestamps {
    ColumnUnit unit;
    bool short_days = false; ///< int32, else int64
    std::string zone;
};

Timestamps timestamps_of(const ArrowSchema& schema) {
    const std::string_view format = schema.format == nullptr ? "" : schema.format;
    if (schema.dictionary != nullptr || schema.n_children != 0) {
        refuse("is no plain column of times, but nested or a dictionary");
    }
    if (format == "tdD") {
        return {.unit = ColumnUnit("D"), .short_days = true};
    }
    if (format == "tdm") {
        return {.unit = ColumnUnit("ms")};
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> forms = {
        {{"tss:", "s"}, {"tsm:", "ms"}, {"tsu:", "us"}, {"tsn:", "ns"}}};
    for (const auto& [begin, unit] : forms) {
        if (format.starts_with(begin)) {
            return {.unit = ColumnUnit(unit), .zone = std::string(format.substr(begin.size()))};
        }
    }
    refuse("has the format \"" + std::string(format) + "\", not that of a timestamp or a date");
}

/// Appends the values of one array. It belongs to another library of this process, so its lengths
/// are believed, but not that it is the kind of array that it should be.
void append(std::vector<std::int64_t>& micros, const ArrowArray& array, const Timestamps& form) {
    if (array.length < 0 || array.offset < 0 || array.n_buffers != 2 ||
        (array.length > 0 && array.buffers[1] == nullptr)) {
        refuse("isn't laid out as a column of times is");
    }
    const auto* valid = static_cast<const std::uint8_t*>(array.buffers[0]);
    const auto* days = static_cast<const std::int32_t*>(array.buffers[1]);
    const auto* values = static_cast<const std::int64_t*>(array.buffers[1]);
    micros.reserve(micros.size() + static_cast<std::size_t>(array.length));
    for (std::int64_t i = array.offset; i < array.offset + array.length; ++i) {
        const bool null = valid != nullptr && (valid[i / 8] >> (i % 8) & 1) == 0;
        micros.push_back(null ? no_instant
                              : form.unit.micros(form.short_days ? days[i] : values[i]));
    }
}

template <class Struct>
Struct& inside(const py::handle& capsule, const char* name) {
    auto* pointer = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (pointer == nullptr) {
        throw py::error_already_set();
    }
    if (pointer->release == nullptr) {
        refuse("was taken by another already");
    }
    return *pointer;
}

/// Releases what a stream gave.
template <class Struct>
struct Owned {
    Struct value{};

    Owned() = default;
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() {
        if (value.release != nullptr) {
            value.release(&value);
        }
    }
};

[[noreturn]] void fail(ArrowArrayStream& stream) {
    const char* why = stream.get_last_error(&stream);
    throw Error(ErrorCode::io, std::string("the Arrow stream failed") +
                                   (why != nullptr ? ": " + std::string(why) : ""));
}

InstantColumn from_stream(const py::object& source) {
    const py::object capsule = source.attr("__arrow_c_stream__")();
    auto& stream = inside<ArrowArrayStream>(capsule, "arrow_array_stream");
    Owned<ArrowSchema> schema;
    if (stream.get_schema(&stream, &schema.value) != 0) {
        fail(stream);
    }
    const Timestamps form = timestamps_of(schema.value);
    InstantColumn column{.zone = form.zone};
    while (true) {
        Owned<ArrowArray> array;
        if (stream.get_next(&stream, &array.value) != 0) {
            fail(stream);
        }
        if (array.value.release == nullptr) {
            return column;
        }
        append(column.micros, array.value, form);
    }
}

InstantColumn from_array(const py::object& source) {
    const py::tuple capsules = source.attr("__arrow_c_array__")();
    if (capsules.size() != 2) {
        refuse("doesn't come as two capsules");
    }
    const Timestamps form = timestamps_of(inside<ArrowSchema>(capsules[0], "arrow_schema"));
    InstantColumn column{.zone = form.zone};
    append(column.micros, inside<ArrowArray>(capsules[1], "arrow_array"), form);
    return column;
}

InstantColumn from_arrow(const py::object& source) {
    return py::hasattr(source, "__arrow_c_array__") ? from_array(source) : from_stream(source);
}

// --- giving ---------------------------------------------------------------------------------------

/// What an array that was given away keeps until it is released.
struct GivenArray {
    std::vector<std::int64_t> values;
    std::vector<std::uint8_t> valid;
    std::array<const void*, 2> buffers{};
};

struct GivenStream {
    InstantColumn column;
    bool done = false;
};

void release_schema(ArrowSchema* schema) {
    delete static_cast<std::string*>(schema->private_data);
    schema->release = nullptr;
}

void release_array(ArrowArray* array) {
    delete static_cast<GivenArray*>(array->private_data);
    array->release = nullptr;
}

void release_stream(ArrowArrayStream* stream) {
    delete static_cast<GivenStream*>(stream->private_data);
    stream->release = nullptr;
}

void fill(ArrowSchema& out, const InstantColumn& column) {
    auto format = std::make_unique<std::string>("tsu:" + column.zone);
    out = {.format = format->c_str(), .name = "", .flags = nullable, .release = release_schema};
    out.private_data = format.release();
}

void fill(ArrowArray& out, const InstantColumn& column) {
    auto given = std::make_unique<GivenArray>();
    given->values = column.micros;
    std::int64_t nulls = 0;
    given->valid.assign(column.micros.size() / 8 + 1, 0);
    for (std::size_t i = 0; i < column.micros.size(); ++i) {
        if (column.micros[i] == no_instant) {
            ++nulls;
            given->values[i] = 0;
        } else {
            given->valid[i / 8] = static_cast<std::uint8_t>(given->valid[i / 8] | 1U << (i % 8));
        }
    }
    given->buffers = {nulls == 0 ? nullptr : given->valid.data(), given->values.data()};
    out = {.length = static_cast<std::int64_t>(column.micros.size()),
           .null_count = nulls,
           .n_buffers = 2,
           .buffers = given->buffers.data(),
           .release = release_array};
    out.private_data = given.release();
}

/// Called by another library: no exception may leave, and errno's numbers are what it expects.
template <class Body>
int without_exceptions(const Body& body) noexcept {
    constexpr int out_of_memory = 12;
    try {
        body();
        return 0;
    } catch (...) {
        return out_of_memory;
    }
}

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return without_exceptions(
        [&] { fill(*out, static_cast<GivenStream*>(stream->private_data)->column); });
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
    return without_exceptions([&] {
        auto& given = *static_cast<GivenStream*>(stream->private_data);
        *out = {};
        if (!given.done) {
            fill(*out, given.column);
            given.done = true;
        }
    });
}

const char* stream_error(ArrowArrayStream* /*stream*/) {
    return "out of memory";
}

/// A capsule around an empty struct, released with it unless it was taken.
template <class Struct>
py::capsule make_capsule(const char* name, Struct*& inside) {
    auto made = std::make_unique<Struct>();
    inside = made.get();
    PyObject* capsule = PyCapsule_New(made.get(), name, [](PyObject* self) {
        auto* held = static_cast<Struct*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
        if (held->release != nullptr) {
            held->release(held);
        }
        delete held;
    });
    if (capsule == nullptr) {
        throw py::error_already_set();
    }
    (void)made.release();
    return py::reinterpret_steal<py::capsule>(capsule);
}

py::capsule give_schema(const InstantColumn& self) {
    ArrowSchema* schema = nullptr;
    py::capsule capsule = make_capsule("arrow_schema", schema);
    fill(*schema, self);
    return capsule;
}

/// The consumer's wish for another type may be left unmet, says the protocol.
py::tuple give_array(const InstantColumn& self, const py::object& /*requested_schema*/) {
    ArrowArray* array = nullptr;
    py::capsule capsule = make_capsule("arrow_array", array);
    fill(*array, self);
    return py::make_tuple(give_schema(self), capsule);
}

py::capsule give_stream(const InstantColumn& self, const py::object& /*requested_schema*/) {
    ArrowArrayStream* stream = nullptr;
    py::capsule capsule = make_capsule("arrow_array_stream", stream);
    auto given = std::make_unique<GivenStream>(GivenStream{.column = self});
    *stream = {.get_schema = stream_schema,
               .get_next = stream_next,
               .get_last_error = stream_error,
               .release = release_stream,
               .private_data = nullptr};
    stream->private_data = given.release();
    return capsule;
}

// --- asking ---------------------------------------------------------------------------------------

InstantColumn due_of(const InstantColumn& self, const Calendar& calendar,
                     std::vector<ReadyWaktu> waktu, const std::optional<py::buffer>& which) {
    if (waktu.empty()) {
        throw Error(ErrorCode::argument, "there is no waktu");
    }
    std::optional<py::buffer_info> rows;
    std::span<const std::int32_t> by_row;
    if (which) {
        rows = which->request();
        by_row = rows_of(*rows, self.micros.size(), waktu.size());
    }
    const ColumnQuestion question{.calendar = calendar,
                                  .waktu = std::move(waktu),
                                  .which = by_row,
                                  .unit = ColumnUnit("us"),
                                  .time = self.zone.empty() ? ColumnTime::local : ColumnTime::utc};
    const py::gil_scoped_release released;
    InstantColumn out{.micros = std::vector<std::int64_t>(self.micros.size()), .zone = self.zone};
    reckon(question, self.micros, out.micros);
    return out;
}

std::optional<std::int64_t> at(const InstantColumn& self, std::size_t index) {
    if (index >= self.micros.size()) {
        throw py::index_error();
    }
    const std::int64_t micros = self.micros[index];
    return micros == no_instant ? std::nullopt : std::optional(micros);
}

} // namespace

void bind_arrow(py::module_& module) {
    py::class_<InstantColumn>(module, "InstantColumn", "A column of times for Arrow.")
        .def_static("from_arrow", &from_arrow, py::arg("source"),
                    "A copy of a column of timestamps or dates.")
        .def("due", &due_of, py::arg("calendar"), py::arg("waktu"), py::arg("which"),
             "The deadlines, in the same time.")
        .def("at", &at, py::arg("index"), "Microseconds since 1970; None for null.")
        .def("__len__", [](const InstantColumn& self) { return self.micros.size(); })
        .def("__arrow_c_schema__", &give_schema)
        .def("__arrow_c_array__", &give_array, py::arg("requested_schema") = py::none())
        .def("__arrow_c_stream__", &give_stream, py::arg("requested_schema") = py::none())
        .def_property_readonly("zone", [](const InstantColumn& self) { return self.zone; });
}

} // namespace tertib::python
