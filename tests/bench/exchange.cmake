# SPDX-License-Identifier: GPL-3.0-or-later
apricot_bench(camera SOURCES ${CMAKE_CURRENT_LIST_DIR}/camera.cpp
  DEPENDS base crypto exchange)
apricot_bench(mailbox SOURCES ${CMAKE_CURRENT_LIST_DIR}/mailbox.cpp
  DEPENDS base crypto consent ledger exchange)
