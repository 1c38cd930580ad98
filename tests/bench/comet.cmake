# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(light SOURCES ${CMAKE_CURRENT_LIST_DIR}/light.cpp
  DEPENDS crypto comet)
apricot_bench(proofs SOURCES ${CMAKE_CURRENT_LIST_DIR}/proofs.cpp
  DEPENDS crypto consent ledger LINK PkgConfig::LMDB Threads::Threads)
