#pragma once

#include <cmath>

namespace fall_line::test {

/// A number with its first and second derivatives with respect to x and y, carried exactly
/// through every operation: what a hand-written gradient and Hessian are compared with.
struct Jet {
  double value;
  double dx = 0.0, dy = 0.0;
  double dxx = 0.0, dxy = 0.0, dyy = 0.0;

  Jet(double constant) : value(constant) {}
  Jet(double v, double x, double y, double xx, double xy, double yy)
      : value(v), dx(x), dy(y), dxx(xx), dxy(xy), dyy(yy) {}

  static Jet x(double at) { return {at, 1.0, 0.0, 0.0, 0.0, 0.0}; }
  static Jet y(double at) { return {at, 0.0, 1.0, 0.0, 0.0, 0.0}; }
};

inline Jet operator+(const Jet& a, const Jet& b) {
  return {a.value + b.value, a.dx + b.dx, a.dy + b.dy, a.dxx + b.dxx, a.dxy + b.dxy, a.dyy + b.dyy};
}

inline Jet operator*(const Jet& a, const Jet& b) {
  return {a.value * b.value,
          a.value * b.dx + a.dx * b.value,
          a.value * b.dy + a.dy * b.value,
          a.value * b.dxx + 2.0 * a.dx * b.dx + a.dxx * b.value,
          a.value * b.dxy + a.dx * b.dy + a.dy * b.dx + a.dxy * b.value,
          a.value * b.dyy + 2.0 * a.dy * b.dy + a.dyy * b.value};
}

inline Jet operator-(const Jet& a, const Jet& b) { return a + Jet(-1.0) * b; }

/// f(a) for a function with the value, first and second derivative given at a.
inline Jet chain(const Jet& a, double f, double first, double second) {
  return {f,
          first * a.dx,
          first * a.dy,
          first * a.dxx + second * a.dx * a.dx,
          first * a.dxy + second * a.dx * a.dy,
          first * a.dyy + second * a.dy * a.dy};
}

inline Jet square(const Jet& a) { return a * a; }
inline Jet exp(const Jet& a) {
  const double e = std::exp(a.value);
  return chain(a, e, e, e);
}
inline Jet cos(const Jet& a) {
  return chain(a, std::cos(a.value), -std::sin(a.value), -std::cos(a.value));
}
inline Jet sqrt(const Jet& a) {
  const double root = std::sqrt(a.value);
  return chain(a, root, 0.5 / root, -0.25 / (a.value * root));
}

}  // namespace fall_line::test
