# SPDX-License-Identifier: GPL-3.0-or-later
apricot_program(bare_window SOURCES ${CMAKE_CURRENT_LIST_DIR}/bare_window.cpp DEPENDS  LINK Qt6::Quick)
apricot_bench(start SOURCES ${CMAKE_CURRENT_LIST_DIR}/start.cpp
  DEPENDS crypto vault LINK Qt6::Core PkgConfig::SQLCIPHER)
set_target_properties(bare_window PROPERTIES EXCLUDE_FROM_ALL ON)
add_dependencies(bench_start bare_window)
