# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(grant SOURCES ${CMAKE_CURRENT_LIST_DIR}/grant.cpp
  DEPENDS crypto consent LINK PkgConfig::SODIUM qrcodegencpp)
