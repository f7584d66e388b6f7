# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Compares what LIBRARY exports with LIST; `./dev abi --accept` writes the list anew.
execute_process(COMMAND ${NM} -D --defined-only --format=posix ${LIBRARY}
                OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" lines "${output}")
set(exported)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "[ @].*" "" name "${line}")
  list(APPEND exported ${name})
endforeach()
file(STRINGS ${LIST} listed)

set(broken FALSE)
foreach(name IN LISTS exported)
  if(NOT name IN_LIST listed)
    message("${name}: is exported, but not in the list")
    set(broken TRUE)
  endif()
endforeach()
foreach(name IN LISTS listed)
  if(NOT name IN_LIST exported)
    message("${name}: is in the list, but not exported")
    set(broken TRUE)
  endif()
endforeach()
if(broken)
  message(FATAL_ERROR "${LIST} doesn't say what the library exports")
endif()
