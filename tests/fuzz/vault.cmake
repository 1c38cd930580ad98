# SPDX-License-Identifier: GPL-3.0-or-later
apricot_fuzz(backup ${CMAKE_CURRENT_LIST_DIR}/backup.cpp DEPENDS vault records terms codec crypto base
  LINK PkgConfig::SQLCIPHER)
