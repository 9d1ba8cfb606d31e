package org.ansatz.field.ode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Folding;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Export;
import org.ansatz.field.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * The block as written: as many equations as unknown functions, and initial values.
 *
 * @param argument the independent variable
 * @param unknowns the functions
 * @param residuals of each equation, left side minus right side
 * @param dirac the impulses in them; null if there are none
 * @param side on which side of an impulse at the start the initial values are
 */
public record DifferentialEquations(
        Binding.Variable argument,
        List<Unknown> unknowns,
        List<Term> residuals,
        @Nullable DiracTerms dirac,
        Side side) implements Block {

    /** Copies the lists. */
    public DifferentialEquations {
        unknowns = List.copyOf(unknowns);
        residuals = List.copyOf(residuals);
    }

    /**
     * An unknown function.
     *
     * @param exports its name and those of its derivatives up to the highest, {@code y}, {@code y'}, as the block gives them
     * @param derivatives its derivatives from order 0 up to the highest, as variables
     * @param initials the values of all but the highest at the start
     * @param start where they are given
     */
    public record Unknown(
            List<Export> exports, List<Binding.Variable> derivatives, List<Expression> initials, Expression start) {
        /** Copies the lists. */
        public Unknown {
            exports = List.copyOf(exports);
            derivatives = List.copyOf(derivatives);
            initials = List.copyOf(initials);
        }

        /** The order of its highest derivative. */
        public int order() {
            return initials.size();
        }

        Binding.Variable highest() {
            return derivatives.get(order());
        }
    }

    @Override
    public List<Export> exports() {
        List<Export> exports = new ArrayList<>();
        unknowns.forEach(unknown -> exports.addAll(unknown.exports()));
        return exports;
    }

    @Override
    public List<Binding.Variable> readAt() {
        return List.of(argument);
    }

    /** The initial values and where they are given are data, and every part of an equation that is the same everywhere. */
    @Override
    public boolean isExact(Frame frame) {
        Folding data = data(frame);
        residuals.forEach(data::folded);
        for (Unknown unknown : unknowns) {
            unknown.initials().forEach(value -> data.folded(value.term()));
            data.folded(unknown.start().term());
        }
        return data.isExact();
    }

    private Folding data(Frame frame) {
        List<Binding.Variable> variables = inputs();
        unknowns.forEach(unknown -> variables.add(unknown.highest()));
        if (dirac != null) {
            variables.addAll(List.of(dirac.near(), dirac.density()));
        }
        return new Folding(variables, frame);
    }

    @Override
    public Model solve(Frame frame, Sample sample) {
        return new OdeModel(this, frame);
    }

    /** The variables that the highest derivatives depend on: the independent one, then the lower derivatives in order. */
    List<Binding.Variable> inputs() {
        List<Binding.Variable> inputs = new ArrayList<>();
        inputs.add(argument);
        for (Unknown unknown : unknowns) {
            inputs.addAll(unknown.derivatives().subList(0, unknown.order()));
        }
        return inputs;
    }

    /**
     * Where something that is exported is found.
     *
     * @param component of the state, or of the slopes of the state
     * @param isSlope whether it is the highest derivative, which is no part of the state
     */
    record Place(int component, boolean isSlope) {}

    Place place(Export export) {
        int index = 0;
        for (Unknown unknown : unknowns) {
            int order = unknown.exports().indexOf(export);
            if (order >= 0) {
                boolean isSlope = order == unknown.order();
                return new Place(index + order - (isSlope ? 1 : 0), isSlope);
            }
            index += unknown.order();
        }
        throw new IllegalArgumentException("not exported here: " + export.name());
    }

    /**
     * The problem for the values in {@code frame}; its state holds the lower derivatives of each function in turn. Where errors are
     * simulated, the data are moved by theirs once; what is made of them on the way is not, for that the method answers.
     *
     * @throws ExpressionFault if a value does not exist
     * @throws ArithmeticException if the solution is not unique, or the equations cannot be solved for the derivatives
     */
    public InitialValueProblem problem(Frame frame) {
        double[] values = unknowns.stream()
                .flatMap(unknown -> unknown.initials().stream())
                .mapToDouble(value -> frame.real(value.term()))
                .toArray();
        double start = frame.real(unknowns.get(0).start().term());
        if (frame.simulation() == 0) {
            return problem(start, values, frame);
        }
        List<Term> moved = residuals.stream().map(data(frame)::folded).toList();
        return new DifferentialEquations(argument, unknowns, moved, dirac, side)
                .problem(start, values, frame.unjittered());
    }

    private InitialValueProblem problem(double start, double[] values, Frame around) {
        Frame frame = dirac == null ? around : dirac.silent(around);
        HighestDerivatives slopes = new HighestDerivatives(this, frame);
        Set<Binding.Variable> states = new HashSet<>();
        unknowns.forEach(unknown -> states.addAll(unknown.derivatives()));
        Legs smooth = new TimeTerms(residuals, argument, states, frame);
        List<Binding.Variable> highest = unknowns.stream().map(Unknown::highest).toList();
        Passages passages = new StateTerms(residuals, inputs(), highest, frame);
        Impulses all = dirac == null ? Impulses.NONE : dirac.of(this, start, around);
        Impulses impulses = side == Side.BEFORE ? all : all.later(start);
        Legs legs = dirac == null ? smooth : new LegsTo(smooth, impulses.times());
        InitialValueProblem problem = new InitialValueProblem(slopes, start, values, legs, passages, impulses);
        Lipschitz.require(slopes, start, values);
        return problem;
    }
}
