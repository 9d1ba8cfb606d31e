package org.ansatz.expression.library;

import java.util.function.DoubleSupplier;
import org.ansatz.probability.Continuous;

/** A distribution the other way round: unbounded below where the other is above. */
record Mirrored(Continuous of) implements Continuous {
    @Override
    public double density(double x) {
        return of.density(-x);
    }

    @Override
    public double below(double x) {
        return of.above(-x);
    }

    @Override
    public double above(double x) {
        return of.below(-x);
    }

    @Override
    public double[] knots() {
        double[] knots = of.knots();
        double[] mirrored = new double[knots.length];
        for (int i = 0; i < knots.length; i++) {
            mirrored[i] = -knots[knots.length - 1 - i];
        }
        return mirrored;
    }

    @Override
    public boolean isBoundedBelow() {
        return of.isBoundedAbove();
    }

    @Override
    public boolean isBoundedAbove() {
        return of.isBoundedBelow();
    }

    @Override
    public double draw(DoubleSupplier uniform) {
        return -of.draw(uniform);
    }
}
