#pragma once

#include <string>
#include <string_view>

#include "core/run/run_spec.hpp"

namespace fall_line {

/// A question about a run whose answer is one number: what a quiz asks, what a sentence
/// quotes, what a test asserts.
struct Measure {
  RunSpec spec;
  std::uint64_t steps = 0;       ///< how many steps the run takes
  std::string quantity;          ///< traced, or of a derivation
  std::uint64_t coordinate = 0;  ///< of a vector quantity
  std::string reduction = "last";
  double level = 0.0;  ///< for first_step_below and first_step_above
};

/// A measure from the lines of a run spec and these, all starting with "measure.":
///   measure.steps=12                whole number, 0 to Run::most_steps
///   measure.quantity=delta
///   measure.coordinate=0            optional
///   measure.reduction=maximum       last (default), maximum, minimum, step_of_maximum,
///                                   step_of_minimum, first_step_below, first_step_above
///   measure.level=0.01              for the last two
/// Throws InvalidArgument for anything else.
Measure parse_measure(std::string_view text);

/// The answer. Rows where the quantity does not exist yet are passed over; first_step_* that
/// never happens within the steps, a run that stops before them, or no row at all is
/// InvalidArgument.
double measure(const Measure& question);

}  // namespace fall_line
