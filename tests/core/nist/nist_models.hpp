#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"

/// The ten models: y(b, x), and d ← ∂y/∂b unless d is null. Each says its number of parameters.
namespace fall_line::test::nist {

struct Chwirut2 {
  static constexpr Index parameters = 3;
  static double at(const double* b, double x, double* d) noexcept {
    const double e = std::exp(-b[0] * x), below = b[1] + b[2] * x;
    if (d != nullptr) {
      d[0] = -x * e / below;
      d[1] = -e / (below * below);
      d[2] = x * d[1];
    }
    return e / below;
  }
};

struct DanWood {
  static constexpr Index parameters = 2;
  static double at(const double* b, double x, double* d) noexcept {
    const double power = std::pow(x, b[1]);
    if (d != nullptr) {
      d[0] = power;
      d[1] = b[0] * power * std::log(x);
    }
    return b[0] * power;
  }
};

struct Gauss1 {
  static constexpr Index parameters = 8;
  static double at(const double* b, double x, double* d) noexcept {
    const double e = std::exp(-b[1] * x);
    const double u = (x - b[3]) / b[4], v = (x - b[6]) / b[7];
    const double p = std::exp(-u * u), q = std::exp(-v * v);
    if (d != nullptr) {
      d[0] = e;
      d[1] = -b[0] * x * e;
      d[2] = p;
      d[3] = b[2] * p * 2.0 * u / b[4];
      d[4] = d[3] * u;
      d[5] = q;
      d[6] = b[5] * q * 2.0 * v / b[7];
      d[7] = d[6] * v;
    }
    return b[0] * e + b[2] * p + b[5] * q;
  }
};

/// (b1 + b2·x + b3·x² + …)/(1 + …) with `above` coefficients above and `below` below the line.
template <int above, int below>
struct Rational {
  static constexpr Index parameters = above + below;
  static double at(const double* b, double x, double* d) noexcept {
    double numerator = b[above - 1], denominator = b[above + below - 1] * x;
    for (int i = above - 2; i >= 0; --i) numerator = numerator * x + b[i];
    for (int i = below - 2; i >= 0; --i) denominator = (denominator + b[above + i]) * x;
    denominator += 1.0;
    const double y = numerator / denominator;
    if (d != nullptr) {
      d[0] = 1.0 / denominator;
      for (int i = 1; i < above; ++i) d[i] = d[i - 1] * x;
      d[above] = -y / denominator * x;
      for (int i = 1; i < below; ++i) d[above + i] = d[above + i - 1] * x;
    }
    return y;
  }
};
using Hahn1 = Rational<4, 3>;
using Kirby2 = Rational<3, 2>;
using Thurber = Rational<4, 3>;

struct Lanczos3 {
  static constexpr Index parameters = 6;
  static double at(const double* b, double x, double* d) noexcept {
    double y = 0.0;
    for (int i = 0; i < 6; i += 2) {
      const double e = std::exp(-b[i + 1] * x);
      y += b[i] * e;
      if (d == nullptr) continue;
      d[i] = e;
      d[i + 1] = -b[i] * x * e;
    }
    return y;
  }
};

struct Mgh17 {
  static constexpr Index parameters = 5;
  static double at(const double* b, double x, double* d) noexcept {
    const double p = std::exp(-x * b[3]), q = std::exp(-x * b[4]);
    if (d != nullptr) {
      d[0] = 1.0;
      d[1] = p;
      d[2] = q;
      d[3] = -b[1] * x * p;
      d[4] = -b[2] * x * q;
    }
    return b[0] + b[1] * p + b[2] * q;
  }
};

struct Misra1a {
  static constexpr Index parameters = 2;
  static double at(const double* b, double x, double* d) noexcept {
    const double e = std::exp(-b[1] * x);
    if (d != nullptr) {
      d[0] = 1.0 - e;
      d[1] = b[0] * x * e;
    }
    return b[0] * (1.0 - e);
  }
};

struct Rat43 {
  static constexpr Index parameters = 4;
  static double at(const double* b, double x, double* d) noexcept {
    const double e = std::exp(b[1] - b[2] * x), sum = 1.0 + e;
    const double power = std::pow(sum, -1.0 / b[3]);
    if (d != nullptr) {
      const double slope = -b[0] * power / (sum * b[3]) * e;
      d[0] = power;
      d[1] = slope;
      d[2] = -x * slope;
      d[3] = b[0] * power * std::log(sum) / (b[3] * b[3]);
    }
    return b[0] * power;
  }
};

}  // namespace fall_line::test::nist
