/** What the glossary says; it is written when the site is built. */
export const glossaryWords = {
  used: "Used in",
  formula: (title: string) => `Formula: ${title}`,
  except: (methods: string) => `(not in ${methods})`,
  samples: "One step of gradient descent in each notation",
  groups: {
    steps: "Steps and what every method knows",
    methods: "Methods: settings and quantities",
    schedules: "Learning-rate schedules",
    losses: "Scores and losses",
    data: "Data and batches",
    problems: "Landscapes and models",
    analyses: "Checks, models and rates",
  },
  named: {
    methods: "Methods",
    schedules: "Learning-rate schedules",
    losses: "Losses",
    problems: "Landscapes and models",
  },
};
