#include "tests/core/formula_check.hpp"

#include <cmath>
#include <sstream>
#include <stdexcept>

#include "core/numerics/random.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/formula_evaluator.hpp"

namespace fall_line::test {

namespace {

// 450 units in the last place: room for the sums of a few dozen steps.
constexpr double tolerance = 1e-13;

double row_value(const std::vector<const Trace*>& traces, std::string_view symbol, Index row,
                 Index coordinate) {
  for (const Trace* trace : traces) {
    const auto& quantities = trace->quantities();
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      if (quantities[q].symbol != symbol) continue;
      const auto values = trace->at(static_cast<int>(q), row);
      return values[quantities[q].shape == Shape::vector ? static_cast<std::size_t>(coordinate)
                                                         : 0];
    }
  }
  throw std::invalid_argument("no quantity has the symbol " + std::string(symbol));
}

}  // namespace

std::vector<Settings> every_combination(const MethodDeclaration& method) {
  std::vector<Settings> all = {{}};
  for (const auto& option : method.settings.options) {
    std::vector<Settings> longer;
    for (const auto& settings : all) {
      for (const auto& choice : option.choices) {
        longer.push_back(settings);
        longer.back().emplace_back(option.name, choice.name);
      }
    }
    all = std::move(longer);
  }
  return all;
}

Trace traced_steps(const MethodDeclaration& method, const Settings& settings,
                   const ProblemDeclaration& problem, Index steps) {
  std::vector<Quantity> quantities(std::begin(step_quantities), std::end(step_quantities));
  quantities.insert(quantities.end(), method.quantities.begin(), method.quantities.end());
  const Index n = problem.dimension;
  const auto function = problem.create({});
  Random random(3);
  Objective objective(*function, random);
  const auto stepper = method.create(settings, objective);
  Trace trace(quantities, n);
  trace.reserve(steps + 1);
  std::vector<double> theta(problem.start.begin(), problem.start.end()), gradient(theta.size());
  Tape tape = trace.append_row();
  for (Index i = 0; i < n; ++i)
    tape.vector(step_quantity::theta, i, theta[static_cast<std::size_t>(i)]);
  stepper->record_initial(tape.from(step_quantity::count));
  for (Index step = 1; step <= steps; ++step) {
    function->sample_gradient(theta.data(), random, gradient.data());
    tape = trace.append_row();
    if (stepper->traced_step(theta, gradient, &objective, tape.from(step_quantity::count)) !=
        StepStatus::ok) {
      throw std::logic_error("the method has another dimension than its problem");
    }
    bool finite = true;
    for (Index i = 0; i < n; ++i) {
      const auto k = static_cast<std::size_t>(i);
      tape.vector(step_quantity::theta, i, theta[k]);
      tape.vector(step_quantity::gradient, i, gradient[k]);
      finite = finite && std::isfinite(theta[k]);
    }
    if (!finite) {
      trace.drop_row();
      break;
    }
  }
  return trace;
}

std::vector<FormulaLine> applicable_lines(std::span<const FormulaLine> lines,
                                          const MethodDeclaration& method,
                                          const Settings& settings) {
  std::vector<FormulaLine> found;
  for (const auto& line : lines) {
    std::string_view chosen;
    for (const auto& option : method.settings.options) {
      if (option.name == line.option) chosen = option.choices[0].name;
    }
    for (const auto& [name, value] : settings) {
      if (name == line.option) chosen = value;
    }
    if (line.option.empty() || chosen == line.choice) found.push_back(line);
  }
  return found;
}

std::vector<std::string> formula_faults(const std::vector<FormulaLine>& lines,
                                        const MethodDeclaration& method, const Settings& settings,
                                        const std::vector<const Trace*>& traces) {
  const auto values = method.parameter_values(settings);
  std::vector<std::string> faults;
  for (const auto& line : lines) {
    for (Index step = 1; step < traces[0]->rows(); ++step) {
      for (Index coordinate = 0; coordinate < traces[0]->dimension(); ++coordinate) {
        const Meanings meanings{
            [&](std::string_view symbol, Index row) {
              return row_value(traces, symbol, row, coordinate);
            },
            [&](std::string_view symbol) {
              for (std::size_t i = 0; i < values.size(); ++i) {
                if (method.settings.parameters[i].symbol == symbol) return values[i];
              }
              throw std::invalid_argument("no parameter has the symbol " + std::string(symbol));
            }};
        const auto [left, right] = evaluate_line(line.tex, meanings, step);
        const double allowed = tolerance * (left.magnitude + right.magnitude);
        // written so that NaN on either side is a fault
        if (std::abs(left.value - right.value) <= allowed) continue;
        std::ostringstream fault;
        fault.precision(17);
        fault << line.tex << "\n  step " << step << ", coordinate " << coordinate << ": "
              << left.value << " against " << right.value;
        faults.push_back(fault.str());
      }
    }
  }
  return faults;
}

}  // namespace fall_line::test
