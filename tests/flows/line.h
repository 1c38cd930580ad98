// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox that can be out of reach, or refuse what is for one inbox.
#pragma once

#include "exchange/mailbox.h"

namespace apricot::test {

class Line final : public Mailbox {
  public:
    explicit Line(Mailbox &to) : m_to(to) {}
    bool up = true;
    std::optional<SealKey> full; // an inbox that takes nothing
    std::size_t posts = 0;       // that were tried
    [[nodiscard]] Result<> deposit(const Deposit &d) override { return m_to.deposit(d); }
    [[nodiscard]] Result<Bytes> collect(ByteView r, const CheckPackage &check) override {
        return m_to.collect(r, check);
    }
    [[nodiscard]] Result<std::vector<HostFacts>> hosts() override { return m_to.hosts(); }
    [[nodiscard]] Released release(const std::vector<Bytes> &r) override {
        if (!up) return {{}, Error{ErrorCode::NodeUnreachable, "test", {}}};
        return m_to.release(r);
    }
    [[nodiscard]] Result<std::size_t> sweep() override { return m_to.sweep(); }
    [[nodiscard]] Result<> post(const SealKey &inbox, ByteView sealed,
                                const std::string &source) override {
        ++posts;
        if (!up) return Error{ErrorCode::NodeUnreachable, "test", {}};
        if (full == inbox) return Error{ErrorCode::InboxRefusedMessage, "test", {}};
        return m_to.post(inbox, sealed, source);
    }
    [[nodiscard]] Result<> fetchEach(const SealKey &inbox, const KnownMessage &known,
                                     const TakeMessage &take) override {
        return m_to.fetchEach(inbox, known, take);
    }

  private:
    Mailbox &m_to;
};

} // namespace apricot::test
