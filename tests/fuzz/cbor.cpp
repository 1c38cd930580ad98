// SPDX-License-Identifier: GPL-3.0-or-later
// What the strict reader takes, the writer writes again in exactly those bytes.
#include "codec/cbor.h"

#include <cstdlib>

using namespace apricot;

namespace {

void copy(cbor::Reader &in, cbor::Writer &out) {
    using Type = cbor::Reader::Type;
    std::size_t items = 0;
    switch (in.next()) {
    case Type::Unsigned:
        out.unsignedInteger(in.unsignedInteger().value());
        return;
    case Type::Negative:
        // Below -2^63 there is a number, but no std::int64_t.
        if (const auto value = in.integer())
            out.integer(*value);
        else
            out.raw(in.raw().value());
        return;
    case Type::Bytes:
        out.bytes(in.bytes().value());
        return;
    case Type::Text:
        out.text(in.text().value());
        return;
    case Type::Boolean:
        out.boolean(in.boolean().value());
        return;
    case Type::Null:
        if (!in.null()) std::abort();
        out.null();
        return;
    case Type::Tag:
        out.tag(in.tag().value());
        copy(in, out);
        return;
    case Type::Array:
        items = in.array().value();
        out.array(items);
        break;
    case Type::Map:
        items = in.map().value();
        out.map(items);
        items *= 2;
        break;
    case Type::End:
        std::abort();
    }
    for (std::size_t i = 0; i < items; ++i) copy(in, out);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const ByteView input(data, size);
    auto in = cbor::Reader::create(input);
    if (!in) return 0;
    cbor::Writer out;
    copy(*in, out);
    if (!in->atEnd()) std::abort();
    const Bytes again = out.take();
    if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
    return 0;
}
