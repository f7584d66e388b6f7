# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# Two sets of flags as targets, linked privately by each target of ours: tertib_warnings and
# tertib_hardening. They are not exported: who uses tertib keeps their own flags.
include(CheckCXXCompilerFlag)

add_library(tertib_warnings INTERFACE)
target_compile_options(tertib_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
  $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes>
  $<$<BOOL:${TERTIB_WARNINGS_AS_ERRORS}>:-Werror>)
# Leaving members of an options struct at their defaults is a habit here, not a slip.
target_compile_options(tertib_warnings INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12's optimiser cries wolf inside std::string (its bugs 105329 and 105651); what it guesses
  # from inlined code is shown, but never fails a build.
  target_compile_options(tertib_warnings INTERFACE -Wno-restrict
    # A batch includes its sources, and g++ takes what is private to one for a header's.
    $<$<COMPILE_LANGUAGE:CXX>:$<$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>:-Wno-subobject-linkage>>
    -Wno-error=maybe-uninitialized -Wno-error=array-bounds -Wno-error=stringop-overflow
    -Wno-error=stringop-overread -Wno-error=free-nonheap-object)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # libstdc++ 12's own stable_sort uses a function that it calls deprecated, and clang tells its
  # users. What we ourselves use, g++ still tells.
  target_compile_options(tertib_warnings INTERFACE -Wno-deprecated-declarations)
endif()

add_library(tertib_hardening INTERFACE)
if(TERTIB_HARDEN)
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "TERTIB_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      target_compile_options(tertib_hardening INTERFACE ${flag})
    endif()
  endforeach()
  target_compile_definitions(tertib_hardening INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
  # Fortified calls need the optimiser, and hide from the sanitizers what those should see.
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
    target_compile_options(tertib_hardening INTERFACE
      "$<$<NOT:$<CONFIG:Debug>>:SHELL:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>")
  endif()
  if(NOT APPLE)
    target_link_options(tertib_hardening INTERFACE LINKER:-z,relro,-z,now)
  endif()
endif()

# tertib_flags(<target>): our warnings and hardening for a target of ours.
function(tertib_flags target)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:tertib_warnings>
                                          $<BUILD_INTERFACE:tertib_hardening>)
endfunction()

# tertib_batches(<target> library|tests [APART <sources…>]): compiles the target's sources in batches of
# 24 where TERTIB_BATCHES asks for it, which halves the compiler's work. What is named APART keeps
# to itself: it has names of its own for what a neighbour names too. Then a source's own includes go
# unchecked, and what shadows what is chance; the other builds check both.
function(tertib_batches target kind)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "APART")
  if(arg_APART)
    set_source_files_properties(${arg_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
  if(TERTIB_BATCHES STREQUAL "all" OR TERTIB_BATCHES STREQUAL kind)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 24)
  endif()
endfunction()
