# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package that `./dev package` makes of it.
include(GNUInstallDirs)
install(TARGETS apricotctl apricot-conformance RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_SOURCE_DIR}/packaging/completion/apricotctl
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${CMAKE_SOURCE_DIR}/COPYING ${CMAKE_SOURCE_DIR}/README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_NAME apricot-cli)
set(CPACK_PACKAGE_VENDOR "Apricot")
set(CPACK_PACKAGE_CONTACT "The Apricot developers <apricot@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Carry your own health record and decide who reads it")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The recovery phrase's word list.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "python3-mnemonic")
set(CPACK_STRIP_FILES ON)
include(CPack)
