#include "core/derivations/softmax_gradient.hpp"

#include <vector>

#include "core/catalog/owner.hpp"
#include "core/losses/softmax_cross_entropy.hpp"

namespace fall_line {

namespace {

// The rounding of a loss near 1 divided by it and the error h²/6·L''' of the quotient are alike.
constexpr double ruler_step = 1e-5;

enum : int { partition_slope, log_partition_slope, target_slope, width, above, below, ruler };

constexpr Quantity quantities[] = {
    {"partition_slope", "partitionslope", "\\tfrac{\\partial Z}{\\partial s_{#1}}",
     "how fast the sum of exponentials grows with this score", Shape::vector, Role::gradient},
    {"log_partition_slope", "logpartitionslope", "\\tfrac{\\partial \\ln Z}{\\partial s_{#1}}",
     "how fast its logarithm grows", Shape::vector, Role::gradient},
    {"target_slope", "targetslope", "\\tfrac{\\partial \\sum q z}{\\partial s_{#1}}",
     "how fast the score that is wanted grows", Shape::vector, Role::gradient},
    {"ruler_step", "rulerstep", "h", "how far the score is moved", Shape::scalar, Role::step},
    {"loss_above", "lossabove", "L^{+}_{#1}", "the loss with the score moved up", Shape::vector,
     Role::loss},
    {"loss_below", "lossbelow", "L^{-}_{#1}", "the loss with the score moved down", Shape::vector,
     Role::loss},
    {"ruler_slope", "rulerslope", "\\tilde{\\delta}", "the slope as a ruler finds it",
     Shape::vector, Role::gradient},
};

constexpr std::string_view first_reason =
    "The logarithm of a quotient is a difference. For a plain label the sum is just the score of "
    "the right class. What was subtracted from all scores cancels here.";
constexpr std::string_view together_reason = "Put the two together.";
constexpr std::string_view result_reason = "What the model believes minus what it should believe.";

constexpr FormulaLine lines[] = {
    {R"(\exampleloss{t} = \ln(\partition{t}) - \sum_k \smoothtarget{t}\,\shifted{t})", first_reason,
     "base", "e"},
    {R"(\exampleloss{t} = \logunit{t}\,(\ln(\partition{t}) - \sum_k \smoothtarget{t}\,\shifted{t}))",
     first_reason, "base", "two"},
    {R"(\exampleloss{t} = \logunit{t}\,(\ln(\partition{t}) - \sum_k \smoothtarget{t}\,\shifted{t}))",
     first_reason, "base", "ten"},
    {R"(\partitionslope{t} = \frac{\expscore{t}}{\temperature})",
     "Only one term of Z contains this score, and exp is its own derivative."},
    {R"(\logpartitionslope{t} = \frac{\partitionslope{t}}{\partition{t}})",
     "Chain rule: the derivative of ln Z is that of Z, divided by Z."},
    {R"(\logpartitionslope{t} = \frac{\prob{t}}{\temperature})",
     "But e divided by Z has a name already: it is the probability."},
    {R"(\targetslope{t} = \frac{\smoothtarget{t}}{\temperature})",
     "The other term is a straight line in this score: 1 for the right class, 0 for the others."},
    {R"(\scoregrad{t} = \logpartitionslope{t} - \targetslope{t})", together_reason, "base", "e"},
    {R"(\scoregrad{t} = \logunit{t}\,(\logpartitionslope{t} - \targetslope{t}))", together_reason,
     "base", "two"},
    {R"(\scoregrad{t} = \logunit{t}\,(\logpartitionslope{t} - \targetslope{t}))", together_reason,
     "base", "ten"},
    {R"(\scoregrad{t} = \frac{\prob{t} - \smoothtarget{t}}{\temperature})", result_reason, "base",
     "e"},
    {R"(\scoregrad{t} = \logunit{t}\,\frac{\prob{t} - \smoothtarget{t}}{\temperature})",
     result_reason, "base", "two"},
    {R"(\scoregrad{t} = \logunit{t}\,\frac{\prob{t} - \smoothtarget{t}}{\temperature})",
     result_reason, "base", "ten"},
    {R"(\rulerslope{t} = \frac{\lossabove{t} - \lossbelow{t}}{2\,\rulerstep{t}})",
     "A check that needs no calculus: move the score a little up and a little down, and see how "
     "the loss changes. It must agree with the line above."},
};

double loss_with(const AnyLoss& loss, std::vector<double>& scores, std::size_t moved, double by,
                 std::span<const double> target, std::vector<double>& gradient) {
  const double kept = scores[moved];
  scores[moved] += by;
  const double value =
      loss.value_and_gradient(scores.data(), target.data(), std::ssize(scores), gradient.data());
  scores[moved] = kept;
  return value;
}

void derive(const LossRequest& request, const AnyLoss& loss, const Trace& table, Tape tape) {
  const auto column = [&](const char* name) {
    return table.at(table.find(name), table.rows() - 1);
  };
  const double temperature =
      with_settings<SoftmaxCrossEntropy, SoftmaxCrossEntropy::Parameters>("loss.", request.settings)
          .temperature;
  const auto given = column("score"), target = column("target");
  std::vector<double> scores(given.begin(), given.end()), unused(scores);
  const double partition = column("partition")[0];
  for (Index k = 0; k < request.entries; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const double slope = column("exponential")[i] / temperature;
    tape.vector(partition_slope, k, slope);
    tape.vector(log_partition_slope, k, slope / partition);
    tape.vector(target_slope, k, column("smoothed_target")[i] / temperature);
    const double up = loss_with(loss, scores, i, ruler_step, target, unused);
    const double down = loss_with(loss, scores, i, -ruler_step, target, unused);
    tape.vector(above, k, up);
    tape.vector(below, k, down);
    tape.vector(ruler, k, (up - down) / (2.0 * ruler_step));
  }
  tape.scalar(width, ruler_step);
}

}  // namespace

LossDerivationDeclaration softmax_gradient() {
  return {.name = "softmax_gradient",
          .title = for_readers("Why the gradient is p − y"),
          .loss = SoftmaxCrossEntropy::name,
          .quantities = quantity_declarations<quantities>,
          .lines = for_readers(lines),
          .derive = derive};
}

}  // namespace fall_line
