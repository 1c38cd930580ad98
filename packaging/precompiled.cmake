# SPDX-License-Identifier: GPL-3.0-or-later
# With APRICOT_QUICK_BUILD: what nearly every source includes is read once. Only headers of the
# standard library and of Qt, never ours: an undeclared #include of ours does not compile in any
# build, and clang-tidy reads every source without them (packaging/lint/tidy.sh).
#
# apricot_precompiled(TARGET standard|screens|tests)
function(apricot_precompiled target kind)
  if(APRICOT_QUICK_BUILD)
    target_precompile_headers(${target} REUSE_FROM apricot_precompiled_${kind})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # for ccache
  endif()
endfunction()

if(APRICOT_QUICK_BUILD)
  set(empty ${CMAKE_BINARY_DIR}/precompiled.cpp)
  file(WRITE ${empty} "")
  set(standard <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <mutex> <optional>
    <set> <span> <string> <string_view> <variant> <vector>)
  foreach(kind standard screens tests)
    add_library(apricot_precompiled_${kind} OBJECT ${empty})
    target_link_libraries(apricot_precompiled_${kind} PRIVATE apricot_flags)
  endforeach()
  target_link_libraries(apricot_precompiled_screens PRIVATE Qt6::Quick)
  target_link_libraries(apricot_precompiled_tests PRIVATE Qt6::Core)
  set(standard_headers ${standard})
  set(screens_headers ${standard} <QDateTime> <QString> <QVariant> <QQmlEngine> <QQmlComponent> <QQuickItem> <QQuickWindow>)
  set(tests_headers ${standard} <QString> <QVariant> <QDateTime>)
  foreach(kind standard screens tests)
    target_precompile_headers(apricot_precompiled_${kind} PRIVATE ${${kind}_headers})
    target_compile_options(apricot_precompiled_${kind} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    # Two folders' precompiled headers differ in bytes though not in meaning: what ccache compares
    # instead (pch_external_checksum), so that one checkout's objects serve the next.
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/CMakeFiles/apricot_precompiled_${kind}.dir/cmake_pch.hxx.gch.sum
         CONTENT "${${kind}_headers} ${CMAKE_CXX_COMPILER_VERSION} ${Qt6_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS}\n")
  endforeach()
endif()
