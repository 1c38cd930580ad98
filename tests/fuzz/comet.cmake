# SPDX-License-Identifier: GPL-3.0-or-later
apricot_fuzz(light_block ${CMAKE_CURRENT_LIST_DIR}/light_block.cpp
  DEPENDS comet net ledger consent terms codec crypto base)
apricot_fuzz(gateway ${CMAKE_CURRENT_LIST_DIR}/gateway.cpp
  DEPENDS gateway comet net exchange ledger consent terms codec crypto base)
apricot_fuzz(abci ${CMAKE_CURRENT_LIST_DIR}/abci.cpp
  DEPENDS comet net ledger consent terms codec crypto base LINK comet_wire)
apricot_fuzz(relay ${CMAKE_CURRENT_LIST_DIR}/relay.cpp
  DEPENDS gateway comet net exchange ledger consent terms codec crypto base)
