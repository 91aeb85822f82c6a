#pragma once

#include "core/schedules/schedule.hpp"

namespace fall_line {

/// The learning rate stays as it is: factor(time) = 1.
class ConstantSchedule {
 public:
  static constexpr std::string_view name = "constant";
  static constexpr std::string_view title = "Constant";
  static constexpr std::string_view summary = "The same learning rate at every step.";
  static constexpr std::string_view source = "all lectures";
  struct Parameters {};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = 1)", "Nothing changes the learning rate."}};

  explicit ConstantSchedule(const Parameters&) {}

  double factor(double) const noexcept { return 1.0; }
};

}  // namespace fall_line
