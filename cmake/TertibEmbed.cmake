# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# tertib_embed(<target> <file> <variable>): compiles a text file into the target as
# `extern const std::string_view tertib::embedded::<variable>`, declared where it is used.
function(tertib_embed target file variable)
  set(input ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${variable}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DOUTPUT=${output} -DVARIABLE=${variable}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${input} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding ${file}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
