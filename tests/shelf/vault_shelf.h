// SPDX-License-Identifier: GPL-3.0-or-later
// A shelf over a real vault file, for tests of the screens.
#pragma once

#include "crypto/system_random.h"
#include "shelf/shelf.h"

#include <QTemporaryDir>

#include <memory>

namespace apricot::test {

class VaultShelf final : public Shelf {
    Q_OBJECT

  public:
    VaultShelf() {
        std::string phrase = "four plum trees";
        const auto passphrase =
            SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
        auto made = Vault::create(std::filesystem::path(m_folder.path().toStdString()) / "v",
                                  passphrase, leastPasswordCost, m_random, m_clock);
        if (!made) qFatal("no vault");
        m_vault = std::move(*made);
    }
    [[nodiscard]] Vault &vault() { return *m_vault; } // before the screens use it
    [[nodiscard]] bool isOpen() const override { return m_open; }
    void setProblem(const Error &error) override {
        problems.append(
            QString::fromStdString(std::string(nameOf(error.code)) + " " + error.where));
    }
    void close() {
        m_open = false;
        Q_EMIT recordsChanged();
    }
    QStringList problems;

  protected:
    void run(QObject *context, std::function<Work::Shown(Vault *)> job) override {
        m_work.run(context, [this, job = std::move(job)] { return job(m_vault.get()); });
    }

  private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Vault> m_vault;
    bool m_open = true;
    Work m_work; // last: its thread uses what stands above
};

} // namespace apricot::test
