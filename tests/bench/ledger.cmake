# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(rules SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules.cpp
  DEPENDS crypto codec consent ledger LINK PkgConfig::LMDB Threads::Threads)
