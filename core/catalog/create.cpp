// From settings by name to the thing itself, for every kind of entry: here once, so that entries
// compile to assignments alone.

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/data/preparation.hpp"

namespace fall_line {

SettingValues MethodDeclaration::values(const Settings& given) const {
  return read_settings(settings, "method.", given);
}

std::unique_ptr<AnyMethod> MethodDeclaration::create(const Settings& given,
                                                     const Objective& objective) const {
  return create_with(values(given), objective.dimension(), &objective);
}

std::unique_ptr<AnyMethod> MethodDeclaration::create_for(const Settings& given,
                                                         Index dimension) const {
  if (asks_objective) {
    throw InvalidArgument("method", std::string(name),
                          "a method that takes gradients and asks nothing else");
  }
  return create_with(values(given), dimension, nullptr);
}

std::unique_ptr<AnyProblem> ProblemDeclaration::create_over(
    const Settings& given, std::shared_ptr<const Dataset> data) const {
  return create_with(read_settings(settings, "problem.", given), std::move(data));
}

std::unique_ptr<AnyProblem> ProblemDeclaration::create(const Settings& given) const {
  return create_over(given, default_data.empty() ? nullptr : find_dataset(default_data).create({}));
}

std::unique_ptr<AnyLoss> LossDeclaration::create(const Settings& given) const {
  return create_with(read_settings(settings, "loss.", given));
}

std::shared_ptr<const Dataset> DatasetDeclaration::create(const Settings& given) const {
  return prepared(make_with(read_settings(settings, "data.", without_preparation(given))), given);
}

std::unique_ptr<AnySchedule> ScheduleDeclaration::create(const Settings& given) const {
  return create_with(read_settings(settings, "schedule.", given));
}

Trace AnalysisDeclaration::table(const Settings& given, const RunSpec& subject) const {
  return table_with(read_settings(settings, "analysis.", given), subject);
}

}  // namespace fall_line
