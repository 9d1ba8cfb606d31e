package org.ansatz.problem;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of remarks on a problem. */
public enum Rule {
    /** Independent routes agree, and a claimed key differs. */
    WRONG_KEY("a claimed key differs from what independent routes agree on"),
    /** The problem does not pass verification. */
    NOT_VERIFIED("the problem, or one of its variants, does not pass verification"),
    /** A given that nothing uses. */
    UNUSED_GIVEN("a given that no route and no option uses"),
    /** A given named like a constant or a unit. */
    HIDDEN_NAME("a given that hides a constant or a unit"),
    /** A speed in turns that may be taken for an angular one. */
    TURNS("a given in rpm or rps, which count turns, and no formula with pi"),
    /** An angle without a unit that may be meant in degrees. */
    DEGREES("a sine, cosine or tangent of a whole number from 10 on without a unit, which is in radians"),
    /** A route that reads none of the data. */
    WITHOUT_DATA("a route that reads none of the data, so that it does not count"),
    /** A route goes through a method on which its result does not rest. */
    IDLE_ENGINE("a route goes through a method on which its result does not rest"),
    /** No hint. */
    MISSING_HINT("there is no hint"),
    /** No worked solution. */
    MISSING_SOLUTION("there is no worked solution"),
    /** A wrong option to which no misconception leads. */
    UNREACHED_OPTION("a wrong option to which no misconception leads"),
    /** A wrong option that rounding could be taken for. */
    NEAR_DISTRACTOR("a wrong option within 2 % (a level: 0.2 dB) of the right one"),
    /** A misconception that leads to the right answer. */
    RIGHT_MISCONCEPTION("a misconception that leads to the right answer, or is within its tolerance"),
    /** A misconception that leads to no option. */
    IDLE_MISCONCEPTION("a misconception that leads to none of the options"),
    /** A misconception whose sentence cannot stand alone. */
    LEANING_MISCONCEPTION("a misconception whose sentence leans on another one: likewise"),
    /** A symbol of an option that the statement does not name. */
    UNDEFINED_SYMBOL("a symbol that an option shows and the statement does not name"),
    /** An option of words that a variant shows as a bare value. */
    LOST_WORDS("an option that is shown in words, and in variants as a bare value"),
    /** A datum of which the statement says nothing. */
    UNSAID_DATUM("a datum that routes use and whose value the statement does not say"),
    /** A key that accepts what a misconception leads to. */
    KEY_ADMITS_SLIP("a claimed key that accepts the value of a misconception"),
    /** A bank that others practise: fewer than two hints. */
    FEW_HINTS("fewer than two hints, the gentler one first"),
    /** A number that students get wrong in fewer than two known ways. */
    FEW_MISCONCEPTIONS("fewer than two misconceptions where a value is asked for"),
    /** No other data. */
    NO_VARIANTS("data, and no variants, so that it can be asked once"),
    /** Nobody knows how long it takes. */
    NO_MINUTES("it is not said how long it takes"),
    /** Nothing to look at. */
    NO_PLOT("something may vary, and no plot shows how"),
    /** It is not said where it is from. */
    NO_SOURCE("it is not said where the question is from"),
    /** A statement that nobody reads to its end. */
    LONG_STATEMENT("a statement of more than 1000 characters"),
    /** It leads a learner nowhere. */
    UNKNOWN_NEED("a topic that should be known before, and of which the bank has no problem"),
    /** Two problems that differ by their data. */
    SAME_PROBLEM("the routes are those of another problem but for names and numbers"),
    /** The letters of right options are not spread. */
    UNEVEN_LETTERS("right options have some letters too often (chi-squared test at 1 %)"),
    /** How a route came by its values: there is nothing to mend. */
    METHOD("how a route came by its values; nothing to mend");

    /** Those that only a bank has to keep that others practise. */
    public static final Set<Rule> STRICT = Collections.unmodifiableSet(EnumSet.of(
            FEW_HINTS,
            FEW_MISCONCEPTIONS,
            NO_VARIANTS,
            NO_MINUTES,
            NO_PLOT,
            NO_SOURCE,
            LONG_STATEMENT,
            UNKNOWN_NEED,
            SAME_PROBLEM,
            UNEVEN_LETTERS));

    /** Those that ask for something to be mended in any problem. */
    public static final Set<Rule> TO_MEND = Collections.unmodifiableSet(toMend());

    private static Set<Rule> toMend() {
        Set<Rule> rules = EnumSet.allOf(Rule.class);
        rules.removeAll(STRICT);
        rules.remove(METHOD);
        return rules;
    }

    private final String meaning;

    Rule(String meaning) {
        this.meaning = meaning;
    }

    /** The name as it is printed: {@code unused-given}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says of a problem. */
    public String meaning() {
        return meaning;
    }
}
