#pragma once

#include "core/losses/regularizer.hpp"
#include "core/problems/examples.hpp"
#include "core/problems/penalty_options.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// Linear regression with a penalty: ridge (L2), lasso (L1) or both; x = (w_1 … w_d, b), or the
/// weights alone, b = 0, where it is to have no bias.
///   r_i = y_i − w·x_i − b
///   mean: f = (1/N)·Σ r_i² + R(w)     sum: f = Σ r_i² + R(w)
/// R includes b when the bias is penalised. As a mean of N terms each holds its own r_i² (times N
/// when summed) and all of R. Without L1 f is a quadratic and a sum of squares: ‖residuals‖² with a
/// row √λ·w_j for each penalised number.
/// Value and gradient O(N·d), Hessian O(N·d²), Jacobian O(N·d).
class LinearRegression {
 public:
  static constexpr std::string_view name = "linear_regression";
  static constexpr std::string_view title = "Linear regression";
  static constexpr std::string_view tex =
      R"(f(w,b) = \tfrac1N \sum_i \left(y_i - w^\top x_i - b\right)^2 + R(w))";
  static constexpr std::string_view source = "Gauss 1809; Hoerl & Kennard 1970; lecture 2";
  static constexpr Domain domain = {-5, 5, -50, 200};
  static constexpr std::string_view default_data = "latitude_temperature";

  enum class Reduction { mean, sum };
  enum class Bias { fitted, none };
  struct Parameters : RegularizerParameters {
    Reduction reduction;
    Bias bias;
  };
  static constexpr Parameter<Parameters> parameters[] = {penalty_strength<Parameters>,
                                                         penalty_square_share<Parameters>};
  static constexpr Choice reduction_choices[] = {
      {"mean", "mean", "squared errors averaged over the examples"},
      {"sum", "sum", "squared errors added up, as in lecture 2: λ counts N times less"},
  };
  static constexpr Choice bias_choices[] = {
      {"fitted", "a bias", "what the weights say is shifted by a number of its own"},
      {"none", "no bias", "where all inputs are 0 the prediction is 0"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"reduction", "Over the examples", reduction_choices},
       [](Parameters& p, int choice) { p.reduction = Reduction{choice}; }},
      penalty_option<Parameters>,
      bias_penalty_option<Parameters>,
      {{"bias", "Beside the weights", bias_choices},
       [](Parameters& p, int choice) { p.bias = Bias{choice}; }},
  };

  LinearRegression(const Parameters& parameters, std::shared_ptr<const Dataset> data);

  Index dimension() const noexcept { return features_ + biases_; }
  std::vector<double> start() const {
    return std::vector<double>(static_cast<std::size_t>(dimension()), 0.0);
  }

  double value(const double* x) const noexcept { return mean(x, {nullptr, data_->count}, nullptr); }
  void gradient(const double* x, double* g) const noexcept { mean(x, {nullptr, data_->count}, g); }
  double value_and_gradient(const double* x, double* g) const noexcept {
    return mean(x, {nullptr, data_->count}, g);
  }
  void hessian(const double* x, double* h) const noexcept;

  Index residual_count() const noexcept;
  void residuals(const double* x, double* r) const noexcept;
  void jacobian(const double* x, double* j) const noexcept;

  Index term_count() const noexcept { return data_->count; }
  double batch_value_and_gradient(const double* x, const Index* terms, Index count,
                                  double* g) const noexcept {
    return mean(x, {terms, count}, g);
  }

  Index input_count() const noexcept { return features_; }
  Index output_count() const noexcept { return 1; }
  void predict(const double* x, const double* inputs, Index count, double* outputs) const noexcept;

 private:
  double mean(const double* x, Examples examples, double* g) const noexcept;
  double residual(const double* x, Index example) const noexcept;

  Regularizer regularizer_;
  std::shared_ptr<const Dataset> data_;
  Index features_;
  Index biases_;       // 0 or 1
  Index penalised_;    // how many of the first entries of x
  double term_scale_;  // of a squared residual in its term: 1 or N
};

}  // namespace fall_line
