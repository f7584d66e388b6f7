# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)

# HEADER is for languages without a preprocessor: nothing in it needs one, it is C99 once the
# standard types are known, and it declares exactly the functions of LIST.
file(READ ${HEADER} text)
if(text MATCHES "#|TERTIB_API|__[a-z]+__")
  message(FATAL_ERROR "${HEADER} holds '${CMAKE_MATCH_0}', which only a C compiler understands")
endif()

file(WRITE ${WORK}/ffi.c "#include <stddef.h>\n#include <stdint.h>\n${text}")
execute_process(
  COMMAND ${COMPILER} -std=c99 -Wall -Wextra -Wpedantic -Wstrict-prototypes -Werror -fsyntax-only
          ${WORK}/ffi.c
  COMMAND_ERROR_IS_FATAL ANY)

string(REGEX REPLACE "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/" "" code "${text}")
string(REGEX MATCHALL "tertib_[a-z0-9_]+ *\\(" calls "${code}")
set(declared)
foreach(call IN LISTS calls)
  string(REGEX REPLACE " *\\($" "" name "${call}")
  list(APPEND declared ${name})
endforeach()
include(${CMAKE_CURRENT_LIST_DIR}/same_names.cmake)
same_names(declared declared ${LIST})
