// Every analysis of functions and runs.

#include "core/analysis/best_momentum.hpp"
#include "core/analysis/convergence_proof.hpp"
#include "core/analysis/convexity.hpp"
#include "core/analysis/critical_point.hpp"
#include "core/analysis/damping.hpp"
#include "core/analysis/damping_plane.hpp"
#include "core/analysis/declare_analysis.hpp"
#include "core/analysis/directional_derivatives.hpp"
#include "core/analysis/eigen_modes.hpp"
#include "core/analysis/gradient_check.hpp"
#include "core/analysis/hessian_check.hpp"
#include "core/analysis/line_slice.hpp"
#include "core/analysis/measured_rate.hpp"
#include "core/analysis/newton_cost.hpp"
#include "core/analysis/newton_target.hpp"
#include "core/analysis/power_law.hpp"
#include "core/analysis/quadratic_field.hpp"
#include "core/analysis/quadratic_model.hpp"
#include "core/analysis/random_symmetric.hpp"
#include "core/analysis/schedule_table.hpp"
#include "core/analysis/small_circle.hpp"
#include "core/analysis/spectrum.hpp"
#include "core/analysis/step_work.hpp"
#include "core/analysis/taylor_curves.hpp"
#include "core/analysis/taylor_model.hpp"
#include "core/catalog/catalog.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const AnalysisDeclaration> curvature_analyses() {
  static constexpr AnalysisDeclaration list[] = {
      declare_analysis<GradientCheck>(),
      declare_analysis<DirectionalDerivatives>(),
      declare_analysis<SmallCircle>(),
      declare_analysis<HessianCheck>(),
      declare_analysis<TaylorModel>(),
      declare_analysis<TaylorCurves>(),
      declare_analysis<QuadraticModel>(),
      declare_analysis<QuadraticField>(),
      declare_analysis<NewtonTarget>(),
      declare_analysis<LineSlice>(),
      declare_analysis<Spectrum>(),
      declare_analysis<Damping>(),
      declare_analysis<DampingPlane>(),
      declare_analysis<BestMomentum>(),
      declare_analysis<EigenModes>(),
      declare_analysis<CriticalPointTest>(),
      declare_analysis<ConvexityTest>(),
      declare_analysis<MeasuredRate>(),
      declare_analysis<ConvergenceProof>(),
      declare_analysis<RandomSymmetric>(),
      declare_analysis<NewtonCost>(),
      declare_analysis<StepWork>(),
      declare_analysis<PowerLaw>(),
      declare_analysis<ScheduleTable>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
