package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Rational;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;

/** The registry that Ansatz ships: every function, binder and constant, listed once. */
public final class StandardLibrary {

    private StandardLibrary() {}

    /** The whole registry. */
    public static Registry registry() {
        List<Function> functions = new ArrayList<>();
        functions.addAll(Elementaries.all());
        functions.addAll(Inverses.all());
        functions.addAll(Gaussian.all());
        functions.add(new Sinc());
        functions.addAll(Levels.all());
        functions.addAll(Numbers.all());
        functions.addAll(Combinatorics.all());
        functions.addAll(BinaryWords.all());
        functions.addAll(LinearAlgebra.all());
        functions.add(new MatrixPower());
        functions.addAll(Activations.all());
        functions.addAll(Softmax.all());
        functions.addAll(Reductions.all());
        functions.addAll(Picking.all());
        functions.addAll(Gathering.all());
        functions.addAll(Systems.functions());
        functions.addAll(Markov.all());
        functions.addAll(Sequences.all());
        functions.addAll(MatrixAnalysis.all());
        List<BinderRule> binders = new ArrayList<>();
        binders.addAll(Counting.all());
        binders.addAll(Extremes.all());
        binders.addAll(Calculus.all());
        binders.addAll(VectorAnalysis.all());
        binders.add(new Limit());
        binders.addAll(Systems.all());
        binders.addAll(Transforms.all());
        binders.addAll(InverseTransforms.all());
        binders.addAll(Statistics.all());
        return new Registry(functions, binders, constants(), Families.all());
    }

    /** CODATA 2018; the first four are exact in the SI of 2019. */
    private static List<Binding.Constant> constants() {
        return List.of(
                exact("c0", "299792458", "m/s"),
                exact("q", "1.602176634e-19", "C"),
                exact("k_B", "1.380649e-23", "J/K"),
                exact("h", "6.62607015e-34", "J s"),
                measured("eps0", 8.8541878128e-12, "F/m"),
                measured("mu0", 1.25663706212e-6, "H/m"),
                measured("pi", Math.PI, ""),
                measured("e", Math.E, ""),
                new Binding.Constant("inf", new Value.Real(Double.POSITIVE_INFINITY), Type.of(NumberSet.REAL, null)),
                new Binding.Constant("j", new Value.Complex(0, 1), Type.COMPLEX),
                new Binding.Constant("true", Value.Truth.TRUE, Type.TRUTH),
                new Binding.Constant("false", Value.Truth.FALSE, Type.TRUTH));
    }

    private static Binding.Constant exact(String name, String value, String unit) {
        Rational number = Rational.parse(value);
        return new Binding.Constant(name, new Value.Exact(number), Type.of(NumberSet.RATIONAL, dimension(unit)));
    }

    private static Binding.Constant measured(String name, double value, String unit) {
        return new Binding.Constant(name, new Value.Real(value), Type.real(dimension(unit)));
    }

    private static Dimension dimension(String unit) {
        Unit found = Units.parse(unit);
        return found == null ? Dimension.NONE : found.dimension();
    }
}
