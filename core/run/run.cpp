#include "core/run/run.hpp"

#include <algorithm>
#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/numerics/sum.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

std::vector<Quantity> traced_quantities(const MethodDeclaration& method) {
  std::vector<Quantity> all(std::begin(step_quantities), std::end(step_quantities));
  all.insert(all.end(), method.quantities.begin(), method.quantities.end());
  return all;
}

Vector checked_start(const RunSpec& spec, const ProblemDeclaration& problem) {
  if (spec.start.empty()) {
    return Eigen::Map<const Vector>(problem.start.data(), problem.dimension);
  }
  if (static_cast<Index>(spec.start.size()) != problem.dimension) {
    throw InvalidArgument(
        "start", std::to_string(spec.start.size()) + " numbers",
        std::to_string(problem.dimension) + " for the problem " + std::string(problem.name));
  }
  for (const double coordinate : spec.start) {
    if (!(std::abs(coordinate) <= Run::largest_parameter)) {
      throw InvalidArgument("start", short_text(coordinate), "numbers from -1e100 to 1e100");
    }
  }
  return Eigen::Map<const Vector>(spec.start.data(), problem.dimension);
}

}  // namespace

Run::Run(const RunSpec& spec)
    : spec_(spec),
      problem_declaration_(&find_problem(spec.problem)),
      method_declaration_(&find_method(spec.method)),
      problem_(problem_declaration_->create(spec.problem_settings)),
      stepper_(method_declaration_->create(spec.method_settings, problem_->dimension())),
      random_(spec.seed),
      theta_(checked_start(spec, *problem_declaration_)),
      gradient_(problem_->dimension()),
      trace_(traced_quantities(*method_declaration_), problem_->dimension()),
      delta_(trace_.find("delta")) {
  trace_.reserve(1);
  const Tape tape = trace_.append_row();
  for (Index i = 0; i < theta_.size(); ++i) tape.vector(step_quantity::theta, i, theta_[i]);
  tape.scalar(step_quantity::loss, problem_->value(theta_.data()));
  stepper_->record_initial(tape.from(step_quantity::count));
}

Index Run::advance(Index count) {
  count = std::clamp<Index>(count, 0, most_steps - steps());
  trace_.reserve(count);
  Index taken = 0;
  while (taken < count && status_.reason == StopReason::none && take_step()) ++taken;
  return taken;
}

bool Run::take_step() noexcept {
  const Index n = theta_.size();
  problem_->sample_gradient(theta_.data(), random_, gradient_.data());
  const Tape tape = trace_.append_row();
  for (Index i = 0; i < n; ++i) tape.vector(step_quantity::gradient, i, gradient_[i]);
  const auto status = stepper_->traced_step({theta_.data(), static_cast<std::size_t>(n)},
                                            {gradient_.data(), static_cast<std::size_t>(n)},
                                            tape.from(step_quantity::count));
  static_cast<void>(status);  // both vectors were sized by the problem the method was made for
  for (Index i = 0; i < n; ++i) tape.vector(step_quantity::theta, i, theta_[i]);
  tape.scalar(step_quantity::loss, problem_->value(theta_.data()));
  const auto delta = trace_.at(delta_, trace_.rows() - 1);
  tape.scalar(step_quantity::step_length, norm(delta.data(), n));

  const Index row = trace_.rows() - 1;
  // The step's cause comes before its effects: the gradient, then the method's quantities in
  // their declared order, then theta and the loss.
  const int total = static_cast<int>(trace_.quantities().size());
  const auto first_bad = [&](int quantity) {
    const auto values = trace_.at(quantity, row);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) {
        status_ = {StopReason::non_finite, row, quantity, static_cast<Index>(i), values[i]};
        return true;
      }
    }
    return false;
  };
  bool stopped = first_bad(step_quantity::gradient);
  for (int q = step_quantity::count; q < total && !stopped; ++q) stopped = first_bad(q);
  stopped = stopped || first_bad(step_quantity::theta) || first_bad(step_quantity::loss);
  for (Index i = 0; i < n && !stopped; ++i) {
    if (std::abs(theta_[i]) > largest_parameter) {
      status_ = {StopReason::out_of_range, row, step_quantity::theta, i, theta_[i]};
      stopped = true;
    }
  }
  if (stopped) trace_.drop_row();
  return !stopped;
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
  replay.stepper_->reconfigure(changed);
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
