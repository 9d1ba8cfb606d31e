package org.ansatz.schedule;

/** How well something was remembered. */
public enum Rating {
    /** Forgotten, or not known. */
    AGAIN(1, "again"),
    /** Known, with an effort. */
    HARD(2, "hard"),
    /** Known. */
    GOOD(3, "good"),
    /** Known without thinking. */
    EASY(4, "easy");

    private final int number;
    private final String word;

    Rating(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** Its number in FSRS, from 1 to 4. */
    public int number() {
        return number;
    }

    /** The word for it, as it is typed. */
    public String word() {
        return word;
    }
}
