# SPDX-License-Identifier: GPL-3.0-or-later
apricot_fuzz(light_block ${CMAKE_CURRENT_LIST_DIR}/light_block.cpp
  DEPENDS crypto comet)
apricot_fuzz(gateway ${CMAKE_CURRENT_LIST_DIR}/gateway.cpp
  DEPENDS crypto comet gateway)
apricot_fuzz(abci ${CMAKE_CURRENT_LIST_DIR}/abci.cpp
  DEPENDS crypto comet LINK comet_wire)
apricot_fuzz(relay ${CMAKE_CURRENT_LIST_DIR}/relay.cpp
  DEPENDS crypto gateway)
