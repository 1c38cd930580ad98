# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian packages that `./dev package` makes of it: apricot, the patient's
# app; apricot-clinic, the counter's; apricot-cli for people and scripts; apricot-node for hospitals.
include(GNUInstallDirs)
set(doc ${CMAKE_INSTALL_DATADIR}/doc)
set(packaging ${CMAKE_SOURCE_DIR}/packaging)

# apricot_package(COMPONENT PACKAGE SECTION TARGETS ... MAN page ... DOC file ...)
function(apricot_package component package section)
  cmake_parse_arguments(A "" "" "TARGETS;MAN;DOC" ${ARGN})
  install(TARGETS ${A_TARGETS} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
  foreach(page ${A_MAN})
    string(REGEX MATCH "[0-9]$" chapter ${page})
    install(FILES ${packaging}/man/${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${chapter} COMPONENT ${component})
  endforeach()
  install(FILES ${packaging}/copyright ${A_DOC} DESTINATION ${doc}/${package} COMPONENT ${component})
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
endfunction()

# apricot_app_parts(COMPONENT PACKAGE): what that app loads at first use, in the folder where it looks (app/window).
# Each app brings its own: either can be installed and upgraded alone.
function(apricot_app_parts component package)
  get_property(parts GLOBAL PROPERTY apricot_parts)
  if(parts)
    install(TARGETS ${parts} LIBRARY DESTINATION lib/${package} COMPONENT ${component})
  endif()
endfunction()

# apricot_desktop(COMPONENT ID): its place in menus, its icon, what it opens.
function(apricot_desktop component id)
  set(desktop ${packaging}/desktop)
  set(share ${CMAKE_INSTALL_DATADIR})
  install(FILES ${desktop}/${id}.desktop DESTINATION ${share}/applications COMPONENT ${component})
  install(FILES ${desktop}/${id}.svg DESTINATION ${share}/icons/hicolor/scalable/apps COMPONENT ${component})
  install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${share}/metainfo COMPONENT ${component})
  # Both apps open the same files; each package brings the type under a name of its own.
  install(FILES ${desktop}/org.apricot_health.apricot.xml DESTINATION ${share}/mime/packages
    RENAME ${id}.xml COMPONENT ${component})
endfunction()

apricot_package(patient apricot misc TARGETS apricot MAN apricot.1)
apricot_desktop(patient org.apricot_health.apricot)
apricot_app_parts(patient apricot)
apricot_package(clinic apricot-clinic misc TARGETS apricot-clinic MAN apricot-clinic.1)
apricot_desktop(clinic org.apricot_health.clinic)
apricot_app_parts(clinic apricot-clinic)
apricot_package(cli apricot-cli utils TARGETS apricotctl apricot-conformance MAN apricotctl.1
  DOC ${CMAKE_SOURCE_DIR}/README.md)
install(FILES ${packaging}/completion/apricotctl
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT cli)
set(consortium ${packaging}/consortium)
apricot_package(node apricot-node net TARGETS apricot-node MAN apricot-node.8
  DOC ${consortium}/guide.md ${consortium}/alerts.yml ${consortium}/node.conf ${consortium}/clinic-node.conf)
install(FILES ${consortium}/apricot-node.service ${consortium}/apricot-cometbft.service
  ${consortium}/apricot-clinic-node.service DESTINATION lib/systemd/system COMPONENT node)

# Packages of one Debian do not suit another (sonames); their versions say which, and sort so that an
# upgrade of the system takes the new one.
set(release 1)
if(EXISTS /etc/debian_version AND EXISTS /etc/os-release)
  file(STRINGS /etc/os-release version_id REGEX "^VERSION_ID=")
  string(REGEX MATCH "[0-9]+" version_id "${version_id}")
  set(release "1~deb${version_id}")
endif()

# QML modules are found by name at run time; a font with Chinese characters must be there. Older
# SQLCiphers read other files.
set(sqlcipher "libsqlcipher1 (>= 4.5)")
set(screens "${sqlcipher}, qml6-module-qtquick, qml6-module-qtquick-window, qml6-module-qtquick-controls, \
qml6-module-qtquick-templates, qml6-module-qtquick-layouts, qml6-module-qtquick-dialogs, \
qml6-module-qt-labs-folderlistmodel, qml6-module-qtqml, qml6-module-qtqml-models, \
qml6-module-qtqml-workerscript, fonts-noto-cjk")
set(around "shared-mime-info, desktop-file-utils, qt6-wayland, qt6-image-formats-plugins, qt6-speech-speechd-plugin")

set(CPACK_PACKAGE_NAME apricot)
set(CPACK_PACKAGE_VENDOR "Apricot")
set(CPACK_PACKAGE_CONTACT "The Apricot developers <apricot@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL cli node patient clinic)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${release})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "${sqlcipher}")
set(CPACK_DEBIAN_NODE_PACKAGE_RECOMMENDS "apricot-cli, adduser")
set(CPACK_DEBIAN_PATIENT_PACKAGE_DEPENDS "${screens}")
set(CPACK_DEBIAN_PATIENT_PACKAGE_RECOMMENDS "${around}")
set(CPACK_DEBIAN_CLINIC_PACKAGE_DEPENDS "${screens}")
set(CPACK_DEBIAN_CLINIC_PACKAGE_RECOMMENDS "${around}")
set(CPACK_COMPONENT_CLI_DESCRIPTION "Carry your own health record and decide who reads it
An encrypted vault of health records, signed and time-limited permissions as QR codes, and the ledger on \
which clinics redeem them, from the command line.")
set(CPACK_COMPONENT_NODE_DESCRIPTION "A hospital's node of the Apricot consent ledger
The consent contract for CometBFT, or an embedded ledger for a clinic alone; the gateway that clinics and \
phones reach, and the mailbox in which encrypted packages wait.")
set(CPACK_COMPONENT_PATIENT_DESCRIPTION "Carry your own health record and decide who reads it: the app
Keeps health records locked on this device, lets a clinic see exactly what its owner chooses, and shows who \
opened what.")
set(CPACK_COMPONENT_CLINIC_DESCRIPTION "Open the records that a patient lets this clinic see
For the counters of clinics, pharmacies and insurers: reads the code that a patient shows, says what it opens, \
opens the records on the ledger, and erases them in time.")
set(CPACK_STRIP_FILES ON)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # tests need not be built to make packages
include(CPack)
