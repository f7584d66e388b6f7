# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Writes OUTPUT, the C headers in FOLDER as one text for languages that read headers but run no
# preprocessor (PHP's FFI, Python's cffi): declarations alone, made by COMPILER's preprocessor.
# The standard headers are empty here, because such languages know size_t, int32_t … by themselves.
cmake_minimum_required(VERSION 3.25)
set(standard ${WORK}/standard)
file(WRITE ${standard}/stddef.h "")
file(WRITE ${standard}/stdint.h "")
file(WRITE ${WORK}/all.c "#include \"tertib/tertib_experimental.h\"\n")
# Without predefined macros no attribute is written.
execute_process(
  COMMAND ${COMPILER} -E -P -undef -nostdinc -isystem ${standard} -I ${FOLDER} ${WORK}/all.c
  OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
string(STRIP "${text}" text)
string(REGEX REPLACE "\n ([^ ])" "\n\\1" text "${text}") # where an attribute would stand
file(WRITE ${OUTPUT}
     "/* SPDX-FileCopyrightText: 2026 The tertib authors\n"
     " * SPDX-License-Identifier: Apache-2.0 */\n\n"
     "/* tertib.h and tertib_experimental.h without macros and comments, for languages that read\n"
     " * headers by themselves. Programs in C and C++ include those, where all is explained. */\n"
     "${text}\n")
