// Only what prettier and tsc do not look at: nothing grows too long or too winding to be read at a sitting.
export default [
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 40],
      complexity: ["error", 12],
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
