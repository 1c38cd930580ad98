# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package that `./dev package` makes of it.
include(GNUInstallDirs)
install(TARGETS apricotctl apricot-conformance RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_SOURCE_DIR}/packaging/completion/apricotctl
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/apricot-cli)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/copyright
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/apricot-cli)

set(CPACK_PACKAGE_NAME apricot-cli)
set(CPACK_PACKAGE_VENDOR "Apricot")
set(CPACK_PACKAGE_CONTACT "The Apricot developers <apricot@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Carry your own health record and decide who reads it")
set(CPACK_PACKAGE_DESCRIPTION "An encrypted vault of health records, signed and time-limited \
permissions as QR codes, and the ledger on which clinics redeem them, from the command line.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Older ones read other files.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlcipher1 (>= 4.5)")
set(CPACK_STRIP_FILES ON)
include(CPack)
