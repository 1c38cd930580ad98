// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_library.h"

namespace apricot {

// The files themselves are the cases: one that is missing here, or two codes of one number, do not
// compile (-Wswitch).
Library libraryOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::None:
        break;
#define APRICOT_ERROR(name, number, what, remedy) case ErrorCode::name:
#include "base/errors/base.def"
        return Library::Base;
#include "base/errors/crypto.def"
        return Library::Crypto;
#include "base/errors/codec.def"
        return Library::Codec;
#include "base/errors/records.def"
        return Library::Records;
#include "base/errors/formats.def"
        return Library::Formats;
#include "base/errors/vault.def"
        return Library::Vault;
#include "base/errors/wallet.def"
        return Library::Wallet;
#include "base/errors/consent.def"
        return Library::Consent;
#include "base/errors/ledger.def"
        return Library::Ledger;
#include "base/errors/exchange.def"
        return Library::Exchange;
#include "base/errors/diary.def"
        return Library::Diary;
#include "base/errors/session.def"
        return Library::Session;
#include "base/errors/flows.def"
        return Library::Flows;
#include "base/errors/net.def"
        return Library::Net;
#include "base/errors/comet.def"
        return Library::Comet;
#include "base/errors/gateway.def"
        return Library::Gateway;
#include "base/errors/platform.def"
        return Library::Platform;
#undef APRICOT_ERROR
    }
    return Library::None;
}

} // namespace apricot
