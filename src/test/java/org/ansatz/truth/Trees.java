package org.ansatz.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;

/** Random trees over an interval whose ends are doubles. */
final class Trees {

    private static final String[] SMOOTH = {
        "sin",
        "cos",
        "exp",
        "tanh",
        "atan",
        "sinh",
        "cosh",
        "asinh",
        "sigmoid",
        "softplus",
        "tan",
        "sqrt",
        "log",
        "log1p"
    };
    private static final String[] BROKEN = {"abs", "abs", "floor", "ceil", "round", "sign", "step", "relu"};
    private static final String[] WHERE = {"<", "<=", ">", ">="};

    private final Random random;
    private final double low;
    private final double high;

    Trees(Random random, double low, double high) {
        this.random = random;
        this.low = low;
        this.high = high;
    }

    Tree tree(int depth) {
        return tree(depth, false);
    }

    private Tree tree(int depth, boolean inSum) {
        if (depth == 0 || random.nextInt(12) == 0) {
            return leaf(inSum);
        }
        int kind = random.nextInt(100);
        if (kind < 38) {
            String op = pick("+", "+", "-", "-", "*", "*", "*");
            return new Tree.Binary(op, tree(depth - 1, inSum), tree(random.nextInt(depth), inSum));
        }
        if (kind < 43) {
            Tree below = tree(random.nextInt(depth), inSum);
            Tree denominator =
                    random.nextInt(4) == 0 ? below : new Tree.Binary("+", literal(), new Tree.Power(below, 2));
            return new Tree.Binary("/", tree(depth - 1, inSum), denominator);
        }
        if (kind < 60) {
            String function = pick(SMOOTH);
            Tree inside = tree(depth - 1, inSum);
            boolean bounded = random.nextInt(5) > 0;
            if (bounded && function.matches("sqrt|log|log1p")) {
                inside = new Tree.Binary("+", literal(), new Tree.Call("abs", inside));
            }
            if (bounded && function.matches("exp|sinh|cosh|tan")) {
                inside = new Tree.Call(pick("sin", "tanh", "atan", "-"), inside);
            }
            return new Tree.Call(function, inside);
        }
        if (kind < 70) {
            return new Tree.Call(pick(BROKEN), tree(depth - 1, inSum));
        }
        if (kind < 75) {
            return new Tree.Binary(pick("min", "max"), tree(depth - 1, inSum), tree(random.nextInt(depth), inSum));
        }
        if (kind < 78) {
            return new Tree.Binary("mod", tree(depth - 1, inSum), literal());
        }
        if (kind < 83) {
            return new Tree.Power(
                    tree(depth - 1, inSum), random.nextInt(8) == 0 ? -1 - random.nextInt(2) : 2 + random.nextInt(3));
        }
        if (kind < 89) {
            return new Tree.Choice(
                    condition(depth - 1, inSum), tree(depth - 1, inSum), tree(random.nextInt(depth), inSum));
        }
        if (kind < 92 && !inSum) {
            return new Tree.Sum(1 + random.nextInt(4), tree(depth - 1, true));
        }
        return new Tree.Binary("+", pulse(random.nextInt(depth), inSum), tree(depth - 1, inSum));
    }

    private Tree.Condition condition(int depth, boolean inSum) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return new Tree.Joined(pick("and", "or", "not"), condition(depth - 1, inSum), condition(depth - 1, inSum));
        }
        int deep = random.nextInt(Math.min(3, depth + 1));
        Tree left = tree(deep, inSum);
        Tree right = random.nextBoolean() ? literal() : tree(deep, inSum);
        return new Tree.Compared(pick(WHERE), left, right.equals(left) ? literal() : right);
    }

    private Tree leaf(boolean inSum) {
        int kind = random.nextInt(20);
        return kind < 12
                ? new Tree.X()
                : inSum && kind < 15 ? new Tree.Index() : kind == 19 ? new Tree.Pi() : literal();
    }

    private Tree literal() {
        return new Tree.Literal(
                switch (random.nextInt(4)) {
                    case 0 -> String.valueOf(1 + random.nextInt(6));
                    case 1 -> pick("0.5", "0.25", "1.5", "2.5", "0.1", "10");
                    case 2 -> BigDecimal.valueOf(1 + random.nextInt(99), 2).toPlainString();
                    default -> BigDecimal.valueOf(1 + random.nextInt(4999), 3).toPlainString();
                });
    }

    private Tree pulse(int depth, boolean inSum) {
        double part = Math.pow(10, -7 + 6.3 * random.nextDouble());
        String centre = decimal(low + (high - low) * random.nextDouble(), 6);
        String width = decimal((high - low) * part / 2, 3);
        Tree height = random.nextInt(3) == 0 ? tree(depth, inSum) : literal();
        return new Tree.Pulse(centre, width, height, random.nextBoolean());
    }

    /** A number with so many digits, without an exponent that the language would not read. */
    private static String decimal(double x, int digits) {
        return new BigDecimal(x).round(new MathContext(digits)).toPlainString();
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
