# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(scroll SOURCES ${CMAKE_CURRENT_LIST_DIR}/scroll.cpp ${CMAKE_SOURCE_DIR}/tests/shelf/vault_shelf.h
  DEPENDS base crypto records vault LINK Qt6::Test)
set_target_properties(bench_scroll PROPERTIES AUTOMOC ON)
target_compile_definitions(bench_scroll PRIVATE APRICOT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_include_directories(bench_scroll PRIVATE ${CMAKE_SOURCE_DIR}/tests)
apricot_shows(bench_scroll shelf)
