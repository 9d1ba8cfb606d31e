package org.ansatz.expression.library;

import org.ansatz.expansion.Coefficient;
import org.ansatz.expansion.Expansion;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.CardinalSine;
import org.ansatz.interval.Series;

/** The cardinal sine of signal processing, with zeros at the whole numbers, or one of its derivatives, which are its own slopes. */
final class Sinc extends Elementary {

    private final int derivative;

    Sinc() {
        this(0);
    }

    private Sinc(int derivative) {
        super("sinc(x)", "sin(pi*x)/(pi*x), and 1 at 0, as in signal processing; elsewhere it may be sin(x)/x");
        this.derivative = derivative;
    }

    @Override
    double at(double x) {
        return CardinalSine.derivative(derivative, x);
    }

    @Override
    Kind kind(Kind argument) {
        return Kind.NEAR;
    }

    @Override
    Value.Real at(Value.Real x) {
        double fromOne = derivative == 0 ? CardinalSine.fromOne(x.x()) : Double.NaN;
        return Double.isNaN(fromOne) ? super.at(x) : Value.Real.nearOne(1, fromOne);
    }

    @Override
    Series enclosed(Series x) {
        return x.sinc(derivative);
    }

    @Override
    Expansion expanded(Expansion x) {
        Expansion angle = x.times(Coefficient.PI);
        return x.isBounded() || derivative > 0
                ? super.expanded(x)
                : angle.sine(false).over(angle);
    }

    @Override
    Value slope(Value x) {
        return new Sinc(derivative + 1).of(x);
    }
}
