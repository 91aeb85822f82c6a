// Models learn datasets through the same door a page uses: a run spec.

#include <gtest/gtest.h>

#include "core/problems/accuracy.hpp"
#include "core/run/problem_of.hpp"
#include "tests/core/support.hpp"

namespace fall_line::training_test {

double accuracy_after(const std::string& text, Index steps) {
  const Run run = test::run_of(text, steps);
  EXPECT_EQ(run.steps(), steps) << "the run stopped early";
  const RunSpec spec = parse_run_spec(text);
  const auto data = find_dataset(spec.data).create(spec.data_settings);
  const auto theta = run.trace().at(run.trace().find("theta"), steps);
  return accuracy(*problem_of(spec), theta.data(), *data);
}

const std::string adam = "method=adam\nmethod.learning_rate=0.03\nbatch.size=32\n";

TEST(Training, LinearClassifiersLearnBlobs) {
  for (const char* problem : {"logistic_regression", "softmax_regression", "linear_svm"}) {
    EXPECT_GE(accuracy_after(adam + "data=blobs\ndata.classes=2\nproblem=" + problem + "\n", 200),
              0.95)
        << problem;
  }
}

TEST(Training, NetworkLearnsMoonsThatNoLineSeparates) {
  EXPECT_LT(accuracy_after(adam + "data=moons\nproblem=logistic_regression\n", 400), 0.95);
  EXPECT_GE(accuracy_after(adam + "data=moons\nproblem=mlp\n", 400), 0.97);
}

TEST(Training, NetworkOfTwoLayersLearnsSpirals) {
  const std::string network =
      "problem=mlp\nproblem.hidden1=16\nproblem.hidden2=16\nproblem.activation=tanh\n";
  EXPECT_GE(accuracy_after(adam + "data=spirals\n" + network, 600), 0.97);
}

}  // namespace fall_line::training_test
