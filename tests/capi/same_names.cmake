# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# same_names(<done> <names> <file>): fails naming every name of the list <names> that <file>, one a
# line, lacks, and every one of the file that isn't <done> ("exported", "declared").
function(same_names done names file)
  file(STRINGS ${file} listed)
  set(broken FALSE)
  foreach(name IN LISTS ${names})
    if(NOT name IN_LIST listed)
      message("${name}: is ${done}, but not in the list")
      set(broken TRUE)
    endif()
  endforeach()
  foreach(name IN LISTS listed)
    if(NOT name IN_LIST ${names})
      message("${name}: is in the list, but not ${done}")
      set(broken TRUE)
    endif()
  endforeach()
  if(broken)
    message(FATAL_ERROR "${file} doesn't say what is ${done}")
  endif()
endfunction()
