package org.ansatz.field.line;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.field.block.Block;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Written;
import org.ansatz.problem.Question;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.apache.commons.math3.complex.Complex;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code line}: source, sections and load in a row. It exports the reflection coefficient, input impedance,
 * standing-wave ratio and scattering parameters as functions of frequency.
 */
public final class LineBlock implements BlockKind {

    private static final Engine ABCD = new Engine("abcd");
    private static final double NEPERS_PER_DECIBEL = Math.log(10) / 20;
    private static final Value SPEED_OF_LIGHT = Value.Exact.of(299_792_458);
    private static final double RELATIVE_ERROR = 1e-14;
    private static final double ROUNDING = 0x1p-52;

    private static final Type FREQUENCY = Type.real(Dimension.FREQUENCY);
    private static final Type IMPEDANCE = Type.complex(Dimension.IMPEDANCE);

    private static final List<Export> EXPORTS = List.of(
            Export.function("gamma", FREQUENCY, Type.COMPLEX, ABCD, "reflection coefficient seen by the source"),
            Export.function("zin", FREQUENCY, IMPEDANCE, ABCD, "input impedance seen by the source"),
            Export.function("vswr", FREQUENCY, Type.REAL, ABCD, "voltage standing-wave ratio"),
            Export.function("s11", FREQUENCY, Type.COMPLEX, ABCD, "scattering parameter"),
            Export.function("s12", FREQUENCY, Type.COMPLEX, ABCD, "scattering parameter"),
            Export.function("s21", FREQUENCY, Type.COMPLEX, ABCD, "scattering parameter"),
            Export.function("s22", FREQUENCY, Type.COMPLEX, ABCD, "scattering parameter"));

    /** A reader of such blocks. */
    public LineBlock() {}

    @Override
    public String key() {
        return "line";
    }

    @Override
    public Block read(Fields route, Scope scope, Question question) {
        Fields line = route.fields("line");
        Scope inside = scope.inner();
        Binding.Variable frequency = inside.declare(Binding.Role.BOUND, "f", FREQUENCY);
        Expression source = impedance(line.text("source"), inside);
        List<Part> parts = new ArrayList<>();
        for (Fields section : line.items("sections")) {
            parts.add(part(section, scope, inside));
        }
        Expression load = line.text("load").text().equals("open") ? null : impedance(line.text("load"), inside);
        line.finish();
        return new Row(source, List.copyOf(parts), load, frequency);
    }

    private static Expression impedance(Written text, Scope scope) {
        return text.formula(scope, IMPEDANCE);
    }

    /** A section is the same at every frequency: {@code f} in it is the problem's, and only impedances are functions of the line's. */
    private static Part part(Fields section, Scope scope, Scope inside) {
        Part part;
        if (section.has("series")) {
            part = new Part(Kind.SERIES, List.of(impedance(section.text("series"), inside)));
        } else if (section.has("shunt")) {
            part = new Part(Kind.SHUNT, List.of(impedance(section.text("shunt"), inside)));
        } else {
            Kind kind = section.has("stub") ? stub(section) : Kind.SECTION;
            part = new Part(
                    kind,
                    List.of(
                            section.text("Z0").formula(scope, Type.real(Dimension.IMPEDANCE)),
                            section.text("length").formula(scope, Type.real(Dimension.LENGTH)),
                            velocity(section, scope),
                            loss(section, scope)));
        }
        section.finish();
        return part;
    }

    private static Kind stub(Fields section) {
        return section.word("stub", List.of("open", "short")).equals("open") ? Kind.OPEN_STUB : Kind.SHORT_STUB;
    }

    /** The velocity as a fraction of that of light, or in metres per second; an air line if it is not given. */
    private static Expression velocity(Fields section, Scope scope) {
        if (!section.has("velocity")) {
            return Expression.of("c0", scope);
        }
        Written text = section.text("velocity");
        Expression velocity = text.formula(scope);
        if (!velocity.type().has(Dimension.NONE)) {
            text.require(velocity, Type.real(Dimension.LENGTH.over(Dimension.TIME)));
        }
        return velocity;
    }

    private static Expression loss(Fields section, Scope scope) {
        Type decibelsPerMetre = Type.real(Dimension.LEVEL.over(Dimension.LENGTH));
        return section.has("loss")
                ? section.text("loss").formula(scope, decibelsPerMetre)
                : Expression.constant(Arithmetic.ZERO, decibelsPerMetre, null);
    }

    /** How wrong a number may be as a double, relative: not at all if it is known exactly and a double holds it. */
    private static double rounding(Value value) {
        if (value instanceof Value.Exact) {
            Rational number = ((Value.Exact) value).number();
            double near = number.toDouble();
            return Double.isFinite(near) && Rational.exactly(near).equals(number) ? 0 : ROUNDING;
        }
        return 2 * ROUNDING;
    }

    private enum Kind {
        SECTION,
        SERIES,
        SHUNT,
        OPEN_STUB,
        SHORT_STUB
    }

    /** One element in the row, with the expressions of its values. */
    private record Part(Kind kind, List<Expression> values) {

        LineElement element(Frame frame, Binding.Variable frequency) {
            switch (kind) {
                case SERIES:
                    return new Series(new ByFormula(values.get(0), frame, frequency));
                case SHUNT:
                    return new Shunt(new ByFormula(values.get(0), frame, frequency));
                case OPEN_STUB:
                    return new OpenStub(section(frame));
                case SHORT_STUB:
                    return new ShortStub(section(frame));
                default:
                    return section(frame);
            }
        }

        private Section section(Frame frame) {
            return new Section(
                    real(values.get(0), frame),
                    real(values.get(1), frame),
                    Arithmetic.real(velocity(frame)),
                    NEPERS_PER_DECIBEL * real(values.get(3), frame));
        }

        private Value velocity(Frame frame) {
            Value velocity = frame.value(values.get(2).term());
            return values.get(2).type().dimensionOrNone().isNone()
                    ? Arithmetic.multiply(SPEED_OF_LIGHT, velocity)
                    : velocity;
        }

        /** How wrong the electrical length may be, relative, for the data were rounded to doubles. */
        double doubt(Frame frame) {
            return kind == Kind.SERIES || kind == Kind.SHUNT
                    ? 0
                    : rounding(frame.value(values.get(1).term())) + rounding(velocity(frame));
        }

        private static double real(Expression expression, Frame frame) {
            return Arithmetic.real(frame.value(expression.term()));
        }

        boolean isExact(Frame frame) {
            return values.stream().allMatch(value -> Row.isExact(value, frame));
        }
    }

    /** An impedance written as a formula in the frequency {@code f}. */
    private record ByFormula(Expression ohms, Frame frame, Binding.Variable frequency) implements Impedance {
        @Override
        public Complex at(double hertz) {
            Value value = frame.with(frequency, new Value.Real(hertz)).value(ohms.term());
            return new Complex(Arithmetic.real(value), Arithmetic.imaginary(value));
        }
    }

    /** The block as written; {@code load} is null for an open end. */
    private record Row(
            Expression source, List<Part> parts, @Nullable Expression load, Binding.Variable frequency)
            implements Block {

        @Override
        public List<Export> exports() {
            return EXPORTS;
        }

        @Override
        public boolean isExact(Frame frame) {
            return isExact(source, frame)
                    && parts.stream().allMatch(part -> part.isExact(frame))
                    && (load == null || isExact(load, frame));
        }

        /** Whether a datum has no error. Without a frequency there is no value of what is computed with it, and so rounded. */
        private static boolean isExact(Expression datum, Frame frame) {
            try {
                return frame.isExact(datum.term());
            } catch (ExpressionFault e) {
                return false;
            }
        }

        @Override
        public Model solve(Frame frame, Sample sample) {
            List<LineElement> elements = new ArrayList<>(parts.size());
            List<Double> doubts = new ArrayList<>(parts.size());
            for (Part part : parts) {
                elements.add(part.element(frame, frequency));
                doubts.add(part.doubt(frame));
            }
            Impedance end = load == null ? Impedance.open() : new ByFormula(load, frame, frequency);
            Cascade cascade = new Cascade(new ByFormula(source, frame, frequency), elements, end);
            Doubted doubted = new Doubted(cascade, doubts);
            return (export, arguments, at) -> {
                at.spend((1L + doubted.trials()) * elements.size());
                return estimate(doubted, export.name(), arguments.get(0));
            };
        }

        private static Estimate estimate(Doubted doubted, String name, Value frequency) {
            double f = Arithmetic.real(frequency);
            Complex z = complex(doubted.cascade(), name, f);
            // A frequency that is not exact comes with its own errors, simulated where they arise.
            double doubt = frequency instanceof Value.Exact ? rounding(frequency) : 0;
            double moved = z.isInfinite() ? 0 : doubted.error(cascade -> complex(cascade, name, f), z, f, doubt);
            if (name.equals("vswr")) {
                return Estimate.of(z.getReal(), RELATIVE_ERROR * z.getReal() * z.getReal() + moved);
            }
            return new Estimate(
                    new Value.Complex(z.getReal(), z.getImaginary()), RELATIVE_ERROR * Math.max(1, z.abs()) + moved);
        }

        private static Complex complex(Cascade cascade, String name, double f) {
            switch (name) {
                case "vswr":
                    return new Complex(cascade.vswr(f));
                case "gamma":
                    return cascade.reflection(f);
                case "zin":
                    return cascade.inputImpedance(f);
                case "s11":
                    return cascade.sParameters(f).s11();
                case "s12":
                    return cascade.sParameters(f).s12();
                case "s21":
                    return cascade.sParameters(f).s21();
                default:
                    return cascade.sParameters(f).s22();
            }
        }
    }
}
