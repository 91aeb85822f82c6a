#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/numerics/random.hpp"

namespace fall_line {

/// A function to minimise, chosen by name. x has dimension() entries throughout.
///
/// A concrete problem is a class with
///   name, title, tex, source            what it is called, f(θ) in TeX, where it comes from
///   dimension, domain, start, minimizer
///   Parameters, parameters[]            what it is set up with
///   Problem(Parameters)
///   value(x), gradient(x, g), hessian(x, h)
///   and, where its gradient is random, sample_gradient(x, random, g) and gradient_moments(…)
class AnyProblem {
 public:
  virtual ~AnyProblem() = default;

  virtual Index dimension() const noexcept = 0;

  /// f(x).
  virtual double value(const double* x) const noexcept = 0;

  /// g ← ∇f(x).
  virtual void gradient(const double* x, double* g) const noexcept = 0;

  /// h ← ∇²f(x), dimension × dimension, row-major, symmetric.
  virtual void hessian(const double* x, double* h) const noexcept = 0;

  /// g ← one random sample of the gradient at x; ∇f(x) where nothing is random.
  virtual void sample_gradient(const double* x, Random& random, double* g) const noexcept = 0;

  /// Where every sampled gradient has the same distribution: writes its mean E[g] and its mean
  /// square E[g²], coordinate by coordinate, and returns true. Returns false otherwise.
  virtual bool gradient_moments(double* mean, double* mean_square) const noexcept = 0;
};

/// The window of a plot: x from x_low to x_high, y likewise (unused in one dimension).
struct Domain {
  double x_low, x_high, y_low, y_high;
};

/// What the catalog says of a problem.
struct ProblemDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view tex;
  std::string_view source;
  Index dimension;
  Domain domain;
  std::span<const double> start;
  std::span<const double> minimizer;  ///< empty where there is none
  std::vector<ParameterDeclaration> parameters;

  /// The problem under `settings`; throws InvalidArgument for a bad one.
  std::unique_ptr<AnyProblem> (*create)(const Settings& settings);
};

}  // namespace fall_line
