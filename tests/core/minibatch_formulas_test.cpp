// On minibatches too a formula cannot drift: the gradient that a run traces is the one its method
// used, whether the run handed it over or the method asked for it.

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/data/minibatches.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::minibatch_formulas_test {

constexpr Index batch_size = 7, most_steps = 15;

/// Thirty examples: every epoch ends with a batch of two.
std::string spec_of(const MethodDeclaration& method, const Settings& settings,
                    std::string_view problem) {
  std::string text = test::lines({{"problem", problem},
                                  {"method", method.name},
                                  {"data", problem == "linear_regression" ? "line" : "moons"},
                                  {"data.count", "30"},
                                  {"batch.size", std::to_string(batch_size)}});
  for (const auto& [name, value] : settings) text += "method." + name + "=" + value + "\n";
  return text;
}

/// The batches that a run over `problem` with seed 1 takes, drawn once more.
class Batches {
 public:
  explicit Batches(const AnyProblem& problem)
      : problem_(problem),
        batches_(problem.term_count(), batch_size, BatchOrder::shuffled_every_epoch, 1) {}

  void next() { batch_ = batches_.next(); }
  double value(std::span<const double> x, double* g = nullptr) const {
    return problem_.batch_value_and_gradient(x.data(), batch_.data(), std::ssize(batch_), g);
  }

 private:
  const AnyProblem& problem_;
  Minibatches batches_;
  std::span<const Index> batch_;
};

class OnMinibatches : public ::testing::TestWithParam<const MethodDeclaration*> {};

TEST_P(OnMinibatches, LinesHoldAndTheGradientIsThatOfTheBatch) {
  const auto& method = *GetParam();
  Index most_taken = 0;
  for (const auto& settings : test::every_combination(method)) {
    for (const char* problem : {"linear_regression", "logistic_regression"}) {
      const auto run = test::run_of(spec_of(method, settings, problem), most_steps);
      most_taken = std::max(most_taken, run.steps());
      auto lines = test::applicable_lines(method.lines, method.settings, settings);
      // Armijo's condition is about the batch's value, of which a trace knows nothing: see below
      std::erase_if(lines, [](const auto& line) { return line.tex.starts_with("\\loss"); });
      for (const auto& fault :
           test::formula_faults(lines, method.settings, settings, {&run.trace()})) {
        ADD_FAILURE() << problem << test::in_words(settings) << "\n" << fault;
      }
      Batches batches(run.problem());
      std::vector<double> batch(static_cast<std::size_t>(run.problem().dimension())), whole(batch);
      for (Index step = 1; step <= run.steps(); ++step) {
        const auto before = run.trace().at(run.trace().find("theta"), step - 1);
        const auto traced = run.trace().at(run.trace().find("gradient"), step);
        batches.next();
        batches.value(before, batch.data());
        run.problem().gradient(before.data(), whole.data());
        EXPECT_TRUE(std::equal(traced.begin(), traced.end(), batch.begin())) << problem << step;
        EXPECT_FALSE(std::equal(traced.begin(), traced.end(), whole.begin())) << problem << step;
      }
    }
  }
  EXPECT_EQ(most_taken, most_steps);
}

std::vector<const MethodDeclaration*> methods_that_take_batches() {
  std::vector<const MethodDeclaration*> all;
  for (const auto& method : methods()) {
    if (method.needs != Needs::residuals) all.push_back(&method);
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, OnMinibatches, ::testing::ValuesIn(methods_that_take_batches()),
                         [](const auto& info) { return std::string(info.param->name); });

TEST(OnMinibatches, NewtonsStepLowersTheBatchsValueByArmijosCondition) {
  const auto& method = find_method("newton");
  int whole_rises = 0;
  for (const char* kind : {"damped", "modified"}) {
    const auto run =
        test::run_of(spec_of(method, {{"kind", kind}}, "logistic_regression"), most_steps);
    ASSERT_GE(run.steps(), 5) << kind;
    const auto of = [&](const char* name, Index row) {
      return run.trace().at(run.trace().find(name), row);
    };
    Batches batches(run.problem());
    for (Index step = 1; step <= run.steps(); ++step) {
      batches.next();
      const auto g = of("gradient", step), delta = of("delta", step);
      double slope = 0.0;
      for (std::size_t i = 0; i < g.size(); ++i) slope += g[i] * delta[i];
      EXPECT_LE(batches.value(of("theta", step)),
                batches.value(of("theta", step - 1)) + 1e-4 * slope + 1e-15)
          << kind << step;
      whole_rises += test::at(run, "loss", step) > test::at(run, "loss", step - 1);
    }
  }
  EXPECT_GT(whole_rises, 0) << "negative control: the whole need not fall";
}

TEST(OnMinibatches, LeastSquaresMethodsRefuseThem) {
  for (const char* method : {"gauss_newton", "levenberg_marquardt"}) {
    const auto refusal = test::refusal_of(
        [&] { test::run_of(spec_of(find_method(method), {}, "linear_regression"), 1); });
    EXPECT_EQ(refusal.argument, "batch.size") << method;
  }
}

// Separable classes and no penalty: more and more batches lie beyond the margin, all in the end.
TEST(LevelBatches, ArePassedOverUntilAllOfAnEpochAre) {
  for (const char* method : {"lbfgs", "bfgs", "conjugate_gradient"}) {
    const auto run = test::run_of(test::lines({{"problem", "linear_svm"},
                                               {"method", method},
                                               {"data", "blobs"},
                                               {"data.noise", "0.5"},
                                               {"batch.size", "8"}}),
                                  400);
    ASSERT_EQ(run.status().reason, StopReason::converged) << method;
    EXPECT_GT(run.steps(), 1) << method;
    EXPECT_EQ(run.trace().at(run.trace().find("loss"), run.steps())[0], 0.0) << method;
  }
}

}  // namespace fall_line::minibatch_formulas_test
