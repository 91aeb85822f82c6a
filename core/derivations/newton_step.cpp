#include "core/derivations/newton_step.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

enum : int { model_value, promised_fall, actual_fall };

constexpr Quantity quantities[] = {
    {"model_value", "newtonpromise", "q", "the model’s value where it is level", Shape::scalar,
     Role::loss},
    {"promised_fall", "promisedfall", "p", "how far the model says that f falls", Shape::scalar,
     Role::loss},
    {"actual_fall", "actualfall", "a", "how far f has fallen", Shape::scalar, Role::loss},
};

constexpr FormulaLine lines[] = {
    {R"(\newtonpromise{t} = \loss{t-1} + \grad{t}^\top\direction{t} + \tfrac12\,\direction{t}^\top\hess{t}\,\direction{t})",
     "Taylor’s model of second order, a step d away: value, slope and curvature where we stand."},
    {R"(\hess{t}\,\direction{t} = -\grad{t})",
     "Its slope there is g + H d. Set it to zero: this is the level point of the model."},
    {R"(\direction{t} = -\hess{t}^{-1}\grad{t})",
     "Solve for the step. No learning rate so far: the curvature has said how far."},
    {R"(\change{t} = \stepfactor{t}\,\direction{t})", "Go all of the way, or a share of it."},
    {R"(\param{t} = \param{t-1} + \change{t})", "Take the step."},
    {R"(\promisedfall{t} = -\tfrac12\,\grad{t}^\top\direction{t})",
     "Put the step into the model: half of what the slope alone promised is left."},
    {R"(\actualfall{t} = \loss{t-1} - \loss{t})",
     "What really became of it. The two agree where the function is its model."},
};

Trace derive(const Run& run) {
  for (const auto& [name, choice] : run.spec().method_settings) {
    if (name == "kind" && choice == "modified") {
      throw InvalidArgument("method.kind", "'modified'", "pure, damped");
    }
  }
  const Trace& steps = run.trace();
  const int direction = steps.find("direction"), hessian = steps.find("hessian");
  const Index n = run.problem().dimension();
  Trace trace(quantity_declarations<quantities>, n);
  trace.reserve(steps.rows());
  Vector curved(n);
  for (Index row = 0; row < steps.rows(); ++row) {
    const Tape tape = trace.append_row();
    if (row == 0) continue;
    const double before = steps.at(step_quantity::loss, row - 1)[0];
    const double* g = steps.at(step_quantity::gradient, row).data();
    const double* d = steps.at(direction, row).data();
    const double* h = steps.at(hessian, row).data();
    for (Index i = 0; i < n; ++i) curved[i] = dot(h + i * n, d, n);
    const double slope = dot(g, d, n);
    tape.scalar(model_value, before + slope + 0.5 * dot(d, curved.data(), n));
    tape.scalar(promised_fall, -0.5 * slope);
    tape.scalar(actual_fall, before - steps.at(step_quantity::loss, row)[0]);
  }
  return trace;
}

}  // namespace

DerivationDeclaration newton_step() {
  return {.name = "newton_step",
          .title = for_readers("From Taylor’s model to Newton’s step"),
          .method = "newton",
          .quantities = quantity_declarations<quantities>,
          .lines = for_readers(lines),
          .derive = derive};
}

}  // namespace fall_line
