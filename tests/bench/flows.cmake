# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(import SOURCES ${CMAKE_CURRENT_LIST_DIR}/import.cpp
  DEPENDS crypto flows_patient LINK PkgConfig::SQLCIPHER)
