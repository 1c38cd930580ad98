# SPDX-License-Identifier: GPL-3.0-or-later
# Two corpora, one target: a Bundle's mutations hardly ever become NDJSON.
foreach(target fhir ndjson)
  apricot_fuzz(${target} ${CMAKE_CURRENT_LIST_DIR}/fhir.cpp DEPENDS crypto records formats)
endforeach()
apricot_fuzz(resource ${CMAKE_CURRENT_LIST_DIR}/resource.cpp DEPENDS crypto records formats)
