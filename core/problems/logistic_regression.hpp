#pragma once

#include "core/problems/label_targets.hpp"
#include "core/problems/linear_classifier.hpp"

namespace fall_line {

/// Logistic regression of two classes; x = (w, b), y_i = ±1:
///   f(w, b) = (1/N)·Σ ln(1 + exp(−y_i·(w·x_i + b))) + R(w)
/// Convex. Classes that a line separates have no finite minimum without a penalty.
class LogisticRegression : public LinearClassifier {
 public:
  static constexpr std::string_view name = "logistic_regression";
  static constexpr std::string_view title = "Logistic regression";
  static constexpr std::string_view tex =
      R"(f(w,b) = \tfrac1N \sum_i \ln\left(1 + e^{-y_i (w^\top x_i + b)}\right) + R(w))";
  static constexpr std::string_view source = "Cox 1958; lectures 0 and 3";
  static constexpr std::string_view default_data = "moons";  // blobs are three

  LogisticRegression(const Parameters& parameters, std::shared_ptr<const Dataset> data)
      : LinearClassifier(parameters, std::move(data), loss_called("logistic"), Scores::one) {}
};

}  // namespace fall_line
