#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "tests/core/support.hpp"

namespace fall_line {
namespace {

const Settings lecture = {{"reduction", "sum"}, {"penalised", "weights_and_bias"}};

std::unique_ptr<AnyProblem> lecture_ridge(std::string_view ridge) {
  Settings settings = lecture;
  settings.emplace_back("ridge", ridge);
  return find_problem("linear_regression").create(settings);
}

// Sum of squared errors of the line (w, b) over one part of the cities.
double squared_errors(const char* part, const double* line) {
  const auto data = find_dataset("latitude_temperature").create({{"part", part}});
  return find_problem("linear_regression").create_over({{"reduction", "sum"}}, data)->value(line);
}

TEST(LinearRegression, MeanIsTheSumOverN) {
  const double line[] = {-2.0, 120.0};
  const auto problem = find_problem("linear_regression");
  EXPECT_DOUBLE_EQ(3.0 * problem.create({})->value(line),
                   problem.create({{"reduction", "sum"}})->value(line));
}

TEST(LinearRegression, SquaredErrorsOfLecture2sLinesAreItsOwn) {
  const double free[] = {-2.4744, 135.885}, drawn[] = {-1.5245, 100.07};
  EXPECT_NEAR(squared_errors("train", free), 3.12, 0.005);
  EXPECT_NEAR(squared_errors("test", free), 1415.7, 0.5);
  EXPECT_NEAR(squared_errors("train", drawn), 74.8, 0.05);
  EXPECT_NEAR(squared_errors("test", drawn), 28.1, 0.05);
}

TEST(LinearRegression, RidgeOfTwoHundredthsPenalisingTheBiasGivesLecture2sLine) {
  const double line[] = {-1.5245, 100.07};
  double gradient[2], hessian[4];
  const auto problem = lecture_ridge("0.02");
  problem->gradient(line, gradient);
  problem->hessian(line, hessian);
  const double determinant = hessian[0] * hessian[3] - hessian[1] * hessian[2];
  EXPECT_NEAR((hessian[3] * gradient[0] - hessian[1] * gradient[1]) / determinant, 0.0, 5e-5);
  EXPECT_NEAR((hessian[0] * gradient[1] - hessian[2] * gradient[0]) / determinant, 0.0, 5e-3);
}

TEST(LinearRegression, PredictsTheTableOfLecture2) {
  const auto data = find_dataset("latitude_temperature").create({{"part", "all"}});
  const double free[] = {-2.4744, 135.885}, drawn[] = {-1.5245, 100.07};
  const double table[2][5] = {{31.96, 39.38, 61.65, 88.87, 113.62},
                              {36.04, 40.62, 54.34, 71.11, 86.35}};
  double predicted[5];
  const auto problem = lecture_ridge("0.02");
  for (int line = 0; line < 2; ++line) {
    problem->predict(line == 0 ? free : drawn, data->inputs.data(), 5, predicted);
    for (int i = 0; i < 5; ++i) EXPECT_NEAR(predicted[i], table[line][i], 0.006) << line << i;
  }
}

}  // namespace
}  // namespace fall_line
