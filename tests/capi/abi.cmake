# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Compares the binary interface of LIBRARY with DUMP (`./dev abi --accept` writes it anew), which
# came from g++: other compilers and sanitizers describe the same types otherwise. New functions are
# no change; capi_symbols tells of them. RENAME makes the dump wrong first, for the control.
if(NOT ABIDIFF)
  message("skipped: abidiff was not found (Debian package abigail-tools)")
  return()
endif()
if(NOT COMPILER STREQUAL "GNU" OR FLAGS MATCHES "-fsanitize=")
  message("skipped: the binary interface is compared in plain builds by g++")
  return()
endif()
if(RENAME)
  file(READ ${DUMP} text)
  string(REPLACE ${RENAME} ${RENAME}_gone text "${text}")
  set(DUMP ${WORK}/control.abi)
  file(WRITE ${DUMP} "${text}")
endif()
execute_process(
  COMMAND ${ABIDIFF} --no-added-syms --exported-interfaces-only --headers-dir2 ${HEADERS}
          --drop-private-types ${DUMP} ${LIBRARY}
  RESULT_VARIABLE status)
# Bits of the status: 1 and 2 abidiff failed, 4 changed, 8 changed incompatibly.
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the binary interface was changed (abidiff says ${status})")
endif()
