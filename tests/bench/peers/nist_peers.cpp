// NIST's ten regression problems from both starts: our Levenberg–Marquardt beside Ceres' (trust
// region, dense QR), on the same models and analytic Jacobians, both until round-off of f. Prints
// one JSON object; times are medians over interleaved repetitions, on one thread.

#include <ceres/ceres.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>

#include "core/catalog/catalog.hpp"
#include "core/numerics/sum.hpp"
#include "tests/core/nist/nist_problems.hpp"

namespace fall_line {
namespace {

constexpr int most_steps = 10'000;

struct Solution {
  std::vector<double> parameters;
  int iterations = 0;
  double residual_evaluations = 0.0;
  double jacobian_evaluations = 0.0;
};

Solution solve_with_fall_line(const AnyProblem& problem, const std::vector<double>& start) {
  Random random(1);
  Objective objective(problem, random);
  const auto method = find_method("levenberg_marquardt").create({}, objective);
  Solution solution{.parameters = start};
  while (solution.iterations < most_steps &&
         method->step(solution.parameters, {}, &objective) == StepStatus::ok) {
    ++solution.iterations;
  }
  solution.residual_evaluations = objective.evaluations().values;
  solution.jacobian_evaluations = objective.evaluations().jacobians;
  return solution;
}

/// The same problem as Ceres sees it: one block of m residuals, row-major Jacobian.
class CeresResiduals final : public ceres::CostFunction {
 public:
  CeresResiduals(const AnyProblem& problem, Solution& counts) : problem_(problem), counts_(counts) {
    set_num_residuals(static_cast<int>(problem.residual_count()));
    mutable_parameter_block_sizes()->push_back(static_cast<int>(problem.dimension()));
  }

  bool Evaluate(double const* const* parameters, double* residuals,
                double** jacobians) const override {
    problem_.residuals(parameters[0], residuals);
    counts_.residual_evaluations += 1.0;
    // a refusal, without which Ceres writes a page about every overflow
    if (!std::isfinite(norm(residuals, problem_.residual_count()))) return false;
    if (jacobians != nullptr && jacobians[0] != nullptr) {
      problem_.jacobian(parameters[0], jacobians[0]);
      counts_.jacobian_evaluations += 1.0;
    }
    return true;
  }

 private:
  const AnyProblem& problem_;
  Solution& counts_;
};

Solution solve_with_ceres(const AnyProblem& problem, const std::vector<double>& start) {
  Solution solution{.parameters = start};
  ceres::Problem ceres_problem;
  ceres_problem.AddResidualBlock(new CeresResiduals(problem, solution), nullptr,
                                 solution.parameters.data());
  ceres::Solver::Options options;
  options.linear_solver_type = ceres::DENSE_QR;
  options.max_num_iterations = most_steps;
  // as Ceres' own NIST program sets them, to reach its best digits
  options.function_tolerance = std::numeric_limits<double>::epsilon();
  options.gradient_tolerance = std::numeric_limits<double>::epsilon();
  options.parameter_tolerance = 0.0;
  options.logging_type = ceres::SILENT;
  ceres::Solver::Summary summary;
  ceres::Solve(options, &ceres_problem, &summary);
  solution.iterations = summary.num_successful_steps + summary.num_unsuccessful_steps;
  return solution;
}

double seconds_of(const std::function<Solution()>& solve) {
  const auto begin = std::chrono::steady_clock::now();
  solve();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

void print(const char* key, const Solution& solution, double digits, double seconds) {
  std::printf(
      "\"%s\": {\"iterations\": %d, \"residualEvaluations\": %g, \"jacobianEvaluations\": %g, "
      "\"digits\": %.2f, \"microseconds\": %.1f}",
      key, solution.iterations, solution.residual_evaluations, solution.jacobian_evaluations,
      digits, seconds * 1e6);
}

int run(int repetitions) {
  double ours_total = 0.0, ceres_total = 0.0;
  std::printf("{\"repetitions\": %d, \"ceres\": \"%s\", \"rows\": [", repetitions,
              CERES_VERSION_STRING);
  const char* separator = "\n";
  for (const auto& table : test::nist_problems()) {
    const auto problem = table.create();
    for (int which = 0; which < 2; ++which) {
      const auto ours_solve = [&] { return solve_with_fall_line(*problem, table.starts[which]); };
      const auto ceres_solve = [&] { return solve_with_ceres(*problem, table.starts[which]); };
      std::vector<double> ours_times, ceres_times;
      for (int i = 0; i < repetitions; ++i) {
        ours_times.push_back(seconds_of(ours_solve));
        ceres_times.push_back(seconds_of(ceres_solve));
      }
      const Solution ours = ours_solve(), theirs = ceres_solve();
      const double ours_time = median(ours_times), ceres_time = median(ceres_times);
      ours_total += ours_time;
      ceres_total += ceres_time;
      std::printf("%s{\"problem\": \"%s\", \"start\": %d, ", separator,
                  std::string(table.name).c_str(), which + 1);
      print("fallLine", ours, certified_digits(table, ours.parameters), ours_time);
      std::printf(", ");
      print("ceres", theirs, certified_digits(table, theirs.parameters), ceres_time);
      std::printf("}");
      separator = ",\n";
    }
  }
  std::printf(
      "\n], \"total\": {\"fallLineMicroseconds\": %.1f, \"ceresMicroseconds\": %.1f, "
      "\"ratio\": %.3f}}\n",
      ours_total * 1e6, ceres_total * 1e6, ours_total / ceres_total);
  return 0;
}

}  // namespace
}  // namespace fall_line

int main(int count, char** arguments) {
  const int repetitions = count > 1 ? std::atoi(arguments[1]) : 15;
  return fall_line::run(std::max(repetitions, 1));
}
