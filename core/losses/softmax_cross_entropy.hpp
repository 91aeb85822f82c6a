#pragma once

#include "core/losses/loss.hpp"
#include "core/losses/softmax_row.hpp"
#include "core/numerics/log_sum_exp.hpp"

namespace fall_line {

/// Softmax and cross-entropy of scores s against a distribution y over the classes (Σy = 1):
///   z_k = (s_k − max s) / temperature        e_k = exp(z_k)        Z = Σ e_k
///   p_k = e_k / Z                            log p_k = z_k − ln Z
///   L = −unit · Σ q_k·log p_k,               q = smoothed y,  unit = 1/ln(base)
///   gradient_k = unit · (p_k − q_k) / temperature
///   hessian = unit · (diag(p) − p·pᵀ) / temperature²
/// The gradient never divides by p, so it is right where p underflows. log1p takes the largest
/// e, which is 1, out of the sum: ln Z = ln(1 + rest), so a loss of 1e-48 is not rounded to 0.
/// naive neither shifts nor simplifies. Cost: O(C) exponentials; no allocation.
class SoftmaxCrossEntropy {
 public:
  static constexpr std::string_view name = "softmax_cross_entropy";
  static constexpr std::string_view title = "Softmax cross-entropy";
  static constexpr std::string_view summary =
      "Turn scores into probabilities; the loss is the surprise at the right class.";
  static constexpr std::string_view source =
      "Bridle 1990; Szegedy et al. 2016 (smoothing); lectures 0, 2, 3";
  static constexpr LossTask task = LossTask::classes;

  enum class Form { stable, naive, log1p };
  enum class Base { e, two, ten };
  struct Parameters {
    double temperature;
    double smoothing;
    Form form;
    Smoothing smoothing_form;
    Base base;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "temperature",
        .symbol = "temperature",
        .letter = "T",
        .meaning = "divides the scores: high is undecided, low is decided",
        .default_value = 1.0,
        .allowed = {.low = 1e-6, .high = 1e6},
        .slider = {.low = 0.1, .high = 10.0},
        .scale = Scale::log},
       &Parameters::temperature},
      {smoothing_declaration(), &Parameters::smoothing},
  };
  static constexpr Choice form_choices[] = {
      {"stable", "shifted", "the largest score is subtracted first, so nothing overflows"},
      {"naive", "as printed", "exp, divide, −log, as in lecture 2: fails for large scores"},
      {"log1p", "log1p", "shifted, and exact even where the loss is far below 1e-16"},
  };
  static constexpr Choice base_choices[] = {
      {"e", "natural", "ln, in nats; lecture 2's 2.04"},
      {"two", "base 2", "log₂, in bits"},
      {"ten", "base 10", "log₁₀: 0.886 where lecture 2 has 2.04"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"form", "Form", form_choices}, [](Parameters& p, int choice) { p.form = Form{choice}; }},
      {{"smoothing_form", "Smoothing goes to", smoothing_choices},
       [](Parameters& p, int choice) { p.smoothing_form = Smoothing{choice}; }},
      {{"base", "Logarithm", base_choices},
       [](Parameters& p, int choice) { p.base = Base{choice}; }},
  };

  enum : int {
    smoothed_target,
    shifted_score,
    exponential_score,
    rest_quantity,
    partition_quantity,
    probability,
    log_probability,
    unit_quantity
  };
  static constexpr Quantity quantities[] = {
      {"smoothed_target", "smoothtarget", "q", "the target after smoothing", Shape::vector,
       Role::factor},
      {"shifted_score", "shifted", "z", "score on the scale that goes into exp", Shape::vector,
       Role::parameter},
      {"exponential", "expscore", "e", "unnormalised probability", Shape::vector, Role::factor},
      {"rest", "rest", "R", "sum of all exponentials but the largest, which is 1", Shape::scalar,
       Role::factor},
      {"partition", "partition", "Z", "sum of the exponentials", Shape::scalar, Role::factor},
      {"probability", "prob", "p", "probability of each class", Shape::vector, Role::factor},
      {"log_probability", "logprob", "\\ell", "its natural logarithm", Shape::vector, Role::factor},
      {"unit", "logunit", "c", "one nat in units of the chosen logarithm", Shape::scalar,
       Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      smoothing_lines[0],
      smoothing_lines[1],
      {R"(\shifted{t} = \frac{\score{t} - \max_k(\score{t})}{\temperature})",
       "Subtract the largest score: every probability stays what it was.", "form", "stable"},
      {R"(\shifted{t} = \frac{\score{t}}{\temperature})", "Take the scores as they are.", "form",
       "naive"},
      {R"(\shifted{t} = \frac{\score{t} - \max_k(\score{t})}{\temperature})",
       "Subtract the largest score: every probability stays what it was.", "form", "log1p"},
      {R"(\expscore{t} = \exp(\shifted{t}))", "Make every score positive."},
      {R"(\rest{t} = \sum_k \expscore{t} - \max_k(\expscore{t}))",
       "Add them up without the largest, which is exactly 1.", "form", "log1p"},
      {R"(\partition{t} = \sum_k \expscore{t})", "Add them up."},
      {R"(\prob{t} = \frac{\expscore{t}}{\partition{t}})", "Divide, so that they sum to one."},
      {R"(\logprob{t} = \shifted{t} - \ln(\partition{t}))",
       "The logarithm of a quotient, without taking exp back.", "form", "stable"},
      {R"(\logprob{t} = \ln(\prob{t}))", "Take the logarithm of what is left of p.", "form",
       "naive"},
      {R"(\logprob{t} = \shifted{t} - \ln(1 + \rest{t}))",
       "log1p computes ln(1 + R) without rounding 1 + R.", "form", "log1p"},
      {R"(\logunit{t} = \frac{1}{\ln(2)})", "Count in bits.", "base", "two"},
      {R"(\logunit{t} = \frac{1}{\ln(10)})", "Count in powers of ten.", "base", "ten"},
      {R"(\exampleloss{t} = -\sum_k \smoothtarget{t}\,\logprob{t})",
       "The average surprise under the target; for a plain label, that of the right class.", "base",
       "e"},
      {R"(\exampleloss{t} = -\logunit{t} \sum_k \smoothtarget{t}\,\logprob{t})",
       "The average surprise, in bits.", "base", "two"},
      {R"(\exampleloss{t} = -\logunit{t} \sum_k \smoothtarget{t}\,\logprob{t})",
       "The average surprise, in powers of ten.", "base", "ten"},
      {R"(\scoregrad{t} = \frac{\prob{t} - \smoothtarget{t}}{\temperature})",
       "What the model believes minus what it should.", "base", "e"},
      {R"(\scoregrad{t} = \logunit{t}\,\frac{\prob{t} - \smoothtarget{t}}{\temperature})",
       "What the model believes minus what it should, in bits.", "base", "two"},
      {R"(\scoregrad{t} = \logunit{t}\,\frac{\prob{t} - \smoothtarget{t}}{\temperature})",
       "What the model believes minus what it should, in powers of ten.", "base", "ten"},
  };

  explicit SoftmaxCrossEntropy(const Parameters& parameters) noexcept;

  template <class AnyTape>
  double value_and_gradient(const double* scores, const double* target, Index count,
                            double* gradient, AnyTape tape) const noexcept {
    const SmoothedTarget q = smoothed(target, count);
    const Index top = position_of_largest(scores, count);
    const double shift = parameters_.form == Form::naive ? 0.0 : scores[top];
    const double target_score =
        shift_scores(scores, shift, inverse_temperature_, q, count, gradient).target_score;
    double* const e = gradient;
    for (Index k = 0; k < count; ++k) e[k] = exponential(e[k]);
    const double rest = fixed_order_sum(count, [=](Index k) { return k == top ? 0.0 : e[k]; });
    const bool log1p = parameters_.form == Form::log1p;
    const double partition = log1p ? 1.0 + rest : partition_of(e, count);
    const double log_partition = log1p ? natural_log_one_plus(rest) : natural_log(partition);
    double loss = unit_ * (log_partition - target_score);
    if (parameters_.form == Form::naive) {
      loss = -unit_ * fixed_order_sum(count, [&](Index k) {
        return q[k] == 0.0 ? 0.0 : q[k] * natural_log(e[k] / partition);
      });
    }
    // of the stable form 1/Z is a number from 1/C to 1; of the others it may overflow
    const bool stable = parameters_.form == Form::stable;
    const double share = stable ? 1.0 / partition : not_yet;
    for (Index k = 0; k < count; ++k) {
      const double p = stable ? e[k] * share : e[k] / partition;
      if constexpr (AnyTape::records) {
        const double shifted = (scores[k] - shift) * inverse_temperature_;
        tape.vector(smoothed_target, k, q[k]);
        tape.vector(shifted_score, k, shifted);
        tape.vector(exponential_score, k, e[k]);
        tape.vector(probability, k, p);
        tape.vector(log_probability, k,
                    parameters_.form == Form::naive ? natural_log(p) : shifted - log_partition);
      }
      // 1 − p of the largest is rest/Z: the difference would round it away
      gradient[k] =
          gradient_scale_ * (log1p && k == top ? (1.0 - q[k]) - rest / partition : p - q[k]);
    }
    if (log1p) tape.scalar(rest_quantity, rest);
    tape.scalar(partition_quantity, partition);
    if (parameters_.base != Base::e) tape.scalar(unit_quantity, unit_);
    return loss;
  }

  /// weight · Σ L over `examples` rows of `count` scores and targets, and gradient ← weight
  /// times its derivatives. The bits of each row are those of value_and_gradient.
  double batch_value_and_gradient(const double* scores, const double* targets, Index examples,
                                  Index count, double weight, double* gradient) const noexcept;

  void hessian(const double* scores, const double* target, Index count, double* h) const noexcept;

 private:
  static Index position_of_largest(const double* x, Index count) noexcept {
    Index top = 0;
    for (Index k = 1; k < count; ++k) {
      if (x[k] > x[top]) top = k;
    }
    return top;
  }

  SmoothedTarget smoothed(const double* target, Index count) const noexcept {
    return {parameters_.smoothing_form, parameters_.smoothing, target, count};
  }

  Parameters parameters_;
  double inverse_temperature_;
  double unit_;
  double gradient_scale_;  // unit / temperature
};

}  // namespace fall_line
