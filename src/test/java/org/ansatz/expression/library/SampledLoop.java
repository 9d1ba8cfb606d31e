package org.ansatz.expression.library;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.interval.Series;
import org.jspecify.annotations.Nullable;

/** A binder over a real interval whose body a test chooses, with what is known of it; it keeps in mind where it was asked. */
final class SampledLoop {

    /** What is known of the body on a set. */
    interface Outlined {
        Interval on(Interval set);
    }

    private final DoubleUnaryOperator body;
    private final double low;
    private final double high;
    private final List<Double> asked = new ArrayList<>();
    private final List<Double> roundingsAsked = new ArrayList<>();
    private DoubleUnaryOperator rounding = x -> 0;
    private List<Interval> breaks = List.of();
    private @Nullable Outlined outline;
    private boolean mayBeRough;

    SampledLoop(DoubleUnaryOperator body, double low, double high) {
        this.body = body;
        this.low = low;
        this.high = high;
    }

    SampledLoop rounded(DoubleUnaryOperator at) {
        rounding = at;
        return this;
    }

    SampledLoop breaking(List<Interval> at) {
        breaks = at;
        return this;
    }

    SampledLoop outlined(Outlined by) {
        outline = by;
        return this;
    }

    SampledLoop rough() {
        mayBeRough = true;
        return this;
    }

    List<Double> asked() {
        return asked;
    }

    List<Double> roundingsAsked() {
        return roundingsAsked;
    }

    private Enclosing enclosing() {
        Outlined known = outline;
        if (known == null) {
            throw new NoEnclosure("what a test chose");
        }
        return (box, by, order) -> Series.ranging(known.on(box[0]), order, Regularity.DEFINED);
    }

    Loop loop() {
        return (Loop) Proxy.newProxyInstance(
                Loop.class.getClassLoader(),
                new Class<?>[] {Loop.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "low" -> low;
                    case "high" -> high;
                    case "ends" -> new Interval[] {Interval.of(low), Interval.of(high)};
                    case "breaks" -> breaks;
                    case "outline" -> enclosing();
                    case "mayBeRough" -> mayBeRough;
                    case "isReal", "isSingle" -> true;
                    case "once" -> ((Supplier<?>) arguments[0]).get();
                    case "enclosing" -> throw new NoEnclosure("what a test chose");
                    case "at" -> {
                        boolean isDouble = arguments[0] instanceof Double;
                        double x = isDouble ? (Double) arguments[0] : Arithmetic.real((Value) arguments[0]);
                        asked.add(x);
                        double y = body.applyAsDouble(x);
                        yield isDouble ? (Object) y : new Value.Real(y);
                    }
                    case "rounding" -> {
                        double x = Arithmetic.real((Value) arguments[0]);
                        roundingsAsked.add(x);
                        yield rounding.applyAsDouble(x);
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
