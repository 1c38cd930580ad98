# SPDX-License-Identifier: GPL-3.0-or-later
foreach(target fhir ndjson)
  apricot_fuzz(${target} ${CMAKE_CURRENT_LIST_DIR}/${target}.cpp DEPENDS base crypto codec records)
endforeach()
