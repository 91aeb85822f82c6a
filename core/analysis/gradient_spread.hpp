#pragma once

#include <string>

#include "core/analysis/analysis.hpp"
#include "core/analysis/example_gradients.hpp"
#include "core/analysis/seed.hpp"

namespace fall_line {

/// How far minibatch gradients are off at one point, for several sizes B: what probability says,
/// and what draws have given. One row a size:
///   σ² = mean_square − ‖∇f‖²            of one example
///   variance = (B·σ²/B²)·finite         finite = (N − B)/(N − 1), with replacement 1
///   spread = √variance,  share = variance/σ²,  relative = √share
/// measured is that of the draws that minibatch_gradients makes with the same seed.
class GradientSpread {
 public:
  static constexpr std::string_view name = "gradient_spread";
  static constexpr std::string_view title = "How far minibatches are off, by their size";
  static constexpr std::string_view summary =
      "The spread of minibatch gradients for several sizes, expected and measured.";
  static constexpr std::string_view source = "Cochran 1977, theorem 2.2; lecture 0";

  struct Parameters {
    double seed;
    Replacement replacement;
    std::string draws;
  };
  static constexpr Parameter<Parameters> parameters[] = {{seed_declaration(), &Parameters::seed}};
  static constexpr Option<Parameters> options[] = {
      {{"replacement", "A batch is drawn", replacement_choices},
       [](Parameters& p, int choice) { p.replacement = Replacement{choice}; }},
  };
  static constexpr Text<Parameters> texts[] = {
      {{.name = "draws",
        .label = "Draws",
        .meaning = "for each batch size the number of draws, 1:100, 2:100; sizes ascend",
        .default_value = "1:100, 2:100"},
       &Parameters::draws}};

  enum : int {
    size,
    examples,
    mean_square,
    gradient,
    example_variance,
    sum_variance,
    finite,
    variance,
    spread,
    share,
    relative,
    count,
    measured
  };
  static constexpr Quantity quantities[] = {
      {"size", "spreadsize", "B", "examples in the minibatch", Shape::scalar, Role::factor},
      {"examples", "allexamples", "N", "examples there are", Shape::scalar, Role::factor},
      {"mean_square", "examplesquare", "q", "mean square of an example's gradient", Shape::scalar,
       Role::second_moment},
      {"gradient", "truegrad", "\\nabla f", "gradient over all examples", Shape::vector,
       Role::gradient},
      {"example_variance", "examplevariance", "\\sigma^2", "mean square of what one example is off",
       Shape::scalar, Role::second_moment},
      {"sum_variance", "sumvariance", "\\mathbb{V}[\\Sigma]",
       "the same of the sum over a batch, draws being independent", Shape::scalar,
       Role::second_moment},
      {"finite", "finitefactor", "c", "what is left of it, as examples run out", Shape::scalar,
       Role::factor},
      {"variance", "batchvariance", "\\mathbb{V}[g^B]", "mean square of what a minibatch is off",
       Shape::scalar, Role::second_moment},
      {"spread", "batchspread", "\\sigma_B", "its root, the spread", Shape::scalar,
       Role::second_moment},
      {"share", "varianceshare", "u", "the variance, in that of one example", Shape::scalar,
       Role::factor},
      {"relative", "relativespread", "\\rho", "the spread, in that of one example", Shape::scalar,
       Role::factor},
      {"count", "drawcount", "n", "minibatches drawn", Shape::scalar, Role::factor},
      {"measured", "measuredspread", "s_B", "spread of these draws", Shape::scalar, Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\examplevariance{t} = \examplesquare{t} - \lVert \truegrad{t} \rVert^2)",
       "Begin with one example. On average over all of them its gradient is the true one: the "
       "estimate is unbiased. How far a single one is off, squared and averaged, is the mean of "
       "the squares less the square of the mean."},
      {R"(\sumvariance{t} = \spreadsize{t}\,\examplevariance{t})",
       "Add up a batch. What independent draws are off has no common direction, so the mixed "
       "products are 0 on average: variances add, once an example."},
      {R"(\finitefactor{t} = 1)",
       "Every example is drawn from all of them, whatever came before: the draws are independent.",
       "replacement", "with"},
      {R"(\finitefactor{t} = \frac{\allexamples{t} - \spreadsize{t}}{\allexamples{t} - 1})",
       "If no example comes twice, a batch balances itself. With all of them in it, nothing is "
       "left to chance.",
       "replacement", "without"},
      {R"(\batchvariance{t} = \frac{\sumvariance{t}}{\spreadsize{t}^2}\,\finitefactor{t})",
       "The minibatch gradient is a mean: the sum, divided by the size of the batch. In a "
       "variance that counts squared."},
      {R"(\batchspread{t} = \sqrt{\batchvariance{t}})",
       "The spread has the unit of a gradient: a hundred times the examples, a tenth of it."},
      {R"(\varianceshare{t} = \frac{\batchvariance{t}}{\examplevariance{t}})",
       "In the variance of one example the data drop out, and the loss."},
      {R"(\relativespread{t} = \sqrt{\varianceshare{t}})",
       "So does the spread, in that of one example: with replacement it is one over the root of "
       "the size."},
  };

  /// Throws InvalidArgument for a problem that is no mean over examples, and bad draws.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
