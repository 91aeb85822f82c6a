#pragma once

#include "core/losses/hinge.hpp"
#include "core/problems/linear_classifier.hpp"

namespace fall_line {

/// A linear support vector machine. Two classes have one score and the hinge, more of them a
/// score each and the multiclass SVM loss:
///   f(w, b) = (1/N)·Σ max(0, margin − y_i·(w·x_i + b)) + R(w)
///   f(W, b) = (1/N)·Σ_i Σ_{j≠y_i} max(0, s_ij − s_{i,y_i} + margin) + R(W)
/// or the squares of these maxima. Convex; at a kink the gradient is the loss's subgradient, 0.
class LinearSvm : public LinearClassifier {
 public:
  static constexpr std::string_view name = "linear_svm";
  static constexpr std::string_view title = "Linear support vector machine";
  static constexpr std::string_view tex =
      R"(f(W,b) = \tfrac1N \sum_i \sum_{j \ne y_i} \max(0,\; s_{i,j} - s_{i,y_i} + \keptmargin) + R(W), \quad s_i = W x_i + b)";
  static constexpr std::string_view source =
      "Weston & Watkins 1999; Cortes & Vapnik 1995; lecture 2";

  struct Parameters : RegularizerParameters {
    double margin;
    HingePower power;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {margin_declaration(), &Parameters::margin},
      penalty_strength<Parameters>,
      penalty_square_share<Parameters>,
  };
  static constexpr Option<Parameters> options[] = {
      {{"power", "Hinge", hinge_power_choices},
       [](Parameters& p, int choice) { p.power = HingePower{choice}; }},
      penalty_option<Parameters>,
      bias_penalty_option<Parameters>,
  };

  LinearSvm(const Parameters& parameters, std::shared_ptr<const Dataset> data);
};

}  // namespace fall_line
