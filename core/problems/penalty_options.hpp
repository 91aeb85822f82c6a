#pragma once

#include "core/losses/regularizer.hpp"

namespace fall_line {

/// The regularizer of a model, as entries of its parameters[] and options[]. λ is 0 unless it is
/// set, so that no choice is needed for a model without penalty.
template <class Parameters>
inline constexpr Parameter<Parameters> penalty_strength = {regularization_strength_declaration(0.0),
                                                           &Parameters::regularization_strength};

template <class Parameters>
inline constexpr Parameter<Parameters> penalty_square_share = {square_share_declaration(),
                                                               &Parameters::square_share};

inline constexpr std::span<const Choice> model_penalty_choices =
    std::span<const Choice>(penalty_choices).subspan(1);

template <class Parameters>
inline constexpr Option<Parameters> penalty_option = {
    {"penalty", "Penalty", model_penalty_choices},
    [](Parameters& parameters, int choice) { parameters.penalty = Penalty{choice + 1}; }};

template <class Parameters>
inline constexpr Option<Parameters> bias_penalty_option = {
    {"bias_penalty", "The bias", bias_penalty_choices},
    [](Parameters& parameters, int choice) { parameters.bias_penalty = BiasPenalty{choice}; }};

}  // namespace fall_line
