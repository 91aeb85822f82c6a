#include "core/numerics/random.hpp"

#include <bit>
#include <cmath>

#include "core/numerics/natural_log.hpp"

namespace fall_line {

namespace {

std::uint64_t split_mix(std::uint64_t& state) noexcept {
  state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

struct Product128 {
  std::uint64_t high;
  std::uint64_t low;
};

// wasm32 has no 128-bit integer type in every compiler version we build with.
Product128 multiply(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t a_low = a & 0xffffffffULL, a_high = a >> 32;
  const std::uint64_t b_low = b & 0xffffffffULL, b_high = b >> 32;
  const std::uint64_t low_low = a_low * b_low;
  const std::uint64_t high_low = a_high * b_low;
  const std::uint64_t low_high = a_low * b_high;
  const std::uint64_t middle = (low_low >> 32) + (high_low & 0xffffffffULL) + low_high;
  return {a_high * b_high + (high_low >> 32) + (middle >> 32), a * b};
}

}  // namespace

Random::Random(std::uint64_t seed) noexcept {
  for (auto& word : state_) word = split_mix(seed);
}

std::uint64_t Random::bits() noexcept {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double Random::uniform() noexcept { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

std::uint64_t Random::below(std::uint64_t bound) noexcept {
  Product128 product = multiply(bits(), bound);
  if (product.low < bound) {
    const std::uint64_t threshold = (0 - bound) % bound;
    while (product.low < threshold) product = multiply(bits(), bound);
  }
  return product.high;
}

double Random::normal() noexcept {
  if (has_spare_) {
    has_spare_ = false;
    return spare_normal_;
  }
  double u, v, radius2;
  do {
    u = 2.0 * uniform() - 1.0;
    v = 2.0 * uniform() - 1.0;
    radius2 = u * u + v * v;
  } while (radius2 >= 1.0 || radius2 == 0.0);
  const double scale = std::sqrt(-2.0 * natural_log(radius2) / radius2);
  spare_normal_ = v * scale;
  has_spare_ = true;
  return u * scale;
}

}  // namespace fall_line
