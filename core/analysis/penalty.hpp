#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/analysis/analysis.hpp"
#include "core/catalog/words.hpp"
#include "core/problems/penalty_options.hpp"

namespace fall_line {

/// What a Regularizer says of given weights and a bias, asked by the class the models use:
///   R(w) = Σ term_i,  slope_i = ∂R/∂w_i (at a kink the subgradient 0),  curvature_i = ∂²R/∂w_i²
/// One row an entry, the bias last; total is R of the entries so far, in the last row all of R.
/// Needs neither problem nor method.
class PenaltyTable {
 public:
  static constexpr std::string_view name = "penalty";
  static constexpr std::string_view title = "The price of weights";
  static constexpr std::string_view summary =
      "What a regularizer charges for each weight, and how hard it pulls it towards zero.";
  static constexpr std::string_view source =
      "Hoerl & Kennard 1970; Tibshirani 1996; Zou & Hastie 2005; lecture 2";

  /// The total of each row is summed anew, as the models sum it.
  static constexpr Index most_weights = 1000;
  /// Beyond it squares may overflow; a start may not be larger either.
  static constexpr double largest_weight = 1e100;

  struct Parameters : RegularizerParameters {
    double bias;
    std::string weights;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {regularization_strength_declaration(1.0), &Parameters::regularization_strength},
      penalty_square_share<Parameters>,
      {{.name = "bias",
        .symbol = "biasvalue",
        .letter = "b",
        .meaning = "the bias, which is not always penalised",
        .default_value = 3.0,
        .allowed = {.low = -largest_weight, .high = largest_weight},
        .slider = {.low = -3.0, .high = 3.0}},
       &Parameters::bias},
  };
  static constexpr Option<Parameters> options[] = {
      penalty_option<Parameters>,
      bias_penalty_option<Parameters>,
  };
  static constexpr Text<Parameters> texts[] = {
      {{.name = "weights",
        .label = "Weights",
        .meaning = "numbers with commas between: 1,-2,0.5,0",
        .default_value = "1,-2,0.5,0"},
       &Parameters::weights}};

  enum : int { weight, is_bias, penalised, square, magnitude, term, slope, curvature, total };
  static constexpr Quantity quantities[] = {
      {"weight", "weight", "w", "a weight of the model; the last one is its bias", Shape::scalar,
       Role::parameter},
      {"is_bias", "isbias", "\\mathbb{1}^b", "1 for the bias, 0 for a weight", Shape::scalar,
       Role::factor},
      {"penalised", "penalised", "c", "1 if it is penalised, else 0", Shape::scalar, Role::factor},
      {"square", "weightsquare", "w_{#1}^2", "its square", Shape::scalar, Role::factor},
      {"magnitude", "magnitude", "\\lvert w_{#1} \\rvert", "its size without the sign",
       Shape::scalar, Role::factor},
      {"term", "penaltyterm", "r", "what it adds to the penalty", Shape::scalar, Role::loss},
      {"slope", "penaltyslope", "r'", "how fast that grows with it", Shape::scalar, Role::gradient},
      {"curvature", "penaltycurvature", "r''", "how fast the slope grows with it", Shape::scalar,
       Role::curvature},
      {"total", "penaltytotal", "R", "the penalty so far; in the last row, all of it",
       Shape::scalar, Role::loss},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\isbias{t}\,(\weight{t} - \biasvalue) = 0)", "The bias stands behind the weights."},
      {R"(\penalised{t} = 1 - \isbias{t})",
       "Every weight pays; the bias only shifts the scores and goes free.", "bias_penalty", "free"},
      {R"(\penalised{t} = 1)", "Everything pays, the bias too.", "bias_penalty", "penalised"},
      {R"(\weightsquare{t} = \weight{t}^2)",
       "Squares count one large weight more than many small."},
      {R"(\magnitude{t} = \lvert \weight{t} \rvert)",
       "Sizes count a large weight as much as its parts."},
      {R"(\penaltyterm{t} = \regstrength\,\penalised{t}\,\weightsquare{t})", "Charge the square.",
       "penalty", "l2"},
      {R"(\penaltyterm{t} = \frac{\regstrength}{2}\,\penalised{t}\,\weightsquare{t})",
       "Charge half the square.", "penalty", "half_l2"},
      {R"(\penaltyterm{t} = \regstrength\,\penalised{t}\,\magnitude{t})", "Charge the size.",
       "penalty", "l1"},
      {R"(\penaltyterm{t} = \regstrength\,\penalised{t}\,(\squareshare\,\weightsquare{t} + \magnitude{t}))",
       "Charge the size, and a share of the square.", "penalty", "elastic_net"},
      {R"(\penaltytotal{t} = \penaltytotal{t-1} + \penaltyterm{t})",
       "Add up what all of them owe."},
      {R"(\penaltyslope{t} = 2\,\regstrength\,\penalised{t}\,\weight{t})",
       "The larger the weight, the harder the pull; a square brings its 2.", "penalty", "l2"},
      {R"(\penaltyslope{t} = \regstrength\,\penalised{t}\,\weight{t})",
       "The ½ cancels the 2 of the square.", "penalty", "half_l2"},
      {R"(\penaltyslope{t} = \regstrength\,\penalised{t}\,\operatorname{sign}(\weight{t}))",
       "The same pull on small and large; none at zero, where the kink lets a weight rest.",
       "penalty", "l1"},
      {R"(\penaltyslope{t} = \regstrength\,\penalised{t}\,(2\,\squareshare\,\weight{t} + \operatorname{sign}(\weight{t})))",
       "A pull that grows with the weight, and one that does not fade.", "penalty", "elastic_net"},
      {R"(\penaltycurvature{t} = 2\,\regstrength\,\penalised{t})",
       "A bowl, equally curved everywhere.", "penalty", "l2"},
      {R"(\penaltycurvature{t} = \regstrength\,\penalised{t})", "A bowl half as curved.", "penalty",
       "half_l2"},
      {R"(\penaltycurvature{t} = 0)", "Straight on both sides of the kink.", "penalty", "l1"},
      {R"(\penaltycurvature{t} = 2\,\regstrength\,\squareshare\,\penalised{t})",
       "Only the squares curve.", "penalty", "elastic_net"},
  };

  /// Throws InvalidArgument for weights that are no numbers, too many or too large.
  static Trace table(const Parameters& parameters, const RunSpec& subject);

  /// The rows under `regularizer`; a test passes wrong ones. `weights` go before `bias`.
  template <class AnyRegularizer>
  static Trace rows(const AnyRegularizer& regularizer, const std::vector<double>& weights,
                    double bias) {
    std::vector<double> entries(weights);
    entries.push_back(bias);
    const Index count = std::ssize(entries);
    const Index paying = regularizer.penalises_bias ? count : count - 1;
    Trace table(quantities_by<PenaltyTable>(), 1);
    table.reserve(count);
    for (Index i = 0; i < count; ++i) {
      const double* w = entries.data() + i;
      const Index pays = i < paying ? 1 : 0;
      double slope_here = 0.0, curvature_here = 0.0;
      regularizer.add_gradient(w, pays, &slope_here);
      regularizer.add_hessian_diagonal(pays, &curvature_here, 1);
      const Tape tape = table.append_row();
      tape.scalar(weight, *w);
      tape.scalar(is_bias, i + 1 == count ? 1.0 : 0.0);
      tape.scalar(penalised, static_cast<double>(pays));
      tape.scalar(square, *w * *w);
      tape.scalar(magnitude, std::abs(*w));
      tape.scalar(term, regularizer.value(w, pays));
      tape.scalar(slope, slope_here);
      tape.scalar(curvature, curvature_here);
      tape.scalar(total, regularizer.value(entries.data(), std::min(i + 1, paying)));
    }
    return table;
  }
};

}  // namespace fall_line
