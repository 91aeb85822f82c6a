#pragma once

#include "core/problems/curvature.hpp"
#include "core/problems/noise.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// A quadratic bowl whose slope is only seen through noise, as that of a minibatch is:
///   f(x) = ½ (curvature1·x₁² + curvature2·x₂²),  sampled gradient_i = curvature_i·x_i + noise·z_i
/// with z_i ~ N(0, 1) drawn afresh each time. What noise does to a run is known in closed form:
/// derivation noise_floor.
class NoisyBowl {
 public:
  static constexpr std::string_view name = "noisy_bowl";
  static constexpr std::string_view title = "Bowl with a noisy gradient";
  static constexpr std::string_view tex =
      R"(f(x,y) = \tfrac12\left(\curvatureone\, x^2 + \curvaturetwo\, y^2\right))";
  static constexpr std::string_view source = "Schaul et al. 2013; Zhang et al. 2019";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-6, 6, -6, 6};
  static constexpr double start[] = {-5, 4};
  static constexpr double minimizer[] = {0, 0};
  struct Parameters {
    double curvature1;
    double curvature2;
    double noise;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {curvature_declaration("curvature1", "curvatureone", "\\lambda_1",
                             "curvature along the first axis", 0.2),
       &Parameters::curvature1},
      {curvature_declaration("curvature2", "curvaturetwo", "\\lambda_2",
                             "curvature along the second axis", 1.0),
       &Parameters::curvature2},
      {noise_declaration("standard deviation of the noise in each coordinate of a gradient", 1.0),
       &Parameters::noise},
  };

  explicit NoisyBowl(const Parameters& parameters) : p_(parameters) {}

  double value(const double* x) const noexcept {
    return 0.5 * (p_.curvature1 * (x[0] * x[0]) + p_.curvature2 * (x[1] * x[1]));
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = p_.curvature1 * x[0];
    g[1] = p_.curvature2 * x[1];
  }

  void hessian(const double*, double* h) const noexcept {
    h[0] = p_.curvature1;
    h[1] = h[2] = 0.0;
    h[3] = p_.curvature2;
  }

  void sample_gradient(const double* x, Random& random, double* g) const noexcept {
    gradient(x, g);
    g[0] += p_.noise * random.normal();
    g[1] += p_.noise * random.normal();
  }

 private:
  Parameters p_;
};

}  // namespace fall_line
