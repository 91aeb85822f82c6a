#include "core/derivations/noise_floor.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/run/run.hpp"

namespace fall_line {

namespace {

enum : int {
  curvature,
  noise_variance,
  expected_theta,
  variance,
  start_loss,
  noise_loss,
  floor_loss,
  left_of_start,
  left_by_noise,
  expected_loss,
};

constexpr Quantity noise_quantities[] = {
    {"axis_curvature", "axiscurvature", "\\lambda", "curvature along this coordinate",
     Shape::vector, Role::curvature},
    {"noise_variance", "noisevariance", "\\sigma^2", "variance of the noise in a gradient",
     Shape::vector, Role::gradient},
    {"expected_theta", "meanparam", "\\mathbb{E}[\\theta_{#1}]", "mean of the parameters",
     Shape::vector, Role::parameter},
    {"variance", "paramvariance", "\\mathbb{V}[\\theta_{#1}]", "variance of the parameters",
     Shape::vector, Role::second_moment},
    {"start_loss", "startloss", "a", "loss that is left of the start, of this coordinate",
     Shape::vector, Role::parameter},
    {"noise_loss", "noiseloss", "b", "loss that noise has added, of this coordinate", Shape::vector,
     Role::second_moment},
    {"floor", "noisefloor", "\\hat b", "where it would settle at this learning rate", Shape::vector,
     Role::factor},
    {"left_of_start", "leftofstart", "A", "loss that is left of the start", Shape::scalar,
     Role::parameter},
    {"left_by_noise", "leftbynoise", "B", "loss that noise has added", Shape::scalar,
     Role::second_moment},
    {"expected_loss", "expectedloss", "\\mathbb{E}[f_{#1}]", "mean of the loss over all noise",
     Shape::scalar, Role::loss},
};

constexpr FormulaLine noise_lines[] = {
    {R"(\param{t} = \param{t-1} - \lratenow{t}\,\grad{t})",
     "The step as it runs. The gradient is that of a sample: the true slope, and noise."},
    {R"(\meanparam{t} = \meanparam{t-1} - \lratenow{t}\,\axiscurvature{t}\,\meanparam{t-1})",
     "Take the mean over all that the noise could have been. Its own mean is 0; the slope of a "
     "parabola is curvature times place."},
    {R"(\meanparam{t} = (1 - \lratenow{t}\,\axiscurvature{t})\,\meanparam{t-1})",
     "So on average a step keeps this share of the distance."},
    {R"(\paramvariance{t} = (1 - \lratenow{t}\,\axiscurvature{t})^2\,\paramvariance{t-1} + \lratenow{t}^2\,\noisevariance{t})",
     "The spread shrinks by the square of that share. The new noise is independent of the old, so "
     "its variance is simply added, multiplied by the square of the learning rate."},
    {R"(\startloss{t} = \tfrac12\,\axiscurvature{t}\,\meanparam{t}^2)",
     "The loss of the mean: what is left of the start. Large learning rates use it up fast."},
    {R"(\noiseloss{t} = \tfrac12\,\axiscurvature{t}\,\paramvariance{t})",
     "The loss of the spread: what noise has added. The mean loss is the sum of the two."},
    {R"(\noisefloor{t} = \tfrac12\,\frac{\lratenow{t}\,\noisevariance{t}}{2 - \lratenow{t}\,\axiscurvature{t}})",
     "Let the spread stay as it is from step to step, and solve for it: with this learning rate "
     "the "
     "noise would settle here. It is a floor, and about proportional to the learning rate."},
};

double noise_of(const Run& run) {
  const auto& problem = run.problem_declaration();
  const auto values =
      read_settings(problem.settings, "problem.", run.spec().problem_settings).numbers;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (problem.settings.parameters[i].name == "noise") return values[i];
  }
  return not_yet;
}

Trace derive_floor(const Run& run) {
  const int rate_column = run.trace().find("learning_rate_now");
  if (run.spec().problem != "noisy_bowl") {
    throw InvalidArgument("problem", "'" + run.spec().problem + "'", "noisy_bowl");
  }
  if (rate_column < 0) {
    throw InvalidArgument("schedule", "nothing", "the name of a schedule, for example constant");
  }
  constexpr Index n = 2;
  double hessian[n * n], mean[n], spread[n] = {};
  for (Index i = 0; i < n; ++i) mean[i] = run.trace().at(0, 0)[static_cast<std::size_t>(i)];
  run.problem().hessian(mean, hessian);
  const double noise = noise_of(run), sample_variance = noise * noise;

  Trace trace(quantity_declarations<noise_quantities>, n);
  trace.reserve(run.trace().rows());
  for (Index row = 0; row < run.trace().rows(); ++row) {
    const Tape tape = trace.append_row();
    const double rate = run.trace().at(rate_column, row)[0];  // not_yet in row 0
    double of_start = 0.0, of_noise = 0.0;
    for (Index i = 0; i < n; ++i) {
      const double lambda = hessian[i * n + i];
      if (row > 0) {
        const double kept = 1.0 - rate * lambda;
        mean[i] *= kept;
        spread[i] = kept * kept * spread[i] + rate * rate * sample_variance;
        tape.vector(floor_loss, i, 0.5 * (rate * sample_variance) / (2.0 - rate * lambda));
      }
      const double start = 0.5 * lambda * (mean[i] * mean[i]), added = 0.5 * lambda * spread[i];
      tape.vector(curvature, i, lambda);
      tape.vector(noise_variance, i, sample_variance);
      tape.vector(expected_theta, i, mean[i]);
      tape.vector(variance, i, spread[i]);
      tape.vector(start_loss, i, start);
      tape.vector(noise_loss, i, added);
      of_start += start;
      of_noise += added;
    }
    tape.scalar(left_of_start, of_start);
    tape.scalar(left_by_noise, of_noise);
    tape.scalar(expected_loss, of_start + of_noise);
  }
  return trace;
}

}  // namespace

DerivationDeclaration noise_floor() {
  return {.name = "noise_floor",
          .title = for_readers("What noise leaves of a run"),
          .method = "gradient_descent",
          .quantities = quantity_declarations<noise_quantities>,
          .lines = for_readers(noise_lines),
          .derive = derive_floor};
}

}  // namespace fall_line
