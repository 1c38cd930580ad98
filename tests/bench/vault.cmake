# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(timeline SOURCES ${CMAKE_CURRENT_LIST_DIR}/timeline.cpp
  DEPENDS base crypto vault LINK PkgConfig::SQLCIPHER)
