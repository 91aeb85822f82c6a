// Adam over 4 million doubles on one thread: ours, libtorch's, and what the memory allows. The
// three take turns; prints medians as JSON.

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "core/catalog/catalog.hpp"

namespace {

constexpr std::int64_t parameters = 4'000'000;
constexpr int rounds = 15;
constexpr double bytes_a_parameter = 56.0;  // reads θ, g, m, v; writes θ, m, v

double seconds(const std::function<void()>& action) {
  const auto begin = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers[numbers.size() / 2];
}

std::vector<double> gradient_of(std::int64_t n) {
  std::vector<double> gradient;
  for (std::int64_t i = 0; i < n; ++i) gradient.push_back(1.0 / static_cast<double>(i + 1));
  return gradient;
}

}  // namespace

int main() {
  torch::set_num_threads(1);
  const std::vector<double> gradient = gradient_of(parameters);

  const auto ours = fall_line::find_method("adam").create_for({}, parameters);
  std::vector<double> theta(gradient.size(), 1.0);

  const auto options = torch::TensorOptions().dtype(torch::kFloat64);
  auto tensor = torch::ones({parameters}, options).requires_grad_(true);
  tensor.mutable_grad() = torch::tensor(gradient, options);
  torch::optim::Adam theirs({tensor}, torch::optim::AdamOptions(1e-3));

  // four streams read and three of them written, as a step of Adam does, with nothing to compute
  std::vector<double> x(gradient.size(), 1.0), y(x), z(x);
  const auto update = [&] {
    const double* __restrict a = gradient.data();
    double* __restrict b = x.data();
    double* __restrict c = y.data();
    double* __restrict d = z.data();
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      b[i] = 0.5 * b[i] + a[i];
      c[i] = 0.5 * c[i] + a[i];
      d[i] = 0.5 * d[i] + a[i];
    }
  };

  std::vector<double> our_times, their_times, memory_times;
  for (int round = 0; round < rounds; ++round) {
    our_times.push_back(seconds([&] { static_cast<void>(ours->step(theta, gradient)); }));
    their_times.push_back(seconds([&] { theirs.step(); }));
    memory_times.push_back(seconds(update));
  }
  double largest_difference = 0.0;
  const double* their_theta = tensor.data_ptr<double>();
  for (std::size_t i = 0; i < theta.size(); ++i) {
    largest_difference = std::max(largest_difference, std::abs(theta[i] - their_theta[i]));
  }
  const double bytes = bytes_a_parameter * static_cast<double>(parameters) * 1e-9;
  std::cout << "{\"work\": \"Adam step, 4M doubles, one thread\", \"ours_ms\": "
            << 1e3 * median(our_times) << ", \"libtorch_ms\": " << 1e3 * median(their_times)
            << ", \"memory_ms\": " << 1e3 * median(memory_times)
            << ", \"ours_GB_s\": " << bytes / median(our_times)
            << ", \"memory_GB_s\": " << bytes / median(memory_times)
            << ", \"largest_difference\": " << largest_difference << "}\n";
}
