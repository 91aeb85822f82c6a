// The lines of derivations, evaluated on traced numbers.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/losses/dataset_loss.hpp"
#include "core/run/run.hpp"
#include "tests/core/formula_check.hpp"

namespace fall_line::derivations_test {

constexpr Index steps = 15;

Run run_on(const std::string& problem, std::string_view method, const Settings& settings,
           const std::string& schedule = {}) {
  RunSpec spec =
      parse_run_spec("problem=" + problem + "\nmethod=" + std::string(method) + "\nseed=3\n");
  spec.method_settings = settings;
  spec.schedule = schedule;
  Run run(spec);
  run.advance(steps);
  return run;
}

Run adam_on(const std::string& problem, const Settings& settings) {
  return run_on(problem, "adam", settings);
}

/// What a derivation says of a run; nothing where it is about none such.
std::optional<Trace> derived_from(const DerivationDeclaration& derivation, const Run& run) {
  try {
    return derivation.derive(run);
  } catch (const InvalidArgument&) {
    return std::nullopt;
  }
}

class EveryDerivation : public ::testing::TestWithParam<const DerivationDeclaration*> {};

TEST_P(EveryDerivation, LinesHoldAtEveryStep) {
  const auto& derivation = *GetParam();
  const auto& method = find_method(derivation.method);
  int checked = 0;
  // curvature that changes from step to step, or noise
  using Problems = std::vector<const char*>;
  for (const char* problem : derivation.method == "newton"
                                 ? Problems{"double_well", "rosenbrock"}
                                 : Problems{"constant_gradient", "noisy_gradient", "noisy_bowl"}) {
    for (const char* schedule : {"", "inverse_root"}) {
      for (const auto& settings : test::every_combination(method)) {
        if (std::find(settings.begin(), settings.end(),
                      Settings::value_type{"gradient_sign", "minus"}) != settings.end()) {
          continue;
        }
        const auto run = run_on(problem, derivation.method, settings, schedule);
        const auto derived = derived_from(derivation, run);
        if (!derived) continue;
        ++checked;
        ASSERT_EQ(derived->rows(), run.trace().rows());
        const auto lines = test::applicable_lines(derivation.lines, method.settings, settings);
        for (const auto& fault :
             test::formula_faults(lines, method.settings, settings, {&run.trace(), &*derived})) {
          ADD_FAILURE() << problem << " " << schedule << test::in_words(settings) << "\n" << fault;
        }
      }
    }
  }
  EXPECT_GT(checked, 0);
}

std::vector<const DerivationDeclaration*> every_derivation() {
  std::vector<const DerivationDeclaration*> all;
  for (const auto& derivation : derivations()) all.push_back(&derivation);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryDerivation, ::testing::ValuesIn(every_derivation()),
                         [](const auto& info) { return std::string(info.param->name); });

class EveryLossDerivation : public ::testing::TestWithParam<const LossDerivationDeclaration*> {};

/// The table of four examples, and whether all its numbers are finite: no round-off is told of
/// an infinite one. Nothing where the derivation refuses the settings.
std::optional<Trace> table_of(const LossDerivationDeclaration& derivation, Settings settings) {
  LossRequest request =
      parse_loss_request("loss=" + std::string(derivation.loss) +
                         "\nscores=3.2,5.1,-1.7;1.3,4.9,2;2.2,2.5,-3.1;0,0,0\nlabels=0,1,2,1\n");
  request.settings = std::move(settings);
  request.derivation = derivation.name;
  try {
    Trace table = dataset_loss(request).table;
    for (Index row = 0; row < table.rows(); ++row) {
      for (const double value : table.row(row)) {
        if (std::isinf(value)) return std::nullopt;
      }
    }
    return table;
  } catch (const InvalidArgument&) {
    return std::nullopt;
  }
}

/// Every choice of every option, with every parameter as usual and once otherwise.
std::vector<Settings> every_setting(const SettingDeclarations& declared) {
  auto all = test::every_combination(declared);
  for (const auto& parameter : declared.parameters) {
    const double usual = parameter.default_value;
    const std::string other = shortest_text(usual == 0.0 ? 0.1 : usual / 4.0);
    for (std::size_t i = all.size(); i-- > 0;) {
      all.push_back(all[i]);
      all.back().emplace_back(std::string(parameter.name), other);
    }
  }
  return all;
}

TEST_P(EveryLossDerivation, LinesHoldForEveryExample) {
  const auto& derivation = *GetParam();
  const auto& loss = find_loss(derivation.loss);
  int checked = 0;
  for (const auto& settings : every_setting(loss.settings)) {
    const auto table = table_of(derivation, settings);
    if (!table) continue;
    ++checked;
    const auto lines = test::applicable_lines(derivation.lines, loss.settings, settings);
    EXPECT_FALSE(lines.empty());
    for (const auto& fault :
         test::formula_faults(lines, loss.settings, settings, {&*table}, {.first = 0})) {
      ADD_FAILURE() << test::in_words(settings) << "\n" << fault;
    }
  }
  EXPECT_GT(checked, 10);
}

std::vector<const LossDerivationDeclaration*> every_loss_derivation() {
  std::vector<const LossDerivationDeclaration*> all;
  for (const auto& derivation : loss_derivations()) all.push_back(&derivation);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryLossDerivation,
                         ::testing::ValuesIn(every_loss_derivation()),
                         [](const auto& info) { return std::string(info.param->name); });

DatasetLoss derived(const std::string& derivation, const std::string& more = "") {
  return dataset_loss(
      parse_loss_request("loss=softmax_cross_entropy\nscores=3.2,5.1,-1.7;1.3,4.9,2;2.2,2.5,-3.1\n"
                         "labels=0,1,2\nderivation=" +
                         derivation + "\n" + more));
}

TEST(SoftmaxGradient, IsWhatARulerFinds) {
  for (const char* smoothing : {"0", "0.1"}) {
    const auto loss =
        derived("softmax_gradient", "loss.smoothing=" + std::string(smoothing) + "\n");
    for (Index row = 0; row < 3; ++row) {
      const auto slope = loss.table.at(loss.table.find("score_gradient"), row);
      const auto ruler = loss.table.at(loss.table.find("ruler_slope"), row);
      for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(ruler[k], slope[k], 1e-9);
    }
  }
}

TEST(MaximumLikelihood, EndsAtTheMeanLossAndTheProductOfProbabilities) {
  const auto loss = derived("maximum_likelihood");
  const auto last = [&](const char* name) { return loss.table.at(loss.table.find(name), 2)[0]; };
  EXPECT_NEAR(last("mean_loss"), loss.total, 1e-15);
  EXPECT_NEAR(last("likelihood"), std::exp(-3.0 * loss.total), 1e-18);
  EXPECT_EQ(last("seen"), 3.0);
  EXPECT_EQ(loss.table.at(loss.table.find("earlier"), 0)[0], 1.0);
}

TEST(MaximumLikelihood, CountsNatsWhateverTheBase) {
  const auto in_bits = derived("maximum_likelihood", "loss.base=two\n");
  const auto in_nats = derived("maximum_likelihood");
  const int mean = in_bits.table.find("mean_loss");
  EXPECT_EQ(in_bits.table.at(mean, 2)[0], in_nats.table.at(mean, 2)[0]);
}

TEST(MaximumLikelihood, RefusesSmoothedTargets) {
  EXPECT_THROW(derived("maximum_likelihood", "loss.smoothing=0.1\n"), InvalidArgument);
}

TEST(BestScores, LeaveNoSlope) {
  // q = .9, .05, .05 and a gap of ln 18
  const auto at = derived("best_scores", "loss.smoothing=0.1\n");
  const int gap = at.table.find("best_gap");
  EXPECT_EQ(at.table.at(gap, 1)[1], 0.0);
  EXPECT_NEAR(at.table.at(gap, 1)[0], std::log(18.0), 1e-15);
  const auto best = dataset_loss(
      parse_loss_request("loss=softmax_cross_entropy\nloss.smoothing=0.1\nlabels=0\nscores=" +
                         shortest_text(std::log(18.0)) + ",0,0\n"));
  for (Index k = 0; k < 3; ++k) EXPECT_NEAR(best.gradient[k], 0.0, 1e-15);
}

TEST(BestScores, AreOutOfReachForAPlainLabel) {
  const auto at = derived("best_scores");
  EXPECT_EQ(at.table.at(at.table.find("best_gap"), 0)[1], std::numeric_limits<double>::infinity());
}

TEST(DoubledWeights, LeaveZeroAtZeroAndMakeTheWrongOnesWorse) {
  // lecture 2: 2.9 to 4.8, 0 to 0, 12.9 to 23.8
  const std::string rows = "scores=3.2,5.1,-1.7;1.3,4.9,2;2.2,2.5,-3.1\nlabels=0,1,2\n";
  for (const std::string power : {"linear", "squared"}) {
    const std::string asked = "loss=multiclass_svm\nloss.power=" + power + "\n";
    const auto loss =
        dataset_loss(parse_loss_request(asked + "derivation=doubled_weights\n" + rows));
    const auto twice = dataset_loss(
        parse_loss_request(asked + "scores=6.4,10.2,-3.4;2.6,9.8,4;4.4,5,-6.2\nlabels=0,1,2\n"));
    const auto at = [](const DatasetLoss& of, const char* name, Index row) {
      return of.table.at(of.table.find(name), row)[0];
    };
    for (Index row = 0; row < 3; ++row) {
      EXPECT_NEAR(at(loss, "doubled_loss", row), at(twice, "example_loss", row), 1e-12);
    }
    EXPECT_EQ(at(loss, "loss_change", 1), 0.0);
    EXPECT_GT(at(loss, "loss_change", 0), 0.0);
  }
}

TEST(LossDerivation, IsRefusedForAnotherLossAndByAnUnknownName) {
  const std::string scores = "scores=1,2\nlabels=0\n";
  EXPECT_THROW(dataset_loss(parse_loss_request(
                   "loss=multiclass_svm\nderivation=softmax_gradient\n" + scores)),
               InvalidArgument);
  EXPECT_THROW(
      dataset_loss(parse_loss_request("loss=softmax_cross_entropy\nderivation=none\n" + scores)),
      InvalidArgument);
}

TEST(MomentBias, WeightIsTheShareOfTheMeanThatTheMomentHasReached) {
  const auto run = adam_on("constant_gradient", {});
  const Trace derived = find_derivation("first_moment_bias").derive(run);
  for (Index step = 0; step <= steps; ++step) {
    EXPECT_NEAR(derived.at(derived.find("weight1"), step)[0], 1.0 - std::pow(0.9, step), 1e-15);
  }
}

TEST(MomentBias, OfTheFirstMomentRefusesSubtractedGradients) {
  const auto run = adam_on("constant_gradient", {{"gradient_sign", "minus"}});
  EXPECT_THROW(find_derivation("first_moment_bias").derive(run), std::invalid_argument);
  EXPECT_NO_THROW(find_derivation("second_moment_bias").derive(run));
}

TEST(MomentBias, NeedsAGradientWhoseDistributionStays) {
  const auto run = adam_on("booth", {});
  EXPECT_THROW(find_derivation("first_moment_bias").derive(run), std::invalid_argument);
}

TEST(Adam, CorrectionFactorsAreTheRatioOfCorrectedToRawMoments) {
  for (const auto& settings : test::every_combination(find_method("adam"))) {
    const auto has = [&](const Settings::value_type& wanted) {
      return std::find(settings.begin(), settings.end(), wanted) != settings.end();
    };
    if (has({"bias_correction", "old_index"}) && has({"epsilon_place", "none"})) continue;  // 0/0
    const auto run = adam_on("booth", settings);
    const bool old_index = settings[0].second == "old_index";
    const auto value = [&](const char* name, Index step) {
      return run.trace().at(run.trace().find(name), step)[1];
    };
    const auto factor = [&](const char* name, Index step) {
      return run.trace().at(run.trace().find(name), step)[0];
    };
    for (Index step = 2; step <= steps; ++step) {
      const Index from = old_index ? step - 1 : step;
      EXPECT_NEAR(value("m_hat", step) / value("m", from) / factor("correction1", step), 1.0,
                  1e-15);
      EXPECT_NEAR(value("v_hat", step) / value("v", from) / factor("correction2", step), 1.0,
                  1e-15);
    }
  }
}

TEST(Run, StepLengthIsTheNormOfTheStep) {
  const auto run = adam_on("booth", {});
  const auto entry = [&](const char* name, std::size_t i) {
    return run.trace().at(run.trace().find(name), steps)[i];
  };
  EXPECT_NEAR(entry("step_length", 0), std::hypot(entry("delta", 0), entry("delta", 1)), 1e-18);
}

}  // namespace fall_line::derivations_test
