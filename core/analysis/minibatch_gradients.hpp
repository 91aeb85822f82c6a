#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/example_gradients.hpp"
#include "core/analysis/seed.hpp"

namespace fall_line {

inline constexpr double most_draws = 10'000.0;

/// Gradients of minibatches at one point, drawn one after the other; a row a draw:
///   deviation(t) = ‖sample(t) − gradient‖
///   mean(t) = mean(t−1) + (sample(t) − mean(t−1))/draw(t),   mean_error(t) = ‖mean(t) − gradient‖
///   spread(t)² = spread(t−1)² + (deviation(t)² − spread(t−1)²)/draw(t)
///   expected_spread² = E‖sample − gradient‖², see ExampleGradients
///   expected_error(t) = expected_spread/√draw(t)
/// With more draws, all earlier ones stay the same.
class MinibatchGradients {
 public:
  static constexpr std::string_view name = "minibatch_gradients";
  static constexpr std::string_view title = "Gradients of minibatches";
  static constexpr std::string_view summary =
      "What minibatches say of the gradient at one point, draw by draw.";
  static constexpr std::string_view source = "Robbins & Monro 1951; lectures 0–4";

  struct Parameters {
    double size;
    double draws;
    double seed;
    Replacement replacement;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "size",
        .symbol = "sampledsize",
        .letter = "B",
        .meaning = "examples in a minibatch",
        .default_value = 1.0,
        .allowed = {.low = 1.0, .high = 1e6},
        .slider = {.low = 1.0, .high = 256.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::size},
      {{.name = "draws",
        .symbol = "draws",
        .letter = "n",
        .meaning = "minibatches drawn",
        .default_value = 20.0,
        .allowed = {.low = 1.0, .high = most_draws},
        .slider = {.low = 1.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::draws},
      {seed_declaration(), &Parameters::seed},
  };
  static constexpr Option<Parameters> options[] = {
      {{"replacement", "A batch is drawn", replacement_choices},
       [](Parameters& p, int choice) { p.replacement = Replacement{choice}; }},
  };

  enum : int {
    draw,
    sample,
    gradient,
    deviation,
    mean,
    mean_error,
    spread,
    expected_spread,
    expected_error
  };
  static constexpr Quantity quantities[] = {
      {"draw", "drawindex", "j", "number of the draw, from 1", Shape::scalar, Role::factor},
      {"sample", "samplegrad", "g^B", "gradient of the minibatch that was drawn", Shape::vector,
       Role::gradient},
      {"gradient", "wholegrad", "\\nabla f", "gradient over all examples", Shape::vector,
       Role::gradient},
      {"deviation", "sampledeviation", "d", "how far the minibatch is off", Shape::scalar,
       Role::second_moment},
      {"mean", "samplemean", "\\bar g", "mean of all draws so far", Shape::vector,
       Role::first_moment},
      {"mean_error", "meanerror", "\\bar d", "how far that mean is off", Shape::scalar,
       Role::first_moment},
      {"spread", "samplespread", "s", "root of the mean square of what the draws are off",
       Shape::scalar, Role::second_moment},
      {"expected_spread", "drawspread", "\\sigma_B", "what that tends to", Shape::scalar,
       Role::second_moment},
      {"expected_error", "expectederror", "\\sigma_{\\bar g}",
       "how far the mean of so many draws is off, typically", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\sampledeviation{t} = \lVert \samplegrad{t} - \wholegrad{t} \rVert)",
       "How far this minibatch is off."},
      {R"(\samplemean{t} = \samplemean{t-1} + \frac{\samplegrad{t} - \samplemean{t-1}}{\drawindex{t}})",
       "The mean moves by its share of what is new."},
      {R"(\meanerror{t} = \lVert \samplemean{t} - \wholegrad{t} \rVert)",
       "Errors in all directions cancel: the mean of many draws comes to the gradient."},
      {R"(\samplespread{t} = \sqrt{\samplespread{t-1}^2 + \frac{\sampledeviation{t}^2 - \samplespread{t-1}^2}{\drawindex{t}}})",
       "Squares do not cancel: their mean stays."},
      {R"(\expectederror{t} = \frac{\drawspread{t}}{\sqrt{\drawindex{t}}})",
       "Four times as many draws, half the error."},
  };

  /// Throws InvalidArgument for a problem that is no mean over examples, and a size above theirs.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
