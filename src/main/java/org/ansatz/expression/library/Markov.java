package org.ansatz.expression.library;

import static org.ansatz.expression.value.Arithmetic.ONE;
import static org.ansatz.expression.value.Arithmetic.ZERO;
import static org.ansatz.expression.value.Arithmetic.add;
import static org.ansatz.expression.value.Arithmetic.divide;
import static org.ansatz.expression.value.Arithmetic.multiply;
import static org.ansatz.expression.value.Arithmetic.real;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Counts;
import org.ansatz.quantity.NoValue;

/**
 * Markov chains with finitely many states: row i of their matrix holds the probabilities of the steps from state i. States are
 * eliminated one by one by what goes through them, without a subtraction (W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations
 * Research 33, 1985), so that each result has its full relative accuracy, however small it is (C. A. O'Cinneide, Numer. Math. 65,
 * 1993), and is exact for rational numbers.
 */
final class Markov {

    private static final Engine CHAIN = new Engine("markov");

    /** The most states. */
    private static final int MAX_STATES = 100;

    /** Rows that are not exact make 1 to this. */
    private static final double TOTAL_TO = 1e-9;

    private static final double ULP = 0x1p-52;

    private Markov() {}

    /** All functions. */
    static List<Function> all() {
        return List.of(
                new Stationary(),
                new Hitting("hitting_probability(P, from, to)", PROBABILITY) {
                    @Override
                    Value of(Chain chain, int from, BitSet to) {
                        return chain.hittingProbability(from, to);
                    }
                },
                new Hitting("hitting_time(P, from, to)", TIME) {
                    @Override
                    Value of(Chain chain, int from, BitSet to) {
                        return chain.hittingTime(from, to);
                    }
                });
    }

    private static final String PROBABILITY =
            "probability that a Markov chain that starts in one state ever comes to another, or to one of a list";

    private static final String TIME =
            "mean number of steps of a Markov chain from one state until it comes to another, or to one of a list";

    private static Type transitions(Term matrix) {
        Type type = LinearAlgebra.square(Typing.pure(matrix));
        if (type.set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(matrix.span(), "probabilities are real numbers");
        }
        return type;
    }

    /** The distribution that a step leaves as it is. */
    private static final class Stationary extends Function {

        Stationary() {
            super(
                    "stationary(P)",
                    CHAIN,
                    "stationary distribution of a Markov chain, as a row; row i of P holds the steps from state i");
        }

        @Override
        public Type type(List<Term> arguments, Span call) {
            Type type = transitions(arguments.get(0));
            return type.with(new Shape(Shape.of(1, 1).rows(), type.shape().columns()))
                    .with(type.set().isExact() ? NumberSet.RATIONAL : NumberSet.REAL);
        }

        @Override
        public Estimate apply(List<Value> arguments) {
            Chain chain = new Chain((Value.Array) arguments.get(0));
            List<Value> row = chain.stationary();
            return new Estimate(new Value.Array(1, row.size(), row), chain.error(row));
        }
    }

    /** What is asked of the way from one state to others. */
    private abstract static class Hitting extends Function {

        Hitting(String signature, String help) {
            super(signature, CHAIN, help);
        }

        abstract Value of(Chain chain, int from, BitSet to);

        @Override
        public final Type type(List<Term> arguments, Span call) {
            Type type = transitions(arguments.get(0));
            Typing.integer(arguments.get(1));
            Typing.integers(arguments.get(2));
            return Type.of(type.set().isExact() ? NumberSet.RATIONAL : NumberSet.REAL, type.dimension());
        }

        @Override
        public final Estimate apply(List<Value> arguments) {
            Chain chain = new Chain((Value.Array) arguments.get(0));
            BitSet to = new BitSet();
            List<Value> listed =
                    arguments.get(2) instanceof Value.Array list ? list.entries() : arguments.subList(2, 3);
            listed.forEach(state -> to.set(chain.state(state)));
            Value found = of(chain, chain.state(arguments.get(1)), to);
            return new Estimate(found, chain.error(List.of(found)));
        }
    }

    /** A chain; its matrix changes while states are eliminated. */
    private static final class Chain {
        private final Value[][] steps;
        private final boolean isExact;

        Chain(Value.Array matrix) {
            int n = matrix.rows();
            if (n != matrix.columns()) {
                throw new NoValue(
                        "a matrix of " + n + " × " + matrix.columns() + "; as many rows as columns are needed");
            }
            if (n > MAX_STATES) {
                throw new NoValue("a chain of " + n + " states; at most " + MAX_STATES + " are possible");
            }
            steps = new Value[n][n];
            isExact = matrix.entries().stream().allMatch(Value.Exact.class::isInstance);
            for (int i = 0; i < n; i++) {
                Value total = ZERO;
                for (int j = 0; j < n; j++) {
                    steps[i][j] = matrix.at(i, j);
                    Counts.requireProbability(real(steps[i][j]));
                    total = add(total, steps[i][j]);
                }
                double off = Math.abs(real(total) - 1);
                if (isExact ? off > 0 : off > TOTAL_TO) {
                    throw new NoValue("row " + (i + 1) + " of the matrix has the total " + real(total)
                            + "; the probabilities of the steps from a state make 1");
                }
            }
        }

        int state(Value number) {
            double k = real(number);
            if (!(k >= 1 && k <= steps.length) || k != Math.rint(k)) {
                throw new NoValue("state " + k + " of a chain whose states are 1 to " + steps.length);
            }
            return (int) k - 1;
        }

        /** Every operation and every rounded probability counts once for each state, at most. */
        double error(List<Value> found) {
            double largest = found.stream()
                    .mapToDouble(value -> Math.abs(real(value)))
                    .max()
                    .orElse(0);
            return isExact ? 0 : 8.0 * steps.length * ULP * largest;
        }

        private boolean leads(int from, int to) {
            return real(steps[from][to]) > 0;
        }

        /** The states that can be reached from one, itself included, without going on from some others. */
        private BitSet reached(int from, BitSet ends) {
            BitSet reached = new BitSet();
            reached.set(from);
            List<Integer> open = new ArrayList<>(List.of(from));
            while (!open.isEmpty()) {
                int at = open.remove(open.size() - 1);
                for (int next = 0; !ends.get(at) && next < steps.length; next++) {
                    if (leads(at, next) && !reached.get(next)) {
                        reached.set(next);
                        open.add(next);
                    }
                }
            }
            return reached;
        }

        /** The sum of the probabilities of the steps from a state to others of a set. */
        private Value away(int from, BitSet among) {
            Value sum = ZERO;
            for (int to = among.nextSetBit(0); to >= 0; to = among.nextSetBit(to + 1)) {
                sum = to == from ? sum : add(sum, steps[from][to]);
            }
            return sum;
        }

        /** Lets what went through a state go directly; returns the probability of leaving it. */
        private Value eliminate(int state, BitSet left) {
            Value away = away(state, left);
            for (int from = left.nextSetBit(0); from >= 0; from = left.nextSetBit(from + 1)) {
                if (from != state && leads(from, state)) {
                    Value part = divide(steps[from][state], away);
                    for (int to = left.nextSetBit(0); to >= 0; to = left.nextSetBit(to + 1)) {
                        if (to != state && to != from && leads(state, to)) {
                            steps[from][to] = add(steps[from][to], multiply(part, steps[state][to]));
                        }
                    }
                }
            }
            return away;
        }

        /** The one set of states that is never left. */
        private BitSet recurrent() {
            BitSet none = new BitSet();
            BitSet found = null;
            List<BitSet> reachable = new ArrayList<>();
            for (int state = 0; state < steps.length; state++) {
                reachable.add(reached(state, none));
            }
            for (int state = 0; state < steps.length; state++) {
                int back = state;
                BitSet reached = reachable.get(state);
                boolean isClosed =
                        reached.stream().allMatch(other -> reachable.get(other).get(back));
                if (isClosed && found != null && !found.equals(reached)) {
                    throw new NoValue("there is no single stationary distribution: the states " + numbers(found)
                            + " and " + numbers(reached) + " are never left");
                }
                found = isClosed ? reached : found;
            }
            return found == null ? none : found;
        }

        private static String numbers(BitSet states) {
            List<String> numbers = new ArrayList<>();
            states.stream().forEach(state -> numbers.add(String.valueOf(state + 1)));
            return String.join(", ", numbers);
        }

        List<Value> stationary() {
            BitSet left = recurrent();
            List<Integer> order = left.stream().boxed().toList();
            Value[] away = new Value[steps.length];
            for (int i = order.size() - 1; i > 0; i--) {
                away[order.get(i)] = eliminate(order.get(i), left);
                left.clear(order.get(i));
            }
            List<Value> row = new ArrayList<>(Collections.nCopies(steps.length, ZERO));
            Value total = ONE;
            row.set(order.get(0), ONE);
            for (int i = 1; i < order.size(); i++) {
                int state = order.get(i);
                Value flow = ZERO;
                for (int k = 0; k < i; k++) {
                    flow = add(flow, multiply(row.get(order.get(k)), steps[order.get(k)][state]));
                }
                row.set(state, divide(flow, away[state]));
                total = add(total, row.get(state));
            }
            Value all = total;
            row.replaceAll(weight -> divide(weight, all));
            return row;
        }

        Value hittingProbability(int from, BitSet to) {
            if (to.get(from)) {
                return ONE;
            }
            BitSet left = reached(from, to);
            if (!left.intersects(to)) {
                return ZERO;
            }
            BitSet lost = lost(left, to);
            for (int state : between(from, left, to, lost)) {
                eliminate(state, left);
                left.clear(state);
            }
            left.and(to);
            Value hits = away(from, left);
            return divide(hits, add(hits, away(from, lost)));
        }

        Value hittingTime(int from, BitSet to) {
            if (to.get(from)) {
                return ZERO;
            }
            BitSet left = reached(from, to);
            BitSet lost = lost(left, to);
            if (!lost.isEmpty()) {
                throw new NoValue("the mean time is infinite: the chain may come to "
                        + (lost.cardinality() == 1 ? "state " : "states ") + numbers(lost) + " and never from there to "
                        + numbers(to));
            }
            Value[] time = new Value[steps.length];
            Arrays.fill(time, ONE);
            for (int state : between(from, left, to, lost)) {
                Value away = away(state, left);
                for (int other = left.nextSetBit(0); other >= 0; other = left.nextSetBit(other + 1)) {
                    if (other != state && leads(other, state)) {
                        time[other] = add(time[other], multiply(divide(steps[other][state], away), time[state]));
                    }
                }
                eliminate(state, left);
                left.clear(state);
            }
            return divide(time[from], away(from, left));
        }

        /** The states from which there is no way to some others. */
        private BitSet lost(BitSet states, BitSet to) {
            BitSet lost = new BitSet();
            states.stream().filter(state -> !reached(state, to).intersects(to)).forEach(lost::set);
            return lost;
        }

        private static List<Integer> between(int from, BitSet states, BitSet to, BitSet lost) {
            return states.stream()
                    .filter(state -> state != from && !to.get(state) && !lost.get(state))
                    .boxed()
                    .toList();
        }
    }
}
