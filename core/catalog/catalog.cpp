#include "core/catalog/catalog.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include "core/catalog/invalid_argument.hpp"

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

/// Part by part: an engine of pages never asks for a whole list, and so goes without joining any.
template <class Entry>
const Entry& find(std::initializer_list<std::span<const Entry>> parts, std::string_view argument,
                  std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto entries : parts) {
    for (const auto& entry : entries) {
      if (entry.name == name) return entry;
      names.push_back(entry.name);
    }
  }
  refuse(argument, name, names);
}

template <class Entry>
std::vector<Entry> joined(std::span<const Entry> first, std::span<const Entry> second) {
  std::vector<Entry> all(first.begin(), first.end());
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

}  // namespace

std::span<const MethodDeclaration> methods() {
  static const auto list = joined(first_order_methods(), curvature_methods());
  return list;
}

std::span<const AnalysisDeclaration> analyses() {
  static const auto list = joined<AnalysisDeclaration>(
      joined<AnalysisDeclaration>(curvature_analyses(), race_analyses()),
      joined<AnalysisDeclaration>(
          learning_analyses(),
          joined<AnalysisDeclaration>(regression_analyses(), sampling_analyses())));
  return list;
}

std::span<const ProblemDeclaration> problems() {
  static const auto list = joined<ProblemDeclaration>(
      joined<ProblemDeclaration>(joined<ProblemDeclaration>(landscapes(), noisy_landscapes()),
                                 curvature_landscapes()),
      joined<ProblemDeclaration>(regressions(), classifiers()));
  return list;
}

std::span<const ScheduleDeclaration> schedules() {
  static const auto list = joined(simple_schedules(), composed_schedules());
  return list;
}

std::span<const DerivationDeclaration> derivations() {
  static const auto list = joined<DerivationDeclaration>(
      joined<DerivationDeclaration>(method_derivations(), noise_derivations()),
      curvature_derivations());
  return list;
}

const MethodDeclaration& find_method(std::string_view name) {
  return find({first_order_methods(), curvature_methods()}, "method", name);
}

const ProblemDeclaration& find_problem(std::string_view name) {
  return find(
      {landscapes(), noisy_landscapes(), curvature_landscapes(), regressions(), classifiers()},
      "problem", name);
}

const LossDeclaration& find_loss(std::string_view name) { return find({losses()}, "loss", name); }

const DatasetDeclaration& find_dataset(std::string_view name) {
  return find({datasets()}, "data", name);
}

const ScheduleDeclaration& find_schedule(std::string_view name) {
  return find({simple_schedules(), composed_schedules()}, "schedule", name);
}

const AnalysisDeclaration& find_analysis(std::string_view name) {
  return find({curvature_analyses(), race_analyses(), learning_analyses(), regression_analyses(),
               sampling_analyses()},
              "analysis", name);
}

const DerivationDeclaration& find_derivation(std::string_view name) {
  return find({method_derivations(), noise_derivations(), curvature_derivations()}, "derivation",
              name);
}

const LossDerivationDeclaration& find_loss_derivation(std::string_view name) {
  return find({loss_derivations()}, "derivation", name);
}

}  // namespace fall_line
