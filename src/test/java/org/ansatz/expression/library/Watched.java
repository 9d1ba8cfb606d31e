package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ansatz.quantity.NoValue;

/** Functions that keep in mind where they were asked for a value, and where for how far that is off by rounding. */
final class Watched implements GaussKronrod.Integrand<Totals> {

    private final boolean mayBeRough;
    private final DoubleUnaryOperator[] functions;
    private double doubt;
    private DoubleUnaryOperator rounding = x -> 0;
    private final List<Double> asked = new ArrayList<>();
    private final List<Double> roundingsAsked = new ArrayList<>();

    private Watched(boolean mayBeRough, DoubleUnaryOperator[] functions) {
        this.mayBeRough = mayBeRough;
        this.functions = functions;
    }

    static Watched rough(DoubleUnaryOperator... functions) {
        return new Watched(true, functions);
    }

    static Watched smooth(DoubleUnaryOperator... functions) {
        return new Watched(false, functions);
    }

    Watched doubted(double each) {
        doubt = each;
        return this;
    }

    Watched rounded(DoubleUnaryOperator at) {
        rounding = at;
        return this;
    }

    List<Double> asked() {
        return asked;
    }

    List<Double> roundingsAsked() {
        return roundingsAsked;
    }

    Totals none() {
        return Totals.none(functions.length);
    }

    @Override
    public Totals at(double x) {
        asked.add(x);
        double[] values = new double[functions.length];
        double[] doubts = new double[functions.length];
        double[] sizes = new double[functions.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = functions[k].applyAsDouble(x);
            doubts[k] = doubt;
            sizes[k] = Math.abs(values[k]);
        }
        return new Totals(values, doubts, sizes);
    }

    @Override
    public NoValue infinite(double from, double to) {
        return new NoValue("infinite");
    }

    @Override
    public boolean mayBeRough() {
        return mayBeRough;
    }

    @Override
    public double rounding(double x) {
        roundingsAsked.add(x);
        return rounding.applyAsDouble(x);
    }
}
