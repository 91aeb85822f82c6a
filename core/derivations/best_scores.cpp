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

void derive(const LossRequest& request, const AnyLoss&, const Trace& table, Tape tape) {
  const double temperature =
      with_settings<SoftmaxCrossEntropy, SoftmaxCrossEntropy::Parameters>("loss.", request.settings)
          .temperature;
  const auto target = table.at(table.find("smoothed_target"), table.rows() - 1);
  std::vector<double> best(target.begin(), target.end());
  for (double& value : best) value = temperature * natural_log(value);
  const double top = largest(best.data(), request.entries);
  for (Index k = 0; k < request.entries; ++k) {
    const double value = best[static_cast<std::size_t>(k)];
    tape.vector(score, k, value);
    tape.vector(gap, k, top - value);
  }
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
