#include "tests/core/formula_check.hpp"

#include <cmath>
#include <iterator>
#include <stdexcept>

#include "core/trace/step_quantities.hpp"
#include "tests/core/formula_evaluator.hpp"

namespace fall_line::test {

namespace {

/// The quantity with this symbol in one of `traces`.
const Trace* trace_with(const std::vector<const Trace*>& traces, std::string_view symbol,
                        int& quantity) {
  for (const Trace* trace : traces) {
    const auto& quantities = trace->quantities();
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      if (quantities[q].symbol != symbol) continue;
      quantity = static_cast<int>(q);
      return trace;
    }
  }
  return nullptr;
}

ShapedValue row_value(const std::vector<const Trace*>& traces, std::string_view symbol, Index row) {
  int quantity = -1;
  const Trace* trace = trace_with(traces, symbol, quantity);
  if (trace == nullptr) {
    throw std::invalid_argument("no quantity has the symbol " + std::string(symbol));
  }
  const auto values = trace->at(quantity, row);
  return shaped(trace->quantities()[static_cast<std::size_t>(quantity)].shape,
                {values.begin(), values.end()});
}

/// Whether a quantity that `tex` speaks of in `row` has no value there.
bool is_gap(const std::vector<const Trace*>& traces, std::string_view tex, Index row) {
  for (const auto& symbol : macros_in(tex)) {
    int quantity = -1;
    const Trace* trace = trace_with(traces, symbol, quantity);
    if (trace == nullptr || tex.find("\\" + symbol + "{t}") == tex.npos) continue;
    for (const double value : trace->at(quantity, row)) {
      if (std::isnan(value)) return true;
    }
  }
  return false;
}

bool looks_back(std::string_view tex) {
  return tex.find("{t-1}") != tex.npos || tex.find("\\sum_{i=1}") != tex.npos;
}

}  // namespace

std::vector<Settings> every_combination(const SettingDeclarations& declarations) {
  std::vector<Settings> all = {{}};
  for (const auto& option : declarations.options) {
    std::vector<Settings> longer;
    for (const auto& settings : all) {
      for (const auto& choice : option.choices) {
        longer.push_back(settings);
        longer.back().emplace_back(option.name, choice.name);
      }
    }
    all = std::move(longer);
  }
  return all;
}

std::string in_words(const Settings& settings) {
  std::string words;
  for (const auto& [name, value] : settings) words += " " + name + "=" + value;
  return words;
}

std::vector<FormulaLine> applicable_lines(std::span<const FormulaLine> lines,
                                          const SettingDeclarations& declarations,
                                          const Settings& settings) {
  std::vector<FormulaLine> found;
  for (const auto& line : lines) {
    std::string_view chosen;
    for (const auto& option : declarations.options) {
      if (option.name == line.option) chosen = option.choices[0].name;
    }
    for (const auto& [name, value] : settings) {
      if (name == line.option) chosen = value;
    }
    if (line.option.empty() || chosen == line.choice) found.push_back(line);
  }
  return found;
}

std::vector<std::string> formula_faults(const std::vector<FormulaLine>& lines,
                                        const SettingDeclarations& declarations,
                                        const Settings& settings,
                                        const std::vector<const Trace*>& traces, CheckedRows rows) {
  const auto values = read_settings(declarations, "", settings).numbers;
  std::vector<std::string> faults;
  for (const auto& line : lines) {
    const bool counts = rows.with_gaps && line.tex.find("\\now") != line.tex.npos;
    const bool from_one = counts || looks_back(line.tex);
    const Index first = from_one ? std::max<Index>(rows.first, 1) : rows.first;
    bool checked = !rows.with_gaps;
    for (Index row = first; row < traces[0]->rows(); ++row) {
      if (rows.with_gaps && is_gap(traces, line.tex, row)) continue;
      checked = true;
      const auto parameter = [&](std::string_view symbol) {
        int now = -1;
        const Trace* scheduled = trace_with(traces, learning_rate_quantity.symbol, now);
        if (symbol == "lrate" && scheduled != nullptr) return scheduled->at(now, row)[0];
        for (std::size_t i = 0; i < values.size(); ++i) {
          if (declarations.parameters[i].symbol == symbol) return values[i];
        }
        throw std::invalid_argument("no parameter has the symbol " + std::string(symbol));
      };
      const Meanings meanings{
          [&](std::string_view symbol, Index index) { return row_value(traces, symbol, index); },
          parameter, traces[0]->dimension()};
      std::string fault;
      try {
        fault = disagreement(evaluate_line(line.tex, meanings, row));
        if (!fault.empty())
          fault = std::string(line.tex) + "\n  row " + std::to_string(row) + fault;
      } catch (const std::invalid_argument& unreadable) {
        fault = unreadable.what();
      }
      if (fault.empty()) continue;
      faults.push_back(fault);
      break;
    }
    if (!checked) faults.push_back(std::string(line.tex) + "\n  says nothing in any row");
  }
  return faults;
}

}  // namespace fall_line::test
