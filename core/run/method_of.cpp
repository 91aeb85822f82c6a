#include "core/run/method_of.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/owner.hpp"

namespace fall_line {

const MethodDeclaration& method_of(const RunSpec& spec, const AnyProblem& problem) {
  const auto& method = find_method(spec.method);
  if (method.needs == Needs::residuals && problem.residual_count() == 0) {
    throw InvalidArgument("method", "'" + spec.method + "'",
                          "methods that do not need a sum of squares, which the problem " +
                              spec.problem + " is not known as");
  }
  if (method.needs == Needs::terms && problem.term_count() == 0) {
    throw InvalidArgument("method", "'" + spec.method + "'",
                          "methods that do not need a mean over examples, which the problem " +
                              spec.problem + " is not");
  }
  return method;
}

std::optional<Minibatches> batches_of(const RunSpec& spec, const MethodDeclaration& method,
                                      const AnyProblem& problem) {
  const auto settings =
      with_settings<BatchDeclarations, BatchSettings>("batch.", spec.batch_settings);
  if (settings.size == 0.0) return std::nullopt;
  if (problem.term_count() == 0) {
    throw InvalidArgument("batch.size", short_text(settings.size),
                          "0: the problem " + spec.problem + " is not a mean over examples");
  }
  if (method.needs == Needs::residuals) {
    throw InvalidArgument("batch.size", short_text(settings.size),
                          "0: the method " + spec.method + " takes all residuals in every step");
  }
  return Minibatches(problem.term_count(), static_cast<Index>(settings.size), settings.order,
                     spec.seed, settings.last);
}

std::optional<LearningRate> schedule_of(const RunSpec& spec, const MethodDeclaration& method,
                                        Index steps_per_epoch) {
  if (spec.schedule.empty()) {
    if (spec.schedule_settings.empty()) return std::nullopt;
    throw InvalidArgument("schedule", "nothing", "the name of a schedule beside its settings");
  }
  if (!method.has_learning_rate) {
    throw InvalidArgument("schedule", "'" + spec.schedule + "'",
                          "none: the method " + spec.method + " has no learning rate");
  }
  const auto values = method.values(spec.method_settings).numbers;
  double base = not_yet;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (method.settings.parameters[i].name == "learning_rate") base = values[i];
  }
  return LearningRate(spec.schedule, spec.schedule_settings, base, steps_per_epoch);
}

}  // namespace fall_line
