package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Steps;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.Family;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.probability.Continuous;
import org.jspecify.annotations.Nullable;

/** Sample spaces as statistics see them, of variables that are distributed as a test says. */
final class Spaces {

    private final Catching catching = new Catching();
    private final List<Family> families =
            new ArrayList<>(StandardLibrary.registry().families());
    private final List<String> steps = new ArrayList<>();

    /** A family of one parameter, as a test says. */
    private static final class Given extends Family {
        private final Function<Double, Law> law;

        Given(String name, Function<Double, Law> law) {
            super(name + "(k)", "as a test says");
            this.law = law;
        }

        @Override
        public boolean isContinuous() {
            return law.apply(1.0) instanceof Law.Density;
        }

        @Override
        public Type type(List<Term> parameters, Span call) {
            return Type.REAL;
        }

        @Override
        public Law law(List<Value> parameters) {
            return law.apply(Arithmetic.real(parameters.get(0)));
        }
    }

    /** A statistic that keeps the sample space. */
    private static final class Catching extends BinderRule {
        private @Nullable SampleSpace caught;

        Catching() {
            super("caught", "what a statistic sees");
        }

        @Override
        public boolean isStatistic() {
            return true;
        }

        @Override
        public List<Term> asked(List<Term> arguments, @Nullable Term outcomes, Span call) {
            return arguments;
        }

        @Override
        public Type type(Term body, List<Domain> domains, Span span) {
            return Type.REAL;
        }

        @Override
        public Estimate apply(Loop loop) {
            caught = loop.sampleSpace();
            return Estimate.exact(Arithmetic.ZERO);
        }
    }

    static Spaces of(String... steps) {
        Spaces spaces = new Spaces();
        spaces.steps.addAll(List.of(steps));
        return spaces;
    }

    /** With a variable of single numbers that are not exact, of which something is left out and something is wrong. */
    Spaces counted(String name, List<Double> values, List<Double> weights, double missing, double error) {
        List<Value> numbers = values.stream().<Value>map(Value.Real::new).toList();
        List<Value> shares = weights.stream().<Value>map(Value.Real::new).toList();
        return distributed(
                name,
                new Law.Atoms(
                        () -> new Law.Weighted(numbers, shares, missing, error), uniform -> numbers.get(0), false));
    }

    /** With a variable that has this density. */
    Spaces dense(String name, Continuous distribution) {
        return distributed(name, new Law.Density(distribution));
    }

    /** With a variable that is distributed so. */
    Spaces distributed(String name, Law law) {
        return distributed(name, "1", parameter -> law);
    }

    /** With a variable that is distributed as another one says. */
    Spaces distributed(String name, String parameter, Function<Double, Law> law) {
        String family = "family_" + name.toLowerCase(java.util.Locale.ROOT);
        families.add(new Given(family, law));
        steps.add(name + " ~ " + family + "(" + parameter + ")");
        return this;
    }

    /** What is seen of these, {@code "X > 1 | Y > 0"}. */
    SampleSpace asked(String formula) {
        Registry standard = StandardLibrary.registry();
        List<BinderRule> binders = new ArrayList<>(standard.binders());
        binders.add(catching);
        Registry registry = new Registry(
                List.copyOf(standard.functions()), binders, List.copyOf(standard.constants()), List.copyOf(families));
        Scope scope = Scope.outermost(registry).inner();
        steps.forEach(step -> Steps.declare(step, scope));
        Term term = Expression.of("caught(" + formula + ")", scope).term();
        Frame.of(scope.layout()).value(term);
        SampleSpace caught = catching.caught;
        if (caught == null) {
            throw new IllegalStateException("nothing that is random in " + formula);
        }
        return caught;
    }
}
