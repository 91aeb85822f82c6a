#pragma once

#include <cstring>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Two doubles in one register, natively and in wasm. For the short rows of a table (ten class
/// scores), where compilers keep to scalar loops: they may not reorder a sum, and a chain of
/// comparisons becomes branches. All operators work entry by entry, ?: included.
using Pair = double __attribute__((vector_size(16)));

inline Pair pair_of(double x) noexcept { return Pair{x, x}; }

inline Pair load_pair(const double* x) noexcept {
  Pair pair;
  std::memcpy(&pair, x, sizeof pair);
  return pair;
}

inline void store_pair(Pair pair, double* x) noexcept { std::memcpy(x, &pair, sizeof pair); }

}  // namespace fall_line
