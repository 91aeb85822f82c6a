// What holds for every problem over data, under each of its options.

#include <gtest/gtest.h>

#include <numeric>

#include "core/catalog/catalog.hpp"
#include "tests/core/batch_check.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::data_problems_test {

struct Case {
  const ProblemDeclaration* declaration;
  Settings settings;

  std::shared_ptr<const Dataset> data() const {
    return find_dataset(declaration->default_data).create({});
  }
  std::vector<double> point(const AnyProblem& problem) const {
    test::Inputs inputs(7);
    std::vector<double> x(static_cast<std::size_t>(problem.dimension()));
    for (double& coordinate : x) coordinate = inputs.between(-2.0, 2.0);
    return x;
  }
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.declaration->name;
  for (const auto& [name, value] : one.settings) *out << " " << name << "=" << value;
}

// Every penalty above zero, and every choice of every option once.
std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& problem : problems()) {
    if (problem.default_data.empty()) continue;
    Settings base;
    for (const auto& parameter : problem.settings.parameters) {
      if (!parameter.whole) base.emplace_back(parameter.name, "0.3");
    }
    all.push_back({&problem, base});
    for (const auto& option : problem.settings.options) {
      for (const auto& choice : option.choices.subspan(1)) {
        all.push_back({&problem, base});
        all.back().settings.emplace_back(option.name, choice.name);
      }
    }
  }
  return all;
}

class EveryDataProblem : public ::testing::TestWithParam<Case> {};

double relative(double a, double b) {
  return std::abs(a - b) / std::max({1.0, std::abs(a), std::abs(b)});
}

TEST_P(EveryDataProblem, GradientAndHessianAreSlopes) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  const auto x = GetParam().point(*problem);
  EXPECT_LT(test::gradient_error(*problem, x), 1e-8);
  EXPECT_LT(test::hessian_error(*problem, x), 1e-8);
}

TEST_P(EveryDataProblem, BatchesWeightedBySizeGiveTheWholeMean) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  const Index terms = problem->term_count(), size = std::max<Index>(2, terms / 3 + 1);
  ASSERT_NE(terms % size, 0) << "the last batch must be a partial one";
  EXPECT_LT(test::batch_mean_error(*problem, GetParam().point(*problem)), 1e-13);
}

TEST_P(EveryDataProblem, ValueIsTheSameWithAndWithoutGradient) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  const auto x = GetParam().point(*problem);
  const Index some[] = {1, 0, 1};
  std::vector<double> gradient(x.size()), same(x.size());
  EXPECT_EQ(problem->batch_value_and_gradient(x.data(), some, 3, nullptr),
            problem->batch_value_and_gradient(x.data(), some, 3, gradient.data()));
  EXPECT_EQ(problem->value(x.data()), problem->value_and_gradient(x.data(), gradient.data()));
  problem->gradient(x.data(), same.data());
  EXPECT_EQ(gradient, same);
}

TEST_P(EveryDataProblem, OrderOfTheExamplesDoesNotMatter) {
  const auto& [declaration, settings] = GetParam();
  const auto data = GetParam().data();
  auto reversed = std::make_shared<Dataset>(*data);
  for (Index i = 0; i < data->count; ++i) {
    const Index from = data->count - 1 - i;
    reversed->targets[static_cast<std::size_t>(i)] = data->target(from);
    std::copy_n(data->input(from), data->features, reversed->inputs.begin() + i * data->features);
  }
  const auto problem = declaration->create_over(settings, data);
  const auto other = declaration->create_over(settings, reversed);
  const auto x = GetParam().point(*problem);
  std::vector<double> a(x.size()), b(x.size());
  EXPECT_LT(relative(problem->value_and_gradient(x.data(), a.data()),
                     other->value_and_gradient(x.data(), b.data())),
            1e-13);
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_LT(relative(a[i], b[i]), 1e-13) << i;
}

TEST_P(EveryDataProblem, SumOfSquaredResidualsIsTheValue) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  const Index m = problem->residual_count(), n = problem->dimension();
  if (m == 0) return;
  const auto x = GetParam().point(*problem);
  std::vector<double> r(static_cast<std::size_t>(m)), j(static_cast<std::size_t>(m * n));
  std::vector<double> gradient(x.size());
  problem->residuals(x.data(), r.data());
  problem->jacobian(x.data(), j.data());
  const double value = problem->value_and_gradient(x.data(), gradient.data());
  EXPECT_LT(relative(std::inner_product(r.begin(), r.end(), r.begin(), 0.0), value), 1e-13);
  for (Index k = 0; k < n; ++k) {
    double slope = 0.0;
    for (Index i = 0; i < m; ++i) {
      slope += 2.0 * j[static_cast<std::size_t>(i * n + k)] * r[static_cast<std::size_t>(i)];
    }
    EXPECT_LT(relative(slope, gradient[static_cast<std::size_t>(k)]), 1e-12) << k;
  }
}

TEST_P(EveryDataProblem, HessianTimesAVectorIsTheSlopeOfTheGradientAlongIt) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  const auto x = GetParam().point(*problem);
  test::Inputs inputs(11);
  std::vector<double> v(x.size()), hv(x.size()), above(x.size()), below(x.size());
  for (double& entry : v) entry = inputs.between(-1.0, 1.0);
  problem->hessian_vector(x.data(), v.data(), hv.data());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double error = test::best_error(hv[i], 0.0, [&](double h) {
      auto forward = x, back = x;
      for (std::size_t k = 0; k < x.size(); ++k) {
        forward[k] += h * v[k];
        back[k] -= h * v[k];
      }
      problem->gradient(forward.data(), above.data());
      problem->gradient(back.data(), below.data());
      return (above[i] - below[i]) / (2.0 * h);
    });
    EXPECT_LT(error, 1e-8) << i;
  }
}

TEST_P(EveryDataProblem, PredictsOneInputAsItDoesMany) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  const auto data = GetParam().data();
  const Index outputs = problem->output_count();
  ASSERT_EQ(problem->input_count(), data->features);
  ASSERT_GE(outputs, 1);
  const auto x = GetParam().point(*problem);
  std::vector<double> all(static_cast<std::size_t>(data->count * outputs));
  std::vector<double> one(static_cast<std::size_t>(outputs));
  problem->predict(x.data(), data->inputs.data(), data->count, all.data());
  for (Index i = 0; i < data->count; ++i) {
    problem->predict(x.data(), data->input(i), 1, one.data());
    for (Index k = 0; k < outputs; ++k) {
      EXPECT_EQ(one[static_cast<std::size_t>(k)], all[static_cast<std::size_t>(i * outputs + k)]);
    }
  }
}

TEST_P(EveryDataProblem, RefusesNoData) {
  const auto& one = GetParam();
  Dataset empty = *one.data();
  empty.count = 0;
  for (const auto& none :
       {std::shared_ptr<const Dataset>(), std::make_shared<const Dataset>(empty)}) {
    EXPECT_EQ(test::refusal_of([&] { one.declaration->create_over(one.settings, none); }).argument,
              "data");
  }
}

INSTANTIATE_TEST_SUITE_P(Problems, EveryDataProblem, ::testing::ValuesIn(cases()),
                         [](const auto& info) {
                           return std::string(info.param.declaration->name) + "_" +
                                  std::to_string(info.index);
                         });

}  // namespace fall_line::data_problems_test
