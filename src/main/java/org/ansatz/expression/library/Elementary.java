package org.ansatz.expression.library;

import java.util.List;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.program.Kernel;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.OutOfDomain;
import org.ansatz.expression.value.Tied;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Series;
import org.ansatz.quantity.NoValue;

/**
 * A function of one pure number, applied entry by entry to arrays. Its derivative stands beside its value, and is itself
 * computed on values, so that derivatives of every order follow.
 */
abstract class Elementary extends Entrywise {

    Elementary(String signature, String help) {
        super(signature, help);
    }

    /** The value at a real number. */
    abstract double at(double x);

    /** The value at a real number of which more may be known than its double shows, and of which more may be known. */
    Value.Real at(Value.Real x) {
        return new Value.Real(at(x.x()));
    }

    /** The value at a complex number. */
    Value at(Value.Complex z) {
        throw new NoValue(name() + " is for real numbers; here it was given a complex one");
    }

    /** The derivative at a real or complex number, or at a dual. */
    abstract Value slope(Value x);

    /** The value at a dual; a function with a kink or a step chooses its piece by {@link Arithmetic#compare}. */
    Value at(Value.Dual x) {
        return new Value.Dual(x.order(), of(x.re()), Arithmetic.multiply(slope(x.re()), x.eps()));
    }

    /** What the value and its derivatives are known to lie in. */
    abstract Series enclosed(Series x);

    /** How the value behaves far out; where nothing else is said, the argument must tend to a constant around which it is smooth. */
    Expansion expanded(Expansion x) {
        return super.expansion(List.of(x));
    }

    @Override
    public final Expansion expansion(List<Expansion> arguments) {
        return expanded(arguments.get(0));
    }

    /** What the value at a complex number is known to lie in. */
    Enclosed enclosed(Enclosed.Complex z) {
        throw new NoEnclosure(name() + " of a complex number");
    }

    /** The value at an exact number where that is exact too; otherwise that of the nearest double. */
    Value exactly(Value.Exact x) {
        return at((Value.Real) Arithmetic.inexact(x));
    }

    @Override
    public Type type(List<Term> arguments, Span call) {
        Type argument = Typing.pure(arguments.get(0)).type();
        return argument.with(org.ansatz.quantity.Dimension.NONE)
                .with(argument.set() == NumberSet.COMPLEX ? NumberSet.COMPLEX : NumberSet.REAL);
    }

    @Override
    final Value ofNumbers(List<Value> numbers) {
        return of(numbers.get(0));
    }

    @Override
    final Enclosed enclosedNumbers(List<Enclosed> numbers) {
        return numbers.get(0) instanceof Enclosed.Complex z
                ? enclosed(z)
                : new Enclosed.Real(enclosed(Enclosed.real(numbers.get(0))));
    }

    @Override
    final Value slope(int argument, List<Value> numbers) {
        return slope(numbers.get(0));
    }

    /** What is known of its values where so much is known of its arguments. */
    Kind kind(Kind argument) {
        return Kind.REAL;
    }

    /** Whether it is an exact number at every exact number. */
    boolean isExact() {
        return false;
    }

    @Override
    public final Kernel kernel(Type type) {
        return new EntryByEntry(this);
    }

    @Override
    public double onReals(double[] arguments) {
        return at(arguments[0]);
    }

    /**
     * On which side of zero a number is, where the slope is not the same on both: −1 or 1.
     *
     * @throws Tied at zero itself; where dual numbers do not move from it to first order, either side will do
     */
    static int sideOfZero(Value x) {
        int side = Arithmetic.compare(x, Arithmetic.ZERO);
        if (side == 0 && !Value.Dual.isOneSided(Arithmetic.order(x))) {
            throw new Tied(0);
        }
        return side < 0 ? -1 : 1;
    }

    /** The value at any kind of number. */
    final Value of(Value x) {
        if (x instanceof Value.Real) {
            return at((Value.Real) x);
        }
        if (x instanceof Value.Exact) {
            return exactly((Value.Exact) x);
        }
        if (x instanceof Value.Complex) {
            return at((Value.Complex) x);
        }
        if (x instanceof Value.Dual) {
            return at((Value.Dual) x);
        }
        throw new NoValue(name() + " is for numbers");
    }

    /** A double that exists, or the reason why not. */
    final double defined(double y, double x, String where) {
        if (Double.isNaN(y)) {
            throw new OutOfDomain(name() + " is defined for " + where + ", not for " + x);
        }
        return y;
    }
}
