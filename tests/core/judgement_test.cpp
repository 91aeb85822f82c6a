#include "core/run/judgement.hpp"

#include "core/problems/accuracy.hpp"
#include "core/run/problem_of.hpp"
#include "tests/core/support.hpp"

namespace fall_line::judgement_test {

using test::refusal_of;

const std::string svm =
    "problem=linear_svm\nproblem.regularization_strength=0.1\nmethod=gradient_descent\n"
    "data=blobs\ndata.test_share=0.3\n";

Settings part_of(const Run& run, const char* part) {
  Settings settings = run.spec().data_settings;
  settings.push_back({"part", part});
  return settings;
}

TEST(Judgement, OfTheTrainingPartIsTheLossOfEveryStep) {
  const auto run = test::run_of(svm, 10);
  const auto judgement = judged(run, "blobs", part_of(run, "train"));
  ASSERT_EQ(judgement.size(), 22u);
  for (std::size_t t = 0; t <= 10; ++t) {
    EXPECT_EQ(judgement[t], test::at(run, "loss", static_cast<Index>(t))) << t;
  }
  // named as the run names them they are known to be the same
  EXPECT_EQ(judged(run, "blobs", run.spec().data_settings), judgement);
}

TEST(Judgement, OfTheTestPartIsItsValueAndAccuracyUnderTheSameSettings) {
  const auto run = test::run_of(svm, 10);
  const Settings settings = part_of(run, "test");
  const auto data = find_dataset("blobs").create(settings);
  const auto problem =
      find_problem("linear_svm").create_over({{"regularization_strength", "0.1"}}, data);
  const auto judgement = judged(run, "blobs", settings);
  for (std::size_t t = 0; t <= 10; ++t) {
    const auto theta = run.trace().at(step_quantity::theta, static_cast<Index>(t));
    EXPECT_EQ(judgement[t], problem->value(theta.data()));
    EXPECT_EQ(judgement[11 + t], accuracy(*problem, theta.data(), *data));
  }
}

TEST(Judgement, RefusesOtherClassesAndWhatIsNoClassifier) {
  const auto run = test::run_of(svm, 1);
  EXPECT_EQ(refusal_of([&] { judged(run, "moons", {}); }).argument, "data");
  const auto booth = test::run_of("problem=booth\nmethod=adam\n", 1);
  EXPECT_EQ(refusal_of([&] { judged(booth, "moons", {}); }).argument, "problem");
}

}  // namespace fall_line::judgement_test
