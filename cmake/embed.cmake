# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Script of tertib_embed: writes INPUT as a C++ source OUTPUT that defines VARIABLE.
# Read as hexadecimal, so that no byte of the text can mean anything to CMake or C++.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
string(REPLACE "'\\x0a'," "'\\x0a',\n" bytes "${bytes}")
file(WRITE ${OUTPUT}
     "#include <string_view>\n\n"
     "namespace tertib::embedded {\n"
     "extern const std::string_view ${VARIABLE};\n"
     "constexpr char ${VARIABLE}_bytes[] = {\n${bytes}};\n"
     "const std::string_view ${VARIABLE}(${VARIABLE}_bytes, sizeof ${VARIABLE}_bytes);\n"
     "} // namespace tertib::embedded\n")
