#include "core/derivations/best_scores.hpp"

#include <vector>

#include "core/catalog/owner.hpp"
#include "core/losses/softmax_cross_entropy.hpp"
#include "core/numerics/log_sum_exp.hpp"
#include "core/numerics/natural_log.hpp"

namespace fall_line {

namespace {

enum : int { score, gap };

constexpr Quantity quantities[] = {
    {"best_score", "bestscore", "s^*", "the score at which the loss is smallest, up to a constant",
     Shape::vector, Role::parameter},
    {"best_gap", "bestgap", "d^*", "how far it is below the highest", Shape::vector, Role::step},
};

constexpr FormulaLine lines[] = {
    {R"(\scoregrad{t} = \frac{\prob{t} - \smoothtarget{t}}{\temperature})",
     "The loss is smallest where every slope is zero: where the probabilities are the target.",
     "base", "e"},
    {R"(\bestscore{t} = \temperature\,\ln(\smoothtarget{t}))",
     "Take the softmax back: these scores, or these with any constant added, give p = q. The "
     "logarithm of zero is −∞: a plain label asks for more than any score can give."},
    {R"(\bestgap{t} = \max_k(\bestscore{t}) - \bestscore{t})",
     "What counts is how far the others stay behind."},
};

Trace derive(const LossRequest& request, const AnyLoss&, const Trace& table) {
  const double temperature =
      with_settings<SoftmaxCrossEntropy, SoftmaxCrossEntropy::Parameters>("loss.", request.settings)
          .temperature;
  Trace trace(quantity_declarations<quantities>, request.entries);
  trace.reserve(table.rows());
  std::vector<double> best(static_cast<std::size_t>(request.entries));
  for (Index row = 0; row < table.rows(); ++row) {
    const Tape tape = trace.append_row();
    const auto target = table.at(table.find("smoothed_target"), row);
    for (std::size_t k = 0; k < best.size(); ++k) best[k] = temperature * natural_log(target[k]);
    const double top = largest(best.data(), request.entries);
    for (Index k = 0; k < request.entries; ++k) {
      const double value = best[static_cast<std::size_t>(k)];
      tape.vector(score, k, value);
      tape.vector(gap, k, top - value);
    }
  }
  return trace;
}

}  // namespace

LossDerivationDeclaration best_scores() {
  return {.name = "best_scores",
          .title = for_readers("The scores that a target asks for"),
          .loss = SoftmaxCrossEntropy::name,
          .quantities = quantity_declarations<quantities>,
          .lines = for_readers(lines),
          .derive = derive};
}

}  // namespace fall_line
