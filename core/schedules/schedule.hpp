#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/catalog/setting.hpp"
#include "core/trace/quantity.hpp"

namespace fall_line {

/// A learning-rate schedule chosen by name. `time` counts from 0, in steps or epochs as the
/// reader chose; negative times do not occur.
///
/// A concrete schedule is a class with
///   name, title, summary, source
///   Parameters, parameters[], options[], texts[]
///   lines[]                  formula lines about \ratefactor{t}, the factor at time t = \now
///   Schedule(Parameters)     throws InvalidArgument where the parameters contradict each other
///   factor(time)
class AnySchedule {
 public:
  virtual ~AnySchedule() = default;

  /// What the learning rate is multiplied by at `time`.
  virtual double factor(double time) const noexcept = 0;
};

/// What a schedule gives: \ratefactor{t} of its lines.
inline constexpr Quantity rate_factor_quantity = {
    "factor",      "ratefactor", "s", "what the learning rate is multiplied by",
    Shape::scalar, Role::factor};

/// What the catalog says of a schedule.
struct ScheduleDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view summary;
  std::string_view source;
  SettingDeclarations settings;
  std::span<const FormulaLine> lines;

  /// Throws InvalidArgument for a bad setting.
  std::unique_ptr<AnySchedule> create(const Settings& settings) const;

  /// What create does once the settings are read.
  std::unique_ptr<AnySchedule> (*create_with)(const SettingValues& values);
};

}  // namespace fall_line
