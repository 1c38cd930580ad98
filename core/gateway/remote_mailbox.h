// SPDX-License-Identifier: GPL-3.0-or-later
// The mailboxes of the nodes, as one Mailbox: what names a host goes to the node that is it.
#pragma once

#include "crypto/system_random.h"
#include "exchange/mailbox.h"
#include "gateway/nodes.h"

#include <map>
#include <mutex>

namespace apricot::gateway {

// Of one node's part in bringing what waits in an inbox: whatever it does, it costs no more.
struct LookPatience {
    // After this no page and no message of its is begun.
    std::chrono::milliseconds part{60'000};
    // For a message, and a second more for each 128 KiB of it.
    std::chrono::milliseconds message{15'000};
};

class RemoteMailbox final : public Mailbox {
  public:
    static constexpr std::chrono::milliseconds usuallyBehind{3500};
    // How many bits a question about the state has, which is proven.
    using StateBits = std::function<Result<std::size_t>()>;
    // The nodes must outlive the mailbox. `behind`: for so long a node that does not see the
    // redemption yet is asked again. Without `stateBits` everything in all inboxes is asked for.
    explicit RemoteMailbox(const Nodes &nodes, std::chrono::milliseconds behind = usuallyBehind,
                           StateBits stateBits = {}, const LookPatience &patience = {})
        : m_nodes(nodes), m_behind(behind), m_stateBits(std::move(stateBits)),
          m_patience(patience) {}
    // All nodes are asked at once; those that answered, for ten seconds.
    [[nodiscard]] Result<std::vector<HostFacts>> hosts() override;
    // HostNotThere: no node that answers is the host named.
    [[nodiscard]] Result<> deposit(const Deposit &deposit) override;
    [[nodiscard]] Result<Bytes> collect(ByteView request, const CheckPackage &check = {}) override;
    [[nodiscard]] Result<Bytes> collectAtOnce(ByteView request,
                                              const CheckPackage &check = {}) override;
    // All at once; whoever is silent costs 5 seconds, all of them together.
    [[nodiscard]] Released release(const std::vector<Bytes> &requests) override;
    // The nodes sweep by themselves: nothing is done from here.
    [[nodiscard]] Result<std::size_t> sweep() override { return std::size_t{0}; }
    // At nodes of two operators, drawn by chance, where there are two that answer: so none has all
    // inboxes, and each has its part of them.
    [[nodiscard]] Result<> post(const SealKey &inbox, ByteView sealed,
                                const std::string &source = {}) override;
    // From all nodes that answer, each message once. No node learns the inbox: asked is for all
    // under so few bits that 64 live inboxes come, as the state's bits and the least of the
    // operators' counts say; of one operator's count alone, where there are more: everything.
    // One large message is held at a time, and the next is of the node that has taken the least
    // time. Of a node that names more than an inbox holds nothing is taken.
    [[nodiscard]] Result<> fetchEach(const SealKey &inbox, const KnownMessage &known,
                                     const TakeMessage &take) override;

  private:
    // Those that say they are this host: a liar among them must not hide the true one.
    [[nodiscard]] std::vector<Node *> knownAs(const VerifyKey &host);
    [[nodiscard]] Result<> meet(const std::vector<VerifyKey> &wanted);
    [[nodiscard]] static Error noNode(std::string which);
    // `behind`: as the constructor's.
    [[nodiscard]] static Result<Bytes> ask(Node &node, const char *path, ByteView request,
                                           std::chrono::milliseconds within,
                                           std::chrono::milliseconds behind);
    [[nodiscard]] Result<Bytes> collected(ByteView request, const CheckPackage &check,
                                          std::chrono::milliseconds behind);

    [[nodiscard]] Result<std::size_t> inboxBits();
    // What one node names, and how long it has taken.
    struct Part {
        Node *node = nullptr;
        std::vector<InboxNotice> notices;
        std::size_t next = 0; // of them
        std::chrono::steady_clock::duration taken{};
    };
    [[nodiscard]] Result<std::vector<InboxNotice>> noticesOf(Node &node, const Digest &inbox,
                                                             std::size_t bits) const;
    // The next of its messages; nothing: this one did not come.
    [[nodiscard]] std::optional<Bytes> nextOf(Part &part) const;

    const Nodes &m_nodes;
    std::chrono::milliseconds m_behind;
    StateBits m_stateBits;
    LookPatience m_patience;
    SystemRandom m_random;
    std::mutex m_mutex; // of what follows
    std::optional<std::size_t> m_inboxBits;
    std::chrono::steady_clock::time_point m_measured;
    std::map<VerifyKey, std::vector<Node *>> m_known; // by what nodes say they are
    std::vector<HostFacts> m_hosts;                   // those that answered at m_met
    std::optional<std::chrono::steady_clock::time_point> m_met;
};

} // namespace apricot::gateway
