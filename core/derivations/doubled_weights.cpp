#include "core/derivations/doubled_weights.hpp"

#include <algorithm>
#include <vector>

#include "core/catalog/owner.hpp"
#include "core/losses/multiclass_svm.hpp"

namespace fall_line {

namespace {

enum : int { lead, doubled_lead, doubled_violation, doubled_term, doubled_loss, loss_change };

constexpr Quantity quantities[] = {
    {"lead", "lead", "d", "by how much the right class is ahead of each", Shape::vector,
     Role::parameter},
    {"doubled_lead", "doubledlead", "d^{(2)}", "the same with the weights doubled", Shape::vector,
     Role::parameter},
    {"doubled_violation", "doubledviolation", "h^{(2)}", "what then is missing to the margin",
     Shape::vector, Role::factor},
    {"doubled_term", "doubledterm", "L^{(2)}", "what each class then adds", Shape::vector,
     Role::loss},
    {"doubled_loss", "doubledloss", "L^{(2)}", "the loss with the weights doubled", Shape::scalar,
     Role::loss},
    {"loss_change", "losschange", "\\Delta L", "how the loss changes by it", Shape::scalar,
     Role::step},
};

constexpr std::string_view violation_reason =
    "The margin does not grow along. A lead that was enough is now more than enough; a class that "
    "was ahead is now twice as far ahead.";

constexpr FormulaLine lines[] = {
    {R"(\lead{t} = \ownscore{t} - \score{t})",
     "How far the right class is ahead; behind, where this is negative."},
    {R"(\doubledlead{t} = 2\,\lead{t})",
     "Scores are W x. Twice the weights are twice every score, and twice every lead."},
    {R"(\doubledviolation{t} = (1 - \target{t})\,\max(0, \keptmargin - \doubledlead{t}))",
     violation_reason, "own_class", "left_out"},
    {R"(\doubledviolation{t} = \max(0, \keptmargin - \doubledlead{t}))", violation_reason,
     "own_class", "included"},
    {R"(\doubledterm{t} = \doubledviolation{t})", "Charge what is missing.", "power", "linear"},
    {R"(\doubledterm{t} = \doubledviolation{t}^2)", "Charge its square.", "power", "squared"},
    {R"(\doubledloss{t} = \termscale{t} \sum_k \doubledterm{t})", "Add what the classes owe."},
    {R"(\losschange{t} = \doubledloss{t} - \exampleloss{t})",
     "Nothing where all were satisfied. Less where the right class was ahead, but not by enough. "
     "More where it was behind."},
};

void derive(const LossRequest& request, const AnyLoss&, const Trace& table, Tape tape) {
  const auto parameters =
      with_settings<MulticlassSvm, MulticlassSvm::Parameters>("loss.", request.settings);
  const auto column = [&](const char* name) {
    return table.at(table.find(name), table.rows() - 1);
  };
  const auto score = column("score"), target = column("target");
  const double own = column("own_score")[0];
  double sum = 0.0;
  for (Index k = 0; k < request.entries; ++k) {
    const auto i = static_cast<std::size_t>(k);
    const double ahead = own - score[i];
    const bool compared =
        target[i] == 0.0 || parameters.own_class == MulticlassSvm::OwnClass::included;
    const double missing = compared ? parameters.margin - 2.0 * ahead : 0.0;
    const double term = Hinge(parameters.power, missing).value;
    sum += term;
    tape.vector(lead, k, ahead);
    tape.vector(doubled_lead, k, 2.0 * ahead);
    tape.vector(doubled_violation, k, Hinge(HingePower::linear, missing).value);
    tape.vector(doubled_term, k, term);
  }
  const double doubled = column("term_scale")[0] * sum;
  tape.scalar(doubled_loss, doubled);
  tape.scalar(loss_change, doubled - column("example_loss")[0]);
}

}  // namespace

LossDerivationDeclaration doubled_weights() {
  return {.name = "doubled_weights",
          .title = for_readers("What doubling the weights does"),
          .loss = MulticlassSvm::name,
          .quantities = quantity_declarations<quantities>,
          .lines = for_readers(lines),
          .derive = derive};
}

}  // namespace fall_line
