// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the device that are loaded at their first use (parts.h). One that is not installed
// is as if the device had none.
#pragma once

#include "platform/camera.h"
#include "platform/pdf.h"
#include "platform/printing.h"
#include "platform/speech.h"

namespace apricot {

[[nodiscard]] std::unique_ptr<Camera> lateCamera();
[[nodiscard]] std::unique_ptr<Pdf> latePdf();
[[nodiscard]] std::unique_ptr<Printing> latePrinting();
[[nodiscard]] std::unique_ptr<Speech> lateSpeech();

} // namespace apricot
