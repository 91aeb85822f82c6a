#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/catalog/invalid_argument.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line::test {

/// One line "key=value" a setting: {{"problem", "booth"}, {"method", "adam"}}.
inline std::string lines(
    std::initializer_list<std::pair<std::string_view, std::string_view>> entries) {
  std::string text;
  for (const auto& [key, value] : entries)
    text += std::string(key) + "=" + std::string(value) + "\n";
  return text;
}

/// A run of the spec in `text` after up to `steps` steps.
inline Run run_of(const std::string& text, Index steps) {
  Run run(parse_run_spec(text));
  run.advance(steps);
  return run;
}

/// Entry `coordinate` of the quantity called `name` at step `step`.
inline double at(const Run& run, std::string_view name, Index step, std::size_t coordinate = 0) {
  return run.trace().at(run.trace().find(name), step)[coordinate];
}

/// The first problem of the catalog that offers what `method` needs.
inline const ProblemDeclaration& problem_for(const MethodDeclaration& method) {
  for (const auto& problem : problems()) {
    const auto created = problem.create({});
    if (method.needs == Needs::residuals && created->residual_count() == 0) continue;
    if (method.needs == Needs::terms && created->term_count() == 0) continue;
    return problem;
  }
  throw std::logic_error("no problem for " + std::string(method.name));
}

/// An independent stream of numbers in [low, high) for test inputs.
class Inputs {
 public:
  explicit Inputs(std::uint64_t seed) : random_(seed) {}
  double between(double low, double high) { return low + (high - low) * random_.uniform(); }

 private:
  Random random_;
};

/// What an InvalidArgument said, or empty texts if `action` threw none.
struct Refusal {
  std::string argument;
  std::string message;
};

template <class Action>
Refusal refusal_of(Action action) {
  try {
    action();
    return {};
  } catch (const InvalidArgument& error) {
    return {error.argument(), error.what()};
  }
}

/// Entry by entry.
inline void expect_near(const std::vector<double>& found, const std::vector<double>& expected,
                        double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << i;
}

}  // namespace fall_line::test
