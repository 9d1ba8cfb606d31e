package org.ansatz.truth;

import java.util.ArrayList;
import java.util.List;

/** A random real expression: how it is written in the language, and what it comes to in arithmetic that is not the program's. */
sealed interface Tree {

    /** As it is written; a call, a name, or in brackets. */
    String text();

    /** Its value where {@code x} and the index of a sum are. */
    <N> N in(Numbers<N> numbers, N x, N k);

    /** A number, without a sign. */
    record Literal(String text) implements Tree {
        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            return numbers.number(text);
        }
    }

    /** The variable. */
    record X() implements Tree {
        @Override
        public String text() {
            return "x";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            return x;
        }
    }

    /** The index of the sum around it. */
    record Index() implements Tree {
        @Override
        public String text() {
            return "k";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            return k;
        }
    }

    /** π. */
    record Pi() implements Tree {
        @Override
        public String text() {
            return "pi";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            return numbers.pi();
        }
    }

    /** A function of one argument. */
    record Call(String function, Tree argument) implements Tree {
        @Override
        public String text() {
            return function.equals("-") ? "(-" + argument.text() + ")" : function + "(" + argument.text() + ")";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            N y = argument.in(numbers, x, k);
            N zero = numbers.number("0");
            N one = numbers.number("1");
            return switch (function) {
                case "-" -> numbers.negate(y);
                case "abs" -> numbers.compare(y, zero) < 0 ? numbers.negate(y) : y;
                case "relu" -> numbers.compare(y, zero) > 0 ? y : zero;
                case "step" -> numbers.compare(y, zero) > 0 ? one : zero;
                case "sign" -> numbers.number(String.valueOf(numbers.compare(y, zero)));
                case "floor" -> numbers.floor(y);
                case "ceil" -> numbers.negate(numbers.floor(numbers.negate(y)));
                case "round" -> {
                    N half = numbers.number("0.5");
                    yield numbers.compare(y, zero) < 0
                            ? numbers.negate(numbers.floor(numbers.plus(numbers.negate(y), half)))
                            : numbers.floor(numbers.plus(y, half));
                }
                default -> numbers.smooth(function, y);
            };
        }
    }

    /** Two operands. */
    record Binary(String op, Tree left, Tree right) implements Tree {
        @Override
        public String text() {
            return op.length() == 1
                    ? "(" + left.text() + " " + op + " " + right.text() + ")"
                    : op + "(" + left.text() + ", " + right.text() + ")";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            N a = left.in(numbers, x, k);
            N b = right.in(numbers, x, k);
            return switch (op) {
                case "+" -> numbers.plus(a, b);
                case "-" -> numbers.minus(a, b);
                case "*" -> numbers.times(a, b);
                case "/" -> numbers.over(a, b);
                case "max" -> numbers.compare(a, b) < 0 ? b : a;
                case "min" -> numbers.compare(a, b) > 0 ? b : a;
                default -> numbers.minus(a, numbers.times(b, numbers.floor(numbers.over(a, b))));
            };
        }
    }

    /** A whole power. */
    record Power(Tree base, int exponent) implements Tree {
        @Override
        public String text() {
            return "(" + base.text() + "^" + (exponent < 0 ? "(" + exponent + ")" : String.valueOf(exponent)) + ")";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            N factor = base.in(numbers, x, k);
            N product = numbers.number("1");
            for (int i = 0; i < Math.abs(exponent); i++) {
                product = numbers.times(product, factor);
            }
            return exponent < 0 ? numbers.over(numbers.number("1"), product) : product;
        }
    }

    /** One of two, by a condition. */
    record Choice(Condition condition, Tree then, Tree otherwise) implements Tree {
        @Override
        public String text() {
            return "if(" + condition.text() + ", " + then.text() + ", " + otherwise.text() + ")";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            return (condition.holds(numbers, x, k) ? then : otherwise).in(numbers, x, k);
        }
    }

    /** A sum over 1 to n. */
    record Sum(int n, Tree body) implements Tree {
        @Override
        public String text() {
            return "sum(" + body.text() + " for k in 1:" + n + ")";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            N sum = numbers.number("0");
            for (int i = 1; i <= n; i++) {
                sum = numbers.plus(sum, body.in(numbers, x, numbers.number(String.valueOf(i))));
            }
            return sum;
        }
    }

    /**
     * A rectangle or a bell that is narrow.
     *
     * @param centre where, a decimal
     * @param width half of a rectangle's; the deviation of a bell, times √2
     */
    record Pulse(String centre, String width, Tree height, boolean bell) implements Tree {
        private String away() {
            return centre.startsWith("-") ? "(x + " + centre.substring(1) + ")" : "(x - " + centre + ")";
        }

        @Override
        public String text() {
            return bell
                    ? "(" + height.text() + "*exp(-(" + away() + "/" + width + ")^2))"
                    : "if(abs" + away() + " < " + width + ", " + height.text() + ", 0)";
        }

        @Override
        public <N> N in(Numbers<N> numbers, N x, N k) {
            N away = numbers.minus(x, numbers.number(centre));
            N width = numbers.number(this.width);
            if (bell) {
                N part = numbers.over(away, width);
                N bell = numbers.smooth("exp", numbers.negate(numbers.times(part, part)));
                return numbers.times(height.in(numbers, x, k), bell);
            }
            boolean inside = numbers.compare(away, width) < 0 && numbers.compare(away, numbers.negate(width)) > 0;
            return inside ? height.in(numbers, x, k) : numbers.number("0");
        }
    }

    /** What holds or not. */
    sealed interface Condition {
        /** As it is written. */
        String text();

        /** Whether it holds; of two, the second is looked at only if the first does not decide. */
        <N> boolean holds(Numbers<N> numbers, N x, N k);
    }

    /** A comparison. */
    record Compared(String op, Tree left, Tree right) implements Condition {
        @Override
        public String text() {
            return left.text() + " " + op + " " + right.text();
        }

        @Override
        public <N> boolean holds(Numbers<N> numbers, N x, N k) {
            int order = numbers.compare(left.in(numbers, x, k), right.in(numbers, x, k));
            return switch (op) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** Two conditions, or the opposite of one. */
    record Joined(String op, Condition left, Condition right) implements Condition {
        @Override
        public String text() {
            return op.equals("not")
                    ? "(not (" + left.text() + "))"
                    : "(" + left.text() + " " + op + " " + right.text() + ")";
        }

        @Override
        public <N> boolean holds(Numbers<N> numbers, N x, N k) {
            boolean first = left.holds(numbers, x, k);
            return switch (op) {
                case "not" -> !first;
                case "and" -> first && right.holds(numbers, x, k);
                default -> first || right.holds(numbers, x, k);
            };
        }
    }

    /** All its narrow pulses. */
    static List<Pulse> pulses(Tree tree) {
        List<Pulse> found = new ArrayList<>();
        collect(tree, found);
        return found;
    }

    private static void collect(Tree tree, List<Pulse> found) {
        if (tree instanceof Call call) {
            collect(call.argument, found);
        } else if (tree instanceof Binary binary) {
            collect(binary.left, found);
            collect(binary.right, found);
        } else if (tree instanceof Power power) {
            collect(power.base, found);
        } else if (tree instanceof Choice choice) {
            collect(choice.condition, found);
            collect(choice.then, found);
            collect(choice.otherwise, found);
        } else if (tree instanceof Sum sum) {
            collect(sum.body, found);
        } else if (tree instanceof Pulse pulse) {
            found.add(pulse);
            collect(pulse.height, found);
        }
    }

    private static void collect(Condition condition, List<Pulse> found) {
        if (condition instanceof Compared compared) {
            collect(compared.left, found);
            collect(compared.right, found);
        } else if (condition instanceof Joined joined) {
            collect(joined.left, found);
            collect(joined.right, found);
        }
    }
}
