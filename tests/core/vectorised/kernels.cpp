// The untraced step of each element-wise method as a function of its own, for
// vectorised.cmake to compile and look at. Not part of any program.

#include "core/optimizers/adadelta.hpp"
#include "core/optimizers/adagrad.hpp"
#include "core/optimizers/adam.hpp"
#include "core/optimizers/adamax.hpp"
#include "core/optimizers/adamw.hpp"
#include "core/optimizers/amsgrad.hpp"
#include "core/optimizers/gradient_descent.hpp"
#include "core/optimizers/momentum.hpp"
#include "core/optimizers/nesterov.hpp"
#include "core/optimizers/rmsprop.hpp"
#include "core/optimizers/svrg.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

void step(Adam& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(RmsProp& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(Momentum& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(GradientDescent& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(AdaGrad& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(AdaDelta& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(AdaMax& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(AdamW& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
void step(AmsGrad& method, double* theta, const double* gradient, Index n) {
  method.step(theta, gradient, n, NoTape{});
}
StepStatus step(Nesterov& method, double* theta, Index n, Objective& objective) {
  return method.step(theta, n, objective, NoTape{});
}
StepStatus step(Svrg& method, double* theta, Index n, Objective& objective) {
  return method.step(theta, n, objective, NoTape{});
}

}  // namespace fall_line
