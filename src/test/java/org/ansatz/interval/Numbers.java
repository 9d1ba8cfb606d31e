package org.ansatz.interval;

/**
 * Numbers of many digits, and what functions are of a few basic ones: the second way by which enclosures are tested. Formulas
 * keep their relative accuracy near zeros by series there, of which the first term left out is below 1e-35 of the value.
 */
abstract class Numbers<T> {

    /** Up to here odd functions and the logarithm may follow three or five terms of their series. */
    static final double SMALL = 1e-8;

    private final double small;

    /** With series up to {@code small}: {@link #SMALL}, or 0 where so many digits are left that there is no need. */
    Numbers(double small) {
        this.small = small;
    }

    abstract T of(double x);

    abstract double near(T x);

    abstract T plus(T a, T b);

    abstract T times(T a, T b);

    abstract T over(T a, T b);

    abstract T sqrt(T x);

    abstract T exp(T x);

    abstract T log(T x);

    abstract T sin(T x);

    abstract T cos(T x);

    /** Of what lies from −1 to 1. */
    abstract T arc(T x);

    abstract T halfTurn();

    T minus(T a, T b) {
        return plus(a, times(of(-1), b));
    }

    private boolean isSmall(T x) {
        return Math.abs(near(x)) < small;
    }

    private boolean isNegative(T x) {
        return near(x) < 0;
    }

    private T negate(T x) {
        return times(of(-1), x);
    }

    private T half(T x) {
        return over(x, of(2));
    }

    /** x + x³ a/b + x⁵ c/d. */
    private T odd(T x, double a, double b, double c, double d) {
        T square = times(x, x);
        T fifth = over(times(square, of(c)), of(d));
        return plus(x, times(x, times(square, plus(over(of(a), of(b)), fifth))));
    }

    T square(T x) {
        return times(x, x);
    }

    T log1p(T x) {
        if (!isSmall(x)) {
            return log(plus(of(1), x));
        }
        T sum = over(of(1), of(5));
        for (int k = 4; k >= 1; k--) {
            sum = minus(over(of(1), of(k)), times(x, sum));
        }
        return times(x, sum);
    }

    T tan(T x) {
        return isSmall(x) ? odd(x, 1, 3, 2, 15) : over(sin(x), cos(x));
    }

    T sinh(T x) {
        return isSmall(x) ? odd(x, 1, 6, 1, 120) : half(minus(exp(x), exp(negate(x))));
    }

    T cosh(T x) {
        return half(plus(exp(x), exp(negate(x))));
    }

    T tanh(T x) {
        if (isSmall(x)) {
            return odd(x, -1, 3, 2, 15);
        }
        if (isNegative(x)) {
            return negate(tanh(negate(x)));
        }
        T e = exp(times(of(-2), x));
        return over(minus(of(1), e), plus(of(1), e));
    }

    T atan(T x) {
        if (isSmall(x)) {
            return odd(x, -1, 3, 1, 5);
        }
        if (isNegative(x)) {
            return negate(atan(negate(x)));
        }
        return !(near(x) > 1) ? arc(x) : minus(half(halfTurn()), atan(over(of(1), x)));
    }

    T asin(T x) {
        return isSmall(x) ? odd(x, 1, 6, 3, 40) : minus(half(halfTurn()), acos(x));
    }

    T acos(T x) {
        if (near(x) == -1) {
            return halfTurn();
        }
        return times(of(2), atan(sqrt(over(minus(of(1), x), plus(of(1), x)))));
    }

    T asinh(T x) {
        if (isSmall(x)) {
            return odd(x, -1, 6, 3, 40);
        }
        return isNegative(x) ? negate(asinh(negate(x))) : log(plus(x, sqrt(plus(of(1), square(x)))));
    }

    T acosh(T x) {
        return log1p(plus(minus(x, of(1)), sqrt(times(minus(x, of(1)), plus(x, of(1))))));
    }

    T atanh(T x) {
        return isSmall(x) ? odd(x, 1, 3, 1, 5) : half(log(over(plus(of(1), x), minus(of(1), x))));
    }

    T sigmoid(T x) {
        if (isNegative(x)) {
            T e = exp(x);
            return over(e, plus(of(1), e));
        }
        return over(of(1), plus(of(1), exp(negate(x))));
    }

    T softplus(T x) {
        return isNegative(x) ? log1p(exp(x)) : plus(x, log1p(exp(negate(x))));
    }

    T power(T x, T y) {
        return exp(times(y, log(x)));
    }

    /** The angle of the point (x, y) off the negative axis. */
    T angle(T y, T x) {
        if (near(x) > 0 && Math.abs(near(y)) <= near(x)) {
            return atan(over(y, x));
        }
        if (near(x) < 0 && Math.abs(near(y)) <= -near(x)) {
            T turn = isNegative(y) ? negate(halfTurn()) : halfTurn();
            return plus(turn, atan(over(y, x)));
        }
        T quarter = half(isNegative(y) ? negate(halfTurn()) : halfTurn());
        return minus(quarter, atan(over(x, y)));
    }
}
