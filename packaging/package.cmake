# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian packages that `./dev package` makes of it: apricot, the patient's
# app, apricot-cli for people and clinics, apricot-node for hospitals.
include(GNUInstallDirs)
set(doc ${CMAKE_INSTALL_DATADIR}/doc)
install(TARGETS apricotctl apricot-conformance RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT cli)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/completion/apricotctl
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT cli)
install(FILES ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/packaging/copyright
  DESTINATION ${doc}/apricot-cli COMPONENT cli)

set(consortium ${CMAKE_SOURCE_DIR}/packaging/consortium)
install(TARGETS apricot-node RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT node)
install(FILES ${consortium}/apricot-node.service ${consortium}/apricot-cometbft.service
  ${consortium}/apricot-clinic-node.service DESTINATION lib/systemd/system COMPONENT node)
install(FILES ${consortium}/guide.md ${consortium}/alerts.yml ${consortium}/node.conf
  ${consortium}/clinic-node.conf ${CMAKE_SOURCE_DIR}/packaging/copyright
  DESTINATION ${doc}/apricot-node COMPONENT node)

set(desktop ${CMAKE_SOURCE_DIR}/packaging/desktop)
install(TARGETS apricot RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT patient)
install(FILES ${desktop}/apricot.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT patient)
install(FILES ${desktop}/apricot.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT patient)
install(FILES ${desktop}/apricot.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT patient)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/copyright DESTINATION ${doc}/apricot COMPONENT patient)

set(CPACK_PACKAGE_NAME apricot)
set(CPACK_PACKAGE_VENDOR "Apricot")
set(CPACK_PACKAGE_CONTACT "The Apricot developers <apricot@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL cli node patient)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME apricot-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION utils)
# Older ones read other files.
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "libsqlcipher1 (>= 4.5)")
set(CPACK_COMPONENT_CLI_DESCRIPTION "Carry your own health record and decide who reads it
An encrypted vault of health records, signed and time-limited permissions as QR codes, and the ledger on \
which clinics redeem them, from the command line.")
set(CPACK_DEBIAN_NODE_PACKAGE_NAME apricot-node)
set(CPACK_DEBIAN_NODE_PACKAGE_SECTION net)
set(CPACK_DEBIAN_NODE_PACKAGE_RECOMMENDS "apricot-cli, adduser")
set(CPACK_COMPONENT_NODE_DESCRIPTION "A hospital's node of the Apricot consent ledger
The consent contract for CometBFT, or an embedded ledger for a clinic alone; the gateway that clinics and \
phones reach, and the mailbox in which encrypted packages wait.")
set(CPACK_DEBIAN_PATIENT_PACKAGE_NAME apricot)
set(CPACK_DEBIAN_PATIENT_PACKAGE_SECTION misc)
# QML modules are found by name at run time; a font with Chinese characters must be there.
set(CPACK_DEBIAN_PATIENT_PACKAGE_DEPENDS "libsqlcipher1 (>= 4.5), qml6-module-qtquick, \
qml6-module-qtquick-window, qml6-module-qtquick-controls, qml6-module-qtquick-templates, \
qml6-module-qtquick-layouts, qml6-module-qtquick-dialogs, qml6-module-qt-labs-folderlistmodel, \
qml6-module-qtqml, qml6-module-qtqml-models, qml6-module-qtqml-workerscript, fonts-noto-cjk")
set(CPACK_COMPONENT_PATIENT_DESCRIPTION "Carry your own health record and decide who reads it: the app
Keeps health records locked on this device, lets a clinic see exactly what its owner chooses, and shows who \
opened what.")
set(CPACK_STRIP_FILES ON)
include(CPack)
