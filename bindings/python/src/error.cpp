// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "error.hpp"

#include "tertib/base/error.hpp"

#include <exception>
#include <new>

namespace py = pybind11;

namespace tertib::python {
namespace {

const char* name_of(ErrorCode code) noexcept {
    switch (code) {
    case ErrorCode::argument: return "argument";
    case ErrorCode::format: return "format";
    case ErrorCode::limit: return "limit";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::io: return "io";
    case ErrorCode::internal: return "internal";
    case ErrorCode::store: return "store";
    case ErrorCode::damaged: return "damaged";
    case ErrorCode::outcome_unknown: return "outcome_unknown";
    }
    return "internal";
}

/// The module's class, looked up when it is needed: no global of ours outlives the interpreter.
py::object error_class() {
    return py::module_::import("tertib._core").attr("Error");
}

void raise(const char* code, const char* message, const Position& position) {
    const py::object type = error_class();
    py::object error = type(py::str(message));
    error.attr("code") = code;
    error.attr("row") = position.row;
    error.attr("column") = position.column;
    PyErr_SetObject(type.ptr(), error.ptr());
}

void translate(std::exception_ptr trouble) {
    try {
        std::rethrow_exception(std::move(trouble));
    } catch (const Error& error) {
        raise(name_of(error.code()), error.what(), error.position());
    } catch (const py::builtin_exception&) {
        throw;
    } catch (const std::bad_alloc&) {
        PyErr_NoMemory();
    } catch (const std::exception& error) {
        raise("internal", error.what(), {});
    }
}

} // namespace

void bind_error(py::module_& module) {
    py::dict members;
    members["__doc__"] = "Why a call could not be done. Odd documents are findings, not errors.";
    members["__module__"] = "tertib";
    members["code"] = "internal";
    members["row"] = 0;
    members["column"] = 0;
    module.attr("Error") = py::reinterpret_steal<py::object>(
        PyErr_NewException("tertib.Error", PyExc_Exception, members.ptr()));
    py::register_exception_translator(translate);
}

} // namespace tertib::python
