#pragma once

#include <span>
#include <string_view>

#include "core/analysis/analysis.hpp"
#include "core/data/dataset.hpp"
#include "core/derivations/derivation.hpp"
#include "core/derivations/loss_derivation.hpp"
#include "core/losses/loss.hpp"
#include "core/optimizers/method.hpp"
#include "core/problems/problem.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// Everything that can be asked for by name, in the order a page lists it.
std::span<const MethodDeclaration> methods();  ///< first order, then curvature
std::span<const MethodDeclaration> first_order_methods();
std::span<const MethodDeclaration> curvature_methods();
std::span<const ProblemDeclaration> problems();    ///< landscapes, regressions, then classifiers
std::span<const ProblemDeclaration> landscapes();  ///< functions given by a formula
std::span<const ProblemDeclaration> noisy_landscapes();      ///< seen through noise
std::span<const ProblemDeclaration> curvature_landscapes();  ///< on pages with curvature alone
std::span<const ProblemDeclaration> regressions();
std::span<const ProblemDeclaration> classifiers();  ///< and the network
std::span<const LossDeclaration> losses();
std::span<const DatasetDeclaration> datasets();
std::span<const ScheduleDeclaration> schedules();                ///< simple, then composed
std::span<const ScheduleDeclaration> simple_schedules();         ///< given by a formula or a table
std::span<const ScheduleDeclaration> composed_schedules();       ///< put together by a reader
std::span<const AnalysisDeclaration> analyses();                 ///< curvature, races, learning
std::span<const AnalysisDeclaration> curvature_analyses();       ///< of functions and runs
std::span<const AnalysisDeclaration> race_analyses();            ///< of methods side by side
std::span<const AnalysisDeclaration> learning_analyses();        ///< of what models are made of
std::span<const AnalysisDeclaration> regression_analyses();      ///< of regression under a penalty
std::span<const AnalysisDeclaration> sampling_analyses();        ///< of what minibatches do
std::span<const DerivationDeclaration> derivations();            ///< about runs
std::span<const DerivationDeclaration> method_derivations();     ///< about what a method does
std::span<const DerivationDeclaration> curvature_derivations();  ///< on pages with curvature alone
std::span<const DerivationDeclaration> noise_derivations();      ///< about what noise does to it
std::span<const LossDerivationDeclaration> loss_derivations();   ///< about losses of scores

/// The entry called `name`; throws InvalidArgument that lists the names there are.
const MethodDeclaration& find_method(std::string_view name);
const ProblemDeclaration& find_problem(std::string_view name);
const LossDeclaration& find_loss(std::string_view name);
const DatasetDeclaration& find_dataset(std::string_view name);
const ScheduleDeclaration& find_schedule(std::string_view name);
const AnalysisDeclaration& find_analysis(std::string_view name);
const DerivationDeclaration& find_derivation(std::string_view name);
const LossDerivationDeclaration& find_loss_derivation(std::string_view name);

}  // namespace fall_line
