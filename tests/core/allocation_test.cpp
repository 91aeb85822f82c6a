// No step of any method allocates: neither through operator new nor, as Eigen does, through
// malloc. Under AddressSanitizer, which owns both, Eigen's own guard watches instead.

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "tests/core/formula_check.hpp"
#include "tests/core/support.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define FALL_LINE_COUNTS_ALLOCATIONS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FALL_LINE_COUNTS_ALLOCATIONS 0
#endif
#endif
#ifndef FALL_LINE_COUNTS_ALLOCATIONS
#define FALL_LINE_COUNTS_ALLOCATIONS 1
#endif

#if FALL_LINE_COUNTS_ALLOCATIONS

namespace {

long allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

#ifdef __GLIBC__
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* __libc_calloc(std::size_t count, std::size_t size);
extern "C" void* __libc_realloc(void* memory, std::size_t size);
extern "C" void* malloc(std::size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
extern "C" void* calloc(std::size_t count, std::size_t size) {
  ++allocations;
  return __libc_calloc(count, size);
}
extern "C" void* realloc(void* memory, std::size_t size) {
  ++allocations;
  return __libc_realloc(memory, size);
}
#endif

#endif

namespace fall_line::allocation_test {

/// How many allocations `action` makes; one that Eigen makes under a sanitizer aborts the test.
template <class Action>
long allocations_of(Action action) {
#if FALL_LINE_COUNTS_ALLOCATIONS
  const long before = allocations;
  action();
  return allocations - before;
#else
  Eigen::internal::set_is_malloc_allowed(false);
  action();
  Eigen::internal::set_is_malloc_allowed(true);
  return 0;
#endif
}

#if FALL_LINE_COUNTS_ALLOCATIONS
TEST(Allocation, CounterSeesNew) {
  EXPECT_GT(allocations_of([] { delete new volatile int(1); }), 0);
}

TEST(Allocation, IsRareWhenARunGrowsStepByStep) {
  auto run = test::run_of("problem=booth\nmethod=adam\n", 0);
  const long total = allocations_of([&] {
    for (int i = 0; i < 4096; ++i) run.advance(1);
  });
  // once a quantity and doubling, counted both as new and as malloc: 11 quantities, 13 doublings
  EXPECT_LT(total, 300);
}

#ifdef __GLIBC__
TEST(Allocation, CounterSeesEigen) {
  double* volatile kept = nullptr;  // keeps the vector from being optimised away
  EXPECT_GT(allocations_of([&] {
              Vector vector(100);
              kept = vector.data();
            }),
            0);
  EXPECT_NE(kept, nullptr);
}
#endif
#endif

/// A method at its problem, ready to step.
struct MethodAtWork {
  std::unique_ptr<AnyProblem> problem;
  Random random{1};
  Objective objective;
  std::unique_ptr<AnyMethod> method;
  std::vector<double> theta, gradient;

  MethodAtWork(const MethodDeclaration& declaration, const Settings& settings)
      : problem(test::problem_for(declaration).create({})),
        objective(*problem, random),
        method(declaration.create(settings, objective)),
        theta(problem->start()),
        gradient(theta.size(), 0.5) {}
};

TEST(Allocation, NoStepOfAnyMethodAllocates) {
  for (const auto& declaration : methods()) {
    for (const auto& settings : test::every_combination(declaration)) {
      MethodAtWork at_work(declaration, settings);
      EXPECT_EQ(allocations_of([&] {
                  for (int i = 0; i < 3; ++i) {
                    static_cast<void>(
                        at_work.method->step(at_work.theta, at_work.gradient, &at_work.objective));
                  }
                }),
                0)
          << declaration.name;
    }
  }
}

TEST(Allocation, NoTracedStepOfAnyMethodAllocates) {
  for (const auto& declaration : methods()) {
    MethodAtWork at_work(declaration, {});
    Trace trace({declaration.quantities.begin(), declaration.quantities.end()},
                at_work.problem->dimension());
    trace.reserve(3);
    EXPECT_EQ(allocations_of([&] {
                for (int i = 0; i < 3; ++i) {
                  static_cast<void>(at_work.method->traced_step(
                      at_work.theta, at_work.gradient, &at_work.objective, trace.append_row()));
                }
              }),
              0)
        << declaration.name;
  }
}

TEST(Allocation, AdvanceWithinTheReservedRowsAllocatesNothing) {
  for (const auto& method : methods()) {
    const auto& problem = test::problem_for(method);
    auto run = test::run_of(
        "problem=" + std::string(problem.name) + "\nmethod=" + std::string(method.name) + "\n", 4);
    run.advance(1);  // doubles the room to 10 rows
    EXPECT_EQ(allocations_of([&] { run.advance(4); }), 0) << method.name;
  }
}

TEST(Allocation, NothingAskedOfAModelAllocates) {
  for (const auto& declaration : problems()) {
    if (declaration.default_data.empty()) continue;
    const auto problem = declaration.create({});
    const auto x = problem->start();
    const Index n = problem->dimension(), terms[] = {1, 0};
    std::vector<double> g(x.size()), hessian(x.size() * x.size());
    const std::vector<double> input(static_cast<std::size_t>(problem->input_count()), 0.5);
    std::vector<double> output(static_cast<std::size_t>(problem->output_count()));
    std::vector<double> r(static_cast<std::size_t>(problem->residual_count()));
    std::vector<double> jacobian(r.size() * static_cast<std::size_t>(n));
    EXPECT_EQ(allocations_of([&] {
                problem->value(x.data());
                problem->value_and_gradient(x.data(), g.data());
                problem->batch_value_and_gradient(x.data(), terms, 2, g.data());
                problem->hessian(x.data(), hessian.data());
                problem->predict(x.data(), input.data(), 1, output.data());
                if (r.empty()) return;
                problem->residuals(x.data(), r.data());
                problem->jacobian(x.data(), jacobian.data());
              }),
              0)
        << declaration.name;
  }
}

TEST(Allocation, RefusedStepAllocatesNothing) {
  const auto method = find_method("adam").create_for({}, 2);
  std::vector<double> theta(3), gradient(3);
  StepStatus status = StepStatus::ok;
  EXPECT_EQ(allocations_of([&] { status = method->step(theta, gradient); }), 0);
  EXPECT_EQ(status, StepStatus::dimension_mismatch);
}

}  // namespace fall_line::allocation_test
