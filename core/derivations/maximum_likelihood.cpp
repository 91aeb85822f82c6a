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

Trace derive(const LossRequest& request, const AnyLoss&, const Trace& table) {
  const auto settings = with_settings<SoftmaxCrossEntropy, SoftmaxCrossEntropy::Parameters>(
      "loss.", request.settings);
  if (settings.smoothing != 0.0) {
    throw InvalidArgument("loss.smoothing", short_text(settings.smoothing), "0");
  }
  const auto column = [&](const char* name, Index row) { return table.at(table.find(name), row); };
  Trace trace(quantity_declarations<quantities>, request.entries);
  trace.reserve(table.rows());
  double likelihood = 1.0, log_likelihood = 0.0;
  for (Index row = 0; row < table.rows(); ++row) {
    const Tape tape = trace.append_row();
    double probability = 0.0, log_probability = 0.0;
    for (Index k = 0; k < request.entries; ++k) {
      const auto i = static_cast<std::size_t>(k);
      const double target = column("target", row)[i];
      if (target == 0.0) continue;
      probability += target * column("probability", row)[i];
      log_probability += target * column("log_probability", row)[i];
    }
    tape.scalar(own, probability);
    tape.scalar(earlier, likelihood);
    tape.scalar(earlier_log, log_likelihood);
    likelihood *= probability;
    log_likelihood += log_probability;
    const auto count = static_cast<double>(row + 1);
    tape.scalar(product, likelihood);
    tape.scalar(sum, log_likelihood);
    tape.scalar(seen, count);
    tape.scalar(mean, -log_likelihood / count);
  }
  return trace;
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
