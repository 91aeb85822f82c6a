#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/data/dataset.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/numerics/random.hpp"

namespace fall_line {

/// A function to minimise, chosen by name. x has dimension() entries throughout.
///
/// A concrete problem is a class with
///   name, title, tex, source            what it is called, f(θ) in TeX, where it comes from
///   domain, start[], minimizer[]        the window of its plot, where a run begins, the minimum
///   Parameters, parameters[], options[] what it is set up with
///   static constexpr dimension, or dimension() and start() where they depend on the settings
///   Problem(Parameters), or Problem(Parameters, dataset) and a default_data name
///   value(x), gradient(x, g), hessian(x, h)
///   and what else it can do, see AnyProblem: value_and_gradient; values_in_row;
///   critical_points[]; residual_count, residuals, jacobian; term_count, batch_value_and_gradient;
///   sample_gradient, gradient_moments; hessian_vector; input_count, output_count, predict
class AnyProblem {
 public:
  virtual ~AnyProblem() = default;

  virtual Index dimension() const noexcept = 0;

  /// Where a run begins that names no start of its own.
  virtual std::vector<double> start() const = 0;

  /// f(x).
  virtual double value(const double* x) const noexcept = 0;

  /// g ← ∇f(x).
  virtual void gradient(const double* x, double* g) const noexcept = 0;

  /// g ← ∇f(x); returns f(x). Cheaper than the two apart where they share work.
  virtual double value_and_gradient(const double* x, double* g) const noexcept = 0;

  /// h ← ∇²f(x), dimension × dimension, row-major, symmetric.
  virtual void hessian(const double* x, double* h) const noexcept = 0;

  /// values[i] ← f(x[i], y) for i = 0 … count−1: one row of a field, without a call a point.
  /// Only in one dimension (y unused) and two.
  virtual void values_in_row(const double* x, Index count, double y,
                             double* values) const noexcept = 0;

  /// g ← one random sample of the gradient at x. Only where samples_gradient().
  virtual void sample_gradient(const double* x, Random& random, double* g) const noexcept = 0;

  /// Whether sample_gradient draws.
  virtual bool samples_gradient() const noexcept = 0;

  /// Where every sampled gradient has the same distribution: writes its mean E[g] and its mean
  /// square E[g²], coordinate by coordinate, and returns true. Returns false otherwise.
  virtual bool gradient_moments(double* mean, double* mean_square) const noexcept = 0;

  /// m where f(x) = ‖r(x)‖² with m residuals; 0 where f is not known as a sum of squares.
  virtual Index residual_count() const noexcept = 0;

  /// r ← r(x), m entries.
  virtual void residuals(const double* x, double* r) const noexcept = 0;

  /// j ← ∂r/∂x, m × dimension, row-major. ∇f = 2·jᵀr.
  virtual void jacobian(const double* x, double* j) const noexcept = 0;

  /// N where f(x) = (1/N)·Σ f_i(x), a mean over N examples; 0 where f is no such mean.
  virtual Index term_count() const noexcept = 0;

  /// The mean of the `count` terms numbered in `terms` (repeats count twice), and g ← its
  /// gradient unless g is null. A regularizer is part of every term.
  virtual double batch_value_and_gradient(const double* x, const Index* terms, Index count,
                                          double* g) const noexcept = 0;

  /// hv ← ∇²f(x)·v. Unless the problem knows better, by way of the whole Hessian, which is then
  /// allocated.
  virtual void hessian_vector(const double* x, const double* v, double* hv) const = 0;

  /// Numbers a model takes in for one prediction, and puts out: a score for each of C classes, one
  /// score (positive for class 1) or one predicted number. 0 where f is not about a model.
  virtual Index input_count() const noexcept = 0;
  virtual Index output_count() const noexcept = 0;

  /// outputs ← what the model with parameters x says of `count` inputs: count × input_count()
  /// in, count × output_count() out, row-major.
  virtual void predict(const double* x, const double* inputs, Index count,
                       double* outputs) const noexcept = 0;
};

/// The window of a plot: x from x_low to x_high, y likewise (unused in one dimension).
struct Domain {
  double x_low, x_high, y_low, y_high;
};

/// What the Hessian says of a point where the gradient vanishes; degenerate: nothing, because it
/// has an eigenvalue 0.
enum class CriticalKind { minimum, maximum, saddle, degenerate };

/// A point of the plane (or line: y unused) where the gradient vanishes.
struct CriticalPoint {
  double x, y;
  CriticalKind kind;
};

/// What the catalog says of a problem.
struct ProblemDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view tex;
  std::string_view source;
  Domain domain;
  std::span<const double> minimizer;  ///< with default settings; empty where none is known
  std::span<const CriticalPoint> critical_points;
  SettingDeclarations settings;
  std::string_view default_data;  ///< dataset it is about unless told otherwise; empty: none

  /// The problem under `settings` over `data` (null for a problem without data). Throws
  /// InvalidArgument for a bad setting, or data that do not fit the problem.
  std::unique_ptr<AnyProblem> create_over(const Settings& settings,
                                          std::shared_ptr<const Dataset> data) const;

  /// The same over its default data.
  std::unique_ptr<AnyProblem> create(const Settings& settings) const;

  /// What create_over does once the settings are read.
  std::unique_ptr<AnyProblem> (*create_with)(const SettingValues& values,
                                             std::shared_ptr<const Dataset> data);
};

}  // namespace fall_line
