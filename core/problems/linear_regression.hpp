#pragma once

#include "core/problems/examples.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// Linear regression with a ridge penalty; x = (w_1 … w_d, b).
///   r_i = y_i − w·x_i − b
///   mean: f = (1/N)·Σ r_i² + λ·‖w‖²     sum: f = Σ r_i² + λ·‖w‖²
/// ‖w‖² includes b² when the bias is penalised. A quadratic: the Hessian is constant. As a mean
/// of N terms each holds its own r_i² (times N when summed) and the whole penalty; as ‖residuals‖²
/// the penalty is one row √λ·w_j each.
/// Value and gradient O(N·d), Hessian and Jacobian O(N·d²) and O(N·d).
class LinearRegression {
 public:
  static constexpr std::string_view name = "linear_regression";
  static constexpr std::string_view title = "Linear regression";
  static constexpr std::string_view tex =
      R"(f(w,b) = \tfrac1N \sum_i \left(y_i - w^\top x_i - b\right)^2 + \ridge\,\lVert w\rVert^2)";
  static constexpr std::string_view source = "Hoerl & Kennard 1970; lecture 2";
  static constexpr Domain domain = {-5, 5, -50, 200};
  static constexpr std::string_view default_data = "latitude_temperature";

  enum class Reduction { mean, sum };
  enum class Penalised { weights, weights_and_bias };
  struct Parameters {
    double ridge;
    Reduction reduction;
    Penalised penalised;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "ridge",
        .symbol = "ridge",
        .letter = "\\lambda",
        .meaning = "price of large weights; 0 leaves them free",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1e100},
        .slider = {.low = 0.0, .high = 0.1}},
       &Parameters::ridge},
  };
  static constexpr Choice reduction_choices[] = {
      {"mean", "mean", "squared errors averaged over the examples"},
      {"sum", "sum", "squared errors added up, as in lecture 2: λ counts N times less"},
  };
  static constexpr Choice penalised_choices[] = {
      {"weights", "weights only", "the bias may be as large as the data need"},
      {"weights_and_bias", "weights and bias",
       "the bias is drawn to zero too, as in lecture 2’s table, which does not say so"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"reduction", "Over the examples", reduction_choices},
       [](Parameters& p, int choice) { p.reduction = Reduction{choice}; }},
      {{"penalised", "What the ridge penalises", penalised_choices},
       [](Parameters& p, int choice) { p.penalised = Penalised{choice}; }},
  };

  LinearRegression(const Parameters& parameters, std::shared_ptr<const Dataset> data);

  Index dimension() const noexcept { return features_ + 1; }
  std::vector<double> start() const {
    return std::vector<double>(static_cast<std::size_t>(dimension()), 0.0);
  }

  double value(const double* x) const noexcept { return mean(x, {nullptr, data_->count}, nullptr); }
  void gradient(const double* x, double* g) const noexcept { mean(x, {nullptr, data_->count}, g); }
  double value_and_gradient(const double* x, double* g) const noexcept {
    return mean(x, {nullptr, data_->count}, g);
  }
  void hessian(const double* x, double* h) const noexcept;

  Index residual_count() const noexcept {
    return data_->count + (parameters_.ridge > 0.0 ? penalised_ : 0);
  }
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

  Parameters parameters_;
  std::shared_ptr<const Dataset> data_;
  Index features_;
  Index penalised_;    // how many of the first entries of x
  double term_scale_;  // of a squared residual in its term: 1 or N
};

}  // namespace fall_line
