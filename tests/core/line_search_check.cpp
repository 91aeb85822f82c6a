#include "tests/core/line_search_check.hpp"

#include <cmath>
#include <limits>

#include "tests/core/search_lines.hpp"

namespace fall_line::test {

namespace {

using namespace search_lines;

struct Line {
  std::string name;
  Phi phi;
  WolfeConditions conditions;
  bool convex;
};

const std::vector<Line>& lines() {
  static const std::vector<Line> all = {
      {"parabola",
       {[](double a) { return (a - 3.0) * (a - 3.0); }, [](double a) { return 2.0 * (a - 3.0); }},
       {.curvature = 0.1},
       true},
      {"steep parabola",
       {[](double a) { return 1e4 * (a - 0.02) * (a - 0.02) - 7.0; },
        [](double a) { return 2e4 * (a - 0.02); }},
       {.curvature = 0.9},
       true},
      {"quartic",
       {[](double a) { return std::pow(a - 2.0, 4); },
        [](double a) { return 4.0 * std::pow(a - 2.0, 3); }},
       {.curvature = 1e-3},
       true},
      {"quartic with two minima",
       {[](double a) { return std::pow((a - 1.0) * (a - 3.0), 2); },
        [](double a) { return 4.0 * (a - 1.0) * (a - 2.0) * (a - 3.0); }},
       {.curvature = 0.1},
       false},
      {"function 1", function1(), {1e-3, 0.1}, false},
      {"function 2", function2(), {0.1, 0.1}, false},
      {"function 3", function3(), {0.1, 0.1}, false},
  };
  return all;
}

/// A search along f(x) = phi((x − start)/direction), every step it tries written down.
class Searched {
 public:
  static constexpr double start = 1.0, direction = 2.0;

  Searched(const Phi& phi, LineSearch search, double first_step, const WolfeConditions& conditions)
      : phi_(phi) {
    const ProblemByName<Phi> problem(
        [this](double x) { return steps.push_back(step_to(x)), value(x); },
        [this](double x) { return slope(x) / direction; });
    Random random(1);
    Objective objective(problem, random);
    const SearchLine line = {&start, &direction, 1, value(start), slope(start)};
    result = search(objective, line, first_step, conditions, &trial, &trial_gradient);
    values_asked_for = objective.evaluations().values;
  }

  double value(double x) const {
    const double step = step_to(x);
    return phi_.value(&step);
  }
  double slope(double x) const {
    const double step = step_to(x);
    double slope;
    phi_.gradient(&step, &slope);
    return slope;
  }

  LineSearchResult result;
  std::vector<double> steps;
  double trial = not_yet, trial_gradient = not_yet, values_asked_for = 0.0;

 private:
  static double step_to(double x) { return (x - start) / direction; }

  const Phi& phi_;
};

/// Whether it tries a step where, by the slopes of those before it, no minimum can be.
bool turns_back(const Searched& searched) {
  double low = 0.0, high = std::numeric_limits<double>::infinity();
  for (const double step : searched.steps) {
    if (!(step > low && step < high)) return true;
    const double slope = searched.slope(Searched::start + step * Searched::direction);
    (slope < 0.0 ? low : high) = step;
  }
  return false;
}

std::string fault_on(const Line& line, LineSearch search, double first_step) {
  const Searched searched(line.phi, search, first_step, line.conditions);
  const auto& result = searched.result;
  if (line.convex && turns_back(searched)) return "turns back";
  if (result.status != LineSearchStatus::found) return "finds nothing";
  if (result.evaluations > line.conditions.most_evaluations) return "asks too often";
  if (result.evaluations != searched.values_asked_for) return "miscounts";
  const double x = Searched::start + result.step * Searched::direction;
  const double value = searched.value(x), slope = searched.slope(x);
  if (!(result.step > 0.0) || searched.trial != x) return "is not where it says";
  if (result.value != value || result.slope != slope) return "says what is not there";
  if (searched.trial_gradient * Searched::direction != slope) return "has another step's gradient";
  const double value_before = searched.value(Searched::start);
  const double slope_before = searched.slope(Searched::start);
  const auto [decrease, curvature, most] = line.conditions;
  if (!(value <= value_before + decrease * result.step * slope_before)) return "is not low enough";
  if (!(std::abs(slope) <= curvature * std::abs(slope_before))) return "is not level enough";
  return {};
}

}  // namespace

std::vector<std::string> line_search_faults(LineSearch search) {
  std::vector<std::string> faults;
  for (const auto& line : lines()) {
    for (const double first_step : {1e-3, 0.1, 1.0, 5.5, 10.0, 1e3}) {
      const auto fault = fault_on(line, search, first_step);
      if (fault.empty()) continue;
      faults.push_back(line.name + " from " + std::to_string(first_step) + ": " + fault);
    }
  }
  const Phi falls = {[](double a) { return -a; }, [](double) { return -1.0; }};
  const Phi rises = {[](double a) { return a; }, [](double) { return 1.0; }};
  if (Searched(falls, search, 1.0, {}).result.status != LineSearchStatus::unbounded) {
    faults.push_back("sees an end where there is none");
  }
  if (Searched(rises, search, 1.0, {}).result.status != LineSearchStatus::not_descent) {
    faults.push_back("goes along a line that ascends");
  }
  return faults;
}

}  // namespace fall_line::test
