#include "tests/core/nist/nist_problems.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>

namespace fall_line::test {

namespace {

constexpr const char* tables[] = {
#include "nist_tables.inc"
};

std::string_view name_in(std::string_view text) {
  constexpr std::string_view label = "Dataset Name:";
  text.remove_prefix(text.find(label) + label.size());
  text.remove_prefix(text.find_first_not_of(' '));
  return text.substr(0, text.find(' '));
}

NistProblem parsed(const char* text) {
  NistProblem problem;
  problem.name = name_in(text);
  std::istringstream lines(text);
  const std::string data_begin = "Data:";
  bool in_data = false;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string first, second;
    double values[3];
    if (in_data) {
      double y = 0.0, x = 0.0;
      if (words >> y >> x) {
        problem.y.push_back(y);
        problem.x.push_back(x);
      }
    } else if (line.rfind("Residual Sum of Squares:", 0) == 0) {
      problem.certified_loss = std::stod(line.substr(line.find(':') + 1));
    } else if (words >> first >> second && first == data_begin && second == "y") {
      in_data = true;
    } else if (second == "=" && first[0] == 'b' && words >> values[0] >> values[1] >> values[2]) {
      problem.starts[0].push_back(values[0]);
      problem.starts[1].push_back(values[1]);
      problem.certified.push_back(values[2]);
    }
  }
  return problem;
}

}  // namespace

const std::vector<NistProblem>& nist_problems() {
  static const std::vector<NistProblem> all = [] {
    std::vector<NistProblem> read;
    for (const char* text : tables) read.push_back(parsed(text));
    return read;
  }();
  return all;
}

double certified_digits(const NistProblem& problem, const std::vector<double>& parameters) {
  double worst = 1e-10;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const double error = std::abs(parameters[i] / problem.certified[i] - 1.0);
    if (!(error <= worst)) worst = std::isnan(error) ? 1e300 : error;
  }
  return -std::log10(worst);
}

}  // namespace fall_line::test
