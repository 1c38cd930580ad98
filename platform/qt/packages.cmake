# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Qt6 6.4 REQUIRED COMPONENTS Multimedia Pdf PrintSupport TextToSpeech)
find_package(Qt6Keychain REQUIRED)
