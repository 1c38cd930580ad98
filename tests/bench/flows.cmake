# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(import SOURCES ${CMAKE_CURRENT_LIST_DIR}/import.cpp
  DEPENDS flows vault records terms codec crypto base LINK PkgConfig::SQLCIPHER)
