# SPDX-License-Identifier: GPL-3.0-or-later
foreach(target package picture)
  apricot_fuzz(${target} ${CMAKE_CURRENT_LIST_DIR}/${target}.cpp
    DEPENDS exchange ledger consent records codec crypto base)
endforeach()
