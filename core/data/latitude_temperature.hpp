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

  enum class Part { train, test, all };
  struct Parameters {
    Part part;
  };
  static constexpr Choice part_choices[] = {
      {"train", "training cities", "Ann Arbor, Washington, Austin"},
      {"test", "test cities", "Mexico City, Panama City"},
      {"all", "all five", "training cities first"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"part", "Cities", part_choices},
       [](Parameters& parameters, int choice) { parameters.part = Part{choice}; }}};

  static constexpr std::array<double, 5> latitude = {42, 39, 30, 19, 9};
  static constexpr std::array<double, 5> temperature = {33, 38, 62, 67, 83};
  static constexpr std::ptrdiff_t training = 3;

  static Dataset make(const Parameters& parameters) {
    const auto from = parameters.part == Part::test ? training : 0;
    const auto to = parameters.part == Part::train ? training : std::ssize(latitude);
    return {.count = to - from,
            .features = 1,
            .classes = 0,
            .inputs = {latitude.begin() + from, latitude.begin() + to},
            .targets = {temperature.begin() + from, temperature.begin() + to}};
  }
};

}  // namespace fall_line
