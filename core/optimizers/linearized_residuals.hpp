#pragma once

#include <vector>

#include "core/numerics/householder_qr.hpp"
#include "core/problems/objective.hpp"
#include "core/trace/quantity.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

inline constexpr Quantity jtj_declaration = {
    "jtj",         "jtj",
    "J^\\top J",   "half the Hessian, without the residuals’ own curvature",
    Shape::matrix, Role::curvature};

inline constexpr Quantity jtr_declaration = {
    "jtr",         "jtr",
    "J^\\top r",   "the residuals, each weighed by how it depends on the parameters",
    Shape::vector, Role::gradient};

inline constexpr FormulaLine jtr_line = {R"(\jtr{t} = \tfrac12\,\grad{t})",
                                         "The gradient of a sum of squares is 2Jᵀr."};

/// Whether all n entries are exactly 0.
bool is_zero(const double* vector, Index n) noexcept;

/// Whether theta + delta differs from theta in any of its n entries.
bool moves(const double* theta, const double* delta, Index n) noexcept;

/// f = ‖r‖² near a point θ, its residuals replaced by their tangents:
///   f(θ + Δ) ≈ ‖r + J·Δ‖²,   ∇f(θ) = 2·Jᵀr,   ∇²f(θ) ≈ 2·JᵀJ
/// Holds J·Δ = −r factorized by Householder QR. For m residuals and n parameters a point costs
/// 2mn², a damped solution at the same point 2n³. Nothing allocates after construction.
class LinearizedResiduals {
 public:
  explicit LinearizedResiduals(const Objective& objective);

  /// ‖r(x)‖², r(x) kept as the candidate. Asks for residuals once.
  double try_point(Objective& objective, const double* x) noexcept;

  /// Makes x, the last point tried, the θ of this model. Asks for one Jacobian.
  void move_to_tried(Objective& objective, const double* x) noexcept;

  /// jtr ← Jᵀr, n entries: half the gradient. From the factors, so that it fits jtj and solve to
  /// the last digits also where Jᵀr is a small difference of large products.
  void jtr(double* jtr) const noexcept;

  /// Entry (i, k) of JᵀJ.
  double jtj(Index i, Index k) const noexcept;

  /// How far ‖r + J·Δ‖² can fall below f at best, columns that depend on others left out:
  /// ‖R·Δ‖² of the undamped Δ.
  double reducible() const noexcept;

  /// How far f = `value` at theta may be off because theta and the residuals are rounded: each
  /// rounding of theta moves r by 2⁻⁵³·‖J‖·|theta|, and f by 2‖r‖ times that; times four.
  double round_off(double value, const double* theta) const noexcept;

  /// J without linearly independent columns, up to round-off.
  bool singular() const noexcept { return qr_.rank_deficient(); }

  /// delta ← the solution of JᵀJ·Δ = −Jᵀr, never forming either.
  void solve(double* delta) const noexcept;

  /// delta ← the solution of (JᵀJ + damping·diag(scaling))·Δ = −right_factor·Jᵀr.
  void solve_damped(double damping, const double* scaling, double right_factor,
                    double* delta) noexcept;

  /// Writes JᵀJ to `tape`.
  void record(int jtj_quantity, Tape tape) const noexcept;

  /// ‖J·delta‖².
  double squared_change(const double* delta) const noexcept;

 private:
  Index rows_;
  Index n_;
  std::vector<double> residuals_;
  std::vector<double> jacobian_;
  HouseholderQr qr_;
  HouseholderQr damped_;
};

}  // namespace fall_line
