// SPDX-License-Identifier: GPL-3.0-or-later
// What a part of the device that is loaded at its first use looks like from outside: a Qt plug-in
// that makes one of these. An app starts without Qt Multimedia, PrintSupport, Pdf and TextToSpeech.
#pragma once

#include "platform/camera.h"
#include "platform/pdf.h"
#include "platform/printing.h"
#include "platform/speech.h"

#include <QtPlugin>

namespace apricot {

class Part {
  public:
    virtual ~Part() = default;
    [[nodiscard]] virtual std::unique_ptr<Camera> camera() const { return {}; }
    [[nodiscard]] virtual std::unique_ptr<Pdf> pdf() const { return {}; }
    [[nodiscard]] virtual std::unique_ptr<Printing> printing() const { return {}; }
    [[nodiscard]] virtual std::unique_ptr<Speech> speech() const { return {}; }
};

} // namespace apricot

// A macro, since Qt's tools read it.
#define APRICOT_PART_IID "org.apricot_health.part"
Q_DECLARE_INTERFACE(apricot::Part, APRICOT_PART_IID)
