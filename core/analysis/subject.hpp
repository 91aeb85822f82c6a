#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/problems/problem.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

/// What an analysis looks at: a problem, and a point of it.
struct Subject {
  std::unique_ptr<AnyProblem> problem;
  std::vector<double> at;

  Index dimension() const noexcept { return problem->dimension(); }

  /// Throws InvalidArgument for a problem or a start that is not there or not allowed.
  explicit Subject(const RunSpec& spec);
};

/// The text of a direction: one number a coordinate.
constexpr TextDeclaration direction_declaration() {
  return {.name = "direction",
          .label = "Direction",
          .meaning = "one number a coordinate, with commas between; empty: along the first axis",
          .default_value = ""};
}

/// The direction in `text`; throws InvalidArgument naming `argument` when it is not one of
/// `dimension` numbers, not all zero.
std::vector<double> direction_of(const std::string& argument, const std::string& text,
                                 Index dimension);

/// base + step·direction.
std::vector<double> moved(const std::vector<double>& base, double step,
                          const std::vector<double>& direction);

/// The minimum that the problem of `spec` declares; throws InvalidArgument where it declares none,
/// or one for another dimension than the settings give it.
std::vector<double> declared_minimizer(const RunSpec& spec, Index dimension);

}  // namespace fall_line
