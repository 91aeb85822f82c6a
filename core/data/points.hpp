#pragma once

#include "core/data/csv.hpp"
#include "core/data/dataset.hpp"

namespace fall_line {

/// Points that the reader places, of the plane and labelled, or along a line with a value.
class Points {
 public:
  static constexpr std::string_view name = "points";
  static constexpr std::string_view title = "Your own points";
  static constexpr std::string_view summary = "Points you place, each with its class or value.";
  static constexpr std::string_view source = "you";

  enum class Task { classes, regression };
  struct Parameters {
    double classes;
    Task task;
    std::string points;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "classes",
        .symbol = "classcount",
        .letter = "C",
        .meaning = "classes there are, also those without a point",
        .default_value = 2.0,
        .allowed = {.low = 2.0, .high = static_cast<double>(most_classes)},
        .slider = {.low = 2.0, .high = 6.0},
        .whole = true},
       &Parameters::classes}};
  static constexpr Choice task_choices[] = {
      {"classes", "classes", "points x,y,label with labels 0, 1, …"},
      {"regression", "values", "points x,y with y to be predicted"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"task", "What they show", task_choices},
       [](Parameters& parameters, int choice) { parameters.task = Task{choice}; }}};
  static constexpr Text<Parameters> texts[] = {
      {{"points", "Points", "x,y,label; x,y,label; … or, for values, x,y; x,y; …",
        "-1,-1,0; -2,0,0; 0,-1.5,0; 1,1,1; 2,0.5,1; 0.5,2,1"},
       &Parameters::points}};

  static Dataset make(const Parameters& parameters);
};

}  // namespace fall_line
