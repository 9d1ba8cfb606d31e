package org.ansatz.variant;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Given;
import org.ansatz.problem.Misconception;
import org.ansatz.problem.Option;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Template;
import org.ansatz.problem.Variants;
import org.ansatz.quantity.NoValue;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Draws variants. For the seed s, SplitMix64 starts from s; the givens are drawn in the order of the file, or behind those that their
 * range reads, a range by the
 * number of its step, a list by the number of its item; a set that fails a condition is drawn again from where the
 * generator stands.
 */
public final class Generator {

    /** A range may have 2 to this power steps. */
    private static final int MAX_BITS = 62;

    private static final int MAX_REFUSALS = 1000;
    private static final int STEPS = 1000;

    private Generator() {}

    /**
     * The variant of a problem for a seed.
     *
     * @param seed 1 or more; other numbers stand for data that are not drawn
     * @throws IllegalArgumentException if the seed is less
     * @throws NoValue if no draw meets the conditions, or the problem has no variants
     */
    public static Case variant(Problem problem, long seed) {
        if (seed <= Problem.PUBLISHED) {
            throw new IllegalArgumentException("seeds of variants are 1 or more, not " + seed);
        }
        Variants variants = problem.variants();
        if (variants == null) {
            throw new NoValue(problem.id() + " has no variants");
        }
        SplitMix random = new SplitMix(seed);
        for (int attempt = 0; attempt < MAX_REFUSALS; attempt++) {
            Frame frame = drawn(problem, variants, random);
            if (meets(variants.conditions(), frame)) {
                return withOptions(problem, variants, frame, seed, random);
            }
        }
        throw new NoValue("none of " + MAX_REFUSALS + " draws meets the conditions of the variants");
    }

    /**
     * The data of a seed as a person is to see them: the published ones; a variant, with its options in an order that is drawn
     * as well; for a seed below {@link Problem#SET}, the published data with every option at another letter. Whoever solves by
     * program is given {@link #variant}, whose options stand as they are stated.
     *
     * @throws NoValue as for {@link #variant}
     */
    public static Case shown(Problem problem, long seed) {
        if (seed == Problem.PUBLISHED) {
            return problem.published();
        }
        SplitMix random = new SplitMix(~seed);
        if (Problem.hasPublishedData(seed)) {
            Case data = problem.published();
            return new Case(data.question(), Arrangement.moved(data.options(), random), data.frame(), seed);
        }
        Case data = variant(problem, seed);
        return new Case(data.question(), Arrangement.drawn(data.options(), random), data.frame(), seed);
    }

    /**
     * The published data with one given at an end of its range, for each end of each range or list: there fail solutions that
     * were only ever tried in the middle. Ends that do not meet the conditions of the variants, or are what is published, are
     * left out.
     */
    public static List<Case> ends(Problem problem) {
        List<Case> ends = new ArrayList<>();
        Variants variants = problem.variants();
        if (variants != null) {
            for (Variants.Draw draw : variants.draws()) {
                end(problem, variants, draw, count -> 0, ends);
                end(problem, variants, draw, count -> count - 1, ends);
            }
        }
        return ends;
    }

    private static void end(
            Problem problem, Variants variants, Variants.Draw draw, LongUnaryOperator pick, List<Case> ends) {
        try {
            Frame frame = filled(
                    problem,
                    variants,
                    (given, own, before) -> draw.equals(own) ? value(draw, before, pick) : published(given, before));
            Value published = problem.published().frame().value(draw.variable());
            Value end = frame.value(draw.variable());
            boolean isOther = published == null || end == null || !Arrays.isSame(published, end);
            if (isOther && meets(variants.conditions(), frame)) {
                ends.add(withOptions(problem, variants, frame, Problem.SET, new SplitMix(ends.size())));
            }
        } catch (NoValue e) {
            return; // no data are there
        }
    }

    /**
     * The data of a variant for some givens, and what is published for the others.
     *
     * @param names the givens that are as in the variant
     * @throws NoValue if these data do not meet the conditions of the variants, or the problem has none
     */
    public static Case mixed(Problem problem, Case variant, Set<String> names) {
        Variants variants = problem.variants();
        if (variants == null) {
            throw new NoValue(problem.id() + " has no variants");
        }
        Frame frame = filled(problem, variants, (given, draw, before) -> {
            Value drawn = variant.frame().value(given.variable());
            return names.contains(given.name()) && drawn != null ? drawn : published(given, before);
        });
        if (!meets(variants.conditions(), frame)) {
            throw new NoValue("these data do not meet the conditions of the variants");
        }
        return withOptions(problem, variants, frame, Problem.SET, new SplitMix(variant.seed()));
    }

    /** What a given is, once those that it rests on are in the frame. */
    private interface Filling {
        Value of(Given given, Variants.@Nullable Draw draw, Frame before);
    }

    private static Value published(Given given, Frame before) {
        return before.value(given.published().term());
    }

    private static Frame drawn(Problem problem, Variants variants, SplitMix random) {
        return filled(
                problem,
                variants,
                (given, draw, before) -> draw == null ? published(given, before) : value(draw, before, random::below));
    }

    private static Frame filled(Problem problem, Variants variants, Filling filling) {
        Frame frame = Frame.of(problem.scope().layout());
        for (Given given : variants.order()) {
            Variants.Draw draw = null;
            for (Variants.Draw candidate : variants.draws()) {
                draw = candidate.variable().equals(given.variable()) ? candidate : draw;
            }
            frame = frame.with(given.variable(), filling.of(given, draw, frame));
        }
        return frame;
    }

    /** One of the values that a given may have, which are counted from 0. */
    private static Value value(Variants.Draw draw, Frame frame, LongUnaryOperator pick) {
        if (draw.low() == null || draw.high() == null) {
            return frame.value(
                    draw.list().get((int) pick.applyAsLong(draw.list().size())));
        }
        Value low = frame.value(draw.low());
        Value width = Arithmetic.subtract(frame.value(draw.high()), low);
        Value step = draw.step() == null ? Arithmetic.divide(width, Value.Exact.of(STEPS)) : frame.value(draw.step());
        long steps = steps(draw.variable().name(), width, step);
        return Arithmetic.add(low, Arithmetic.multiply(step, Value.Exact.of(pick.applyAsLong(steps + 1))));
    }

    private static long steps(String name, Value width, Value step) {
        if (Arithmetic.real(step) == 0) {
            throw new NoValue("the range of " + name + " in the variants has a step of 0");
        }
        Value quotient = Arithmetic.divide(width, step);
        boolean exact = quotient instanceof Value.Exact;
        if (!exact && !Double.isFinite(Arithmetic.real(quotient))) {
            throw tooMany(name);
        }
        BigInteger whole = exact
                ? ((Value.Exact) quotient).number().floor().numerator()
                : Rational.exactly(Math.floor(Arithmetic.real(quotient) + 1e-9)).numerator();
        if (whole.signum() < 0) {
            throw new NoValue("the range of " + name
                    + " in the variants leads away from its end: its ends are in the wrong order");
        }
        if (whole.bitLength() > MAX_BITS) {
            throw tooMany(name);
        }
        return whole.longValue();
    }

    private static NoValue tooMany(String name) {
        return new NoValue(
                "the range of " + name + " in the variants has more than 2^" + MAX_BITS + " steps: give a larger one");
    }

    private static boolean meets(List<Expression> conditions, Frame frame) {
        for (Expression condition : conditions) {
            if (!((Value.Truth) frame.value(condition.term())).holds()) {
                return false;
            }
        }
        return true;
    }

    private static Case withOptions(Problem problem, Variants variants, Frame frame, long seed, SplitMix random) {
        List<Option> options = variants.options().isEmpty() ? problem.answer().options() : variants.options();
        if (!variants.generated()) {
            return new Case(problem.question(), problem.filled(options, frame), frame, seed);
        }
        Case bare = new Case(problem.question(), List.of(), frame, seed);
        return new Case(problem.question(), generated(problem, bare, random), frame, seed);
    }

    /** Options built from the answer and the misconceptions, in an order that the seed shuffles (Fisher and Yates). */
    private static List<Option> generated(Problem problem, Case bare, SplitMix random) {
        List<List<Value>> values = new ArrayList<>();
        Option published = problem.answer().options().get(0);
        addFirst(problem.routes(), bare, values);
        if (values.isEmpty()) {
            throw new NoValue("no route gives a value to build options from; write options for the variants");
        }
        for (Misconception misconception : problem.misconceptions()) {
            addFirst(List.of(misconception.route()), bare, values);
        }
        for (int i = values.size() - 1; i > 0; i--) {
            int j = (int) random.below(i + 1L);
            List<Value> swapped = values.get(i);
            values.set(i, values.get(j));
            values.set(j, swapped);
        }
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            List<Expression> parts = new ArrayList<>();
            for (Expression part : published.parts()) {
                Value value = values.get(i).get(parts.size());
                parts.add(Expression.constant(value, part.type(), part.unit()));
            }
            options.add(new Option(String.valueOf((char) ('A' + i)), Template.EMPTY, parts));
        }
        return options;
    }

    /** Adds what the first of the routes finds that finds a value, or one for each part. */
    private static void addFirst(List<Route> routes, Case bare, List<List<Value>> values) {
        for (Route route : routes) {
            Evidence evidence = route.evidence(bare);
            if (evidence instanceof Evidence.Values) {
                values.add(List.of(((Evidence.Values) evidence).first().value()));
                return;
            }
            if (evidence instanceof Evidence.Parts) {
                List<Value> parts = new ArrayList<>();
                ((Evidence.Parts) evidence)
                        .parts()
                        .values()
                        .forEach(part -> parts.add(part.first().value()));
                values.add(parts);
                return;
            }
        }
    }
}
