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

    T half(T x) {
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

    /** Terms of the series and of the fraction: at {@link #LARGE} and below, what is left is under 1e-35. */
    private static final int TERMS = 400;

    /** Beyond, erfc is its continued fraction. */
    private static final double LARGE = 4;

    T erf(T x) {
        return isNegative(x) ? negate(erf(negate(x))) : near(x) > LARGE ? minus(of(1), fraction(x)) : positiveTerms(x);
    }

    T erfc(T x) {
        return near(x) > LARGE ? fraction(x) : minus(of(1), erf(x));
    }

    /** 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹/(1·3·…·(2n + 1)): Abramowitz and Stegun 7.1.6. */
    private T positiveTerms(T x) {
        T term = x;
        T sum = x;
        T square = square(x);
        for (int n = 1; n < TERMS && Math.abs(near(term)) > 1e-240 * Math.abs(near(sum)); n++) {
            term = over(times(term, times(of(2), square)), of(2 * n + 1));
            sum = plus(sum, term);
        }
        return over(times(of(2), times(exp(negate(square)), sum)), sqrt(halfTurn()));
    }

    /** exp(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))): Abramowitz and Stegun 7.1.14. */
    private T fraction(T x) {
        T below = x;
        for (int n = TERMS; n >= 1; n--) {
            below = plus(x, over(of(n / 2.0), below));
        }
        return over(over(exp(negate(square(x))), below), sqrt(halfTurn()));
    }

    /** Four of Newton's steps from the value in question, each of which squares what it is wrong by. */
    T tailInverse(T p) {
        T x = of(ErrorFunction.quantile(near(p)));
        for (int i = 0; i < 4; i++) {
            T y = over(x, sqrt(of(2)));
            T density = over(exp(negate(square(y))), sqrt(times(of(2), halfTurn())));
            x = plus(x, over(minus(half(erfc(y)), p), density));
        }
        return x;
    }

    /** The sine of π times what x is beside a whole number, over πx. */
    T sinc(T x) {
        T z = times(halfTurn(), x);
        if (isSmall(x) || near(x) == 0) {
            return minus(of(1), over(square(z), of(6)));
        }
        double whole = Math.rint(near(x));
        T sine = sin(times(halfTurn(), plus(x, of(-whole))));
        return over(whole % 2 == 0 ? sine : negate(sine), z);
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
