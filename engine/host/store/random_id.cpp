#include "engine/host/store/random_id.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "engine/report/report_verdicts.h"

namespace ntk {

namespace {

template <std::size_t Size>
Result<std::array<unsigned char, Size>> chance() {
    std::array<unsigned char, Size> bytes{};
    ssize_t got = 0;
    do got = ::getrandom(bytes.data(), bytes.size(), 0);
    while (got < 0 && errno == EINTR);
    if (got != static_cast<ssize_t>(Size))
        return tl::unexpected(Problem{std::string("the system gives no random numbers: ") + std::strerror(errno), {}});
    return bytes;
}

}  // namespace

Result<std::string> random_id(std::string_view prefix) {
    return chance<16>().map([&](const auto& bytes) {
        std::string id(prefix);
        for (const unsigned char byte : bytes) {
            id += "0123456789abcdef"[byte >> 4U];
            id += "0123456789abcdef"[byte & 15U];
        }
        return id;
    });
}

Result<std::int64_t> random_seed() {
    return chance<8>().map([](const auto& bytes) {
        std::uint64_t number = 0;
        for (const unsigned char byte : bytes) number = number << 8U | byte;
        return static_cast<std::int64_t>(number >> 11U);
    });
}

bool is_random_id(std::string_view text, std::string_view prefix) {
    return text.starts_with(prefix) && is_hex(text.substr(prefix.size()), 16, 64);
}

}  // namespace ntk
