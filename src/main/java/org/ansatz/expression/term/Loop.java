package org.ansatz.expression.term;

import java.util.List;
import java.util.function.Supplier;
import org.ansatz.expansion.Expansion;
import org.ansatz.expansion.NoExpansion;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.polynomial.Fraction;
import org.ansatz.proof.Extremum;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** A binder at work: its body as a function of the bound variables, where the binder stands. */
public interface Loop {

    /** Receives the body's value at each element. */
    interface Visitor {
        /** Returns whether to go on. */
        boolean visit(Value element, Value body);
    }

    /** Receives the body's values in order, several at once where they were computed so. */
    interface Taker {
        /** Takes one; returns whether to go on. */
        boolean take(Value body);

        /** Takes the first {@code count} of these numbers, each known exactly; returns whether to go on. */
        default boolean takeExact(double[] numbers, int count) {
            boolean goesOn = true;
            for (int i = 0; goesOn && i < count; i++) {
                goesOn = take(new Value.Exact(Rational.exactly(numbers[i])));
            }
            return goesOn;
        }

        /** Takes the first {@code count} of these truth values, 1 for true; returns whether to go on. */
        default boolean takeTruths(double[] truths, int count) {
            boolean goesOn = true;
            for (int i = 0; goesOn && i < count; i++) {
                goesOn = take(Value.Truth.of(truths[i] == 1));
            }
            return goesOn;
        }
    }

    /** Visits every combination of elements that meets the condition; the element shown is that of the last variable. */
    void each(Visitor visitor);

    /** Takes the body for every combination of elements that meets the condition. */
    void takeEach(Taker taker);

    /** The one domain. */
    Domain domain();

    /** Whether the one domain is a real interval. */
    boolean isReal();

    /** Whether there is one variable. */
    boolean isSingle();

    /** Whether the one domain, a real interval, has finite ends. */
    boolean isBounded();

    /** The lower end of the one domain, as exact as it is known. */
    Rational exactLow();

    /** The upper end of the one domain, as exact as it is known. */
    Rational exactHigh();

    /** The lower end of the one domain, a real interval. */
    double low();

    /** The upper end of the one domain, a real interval. */
    double high();

    /** The body at a point of the one domain. */
    Value at(Value point);

    /** The gradient of the body, one number, at a point of the one domain, by going back over a tape once. */
    Value gradientAt(Value point);

    /**
     * The body at a point of the one domain, as a real number.
     *
     * @throws NoValue inside a derivative with respect to something the body depends on: a search
     *     compares numbers and would lose it
     */
    double at(double point);

    /**
     * The body, a real number, where one entry of a point of the one domain has each of these values.
     *
     * @param point a number or a matrix
     * @param entry which entry of the matrix, row by row from 0; 0 of a number
     * @return NaN where it is not known: then {@link #at(Value)} gives it, or says why there is none
     */
    double[] along(Value point, int entry, double[] values);

    /** Whether the body may jump or have a kink: it holds a condition, a search, what a block found, or a function that has one. */
    boolean mayBeRough();

    /** How far the body moves at a point of the one domain where roundings are simulated a few times; in the body's unit. */
    double rounding(Value point);

    /**
     * The body as a function of all its variables that encloses itself.
     *
     * @throws NoEnclosure where a condition or a simulation stands in the way
     */
    Enclosing enclosing();

    /**
     * The real part and the imaginary part of the body, each as a function that encloses itself.
     *
     * @throws NoEnclosure where a condition or a simulation stands in the way
     */
    List<Enclosing> enclosingParts();

    /**
     * The body in outline: a function that encloses itself also where a search is made inside it, but by sets that may be far too large. It
     * proves nothing that is exact, and shows where nothing can be.
     *
     * @throws NoEnclosure where a condition or a simulation stands in the way
     */
    Enclosing outline();

    /**
     * What binders of one kind come to that stand directly one inside the other, each over a real interval.
     *
     * @param function the innermost body times the widths of the intervals, while each variable goes through its own as that of the
     *     cube goes from 0 to 1; that of the outermost binder is the first
     * @param sides how many there are
     */
    record Cube(Enclosing function, int sides) {
        /** The domain. */
        public Interval[] domain() {
            Interval[] domain = new Interval[sides];
            java.util.Arrays.fill(domain, new Interval(0, 1));
            return domain;
        }
    }

    /** The binders that stand directly inside this one, and this one; null if there is none inside. */
    @Nullable
    Cube cube();

    /**
     * The ways in which the variable of a limit goes to its point: by 1/x for large x, from below first, or as x or −x to infinity.
     *
     * @throws NoExpansion if the point is not known
     */
    List<Expansion> approaches();

    /**
     * The body, a real number, where the one variable is this, for a large x.
     *
     * @param isIndex whether x takes whole numbers only
     * @throws NoExpansion if too little is known of it
     */
    Expansion expansion(Expansion variable, boolean isIndex);

    /**
     * How the body behaves, and all that it is made of.
     *
     * @param re of its real part
     * @param im of its imaginary part
     * @param parts of every term inside it
     */
    record Expanded(Expansion re, Expansion im, List<Expansion> parts) {
        /** Copies the list. */
        public Expanded {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The body where the one variable is this, a whole number for every whole number x, for a large x.
     *
     * @throws NoExpansion if too little is known of it
     */
    Expanded expanded(Expansion variable);

    /**
     * The body as a quotient of polynomials in the one variable.
     *
     * @throws NoValue if it is none, with what stands in the way
     */
    Fraction fraction();

    /**
     * Where parts of the body that enclose themselves jump, have a kink or may have no value, in order: of a body that does not enclose itself as
     * a whole more is not known.
     */
    List<Interval> breaks();

    /** The first of whole numbers without an end. */
    long first();

    /** Where on a box the binder's condition is met. */
    Extremum.Condition condition();

    /** The sets that hold the ends of each domain and what lies between, all of them real intervals. */
    Interval[] box();

    /**
     * The result of a search over enclosures, which is made once where the names it rests on keep their values, however often
     * errors are simulated.
     */
    <T> T once(Supplier<T> search);

    /** What each end of the one domain, a real interval, is known to lie in; infinite ends are points. */
    Interval[] ends();

    /**
     * Whether the body jumps at a point of the one domain, a real interval, that moves with what is being differentiated; false
     * where that cannot be told.
     */
    boolean hasMovingJump();

    /**
     * Where the body, or that of binders of the same kind directly inside it, holds a derivative of what jumps, as far as that is seen: an
     * integral would lose the impulse.
     *
     * @return a place in the interval of one of the variables; null if there is none
     */
    @Nullable
    Interval impulse();

    /** Whether no step is left to evaluate the body with. */
    boolean isExhausted();

    /** The derivative of the body at a point of the one domain; by a matrix, entry by entry. */
    Estimate slopeAt(Value point);

    /** The sample space of a statistic: its variables are random. */
    SampleSpace sampleSpace();

    /** The one element of the one domain, a point. */
    Value point();

    /** The one element of the domain of a variable, a point. */
    Value point(int variable);
}
