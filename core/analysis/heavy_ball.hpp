#pragma once

#include "core/trace/quantity.hpp"

namespace fall_line {

/// How the error in one eigen-direction goes to zero under the heavy ball, or does not.
enum class DampingRegime { overdamped, critically_damped, underdamped, alternating, divergent };

/// The heavy ball along one eigenvector. With a = α·λ its error obeys
///   x(t+1) = (1 + β − a)·x(t) − β·x(t−1)
/// whose roots z solve z² − root_sum·z + β = 0 (Polyak 1964, §2). The larger of them in size is
/// the rate; whether they are real, and of which sign, is the regime.
struct HeavyBallMode {
  double root_sum;      ///< 1 + β − a
  double discriminant;  ///< root_sum² − 4β; below 0 the roots are complex
  double rate;          ///< max(√β, (|root_sum| + √max(0, discriminant)) / 2)
  DampingRegime regime;
};

/// `step_curvature` is a; 0 ≤ beta ≤ 1. A discriminant below 1e-7 counts as a double root.
HeavyBallMode heavy_ball_mode(double step_curvature, double beta) noexcept;

// What the analyses of the heavy ball have in common, declared once.

inline constexpr Quantity step_curvature_quantity = {
    "step_curvature", "stepcurvature", "a", "learning rate times curvature",
    Shape::scalar,    Role::curvature};
inline constexpr Quantity root_sum_quantity = {
    "root_sum",    "rootsum",   "s", "sum of the two roots of the recurrence",
    Shape::scalar, Role::factor};
inline constexpr Quantity discriminant_quantity = {
    "discriminant", "discriminant", "D", "below zero the roots are complex: the error swings",
    Shape::scalar,  Role::factor};
inline constexpr Quantity predicted_rate_quantity = {
    "rate",        "predictedrate", "\\rho", "what a step multiplies the error by in the long run",
    Shape::scalar, Role::factor};
inline constexpr Quantity regime_quantity = {
    "regime",      "dampingregime",
    "k",           "0 overdamped, 1 critically damped, 2 underdamped, 3 alternating, 4 divergent",
    Shape::scalar, Role::factor};

}  // namespace fall_line
