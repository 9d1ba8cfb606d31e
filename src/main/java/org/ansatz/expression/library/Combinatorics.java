package org.ansatz.expression.library;

import java.math.BigInteger;
import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;

/** Exact functions of whole numbers. */
abstract class Combinatorics extends Entrywise {

    Combinatorics(String signature, String help) {
        super(signature, help);
    }

    static List<Function> all() {
        return List.of(new Factorial(), new Binomial(), new Divisor(), new Multiple());
    }

    /** The value at whole numbers. */
    abstract BigInteger at(List<BigInteger> n);

    @Override
    public Type type(List<Term> arguments, Span call) {
        arguments.forEach(Typing::integers);
        Term last = arguments.get(arguments.size() - 1);
        return Typing.same(arguments.get(0), last).with(NumberSet.INTEGER).with(Dimension.NONE);
    }

    @Override
    final Value ofNumbers(List<Value> arguments) {
        List<BigInteger> numbers = arguments.stream().map(this::whole).collect(java.util.stream.Collectors.toList());
        return new Value.Exact(Rational.of(at(numbers)));
    }

    private BigInteger whole(Value value) {
        if (value instanceof Value.Exact && ((Value.Exact) value).number().isInteger()) {
            return ((Value.Exact) value).number().numerator();
        }
        throw new NoValue(signature() + " takes whole numbers");
    }

    /** n·(n − 1)·…·(n − k + 1), refused as soon as it grows beyond what is kept exactly. */
    private static BigInteger falling(BigInteger n, int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = Rational.of(product.multiply(n.subtract(BigInteger.valueOf(i))))
                    .numerator();
        }
        return product;
    }

    /** n!. */
    private static final class Factorial extends Combinatorics {
        Factorial() {
            super("factorial(n)", "product of the whole numbers from 1 to n");
        }

        @Override
        BigInteger at(List<BigInteger> n) {
            if (n.get(0).signum() < 0 || n.get(0).bitLength() > 31) {
                throw new NoValue("factorial of " + n.get(0));
            }
            return falling(n.get(0), n.get(0).intValue());
        }

        @Override
        public Expansion expansion(List<Expansion> arguments) {
            return arguments.get(0).logFactorial().exp();
        }
    }

    /** n over k. */
    private static final class Binomial extends Combinatorics {
        Binomial() {
            super("binomial(n, k)", "ways to choose k of n things");
        }

        @Override
        BigInteger at(List<BigInteger> n) {
            BigInteger of = n.get(0);
            if (of.signum() < 0) {
                throw new NoValue("binomial of the negative number " + of);
            }
            if (n.get(1).signum() < 0 || n.get(1).compareTo(of) > 0) {
                return BigInteger.ZERO;
            }
            BigInteger k = n.get(1).min(of.subtract(n.get(1)));
            if (k.bitLength() > 31) {
                throw new NoValue("an exact number of more than " + Rational.MAX_BITS + " bits");
            }
            return chosen(of, k.intValue());
        }

        @Override
        public Expansion expansion(List<Expansion> arguments) {
            Expansion of = arguments.get(0);
            Expansion others = of.minus(arguments.get(1));
            return of.logFactorial()
                    .minus(arguments.get(1).logFactorial())
                    .minus(others.logFactorial())
                    .exp();
        }

        /** Every partial product is a binomial coefficient itself, so each division leaves no remainder. */
        private static BigInteger chosen(BigInteger n, int k) {
            BigInteger chosen = BigInteger.ONE;
            for (int i = 0; i < k; i++) {
                BigInteger next = chosen.multiply(n.subtract(BigInteger.valueOf(i)));
                chosen = Rational.of(next.divide(BigInteger.valueOf(i + 1L))).numerator();
            }
            return chosen;
        }
    }

    /** The greatest common divisor. */
    private static final class Divisor extends Combinatorics {
        Divisor() {
            super("gcd(a, b)", "greatest common divisor");
        }

        @Override
        BigInteger at(List<BigInteger> n) {
            return n.get(0).gcd(n.get(1));
        }
    }

    /** The least common multiple. */
    private static final class Multiple extends Combinatorics {
        Multiple() {
            super("lcm(a, b)", "least common multiple");
        }

        @Override
        BigInteger at(List<BigInteger> n) {
            BigInteger divisor = n.get(0).gcd(n.get(1));
            return divisor.signum() == 0
                    ? BigInteger.ZERO
                    : n.get(0).divide(divisor).multiply(n.get(1)).abs();
        }
    }
}
