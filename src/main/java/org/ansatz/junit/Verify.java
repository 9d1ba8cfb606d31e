package org.ansatz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * A method that solves a problem. It is a test of a class that implements {@link MethodTests}: it is tried on the published
 * data and on seeded variants, and its results are compared with what the routes of the problem agree on; its first error is
 * reported in the roundest numbers found.
 *
 * <pre>{@code
 * class LengthTest implements MethodTests {
 *     @Verify("gate-2012-ec/q28")
 *     double length(double f1, double f2) {
 *         return 9 * 299_792_458.0 / (4 * f1);
 *     }
 * }
 * }</pre>
 *
 * <p><b>Parameters</b> have the names of givens, of which it need not take all; where a formula in {@code t} is asked for,
 * {@code t} is a parameter, too. If the class is compiled without {@code -parameters}, they are all the names of the problem
 * in the order of its file. Numbers are in SI, or in the unit that {@link In} says. They are {@code double}, {@code int},
 * {@code long}, {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@code boolean} for what is 0 or 1,
 * {@link org.apache.commons.math3.complex.Complex}, {@code double[]} for a single row or column, {@code double[][]} for the rows of
 * a matrix.
 *
 * <p><b>The result</b> is any of these, too: a {@code double[]} may be a complex number (real and imaginary part), a set, the ends
 * of an interval, or an array, row by row. Letters of options are a {@code char} or {@link String}; a formula or waveform may be a
 * {@link java.util.function.DoubleUnaryOperator} or {@link java.util.function.DoubleBinaryOperator}; several parts are a record
 * with a component of each part's name.
 *
 * <p>Each call is made on a thread of its own. Of the annotations of JUnit, those that name, disable or tag a test, its
 * conditions, {@link org.junit.jupiter.api.Timeout} and {@link org.junit.jupiter.api.extension.ExtendWith} mean what they
 * always mean, and a case of which the method assumes otherwise ({@link org.junit.jupiter.api.Assumptions}) is left out; any
 * other annotation of JUnit beside this one is an error.
 */
@Documented
@Testable
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Verify {

    /** How many variants are tried where nothing is said. */
    int VARIANTS = 25;

    /** The id of the problem in the bank of the test class. */
    String value();

    /**
     * How many seeded variants are tried besides the published data and the ends of the ranges that variants are drawn from, if
     * the problem has variants; 0 or more, and 0 for the published data alone.
     */
    int variants() default VARIANTS;

    /** The seeds of the variants that are tried in place of all others, each 1 or more: those that a failure names. */
    long[] seeds() default {};

    /**
     * Whether the report of the test says what is tried: of each given that is drawn the lowest and highest value, and how many
     * there are.
     */
    boolean distribution() default false;

    /** How long one call may take, in seconds; a method that does not return is reported and given up. */
    int timeout() default 10;

    /**
     * To how many significant digits a number must be that of the routes, 1 to 15: half a unit of the last one is allowed.
     * Whole results must be equal to whole answers.
     */
    int digits() default 6;
}
