#pragma once

#include "core/losses/loss.hpp"
#include "core/numerics/log_sum_exp.hpp"

namespace fall_line {

/// The logistic loss of scores s against labels y of −1 or +1:
///   z = y·s,  e = exp(−|z|)
///   L = Σ ln(1 + exp(−z)) = Σ max(0, −z) + ln(1 + e)
///   surprise = 1/(1 + exp(z)) = (z ≥ 0 ? e : 1)/(1 + e): the probability of the other label
///   gradient = −y·surprise, in [−1, 1];  hessian = y²·e/(1 + e)²
/// Nothing overflows or is rounded away, at |z| = 1000 as little as at 0.
class Logistic {
 public:
  static constexpr std::string_view name = "logistic";
  static constexpr std::string_view title = "Logistic loss";
  static constexpr std::string_view summary =
      "Cross-entropy of two classes from one score: the surprise at the label.";
  static constexpr std::string_view source = "Cox 1958; lectures 0 and 3";
  static constexpr LossTask task = LossTask::binary;

  struct Parameters {};

  enum : int { signed_score, term_quantity, surprise_quantity };
  static constexpr Quantity quantities[] = {
      {"signed_score", "signedscore", "z", "score, positive on the label's side", Shape::vector,
       Role::parameter},
      {"term", "logisticterm", "h", "what each score adds", Shape::vector, Role::loss},
      {"surprise", "surprise", "p", "probability given to the other label", Shape::vector,
       Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\signedscore{t} = \target{t}\,\score{t})",
       "How firmly the score stands on the label's side."},
      {R"(\logisticterm{t} = \max(0, -\signedscore{t}) + )"
       R"(\ln(1 + \exp(-\lvert \signedscore{t} \rvert)))",
       "ln(1 + exp(−z)), with the part that could overflow taken out."},
      {R"(\surprise{t} = \frac{1}{1 + \exp(\signedscore{t})})",
       "The sigmoid of −z: how much of the belief is misplaced."},
      {R"(\exampleloss{t} = \sum_k \logisticterm{t})",
       "Add the scores' shares; mostly there is one."},
      {R"(\scoregrad{t} = -\target{t}\,\surprise{t})",
       "Push towards the label as hard as it surprises."},
  };

  explicit Logistic(const Parameters&) noexcept {}

  template <class AnyTape>
  double value_and_gradient(const double* scores, const double* target, Index count,
                            double* gradient, AnyTape tape) const noexcept {
    double sum = 0.0;
    for (Index k = 0; k < count; ++k) {
      const double z = target[k] * scores[k];
      const double e = exponential(z < 0.0 ? z : -z);
      const double term = (z < 0.0 ? -z : 0.0) + natural_log_one_plus(e);
      const double surprise = (z < 0.0 ? 1.0 : e) / (1.0 + e);
      sum += term;
      gradient[k] = -target[k] * surprise;
      tape.vector(signed_score, k, z);
      tape.vector(term_quantity, k, term);
      tape.vector(surprise_quantity, k, surprise);
    }
    return sum;
  }

  void hessian(const double* scores, const double* target, Index count, double* h) const noexcept {
    for (Index i = 0; i < count * count; ++i) h[i] = 0.0;
    for (Index k = 0; k < count; ++k) {
      const double z = target[k] * scores[k];
      const double e = exponential(z < 0.0 ? z : -z);
      h[k * (count + 1)] = target[k] * target[k] * (e / ((1.0 + e) * (1.0 + e)));
    }
  }
};

}  // namespace fall_line
