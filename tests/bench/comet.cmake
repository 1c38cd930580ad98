# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(light SOURCES ${CMAKE_CURRENT_LIST_DIR}/light.cpp
  DEPENDS comet net ledger consent terms codec crypto base)
apricot_bench(proofs SOURCES ${CMAKE_CURRENT_LIST_DIR}/proofs.cpp
  DEPENDS ledger consent terms codec crypto base LINK PkgConfig::LMDB Threads::Threads)
