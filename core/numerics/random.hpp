#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace fall_line {

/// Random numbers that are bit for bit the same natively, in Node and in every browser.
///
/// Generator: xoshiro256** (Blackman & Vigna 2018), its 256 bits seeded by SplitMix64 from one
/// 64-bit seed. The standard library's distributions differ between implementations, so
/// uniform, bounded integers, normal and shuffle are defined here.
class Random {
 public:
  explicit Random(std::uint64_t seed) noexcept;

  /// The next 64 random bits.
  std::uint64_t bits() noexcept;

  /// Uniform on [0, 1), a multiple of 2⁻⁵³.
  double uniform() noexcept;

  /// Uniform integer in [0, bound), without modulo bias (Lemire 2019). `bound` > 0.
  std::uint64_t below(std::uint64_t bound) noexcept;

  /// Standard normal N(0, 1) by Marsaglia's polar method (1964).
  double normal() noexcept;

  /// Fisher–Yates: every order of `items` is equally likely.
  template <class T>
  void shuffle(std::span<T> items) noexcept {
    for (std::size_t i = items.size(); i > 1; --i)
      std::swap(items[i - 1], items[static_cast<std::size_t>(below(i))]);
  }

 private:
  std::array<std::uint64_t, 4> state_;
  double spare_normal_ = 0.0;
  bool has_spare_ = false;
};

}  // namespace fall_line
