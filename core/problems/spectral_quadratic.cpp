#include "core/problems/spectral_quadratic.hpp"

#include "core/numerics/power.hpp"
#include "core/numerics/rotated_diagonal.hpp"

namespace fall_line {

namespace {

using Spread = SpectralQuadratic::Spread;

/// λ/smallest at `share` of the way from the first to the last; exact at both ends.
double times_smallest(const SpectralQuadratic::Parameters& parameters, double share) noexcept {
  const double condition = parameters.condition;
  switch (parameters.spread) {
    case Spread::logarithmic:
      return power(condition, share);
    case Spread::linear:
      return 1.0 + share * (condition - 1.0);
    case Spread::two_clusters:
      return share < 0.5 ? 1.0 : condition;
    case Spread::outlier:
      return share < 1.0 ? 1.0 : condition;
  }
  return not_yet;
}

std::vector<double> spectrum_of(const SpectralQuadratic::Parameters& parameters) {
  std::vector<double> all(static_cast<std::size_t>(parameters.dimension));
  const auto last = static_cast<double>(all.size() - 1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = parameters.smallest * times_smallest(parameters, static_cast<double>(i) / last);
  }
  return all;
}

}  // namespace

SpectralQuadratic::SpectralQuadratic(const Parameters& parameters)
    : eigenvalues_(spectrum_of(parameters)) {
  if (parameters.rotation == Rotation::none) return;
  Random random(static_cast<std::uint64_t>(parameters.rotation_seed));
  rotated_ = rotated_diagonal(eigenvalues_, random);
}

}  // namespace fall_line
