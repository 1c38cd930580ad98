# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(directory SOURCES ${CMAKE_CURRENT_LIST_DIR}/directory.cpp
  DEPENDS base crypto consent ledger exchange gateway flows_shared LINK PkgConfig::LMDB Threads::Threads)
