#include "core/run/run.hpp"

#include <algorithm>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/run/method_of.hpp"
#include "core/run/problem_of.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

std::vector<Quantity> traced_quantities(const MethodDeclaration& method, bool scheduled) {
  std::vector<Quantity> all(quantity_declarations<step_quantities>.begin(),
                            quantity_declarations<step_quantities>.end());
  all.insert(all.end(), method.quantities.begin(), method.quantities.end());
  if (scheduled) all.push_back(for_readers(learning_rate_quantity));
  return all;
}

}  // namespace

Run::Run(const RunSpec& spec, LossTrace loss)
    : spec_(spec),
      problem_declaration_(&find_problem(spec.problem)),
      problem_(problem_of(spec)),
      method_declaration_(&method_of(spec, *problem_)),
      random_(std::make_unique<Random>(spec.seed)),
      objective_(*problem_, *random_),
      batches_(batches_of(spec, *method_declaration_, *problem_)),
      stepper_(method_declaration_->create(spec.method_settings, objective_)),
      schedule_(schedule_of(spec, *method_declaration_, steps_per_epoch())),
      theta_(start_of(spec, *problem_)),
      trace_(traced_quantities(*method_declaration_, schedule_.has_value()), problem_->dimension()),
      delta_(trace_.find("delta")),
      asks_objective_(stepper_->asks_objective()),
      traces_loss_(loss == LossTrace::each_step) {
  trace_.reserve(1);
  const Tape tape = trace_.append_row();
  for (Index i = 0; i < theta_.size(); ++i) tape.vector(step_quantity::theta, i, theta_[i]);
  tape.scalar(step_quantity::loss, traces_loss_ ? problem_->value(theta_.data()) : not_yet);
  tape.scalar(step_quantity::evaluations, 0.0);
  stepper_->record_initial(tape.from(step_quantity::count));
}

std::vector<std::vector<double>> Run::what_if(Index step, const Settings& overrides) const {
  if (step < 1 || step > steps()) {
    throw InvalidArgument("step", std::to_string(step),
                          "a step that has been taken, 1 to " + std::to_string(steps()));
  }
  Settings changed = spec_.method_settings;
  for (const auto& override_ : overrides) {
    const auto same = std::find_if(changed.begin(), changed.end(), [&](const auto& setting) {
      return setting.first == override_.first;
    });
    if (same != changed.end()) {
      same->second = override_.second;
    } else {
      changed.push_back(override_);
    }
  }
  Run replay(spec_);
  replay.advance(step - 1);
  replay.stepper_->reconfigure(method().values(changed));
  replay.advance(1);
  std::vector<std::vector<double>> row;
  for (int q = 0; q < static_cast<int>(trace_.quantities().size()); ++q) {
    if (replay.steps() < step) {
      row.emplace_back(static_cast<std::size_t>(trace_.width(q)), not_yet);
    } else {
      const auto values = replay.trace_.at(q, step);
      row.emplace_back(values.begin(), values.end());
    }
  }
  return row;
}

}  // namespace fall_line
