#pragma once

#include <array>

#include "core/data/dataset.hpp"

namespace fall_line {

/// Five cities, latitude in degrees against temperature in °F: the ridge regression table of
/// lecture 2. Three of them train, two test.
class LatitudeTemperature {
 public:
  static constexpr std::string_view name = "latitude_temperature";
  static constexpr std::string_view title = "Latitude and temperature of five cities";
  static constexpr std::string_view summary =
      "Ann Arbor, Washington and Austin train; Mexico City and Panama City test.";
  static constexpr std::string_view source = "lecture 2";

  struct Parameters {};

  static constexpr std::array<double, 5> latitude = {42, 39, 30, 19, 9};
  static constexpr std::array<double, 5> temperature = {33, 38, 62, 67, 83};

  static Dataset make(const Parameters&) {
    return {.count = std::ssize(latitude),
            .features = 1,
            .classes = 0,
            .inputs = {latitude.begin(), latitude.end()},
            .targets = {temperature.begin(), temperature.end()},
            .feature_names = {"latitude"},
            .target_name = "temperature",
            .class_names = {},
            .parts = {Part::train, Part::train, Part::train, Part::test, Part::test}};
  }
};

}  // namespace fall_line
