#pragma once

#include "core/problems/label_targets.hpp"
#include "core/problems/linear_classifier.hpp"

namespace fall_line {

/// Softmax regression (multinomial logistic regression) of C classes; x = (W, b) with W C × d,
/// row-major:
///   f(W, b) = (1/N)·Σ −ln softmax(W·x_i + b)_{y_i} + R(W)
/// Convex, but flat along the directions that raise all scores alike: the Hessian is singular
/// without a penalty. With zero weights f = ln C.
class SoftmaxRegression : public LinearClassifier {
 public:
  static constexpr std::string_view name = "softmax_regression";
  static constexpr std::string_view title = "Softmax regression";
  static constexpr std::string_view tex =
      R"(f(W,b) = -\tfrac1N \sum_i \ln\frac{e^{s_{i,y_i}}}{\sum_k e^{s_{i,k}}} + R(W), \quad s_i = W x_i + b)";
  static constexpr std::string_view source = "Bridle 1990; lectures 0 and 2";

  SoftmaxRegression(const Parameters& parameters, std::shared_ptr<const Dataset> data)
      : LinearClassifier(parameters, std::move(data), loss_called("softmax_cross_entropy"),
                         Scores::one_a_class) {}
};

}  // namespace fall_line
