# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# tertib_find(<name> [<version>] DEBIAN <package> [COMPONENTS …]): find_package that must succeed,
# and whose failure names the Debian package to install. A macro, so that the caller sees what the
# package defines. The version is compared here because Catch2 3 refuses to answer a wish for 2.
macro(tertib_find name)
  cmake_parse_arguments(tertib_find "" "DEBIAN" "COMPONENTS" ${ARGN})
  set(tertib_find_wish)
  if(tertib_find_COMPONENTS)
    set(tertib_find_wish COMPONENTS ${tertib_find_COMPONENTS})
  endif()
  find_package(${name} QUIET ${tertib_find_wish})
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "${name} was not found: install the Debian package "
                        "${tertib_find_DEBIAN} (or run ./dev, which does).")
  endif()
  if(tertib_find_UNPARSED_ARGUMENTS AND ${name}_VERSION
     AND ${name}_VERSION VERSION_LESS "${tertib_find_UNPARSED_ARGUMENTS}")
    message(FATAL_ERROR "${name} ${${name}_VERSION} is older than the needed "
                        "${tertib_find_UNPARSED_ARGUMENTS}: install a newer Debian package "
                        "${tertib_find_DEBIAN}.")
  endif()
endmacro()
