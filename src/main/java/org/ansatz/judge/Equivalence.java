package org.ansatz.judge;

/** Whether two formulas are the same function of their declared variables. */
public sealed interface Equivalence {

    /** The outcome in one word. */
    String status();

    /** The sentence that goes with it. */
    String reason();

    /**
     * They are.
     *
     * @param proved whether exact arithmetic proves it; otherwise no difference was found
     */
    record Equal(boolean proved, String reason) implements Equivalence {
        @Override
        public String status() {
            return "equal";
        }
    }

    /**
     * They are not.
     *
     * @param point where they differ: {@code x = -1, y = 2}
     * @param a what the first is there
     * @param b what the second is there
     * @param slope the name of the variable whose partial derivatives are meant, or an empty text for the values
     */
    record Different(String point, String a, String b, String slope) implements Equivalence {
        @Override
        public String status() {
            return "different";
        }

        @Override
        public String reason() {
            String at = point.isEmpty() ? "" : "at " + point + " ";
            return slope.isEmpty()
                    ? at + "the first is " + a + ", the second " + b
                    : at + "the derivative by " + slope + " of the first is " + a + ", of the second " + b;
        }
    }

    /** It cannot be told. */
    record Undecided(String reason) implements Equivalence {
        @Override
        public String status() {
            return "undecided";
        }
    }
}
