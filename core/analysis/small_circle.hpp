#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Why gradient descent goes where it goes: the best step of length r out of a point θ of the
/// plane, by the linear model and by the function itself. With u = (cos φ, sin φ) and g = ∇f(θ),
///   Δ = r·u,  model = f(θ) + gᵀΔ ≥ f(θ) − r·‖g‖,  reached by Δ* = −(r/‖g‖)·g
/// which is a step of gradient descent with learning rate r/‖g‖. One row a direction, evenly
/// spread over the full turn; what does not depend on it stands in every row. lowest_step is the
/// best of the function itself on the circle: the lowest row, refined by golden section;
///   descent_share = (f(θ) − f(θ + Δ*)) / (f(θ) − f(θ + lowest_step))
/// not_yet where nothing on the circle is lower than θ. Where g = 0 no direction is best by the
/// model, and its columns are not_yet. Cost: count + 60 evaluations.
class SmallCircle {
 public:
  static constexpr std::string_view name = "small_circle";
  static constexpr std::string_view title = "The best step in a small circle";
  static constexpr std::string_view summary =
      "Of all steps of one length, which one does the linear model choose, and which one is best?";
  static constexpr std::string_view source = "Cauchy 1847; lecture 4";

  struct Parameters {
    double radius;
    double count;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "radius",
        .symbol = "circleradius",
        .letter = "r",
        .meaning = "radius of the circle: how long the step is",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 1e6, .low_open = true},
        .slider = {.low = 0.01, .high = 10.0},
        .scale = Scale::log},
       &Parameters::radius},
      {{.name = "count",
        .symbol = "count",
        .letter = "n",
        .meaning = "directions, evenly spread over the full turn",
        .default_value = 360.0,
        .allowed = {.low = 4.0, .high = 3600.0},
        .slider = {.low = 8.0, .high = 360.0},
        .whole = true},
       &Parameters::count}};

  enum : int {
    angle,
    direction,
    displacement,
    value_here,
    gradient_here,
    model,
    alignment,
    value_there,
    model_error,
    best_step,
    implied_rate,
    best_model,
    value_at_best,
    lowest_step,
    lowest_value,
    lowest_model,
    descent_share,
  };
  static constexpr Quantity quantities[] = {
      {"angle", "turn", "\\varphi", "angle of the direction, in degrees", Shape::scalar,
       Role::factor},
      {"direction", "alongdirection", "u", "direction, of length 1", Shape::vector, Role::step},
      {"displacement", "circlestep", "\\Delta", "step in this direction, as long as the radius",
       Shape::vector, Role::step},
      {"value_here", "circlecentre", "f(\\theta)", "value at the point", Shape::scalar, Role::loss},
      {"gradient_here", "gradienthere", "g", "gradient at the point", Shape::vector,
       Role::gradient},
      {"model", "circlemodel", "p", "what the linear model says of the end of the step",
       Shape::scalar, Role::factor},
      {"alignment", "alignment", "c", "cosine of the angle between step and gradient",
       Shape::scalar, Role::factor},
      {"value_there", "circlevalue", "f(\\theta+\\Delta)", "what the function is there",
       Shape::scalar, Role::loss},
      {"model_error", "circleerror", "e", "function minus linear model", Shape::scalar,
       Role::curvature},
      {"best_step", "circlebest", "\\Delta^*", "step that the linear model likes best",
       Shape::vector, Role::step},
      {"implied_rate", "circlerate", "\\alpha", "learning rate that takes this step", Shape::scalar,
       Role::factor},
      {"best_model", "circlepromise", "p^*", "value that the linear model promises for it",
       Shape::scalar, Role::factor},
      {"value_at_best", "circleoutcome", "f(\\theta+\\Delta^*)", "what the function is there",
       Shape::scalar, Role::loss},
      {"lowest_step", "circlelowest", "\\Delta^{\\min}", "step to the lowest point of the circle",
       Shape::vector, Role::step},
      {"lowest_value", "circleleast", "f^{\\min}", "lowest value on the circle", Shape::scalar,
       Role::loss},
      {"lowest_model", "circleforesight", "p^{\\min}", "what the linear model says of that point",
       Shape::scalar, Role::factor},
      {"descent_share", "circleshare", "\\rho",
       "share of the descent to the lowest point that the step against the gradient gets",
       Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\circlestep{t} = \circleradius\,\alongdirection{t})",
       "All steps to the circle are equally long. Only the direction is free."},
      {R"(\circlemodel{t} = \circlecentre{t} + \gradienthere{t}^\top \circlestep{t})",
       "Taylor’s first order: in a small circle the function is almost a plane."},
      {R"(\alignment{t} = \frac{\gradienthere{t}^\top \circlestep{t}}{\circleradius\,\lVert \gradienthere{t} \rVert})",
       "An inner product is the two lengths times the cosine of the angle between the arrows."},
      {R"(\circlemodel{t} = \circlecentre{t} + \circleradius\,\lVert \gradienthere{t} \rVert\,\alignment{t})",
       "Both lengths are fixed. What the plane says hangs on the cosine alone."},
      {R"(\circlepromise{t} = \circlecentre{t} - \circleradius\,\lVert \gradienthere{t} \rVert)",
       "A cosine is least at −1: the step points straight against the gradient."},
      {R"(\circlerate{t} = \frac{\circleradius}{\lVert \gradienthere{t} \rVert})",
       "To get from the gradient to a step of the right length, multiply by this number."},
      {R"(\circlebest{t} = -\circlerate{t}\,\gradienthere{t})",
       "That is the best step in the circle, and it is gradient descent. The learning rate is the "
       "radius in units of the gradient."},
      {R"(\circleerror{t} = \circlevalue{t} - \circlemodel{t})",
       "What the plane leaves out. With half the radius it is about a quarter."},
  };

  /// Throws InvalidArgument for a problem that is not in two dimensions.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
