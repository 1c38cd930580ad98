# SPDX-License-Identifier: GPL-3.0-or-later
foreach(target transaction proof prefix_proof organisation)
  apricot_fuzz(${target} ${CMAKE_CURRENT_LIST_DIR}/${target}.cpp
    DEPENDS  LINK Threads::Threads)
endforeach()
