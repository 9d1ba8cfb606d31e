package org.ansatz.truth;

/** Arithmetic of one kind in which a {@link Tree} is evaluated. Everything that jumps or bends rests on two questions. */
interface Numbers<N> {

    /** A number as it is written. */
    N number(String decimal);

    /** π. */
    N pi();

    N plus(N a, N b);

    N times(N a, N b);

    /**
     * The quotient.
     *
     * @throws NoReference where there is none, or it is not known whether there is one
     */
    N over(N a, N b);

    N negate(N a);

    /** A smooth function by its name in the language. */
    N smooth(String function, N x);

    /** The sign of a difference: −1, 0 or 1. */
    int compare(N a, N b);

    /** The largest whole number that is not larger. */
    N floor(N a);

    default N minus(N a, N b) {
        return plus(a, negate(b));
    }
}
