#pragma once

#include <vector>

#include "core/catalog/setting.hpp"

namespace fall_line {

/// The strengths λ of a penalty that a table goes through; what has them derives from it.
struct StrengthRange {
  double lowest;
  double highest;
  double points;
};

template <class Parameters>
inline constexpr Parameter<Parameters> lowest_strength = {
    {.name = "lowest",
     .symbol = "lowest",
     .letter = "\\lambda_0",
     .meaning = "smallest strength, after none at "
                "all",
     .default_value = 1e-4,
     .allowed = {.low = 1e-300, .high = 1e12},
     .slider = {.low = 1e-6, .high = 1.0},
     .scale = Scale::log},
    &Parameters::lowest};

template <class Parameters>
inline constexpr Parameter<Parameters> highest_strength = {
    {.name = "highest",
     .symbol = "highest",
     .letter = "\\lambda_1",
     .meaning = "largest strength",
     .default_value = 100.0,
     .allowed = {.low = 1e-300, .high = 1e12},
     .slider = {.low = 1.0, .high = 1e4},
     .scale = Scale::log},
    &Parameters::highest};

template <class Parameters>
inline constexpr Parameter<Parameters> strength_points = {{.name = "points",
                                                           .symbol = "points",
                                                           .letter = "n",
                                                           .meaning = "how many strengths",
                                                           .default_value = 61.0,
                                                           .allowed = {.low = 2.0, .high = 1000.0},
                                                           .slider = {.low = 11.0, .high = 201.0},
                                                           .whole = true},
                                                          &Parameters::points};

/// 0, then `points` strengths from lowest to highest, evenly in their logarithm, both ends exact.
/// Throws InvalidArgument where lowest > highest.
std::vector<double> strengths_of(const StrengthRange& range);

}  // namespace fall_line
