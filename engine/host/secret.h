#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ntk {

// Bytes that are wiped from memory when they go out of use: a passphrase, a secret key. They move and are never copied.
class Secret {
  public:
    Secret() = default;
    explicit Secret(std::size_t size) : bytes_(size) {}
    explicit Secret(std::string_view bytes) : bytes_(bytes.begin(), bytes.end()) {}
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    unsigned char* data() { return bytes_.data(); }
    const unsigned char* data() const { return bytes_.data(); }
    std::size_t size() const { return bytes_.size(); }
    bool empty() const { return bytes_.empty(); }
    std::string_view text() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

    // Takes off the end; what was there is wiped.
    void shorten(std::size_t size);
    void wipe();

  private:
    std::vector<unsigned char> bytes_;  // never grows, so no copy of it stays behind
};

}  // namespace ntk
