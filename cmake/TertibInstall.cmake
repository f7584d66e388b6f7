# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0

# What is installed, in two components: `runtime` (libtertib.so.0, the command) and `development`
# (headers, the static library, package files). Everything is found relative to the package files,
# so an installed tree may be moved.
include(CMakePackageConfigHelpers)

set(tertib_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tertib)

install(TARGETS tertib EXPORT tertib-cpp
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/tertib
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development FILES_MATCHING PATTERN "*.hpp")
install(EXPORT tertib-cpp NAMESPACE tertib:: FILE tertibCppTargets.cmake
  DESTINATION ${tertib_cmake_dir} COMPONENT development)

if(TARGET tertib_c)
  install(TARGETS tertib_c EXPORT tertib-c
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime
    NAMELINK_COMPONENT development
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/capi/include/tertib
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development FILES_MATCHING PATTERN "*.h")
  install(FILES ${PROJECT_BINARY_DIR}/capi/tertib_ffi.h
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tertib COMPONENT development)
  install(EXPORT tertib-c NAMESPACE tertib:: FILE tertibCTargets.cmake
    DESTINATION ${tertib_cmake_dir} COMPONENT development)
endif()

if(TARGET tertib_tool)
  install(TARGETS tertib_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
endif()

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/tertibConfig.cmake.in
  ${PROJECT_BINARY_DIR}/package/tertibConfig.cmake INSTALL_DESTINATION ${tertib_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/tertibConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/package/tertibConfig.cmake
              ${PROJECT_BINARY_DIR}/package/tertibConfigVersion.cmake
  DESTINATION ${tertib_cmake_dir} COMPONENT development)

# tertib_pkgconfig(<name>): installs <name>.pc, made from cmake/<name>.pc.in.
function(tertib_pkgconfig name)
  file(RELATIVE_PATH up /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
  string(REGEX REPLACE "/$" "" up "${up}")
  configure_file(${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in
                 ${PROJECT_BINARY_DIR}/package/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/package/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endfunction()

tertib_pkgconfig(tertib-cpp)
if(TARGET tertib_c)
  tertib_pkgconfig(tertib)
endif()
