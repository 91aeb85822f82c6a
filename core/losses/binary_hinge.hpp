#pragma once

#include "core/losses/hinge.hpp"
#include "core/losses/loss.hpp"

namespace fall_line {

/// The binary hinge loss (Cortes & Vapnik 1995) of scores s against labels y of −1 or +1:
///   m = margin − y·s,  L = Σ max(0, m)^power,  power 1 or 2
///   gradient = −y·power·max(0, m)^(power−1): 0 at the kink m = 0
class BinaryHinge {
 public:
  static constexpr std::string_view name = "hinge";
  static constexpr std::string_view title = "Binary hinge";
  static constexpr std::string_view summary =
      "Nothing to pay beyond the margin; before it, what is missing.";
  static constexpr std::string_view source = "Cortes & Vapnik 1995; lecture 2";
  static constexpr LossTask task = LossTask::binary;

  struct Parameters {
    double margin;
    HingePower power;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {margin_declaration(), &Parameters::margin},
  };
  static constexpr Option<Parameters> options[] = {
      {{"power", "Hinge", hinge_power_choices},
       [](Parameters& p, int choice) { p.power = HingePower{choice}; }},
  };

  enum : int { missing_margin, term_quantity };
  static constexpr Quantity quantities[] = {
      {"missing_margin", "missing", "m", "margin that is missing", Shape::vector, Role::factor},
      {"term", "hingeterm", "h", "what each score adds", Shape::vector, Role::loss},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\missing{t} = \keptmargin - \target{t}\,\score{t})",
       "y·s is how firmly the score stands on the right side."},
      {R"(\hingeterm{t} = \max(0, \missing{t}))", "Charge what is missing.", "power", "linear"},
      {R"(\hingeterm{t} = \max(0, \missing{t})^2)", "Charge its square.", "power", "squared"},
      {R"(\exampleloss{t} = \sum_k \hingeterm{t})", "Add the scores' shares; mostly there is one."},
      {R"(\scoregrad{t} = -\target{t}\,\mathbb{1}[\missing{t} > 0])",
       "Push towards the label while the margin is missing; on the kink, rest.", "power", "linear"},
      {R"(\scoregrad{t} = -2\,\target{t}\,\max(0, \missing{t}))",
       "Push harder the more is missing.", "power", "squared"},
  };

  explicit BinaryHinge(const Parameters& parameters) noexcept : parameters_(parameters) {}

  template <class AnyTape>
  double value_and_gradient(const double* scores, const double* target, Index count,
                            double* gradient, AnyTape tape) const noexcept {
    double sum = 0.0;
    for (Index k = 0; k < count; ++k) {
      const double missing = parameters_.margin - target[k] * scores[k];
      const Hinge hinge(parameters_.power, missing);
      sum += hinge.value;
      gradient[k] = -target[k] * hinge.slope;
      tape.vector(missing_margin, k, missing);
      tape.vector(term_quantity, k, hinge.value);
    }
    return sum;
  }

  void hessian(const double* scores, const double* target, Index count, double* h) const noexcept {
    for (Index i = 0; i < count * count; ++i) h[i] = 0.0;
    for (Index k = 0; k < count; ++k) {
      const double missing = parameters_.margin - target[k] * scores[k];
      h[k * (count + 1)] = target[k] * target[k] * Hinge(parameters_.power, missing).curvature;
    }
  }

 private:
  Parameters parameters_;
};

}  // namespace fall_line
