package org.ansatz.sheet;

/** What came of a response. */
public enum Result {
    /** The answer. */
    RIGHT("right"),
    /** The right number without its unit. */
    UNIT_MISSING("unit missing"),
    /** A part of it is right, and the scheme counts that. */
    PARTLY("partly right"),
    /** Something else. */
    WRONG("wrong"),
    /** Nothing was answered. */
    BLANK("blank"),
    /** Nothing that can be read. */
    UNREADABLE("unreadable"),
    /** It is not known what is right, or whether this is. */
    UNDECIDED("undecided");

    private final String word;

    Result(String word) {
        this.word = word;
    }

    /** As it is shown. */
    public String word() {
        return word;
    }
}
