#include "core/derivations/maximum_likelihood.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/owner.hpp"
#include "core/losses/softmax_cross_entropy.hpp"

namespace fall_line {

namespace {

enum : int { own, earlier, product, earlier_log, sum, seen, mean };

constexpr Quantity quantities[] = {
    {"own_probability", "ownprob", "p", "what the model gave the right class", Shape::scalar,
     Role::factor},
    {"earlier", "earlierlikelihood", "P_{<#1}", "likelihood of the examples before this one",
     Shape::scalar, Role::factor},
    {"likelihood", "likelihood", "P", "probability of all labels so far", Shape::scalar,
     Role::factor},
    {"earlier_log", "earlierloglikelihood", "\\ell_{<#1}", "its logarithm before this example",
     Shape::scalar, Role::factor},
    {"log_likelihood", "loglikelihood", "\\ell", "its natural logarithm", Shape::scalar,
     Role::factor},
    {"seen", "seen", "N", "examples so far", Shape::scalar, Role::factor},
    {"mean_loss", "meanloss", "\\bar{L}", "mean loss of the examples so far", Shape::scalar,
     Role::loss},
};

constexpr FormulaLine lines[] = {
    {R"(\ownprob{t} = \sum_k \target{t}\,\prob{t})",
     "The label is 1 for the right class and 0 for the others: it picks out one probability."},
    {R"(\likelihood{t} = \earlierlikelihood{t}\,\ownprob{t})",
     "Examples that have nothing to do with each other multiply. The best parameters are those "
     "that make what was seen most probable."},
    {R"(\loglikelihood{t} = \earlierloglikelihood{t} + \ln(\ownprob{t}))",
     "The logarithm is largest at the same place, and turns the product into a sum."},
    {R"(\meanloss{t} = \frac{-\loglikelihood{t}}{\seen{t}})",
     "Turn the sign, because we minimise, and divide by the number of examples. This is the mean "
     "cross-entropy: the most likely parameters are those of the smallest loss."},
};

void derive(const LossRequest& request, const AnyLoss&, const Trace& table, Tape tape) {
  const double smoothing =
      with_settings<SoftmaxCrossEntropy, SoftmaxCrossEntropy::Parameters>("loss.", request.settings)
          .smoothing;
  if (smoothing != 0.0) throw InvalidArgument("loss.smoothing", short_text(smoothing), "0");
  const Index row = table.rows() - 1;
  const auto column = [&](const char* name, Index at) { return table.at(table.find(name), at); };
  const auto target = column("target", row), p = column("probability", row),
             log_p = column("log_probability", row);
  double probability = 0.0, log_probability = 0.0;
  for (std::size_t k = 0; k < target.size(); ++k) {
    if (target[k] == 0.0) continue;
    probability += target[k] * p[k];
    log_probability += target[k] * log_p[k];
  }
  const double before = row > 0 ? column("likelihood", row - 1)[0] : 1.0;
  const double log_before = row > 0 ? column("log_likelihood", row - 1)[0] : 0.0;
  const auto count = static_cast<double>(row + 1);
  tape.scalar(own, probability);
  tape.scalar(earlier, before);
  tape.scalar(product, before * probability);
  tape.scalar(earlier_log, log_before);
  tape.scalar(sum, log_before + log_probability);
  tape.scalar(seen, count);
  tape.scalar(mean, -(log_before + log_probability) / count);
}

}  // namespace

LossDerivationDeclaration maximum_likelihood() {
  return {.name = "maximum_likelihood",
          .title = for_readers("Why the loss is a likelihood"),
          .loss = SoftmaxCrossEntropy::name,
          .quantities = quantity_declarations<quantities>,
          .lines = for_readers(lines),
          .derive = derive};
}

}  // namespace fall_line
