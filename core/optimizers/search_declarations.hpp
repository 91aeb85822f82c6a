#pragma once

#include "core/catalog/setting.hpp"
#include "core/trace/quantity.hpp"

// What methods that choose a direction and how far to go declare alike.

namespace fall_line {

/// The tolerance at which a method calls itself converged, declared once.
constexpr ParameterDeclaration gradient_tolerance_declaration() {
  return {.name = "gradient_tolerance",
          .symbol = "gradtol",
          .letter = "\\varepsilon_g",
          .meaning = "converged when no entry of the gradient is larger",
          .default_value = 0.0,
          .allowed = {.low = 0.0, .high = 1e100},
          .slider = {.low = 0.0, .high = 0.1}};
}

/// c of the curvature condition |phi′(alpha)| ≤ c·|phi′(0)|, declared once.
constexpr ParameterDeclaration curvature_condition_declaration(double default_value) {
  return {.name = "curvature_condition",
          .symbol = "wolfe",
          .letter = "c_2",
          .meaning = "the line search ends where the slope has shrunk to this share",
          .default_value = default_value,
          .allowed = {.low = 1e-4, .high = 1.0, .low_open = true, .high_open = true},
          .slider = {.low = 0.01, .high = 0.95}};
}

inline constexpr Quantity direction_quantity = {
    "direction", "direction", "d", "where the step looks", Shape::vector, Role::step};
inline constexpr Quantity step_factor_quantity = {
    "step_factor", "stepfactor", "a", "how far along the direction the step goes",
    Shape::scalar, Role::factor};
inline constexpr Quantity gradient_after_quantity = {
    "gradient_after", "gradnext",    "g^+", "gradient at the parameters after the step",
    Shape::vector,    Role::gradient};
inline constexpr Quantity gradient_change_quantity = {
    "y", "graddiff", "y", "change of the gradient over the step", Shape::vector, Role::gradient};
inline constexpr Quantity pair_weight_quantity = {
    "weight",
    "pairweight",
    "\\rho",
    "one over the product of step and change of the gradient; 0 where nothing is learnt",
    Shape::scalar,
    Role::factor};

inline constexpr FormulaLine gradient_change_line = {
    R"(\graddiff{t} = \gradnext{t} - \grad{t})",
    "How the gradient changed over the step tells of the curvature along it."};
inline constexpr FormulaLine wolfe_line = {
    R"(\lvert \gradnext{t}^\top\direction{t} \rvert \le \wolfe\,\lvert \grad{t}^\top\direction{t} \rvert)",
    "Far enough that the slope along the direction has shrunk to a share c₂; only a kink of f may "
    "stop the search before."};
inline constexpr FormulaLine searched_step_line = {
    R"(\change{t} = \stepfactor{t}\,\direction{t})",
    "Go as far along the direction as the line search found good."};

}  // namespace fall_line
