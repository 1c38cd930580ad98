# SPDX-License-Identifier: GPL-3.0-or-later
apricot_fuzz(backup ${CMAKE_CURRENT_LIST_DIR}/backup.cpp DEPENDS crypto vault LINK PkgConfig::SQLCIPHER)
