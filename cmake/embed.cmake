# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Script of tertib_embed: writes INPUT as a C++ source OUTPUT that defines VARIABLE.
# Read as hexadecimal, so that no byte of the text can mean anything to CMake or C++.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
# Lines of 1,000 bytes, adjacent literals: an escape can't run into the next piece.
string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f]){1,1000})" "    \"\\1\"\n" lines "${escaped}")
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
file(WRITE ${OUTPUT}
     "#include <string_view>\n\n"
     "namespace tertib::embedded {\n"
     "extern const std::string_view ${VARIABLE};\n"
     "const std::string_view ${VARIABLE}(\n    \"\"\n${lines}    , ${size});\n"
     "} // namespace tertib::embedded\n")
