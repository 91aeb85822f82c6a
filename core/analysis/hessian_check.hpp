#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/subject.hpp"

namespace fall_line {

/// The Hessian at a point three ways, and its product with a direction two ways:
///   by rule; from differences of gradients, h ~ ε^⅓; from differences of values, h ~ ε^¼
///   Hu by rule; (∇f(x + hu) − ∇f(x − hu)) / (2h): two gradients, and no matrix
/// One row. Both differences are made symmetric: (A + Aᵀ)/2.
class HessianCheck {
 public:
  static constexpr std::string_view name = "hessian_check";
  static constexpr std::string_view title = "Hessian by rule and by ruler";
  static constexpr std::string_view summary =
      "All second derivatives at a point, by rule, from gradients, and from values alone.";
  static constexpr std::string_view source = "lectures 0 and 1";

  struct Parameters {
    std::string direction;
  };
  static constexpr Text<Parameters> texts[] = {{direction_declaration(), &Parameters::direction}};

  /// More would fill the page, and its memory.
  static constexpr Index most_dimensions = 64;

  enum : int {
    direction,
    hessian,
    from_gradients,
    from_values,
    product,
    product_from_gradients,
    gradients_error,
    values_error,
    product_error,
  };
  static constexpr Quantity quantities[] = {
      {"direction", "alongdirection", "u", "direction", Shape::vector, Role::step},
      {"hessian", "hessianhere", "H", "second derivatives by rule", Shape::matrix, Role::curvature},
      {"from_gradients", "hessianfromgradients", "H_g", "from differences of gradients",
       Shape::matrix, Role::curvature},
      {"from_values", "hessianfromvalues", "H_f", "from differences of values", Shape::matrix,
       Role::curvature},
      {"product", "hessianproduct", "Hu", "Hessian times direction, by rule", Shape::vector,
       Role::curvature},
      {"product_from_gradients", "productfromgradients", "(Hu)_g", "the same from two gradients",
       Shape::vector, Role::curvature},
      {"gradients_error", "gradientserror", "e_g", "largest error from gradients", Shape::scalar,
       Role::factor},
      {"values_error", "valueserror", "e_f", "largest error from values", Shape::scalar,
       Role::factor},
      {"product_error", "producterror", "e_u", "largest error of the product", Shape::scalar,
       Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\hessianproduct{t} = \hessianhere{t}\,\alongdirection{t})",
       "How the gradient changes along the direction."},
      {R"(\gradientserror{t} = \max_k \lvert \hessianfromgradients{t} - \hessianhere{t} \rvert)",
       "Two gradients for each coordinate: about ten digits."},
      {R"(\valueserror{t} = \max_k \lvert \hessianfromvalues{t} - \hessianhere{t} \rvert)",
       "Four values for each pair of coordinates: about eight digits."},
      {R"(\producterror{t} = \max_k \lvert \productfromgradients{t} - \hessianproduct{t} \rvert)",
       "Two gradients in all, however many coordinates there are."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
