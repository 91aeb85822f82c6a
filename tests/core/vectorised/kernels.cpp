// The untraced step of each element-wise method as a function of its own, for
// vectorised.cmake to compile and look at. Not part of any program.

#include "core/optimizers/adam.hpp"
#include "core/optimizers/gradient_descent.hpp"
#include "core/optimizers/momentum.hpp"
#include "core/optimizers/rmsprop.hpp"
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

}  // namespace fall_line
