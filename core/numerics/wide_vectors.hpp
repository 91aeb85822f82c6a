#pragma once

/// Before a function made of element-wise loops: it is compiled for AVX2 as well, all that it calls
/// inline, and which of the two runs is chosen when the program starts. No digit changes, neither
/// fuses a multiplication with an addition. With the two doubles at a time of plain x86-64 a step
/// of Adam waits for √ and ÷, not for memory.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define FALL_LINE_WIDE_VECTORS [[gnu::target_clones("avx2", "default"), gnu::flatten]]
#else
#define FALL_LINE_WIDE_VECTORS
#endif
