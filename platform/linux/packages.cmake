# SPDX-License-Identifier: GPL-3.0-or-later
include(${CMAKE_CURRENT_LIST_DIR}/../qt/packages.cmake)
find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
