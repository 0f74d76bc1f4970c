#include "engine/host/secret.h"

#include <string.h>

#include <utility>

namespace ntk {

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    wipe();
    bytes_ = std::exchange(other.bytes_, {});
    return *this;
}

Secret::~Secret() { wipe(); }

void Secret::shorten(std::size_t size) {
    if (size >= bytes_.size()) return;
    ::explicit_bzero(bytes_.data() + size, bytes_.size() - size);
    bytes_.resize(size);
}

void Secret::wipe() {
    if (!bytes_.empty()) ::explicit_bzero(bytes_.data(), bytes_.size());
    bytes_.clear();
}

}  // namespace ntk
