#include "engine/text/sha256_blocks.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace ntk {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

bool has_instructions() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (b & (1U << 29U)) == 0) return false;  // SHA
    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & (1U << 19U)) != 0;                      // SSE4.1
}

__m128i* vector_at(std::uint32_t* words) { return reinterpret_cast<__m128i*>(words); }
const __m128i* vector_at(const void* bytes) { return static_cast<const __m128i*>(bytes); }

// The instructions want the words of the digest as A B E F and C D G H, highest first.
[[gnu::target("sha,sse4.1")]] void mix_blocks(Sha256Words& digest, const char* block, std::size_t count) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(vector_at(digest.data())), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(vector_at(digest.data() + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
    for (; count > 0; --count, block += 64) {
        const __m128i abef_before = abef;
        const __m128i cdgh_before = cdgh;
        __m128i schedule[4];
        for (unsigned group = 0; group < 16; ++group) {  // four rounds each
            __m128i& words = schedule[group % 4];
            if (group < 4) {
                words = _mm_shuffle_epi8(_mm_loadu_si128(vector_at(block + std::size_t{16} * group)), big_endian);
            } else {
                const __m128i before = schedule[(group + 3) % 4];
                const __m128i shifted = _mm_alignr_epi8(before, schedule[(group + 2) % 4], 4);
                words = _mm_sha256msg1_epu32(words, schedule[(group + 1) % 4]);
                words = _mm_sha256msg2_epu32(_mm_add_epi32(words, shifted), before);
            }
            const __m128i constants = _mm_loadu_si128(vector_at(sha256_constants.data() + std::size_t{4} * group));
            const __m128i mixed = _mm_add_epi32(words, constants);
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, mixed);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(mixed, 0x0E));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128(vector_at(digest.data()), _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(vector_at(digest.data() + 4), _mm_alignr_epi8(dchg, feba, 8));
}

}  // namespace

bool mix_with_instructions(Sha256Words& digest, const char* blocks, std::size_t count) {
    static const bool available = has_instructions();
    if (!available) return false;
    mix_blocks(digest, blocks, count);
    return true;
}

#else

bool mix_with_instructions(Sha256Words&, const char*, std::size_t) { return false; }

#endif

}  // namespace ntk
