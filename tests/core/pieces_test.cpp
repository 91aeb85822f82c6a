// A schedule put together from pieces, each of which is one of the declared forms.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/schedules/piece.hpp"
#include "tests/core/support.hpp"

namespace fall_line::pieces_test {

using test::refusal_of;

std::unique_ptr<AnySchedule> pieces(const std::string& text) {
  return find_schedule("pieces").create({{"pieces", text}});
}

TEST(PiecesSchedule, GivesTheWarmUpOfLecture3) {
  const auto warmup = pieces("linear:5:0:0.1, constant:10:0.1");
  const double expected[] = {0, .02, .04, .06, .08, .1, .1};
  for (int epoch = 0; epoch < 7; ++epoch) {
    EXPECT_NEAR(warmup->factor(epoch), expected[epoch], 1e-16) << epoch;
  }
}

TEST(PiecesSchedule, GoesFromPieceToPieceAndStays) {
  const auto schedule = pieces("linear:10:0:1,constant:30:1,cosine:60:1:0.1");
  EXPECT_EQ(schedule->factor(0.0), 0.0);
  EXPECT_EQ(schedule->factor(5.0), 0.5);
  EXPECT_EQ(schedule->factor(10.0), 1.0);
  EXPECT_EQ(schedule->factor(39.0), 1.0);
  EXPECT_EQ(schedule->factor(40.0), 1.0);
  EXPECT_NEAR(schedule->factor(70.0), 0.55, 1e-15);
  for (const double later : {100.0, 101.0, 1e9}) EXPECT_EQ(schedule->factor(later), 0.1);
}

TEST(PiecesSchedule, LetsTheLaterPieceCountWhereTwoMeet) {
  const auto jump = pieces("constant:2:1, constant:2:0.5");
  EXPECT_EQ(jump->factor(1.9), 1.0);
  EXPECT_EQ(jump->factor(2.0), 0.5);
}

// Each form between its ends is the declared schedule with the settings that lead there.
struct Form {
  const char* piece;
  const char* schedule;
  Settings settings;
};

class EveryForm : public ::testing::TestWithParam<Form> {};

TEST_P(EveryForm, IsTheScheduleOfThatName) {
  const auto& [piece, name, settings] = GetParam();
  const auto one = pieces(piece);
  const auto other = find_schedule(name).create(settings);
  for (double time = 0.0; time < 20.0; time += 0.5) {
    EXPECT_NEAR(one->factor(time), other->factor(time), 1e-14) << piece << " at " << time;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Pieces, EveryForm,
    ::testing::Values(Form{"constant:20:1", "constant", {}},
                      Form{"linear:20:1:0.2", "linear", {{"total", "20"}, {"end", "0.2"}}},
                      Form{"cosine:20:1:0.2", "cosine", {{"total", "20"}, {"end", "0.2"}}},
                      Form{"step:20:1:0.125", "step", {{"drop", "0.5"}, {"every", "5"}}},
                      Form{"exponential:20:1:0.35848592240854", "exponential", {{"decay", "0.95"}}},
                      Form{"inverse_time:20:1:0.25", "inverse_time", {{"rate", "0.15"}}},
                      Form{"inverse_root:20:1:0.25", "inverse_root", {{"rate", "0.75"}}}));

TEST(Piece, OfEveryShapeBeginsAndEndsWhereItSays) {
  for (std::size_t shape = 0; shape < piece_shapes().size(); ++shape) {
    for (const auto& [from, to] : {std::pair{0.2, 1.0}, {1.0, 0.2}, {0.3, 0.3}}) {
      const Piece piece{static_cast<PieceShape>(shape), 10.0, from, to};
      EXPECT_NEAR(piece.at(0.0), from, 1e-15) << shape;
      if (shape > 0) EXPECT_NEAR(piece.at(1.0), to, 1e-15) << shape;
    }
  }
}

struct Refused {
  const char* text;
  const char* allowed;
};

class BadPieces : public ::testing::TestWithParam<Refused> {};

TEST_P(BadPieces, AreRefusedInWords) {
  const auto refusal = refusal_of([] { pieces(GetParam().text); });
  EXPECT_EQ(refusal.argument, "schedule.pieces");
  EXPECT_NE(refusal.message.find(GetParam().allowed), std::string::npos) << refusal.message;
}

INSTANTIATE_TEST_SUITE_P(Pieces, BadPieces,
                         ::testing::Values(Refused{"", "one of the shapes constant, linear"},
                                           Refused{"wave:10:0:1", "one of the shapes"},
                                           Refused{"linear", "shape:length:from:to"},
                                           Refused{"linear:10:0", "shape:length:from:to"},
                                           Refused{"linear:0:0:1", "a length above 0"},
                                           Refused{"linear:-1:0:1", "numbers from 0 to 1e6"},
                                           Refused{"linear:10:0:1e7", "numbers from 0 to 1e6"},
                                           Refused{"linear:10:0:1:2", "nothing after"},
                                           Refused{"constant:10:1:1", "nothing after"},
                                           Refused{"exponential:10:1:0", "above 0 for exponential"},
                                           Refused{"inverse_time:10:0:1",
                                                   "above 0 for inverse_time"},
                                           Refused{"linear:10:0:1,", "one of the shapes"},
                                           Refused{"linear:10:nan:1", "numbers from 0 to 1e6"}));

TEST(PiecesSchedule, HasAtMostFiftyPieces) {
  std::string text = "constant:1:1";
  for (int i = 1; i < 50; ++i) text += ",constant:1:1";
  EXPECT_EQ(pieces(text)->factor(49.0), 1.0);
  EXPECT_EQ(refusal_of([&] { pieces(text + ",constant:1:1"); }).argument, "schedule.pieces");
}

}  // namespace fall_line::pieces_test
