#pragma once

#include "core/problems/noise.hpp"
#include "core/problems/slope.hpp"

namespace fall_line {

/// A straight ramp whose slope is only seen through noise:
///   f(x) = slope · x,  sampled gradient = slope + noise · z,  z ~ N(0, 1).
/// Every sample has mean slope and mean square slope² + noise²: the setting in which the bias
/// of Adam's moments is derived.
class NoisyGradient {
 public:
  static constexpr std::string_view name = "noisy_gradient";
  static constexpr std::string_view title = "Ramp with a noisy gradient";
  static constexpr std::string_view tex = R"(f(x) = \slope\, x)";
  static constexpr std::string_view source = "Kingma & Ba 2015, section 3";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-10, 10, 0, 0};
  static constexpr double start[] = {0};
  struct Parameters {
    double slope;
    double noise;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {slope_declaration(), &Parameters::slope},
      {noise_declaration("standard deviation of a sampled gradient", 0.5), &Parameters::noise},
  };

  explicit NoisyGradient(const Parameters& parameters) : p_(parameters) {}

  double value(const double* x) const noexcept { return p_.slope * x[0]; }
  void gradient(const double*, double* g) const noexcept { g[0] = p_.slope; }
  void hessian(const double*, double* h) const noexcept { h[0] = 0.0; }

  void sample_gradient(const double*, Random& random, double* g) const noexcept {
    g[0] = p_.slope + p_.noise * random.normal();
  }

  void gradient_moments(double* mean, double* mean_square) const noexcept {
    mean[0] = p_.slope;
    mean_square[0] = p_.slope * p_.slope + p_.noise * p_.noise;
  }

 private:
  Parameters p_;
};

}  // namespace fall_line
