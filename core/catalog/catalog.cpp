#include "core/catalog/catalog.hpp"

#include <string>

#include "core/analysis/convergence_proof.hpp"
#include "core/analysis/convexity.hpp"
#include "core/analysis/critical_point.hpp"
#include "core/analysis/declare_analysis.hpp"
#include "core/analysis/directional_derivatives.hpp"
#include "core/analysis/gradient_check.hpp"
#include "core/analysis/hessian_check.hpp"
#include "core/analysis/line_slice.hpp"
#include "core/analysis/measured_rate.hpp"
#include "core/analysis/quadratic_model.hpp"
#include "core/analysis/random_symmetric.hpp"
#include "core/analysis/schedule_table.hpp"
#include "core/analysis/spectrum.hpp"
#include "core/analysis/taylor_model.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/data/blobs.hpp"
#include "core/data/declare_dataset.hpp"
#include "core/data/image_scores.hpp"
#include "core/data/latitude_temperature.hpp"
#include "core/data/line.hpp"
#include "core/data/moons.hpp"
#include "core/data/points.hpp"
#include "core/data/rings.hpp"
#include "core/data/spirals.hpp"
#include "core/data/table.hpp"
#include "core/data/unequal_scales.hpp"
#include "core/derivations/moment_bias.hpp"
#include "core/losses/binary_hinge.hpp"
#include "core/losses/declare_loss.hpp"
#include "core/losses/logistic.hpp"
#include "core/losses/multiclass_svm.hpp"
#include "core/losses/softmax_cross_entropy.hpp"
#include "core/losses/squared_error.hpp"
#include "core/optimizers/adadelta.hpp"
#include "core/optimizers/adagrad.hpp"
#include "core/optimizers/adam.hpp"
#include "core/optimizers/adamax.hpp"
#include "core/optimizers/adamw.hpp"
#include "core/optimizers/amsgrad.hpp"
#include "core/optimizers/bfgs.hpp"
#include "core/optimizers/conjugate_gradient.hpp"
#include "core/optimizers/declare_method.hpp"
#include "core/optimizers/gauss_newton.hpp"
#include "core/optimizers/gradient_descent.hpp"
#include "core/optimizers/lbfgs.hpp"
#include "core/optimizers/levenberg_marquardt.hpp"
#include "core/optimizers/momentum.hpp"
#include "core/optimizers/nesterov.hpp"
#include "core/optimizers/newton.hpp"
#include "core/optimizers/rmsprop.hpp"
#include "core/optimizers/svrg.hpp"
#include "core/problems/ackley.hpp"
#include "core/problems/beale.hpp"
#include "core/problems/booth.hpp"
#include "core/problems/constant_gradient.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/double_well.hpp"
#include "core/problems/exponential.hpp"
#include "core/problems/himmelblau.hpp"
#include "core/problems/linear_regression.hpp"
#include "core/problems/linear_svm.hpp"
#include "core/problems/logistic_regression.hpp"
#include "core/problems/mlp.hpp"
#include "core/problems/monkey_saddle.hpp"
#include "core/problems/noisy_gradient.hpp"
#include "core/problems/parabola.hpp"
#include "core/problems/plateau.hpp"
#include "core/problems/quadratic.hpp"
#include "core/problems/quartic.hpp"
#include "core/problems/rastrigin.hpp"
#include "core/problems/ravine.hpp"
#include "core/problems/rosenbrock.hpp"
#include "core/problems/saddle.hpp"
#include "core/problems/softmax_regression.hpp"
#include "core/problems/x_cos_pi_x.hpp"
#include "core/schedules/constant_schedule.hpp"
#include "core/schedules/cosine_schedule.hpp"
#include "core/schedules/declare_schedule.hpp"
#include "core/schedules/exponential_schedule.hpp"
#include "core/schedules/inverse_root_schedule.hpp"
#include "core/schedules/inverse_time_schedule.hpp"
#include "core/schedules/manual_schedule.hpp"
#include "core/schedules/multi_step_schedule.hpp"
#include "core/schedules/one_cycle_schedule.hpp"
#include "core/schedules/polynomial_schedule.hpp"
#include "core/schedules/step_schedule.hpp"

namespace fall_line {

namespace {

// no template: one for all lists
[[noreturn]] void refuse(std::string_view argument, std::string_view name,
                         const std::vector<std::string_view>& known) {
  std::string names;
  for (const auto one : known) {
    if (!names.empty()) names += ", ";
    names += one;
  }
  throw InvalidArgument(std::string(argument), "'" + std::string(name) + "'", names);
}

template <class Entry>
const Entry& find(std::span<const Entry> entries, std::string_view argument,
                  std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& entry : entries) {
    if (entry.name == name) return entry;
    names.push_back(entry.name);
  }
  refuse(argument, name, names);
}

}  // namespace

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const MethodDeclaration> methods() {
  static const MethodDeclaration list[] = {
      declare_method<GradientDescent>(),
      declare_method<Momentum>(),
      declare_method<Nesterov>(),
      declare_method<AdaGrad>(),
      declare_method<RmsProp>(),
      declare_method<AdaDelta>(),
      declare_method<Adam>(),
      declare_method<AdaMax>(),
      declare_method<AmsGrad>(),
      declare_method<AdamW>(),
      declare_method<Svrg>(),
      declare_method<Newton>(),
      declare_method<ConjugateGradient>(),
      declare_method<Bfgs>(),
      declare_method<Lbfgs>(),
      declare_method<GaussNewton>(),
      declare_method<LevenbergMarquardt>(),
  };
  return list;
}

std::span<const ProblemDeclaration> problems() {
  static const ProblemDeclaration list[] = {
      declare_problem<Booth>(),
      declare_problem<Quadratic>(),
      declare_problem<Ravine>(),
      declare_problem<Rosenbrock>(),
      declare_problem<Beale>(),
      declare_problem<Himmelblau>(),
      declare_problem<Saddle>(),
      declare_problem<MonkeySaddle>(),
      declare_problem<Plateau>(),
      declare_problem<Rastrigin>(),
      declare_problem<Ackley>(),
      declare_problem<Parabola>(),
      declare_problem<Quartic>(),
      declare_problem<DoubleWell>(),
      declare_problem<XCosPiX>(),
      declare_problem<Exponential>(),
      declare_problem<ConstantGradient>(),
      declare_problem<NoisyGradient>(),
      declare_problem<LinearRegression>(),
      declare_problem<LogisticRegression>(),
      declare_problem<SoftmaxRegression>(),
      declare_problem<LinearSvm>(),
      declare_problem<Mlp>(),
  };
  return list;
}

std::span<const LossDeclaration> losses() {
  static const LossDeclaration list[] = {
      declare_loss<SoftmaxCrossEntropy>(), declare_loss<MulticlassSvm>(), declare_loss<Logistic>(),
      declare_loss<BinaryHinge>(),         declare_loss<SquaredError>(),
  };
  return list;
}

std::span<const DatasetDeclaration> datasets() {
  static const DatasetDeclaration list[] = {
      declare_dataset<LatitudeTemperature>(),
      declare_dataset<ImageScores>(),
      declare_dataset<Line>(),
      declare_dataset<UnequalScales>(),
      declare_dataset<Blobs>(),
      declare_dataset<Moons>(),
      declare_dataset<Rings>(),
      declare_dataset<Spirals>(),
      declare_dataset<Points>(),
      declare_dataset<Table>(),
  };
  return list;
}

std::span<const ScheduleDeclaration> schedules() {
  static const ScheduleDeclaration list[] = {
      declare_schedule<ConstantSchedule>(),    declare_schedule<StepSchedule>(),
      declare_schedule<MultiStepSchedule>(),   declare_schedule<ExponentialSchedule>(),
      declare_schedule<InverseTimeSchedule>(), declare_schedule<InverseRootSchedule>(),
      declare_schedule<LinearSchedule>(),      declare_schedule<PolynomialSchedule>(),
      declare_schedule<CosineSchedule>(),      declare_schedule<CosineRestarts>(),
      declare_schedule<OneCycleSchedule>(),    declare_schedule<ManualSchedule>(),
  };
  return list;
}

std::span<const AnalysisDeclaration> analyses() {
  static const AnalysisDeclaration list[] = {
      declare_analysis<GradientCheck>(),
      declare_analysis<DirectionalDerivatives>(),
      declare_analysis<HessianCheck>(),
      declare_analysis<TaylorModel>(),
      declare_analysis<QuadraticModel>(),
      declare_analysis<LineSlice>(),
      declare_analysis<Spectrum>(),
      declare_analysis<CriticalPointTest>(),
      declare_analysis<ConvexityTest>(),
      declare_analysis<MeasuredRate>(),
      declare_analysis<ConvergenceProof>(),
      declare_analysis<RandomSymmetric>(),
      declare_analysis<ScheduleTable>(),
  };
  return list;
}

std::span<const DerivationDeclaration> derivations() {
  static const DerivationDeclaration list[] = {
      first_moment_bias(),
      second_moment_bias(),
  };
  return list;
}

// clang-format on

std::unique_ptr<AnyProblem> ProblemDeclaration::create(const Settings& given) const {
  if (default_data.empty()) return create_over(given, nullptr);
  return create_over(given, find_dataset(default_data).create({}));
}

const MethodDeclaration& find_method(std::string_view name) {
  return find(methods(), "method", name);
}

const ProblemDeclaration& find_problem(std::string_view name) {
  return find(problems(), "problem", name);
}

const LossDeclaration& find_loss(std::string_view name) { return find(losses(), "loss", name); }

const DatasetDeclaration& find_dataset(std::string_view name) {
  return find(datasets(), "data", name);
}

const ScheduleDeclaration& find_schedule(std::string_view name) {
  return find(schedules(), "schedule", name);
}

const AnalysisDeclaration& find_analysis(std::string_view name) {
  return find(analyses(), "analysis", name);
}

const DerivationDeclaration& find_derivation(std::string_view name) {
  return find(derivations(), "derivation", name);
}

}  // namespace fall_line
