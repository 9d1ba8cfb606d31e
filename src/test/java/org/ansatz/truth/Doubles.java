package org.ansatz.truth;

/** Doubles, each with a bound on its rounding errors so far; and a trail of what was decided on the way. */
final class Doubles implements Numbers<Doubles.Rounded> {

    /** A result of {@link Math} lies within this part of the truth: two units, and half a one for safety. */
    private static final double LIBRARY = 0x1p-51;

    private static final double ROUNDING = 0x1p-53;
    private static final double LARGEST = 1e150;

    private long trail;
    private boolean ambiguous;
    private final boolean ties;

    /** @param ties whether what cannot be told apart is taken for equal */
    Doubles(boolean ties) {
        this.ties = ties;
    }

    /** A value, and how wrong it may be. */
    record Rounded(double value, double error) {}

    /** What a function comes to at a point: value, error, which branches were taken, and whether that was clear. */
    record Spot(double x, double value, double error, long trail, boolean ambiguous) {}

    static Spot at(Tree tree, double x) {
        return at(tree, x, false);
    }

    static Spot at(Tree tree, double x, boolean ties) {
        Doubles numbers = new Doubles(ties);
        Rounded y = tree.in(numbers, new Rounded(x, 0), new Rounded(0, 0));
        if (!(Math.abs(y.value) < LARGEST) || !(y.error < LARGEST)) {
            throw new NoReference("too large");
        }
        return new Spot(x, y.value, y.error, numbers.trail, numbers.ambiguous);
    }

    private static Rounded rounded(double value, double error) {
        return new Rounded(value, error + Math.abs(value) * ROUNDING + (value == 0 ? 0 : Double.MIN_VALUE));
    }

    @Override
    public Rounded number(String decimal) {
        double value = Double.parseDouble(decimal);
        boolean exact = value == Math.rint(value * 8) / 8;
        return exact ? new Rounded(value, 0) : rounded(value, 0);
    }

    @Override
    public Rounded pi() {
        return new Rounded(Math.PI, 1.3e-16);
    }

    @Override
    public Rounded plus(Rounded a, Rounded b) {
        double sum = a.value + b.value;
        double error = a.error + b.error;
        boolean exact = sum - a.value == b.value && sum - b.value == a.value;
        return exact ? new Rounded(sum, error) : rounded(sum, error);
    }

    @Override
    public Rounded times(Rounded a, Rounded b) {
        double product = a.value * b.value;
        double error = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error;
        boolean underflows = product == 0 && a.value != 0 && b.value != 0;
        return rounded(product, error + (underflows ? Double.MIN_VALUE : 0));
    }

    @Override
    public Rounded over(Rounded a, Rounded b) {
        if (Math.abs(b.value) <= 2 * b.error) {
            throw new NoReference("division by what may be zero");
        }
        trail = trail * 1_000_003 + (b.value > 0 ? 1 : 2); // across a pole another branch begins
        double quotient = a.value / b.value;
        double error = (a.error + Math.abs(quotient) * b.error) / (Math.abs(b.value) - b.error);
        return rounded(quotient, error + (quotient == 0 && a.value != 0 ? Double.MIN_VALUE : 0));
    }

    @Override
    public Rounded negate(Rounded a) {
        return new Rounded(-a.value, a.error);
    }

    @Override
    public Rounded smooth(String function, Rounded x) {
        double v = x.value;
        double e = x.error;
        if (function.equals("tan")) {
            trail = trail * 1_000_003 + Double.hashCode(Math.floor(v / Math.PI + 0.5));
        }
        double y = switch (function) {
            case "sin" -> Math.sin(v);
            case "cos" -> Math.cos(v);
            case "tan" -> Math.tan(v);
            case "exp" -> Math.exp(v);
            case "sinh" -> Math.sinh(v);
            case "cosh" -> Math.cosh(v);
            case "tanh" -> Math.tanh(v);
            case "atan" -> Math.atan(v);
            case "asinh" -> Math.signum(v) * Math.log1p(Math.abs(v) + v * v / (1 + Math.sqrt(1 + v * v)));
            case "sigmoid" -> v > 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v));
            case "softplus" -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
            case "sqrt" -> Math.sqrt(v);
            case "log" -> Math.log(v);
            case "log1p" -> Math.log1p(v);
            default -> throw new AssertionError(function);
        };
        double spread = switch (function) {
            case "tan" -> growth(e * (1 + y * y), e * Math.abs(y));
            case "exp", "sinh", "cosh" -> (Math.abs(y) + 1) * Math.expm1(e);
            case "sqrt" -> v > e ? e / Math.sqrt(v - e) : domain(v, e) + Math.sqrt(v + e);
            case "log" -> v > 2 * e ? e / (v - e) : domain(Double.NaN, 0);
            case "log1p" -> 1 + v > 2 * e ? e / (1 + v - e) : domain(Double.NaN, 0);
            case "exact" -> 0;
            default -> e;
        };
        if (function.equals("exp")) {
            spread = y * Math.expm1(e);
        }
        if (Double.isNaN(y)) {
            throw new NoReference(function);
        }
        boolean underflows = Math.abs(y) < Double.MIN_NORMAL;
        return new Rounded(y, spread + 3 * LIBRARY * Math.abs(y) + (underflows && v != 0 ? 4 * Double.MIN_VALUE : 0));
    }

    /** What is known of an argument at the edge of a domain. */
    private static double domain(double v, double e) {
        if (!(v >= 0) || v < e) {
            throw new NoReference("at or outside the edge of a domain");
        }
        return 0;
    }

    /** The change by {@code slope}, if it is small enough for that to be all; next to a pole nothing is known. */
    private static double growth(double slope, double part) {
        return part < 0.1 ? slope * 1.5 : Double.POSITIVE_INFINITY;
    }

    @Override
    public int compare(Rounded a, Rounded b) {
        double margin = a.value - b.value;
        int sign = margin > 0 ? 1 : margin < 0 ? -1 : 0;
        double error = a.error + b.error;
        boolean unclear = Math.abs(margin) <= error && error > 0;
        ambiguous |= unclear;
        int taken = unclear && ties ? 0 : sign;
        trail = trail * 1_000_003 + taken + 7;
        return taken;
    }

    @Override
    public Rounded floor(Rounded a) {
        double near = Math.rint(a.value);
        boolean unclear = Math.abs(a.value - near) <= a.error && a.error > 0 || a.error > 0.25;
        ambiguous |= unclear;
        double taken = unclear && ties ? near : Math.floor(a.value);
        // Where the argument is whole for certain is a place of its own.
        trail = (trail * 1_000_003 + Double.hashCode(taken)) * 31 + (a.value == near ? 1 : 0);
        return new Rounded(taken, 0);
    }
}
