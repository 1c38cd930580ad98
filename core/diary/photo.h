// SPDX-License-Identifier: GPL-3.0-or-later
// A photo without what its camera wrote beside the picture: the place, the time, the camera, the
// owner's name, a smaller copy of the picture before it was cut. The picture itself is not touched,
// not even encoded again; which side is up is kept.
#pragma once

#include "base/bytes.h"

namespace apricot {

// JPEG, PNG or WebP, told by its first bytes. What is known to be needed for the picture stays, all
// else goes, also what follows the picture's end. Nothing when it is damaged or of another kind (a
// JPEG that was cut within its picture still shows the rest: it stays).
[[nodiscard]] std::optional<Bytes> withoutMetadata(ByteView photo);

} // namespace apricot
