package org.ansatz.judge;

/**
 * What a response is worth, its aspects told apart.
 *
 * @param form whether it could be read
 * @param dimension whether it is of the kind that is asked for: a length, not a time
 * @param unit whether its unit is right: missing where one is asked for, wrong where only the prefix is
 * @param number whether the number is right, in the unit that was meant
 * @param remark what is wrong, or an empty text
 * @param mistake the name of the mistake that explains the number, or an empty text
 */
public record Grade(Aspect form, Aspect dimension, Aspect unit, Aspect number, String remark, String mistake) {

    /** What is known of one aspect. */
    public enum Aspect {
        /** As it should be. */
        RIGHT("right"),
        /** Otherwise. */
        WRONG("wrong"),
        /** Not there, and asked for. */
        MISSING("missing"),
        /** Another aspect is so wrong that this one cannot be told. */
        UNKNOWN("unknown");

        private final String word;

        Aspect(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }

    /** Everything is right. */
    public static final Grade RIGHT = new Grade(Aspect.RIGHT, Aspect.RIGHT, Aspect.RIGHT, Aspect.RIGHT, "", "");

    /** Nothing that can be read. */
    public static Grade unreadable(String message) {
        return new Grade(Aspect.WRONG, Aspect.UNKNOWN, Aspect.UNKNOWN, Aspect.UNKNOWN, message, "");
    }

    /** A quantity of another kind. */
    static Grade ofOtherKind(String message) {
        return new Grade(Aspect.RIGHT, Aspect.WRONG, Aspect.WRONG, Aspect.UNKNOWN, message, "");
    }

    /** Right but for the number. */
    static Grade ofNumber(Aspect number, String remark) {
        return ofNumber(number, remark, "");
    }

    /** Right but for the number, which a mistake explains. */
    static Grade ofNumber(Aspect number, String remark, String mistake) {
        return new Grade(Aspect.RIGHT, Aspect.RIGHT, Aspect.RIGHT, number, remark, mistake);
    }

    /** The same with this said of the unit. */
    Grade withUnit(Aspect unit) {
        return new Grade(form, dimension, unit, number, remark, mistake);
    }

    /** Whether all of it is right. */
    public boolean isRight() {
        return verdict().equals("right");
    }

    /** The outcome: {@code right}, {@code wrong}, {@code unit missing}, {@code unreadable} or {@code undecided}. */
    public String verdict() {
        if (form == Aspect.WRONG) {
            return "unreadable";
        }
        if (dimension == Aspect.WRONG || number == Aspect.WRONG || unit == Aspect.WRONG) {
            return "wrong";
        }
        if (number == Aspect.UNKNOWN) {
            return "undecided";
        }
        return unit == Aspect.MISSING ? "unit missing" : "right";
    }
}
