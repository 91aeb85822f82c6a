#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Where the quadratic model of a problem at a point is level, which is where a pure step of
/// Newton's method goes, and what the model is like there:
///   target = x − ∇²f(x)⁻¹·∇f(x)
/// `kind` is that of the model: 1 a bowl with a lowest point, 2 a dome with a highest one, 3 a
/// saddle, 4 flat along some direction (an eigenvalue within ε·n of zero beside the largest).
/// One row. Where the Hessian is singular target and the values there are not_yet.
class NewtonTarget {
 public:
  static constexpr std::string_view name = "newton_target";
  static constexpr std::string_view title = "Where Newton’s method goes";
  static constexpr std::string_view summary =
      "The level point of the quadratic model: a lowest one, a highest one, or a saddle.";
  static constexpr std::string_view source = "Nocedal & Wright 2006, section 3.3; lecture 0";

  struct Parameters {};

  /// What stands in the column `kind`.
  enum Kind : int { bowl = 1, dome = 2, saddle = 3, flat = 4 };

  enum : int {
    point,
    gradient,
    hessian,
    target,
    model_there,
    value_here,
    value_there,
    smallest_eigenvalue,
    largest_eigenvalue,
    kind
  };
  static constexpr Quantity quantities[] = {
      {"point", "newtonpoint", "x", "the point where the model is made", Shape::vector,
       Role::parameter},
      {"gradient", "newtongradient", "g", "gradient there", Shape::vector, Role::gradient},
      {"hessian", "newtonhessian", "H", "second derivatives there", Shape::matrix, Role::curvature},
      {"target", "newtontarget", "x^\\star", "where the model is level", Shape::vector,
       Role::parameter},
      {"model_there", "newtonmodel", "q^\\star", "what the model promises there", Shape::scalar,
       Role::loss},
      {"value_here", "newtonvaluehere", "f(x)", "the function at the point", Shape::scalar,
       Role::loss},
      {"value_there", "newtonvaluethere", "f(x^\\star)", "the function at the target",
       Shape::scalar, Role::loss},
      {"smallest_eigenvalue", "smallesteigenvalue", "\\lambda_{\\min}", "least curvature",
       Shape::scalar, Role::curvature},
      {"largest_eigenvalue", "largesteigenvalue", "\\lambda_{\\max}", "greatest curvature",
       Shape::scalar, Role::curvature},
      {"kind", "modelkind", "k", "the model is 1 a bowl, 2 a dome, 3 a saddle, 4 flat one way",
       Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\newtontarget{t} = \newtonpoint{t} - \newtonhessian{t}^{-1}\newtongradient{t})",
       "Where the slope of the model is zero."},
      {R"(\newtonmodel{t} = \newtonvaluehere{t} + \tfrac12\newtongradient{t}^\top(\newtontarget{t} - \newtonpoint{t}))",
       "At the level point half of what the slope promised is taken back by the curvature."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
