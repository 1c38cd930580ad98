# SPDX-License-Identifier: GPL-3.0-or-later
foreach(target cbor cose texts)
  apricot_fuzz(${target} ${CMAKE_CURRENT_LIST_DIR}/${target}.cpp DEPENDS  )
endforeach()
