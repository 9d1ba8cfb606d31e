package org.ansatz.expression.type;

/**
 * The numerical method a result rests on. Two routes are independent when they share no engine, so an engine is named
 * by every function, binder and field block that computes otherwise than by plain arithmetic.
 *
 * @param name short and in lower case, as it is printed: {@code abcd}, {@code ivp}, {@code fft}
 */
public record Engine(String name) implements Comparable<Engine> {

    /** Plain arithmetic and elementary functions; what is left when no other engine takes part. */
    public static final Engine ARITHMETIC = new Engine("arithmetic");

    /** Trying every element of a finite domain. */
    public static final Engine ENUMERATION = new Engine("enumeration");

    /** Numerical integration. */
    public static final Engine QUADRATURE = new Engine("quadrature");

    /** Solving an equation for a number. */
    public static final Engine ROOT = new Engine("root");

    /** Searching an interval for an extremum. */
    public static final Engine SEARCH = new Engine("search");

    /** Differentiation by dual numbers. */
    public static final Engine DUAL = new Engine("dual");

    /** Differentiation by going back over a tape of operations. */
    public static final Engine REVERSE = new Engine("reverse mode");

    /** Differentiation by central differences. */
    public static final Engine DIFFERENCES = new Engine("differences");

    /** Solving a system of linear equations. */
    public static final Engine LINEAR_SOLVE = new Engine("linear-solve");

    /** Following a sequence from element to element. */
    public static final Engine RECURRENCE = new Engine("recurrence");

    /** What follows from how a function behaves as its variable grows without bound: limits. */
    public static final Engine LIMIT = new Engine("limit");

    /** Adding up or multiplying without end. */
    public static final Engine SERIES = new Engine("series");

    /** Sums and integrals over the independent random variables. */
    public static final Engine EXPECTATION = new Engine("expectation");

    /** Outcomes drawn at random. */
    public static final Engine SAMPLING = new Engine("sampling");

    @Override
    public int compareTo(Engine other) {
        return name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Engine && ((Engine) other).name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
