# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(directory SOURCES ${CMAKE_CURRENT_LIST_DIR}/directory.cpp
  DEPENDS flows gateway net exchange ledger comet vault records consent terms codec crypto base LINK PkgConfig::LMDB Threads::Threads)
