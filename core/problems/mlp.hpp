#pragma once

#include "core/problems/network.hpp"
#include "core/problems/penalty_options.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// The width of a hidden layer.
constexpr ParameterDeclaration hidden_declaration(std::string_view name, std::string_view symbol,
                                                  std::string_view letter, std::string_view meaning,
                                                  double default_value) {
  return {.name = name,
          .symbol = symbol,
          .letter = letter,
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = 256.0},
          .slider = {.low = 0.0, .high = 32.0},
          .whole = true};
}

/// A multilayer perceptron with up to two hidden layers: over classes with softmax cross-entropy,
/// over numbers with squared error. Its start is drawn: weights normal with variance 2/in before
/// a ReLU (He et al. 2015), 2/(in + out) before tanh (Glorot & Bengio 2010), biases zero.
class Mlp : public Network {
 public:
  static constexpr std::string_view name = "mlp";
  static constexpr std::string_view title = "Multilayer perceptron";
  static constexpr std::string_view tex =
      R"(f(W) = \tfrac1N \sum_i \ell\left(W_L\,\varphi(\cdots \varphi(W_1 x_i + b_1)) + b_L,\; y_i\right) + R(W))";
  static constexpr std::string_view source = "Rumelhart, Hinton & Williams 1986; lecture 1";
  static constexpr Domain domain = {-4, 4, -4, 4};
  static constexpr std::string_view default_data = "moons";

  struct Parameters : RegularizerParameters {
    double hidden1;
    double hidden2;
    double init_seed;
    Activation activation;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {hidden_declaration("hidden1", "widthone", "h_1", "units of the first hidden layer; 0: none",
                          8.0),
       &Parameters::hidden1},
      {hidden_declaration("hidden2", "widthtwo", "h_2", "units of the second hidden layer; 0: none",
                          0.0),
       &Parameters::hidden2},
      {{.name = "init_seed",
        .symbol = "initseed",
        .letter = "s_0",
        .meaning = "which random weights to start from",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 1e9},
        .slider = {.low = 1.0, .high = 20.0},
        .whole = true},
       &Parameters::init_seed},
      penalty_strength<Parameters>,
      penalty_square_share<Parameters>,
  };
  static constexpr Option<Parameters> options[] = {
      {{"activation", "Hidden units", activation_choices},
       [](Parameters& p, int choice) { p.activation = Activation{choice}; }},
      penalty_option<Parameters>,
      bias_penalty_option<Parameters>,
  };

  Mlp(const Parameters& parameters, std::shared_ptr<const Dataset> data);

  std::vector<double> start() const;

 private:
  Activation activation_;
  std::uint64_t init_seed_;
};

}  // namespace fall_line
