# SPDX-License-Identifier: GPL-3.0-or-later
foreach(target grant delegation grant_text)
  apricot_fuzz(${target} ${CMAKE_CURRENT_LIST_DIR}/${target}.cpp
    DEPENDS  )
endforeach()
