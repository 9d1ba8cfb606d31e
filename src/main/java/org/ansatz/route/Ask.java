package org.ansatz.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Witness;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Certainty;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Evidence.Finding;
import org.ansatz.problem.Option;
import org.ansatz.problem.Point;
import org.ansatz.problem.Ranged;
import org.ansatz.problem.Sureness;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** What a route asks of its expressions: a value, the least residual, equations to meet, a test, or the claims. */
sealed interface Ask {

    /** The evidence. */
    Evidence evidence(Run run);

    /**
     * The numbers that the evidence comes from, place by place, at most {@code most} of them; none if it comes from truths,
     * which may stay as they are though the numbers behind them move.
     */
    List<Value> trace(Run run, int most);

    /** What chooses among the options by truths. */
    sealed interface Choosing extends Ask {

        /** The truths by which it does. */
        Collection<Term> truths();

        /** Which options pass. */
        Set<String> passing(Run run);
    }

    /** {@code value: EXPR}. */
    record ForValue(Term term) implements Ask {

        /** A value whose error is a smaller part of it is no mere remainder of terms that cancel. */
        private static final double WELL_KNOWN = 1e-6;

        @Override
        public Evidence evidence(Run run) {
            List<Point> points = new ArrayList<>();
            List<Estimate> values = new ArrayList<>();
            Map<String, List<Estimate>> candidates = new LinkedHashMap<>();
            List<Run.At> edges = new ArrayList<>();
            Sureness sureness = run.sureness(term);
            for (int i = 0; i < run.worlds(); i++) {
                Run.At world = run.world(i);
                List<Run.At> at = run.points(world);
                int trials = at.size() > 1 ? 1 : Run.TRIALS;
                for (Run.At point : at) {
                    Estimate value = run.estimate(term, point, trials);
                    points.add(point.point());
                    values.add(value);
                    sureness = sureness.and(() -> Assurance.of(term, value, point.frame()));
                    run.addCandidates(point, candidates);
                }
                edges.addAll(run.edges(world));
            }
            int inside = points.size();
            double scale = 0;
            for (Estimate value : values) {
                scale = Math.max(scale, Arrays.size(value.value()));
            }
            for (Run.At edge : edges) {
                points.add(edge.point());
                values.add(run.estimateAtEdge(term, edge.frame(), scale));
                run.addCandidatesAtEdge(edge, candidates);
            }
            Evidence.Values found = new Evidence.Values(points, inside, values, term.type(), candidates).as(sureness);
            boolean cancels = found.scale() * WELL_KNOWN <= found.error();
            return cancels ? found.ofTerms(run.places(1).get(0).frame().scale(term)) : found;
        }

        @Override
        public List<Value> trace(Run run, int most) {
            List<Value> trace = new ArrayList<>();
            run.places(most).forEach(place -> trace.add(place.frame().value(term)));
            return trace;
        }
    }

    /** {@code least: EXPR}: the option with the smallest residual is meant. */
    record ForLeast(Term term) implements Ask {
        @Override
        public Evidence evidence(Run run) {
            Map<String, Estimate> residuals = new LinkedHashMap<>();
            Sureness sureness = run.sureness(term);
            int tried = 0;
            for (Option option : run.options()) {
                double worst = 0;
                double error = 0;
                List<Run.At> places = run.places(option);
                tried = places.size();
                for (Run.At place : places) {
                    Estimate residual = place.frame().estimate(term, Run.TRIALS);
                    sureness = sureness.and(() -> Assurance.of(term, residual, place.frame()));
                    worst = Math.max(worst, Math.abs(Arithmetic.real(residual.value())));
                    error = Math.max(error, residual.error());
                }
                residuals.put(option.key(), Estimate.of(worst, error));
            }
            return new Evidence.Residuals(residuals, term.type(), List.of(), sureness, tried);
        }

        @Override
        public List<Value> trace(Run run, int most) {
            List<Value> trace = new ArrayList<>();
            for (Option option : run.options()) {
                run.places(option, most)
                        .forEach(place -> trace.add(place.frame().value(term)));
            }
            return trace;
        }
    }

    /** {@code equation: EQ} under test by each option: the relative distance of its sides, the worst equation counting. */
    record ForEquations(List<Equation> equations) implements Ask {
        /** Copies the list. */
        public ForEquations {
            equations = List.copyOf(equations);
        }

        @Override
        public Evidence evidence(Run run) {
            Map<String, Estimate> worst = new LinkedHashMap<>();
            for (Equation equation : equations) {
                relative(gaps(equation, run))
                        .forEach((key, residual) -> worst.merge(key, residual, ForEquations::worse));
            }
            int tried = run.options().isEmpty()
                    ? 0
                    : run.places(run.options().get(0)).size();
            Sureness sureness = run.triesAll() ? run.sureness().and(() -> exactness(run)) : Sureness.SAMPLED;
            return new Evidence.Residuals(worst, Type.REAL, List.of(), sureness, tried);
        }

        @Override
        public List<Value> trace(Run run, int most) {
            List<Value> trace = new ArrayList<>();
            for (Option option : run.options()) {
                for (Run.At place : run.places(option, most)) {
                    for (Equation equation : equations) {
                        trace.add(place.frame().value(equation.left()));
                        trace.add(place.frame().value(equation.right()));
                    }
                }
            }
            return trace;
        }

        private Sureness exactness(Run run) {
            for (Option option : run.options()) {
                for (Run.At place : run.places(option)) {
                    for (Equation equation : equations) {
                        if (!place.frame().isExact(equation.left())
                                || !place.frame().isExact(equation.right())) {
                            return Sureness.estimated("the sides are not computed exactly");
                        }
                    }
                }
            }
            return Sureness.EXACT;
        }

        /**
         * How far a candidate is from meeting an equation.
         *
         * @param difference of the sides, the largest
         * @param scale size of the sides, the largest
         * @param spread of the difference under simulated errors
         */
        private record Gap(double difference, double scale, double spread) {
            /** Whether the sides themselves are nothing but rounding. */
            boolean isRounding() {
                return scale <= 8 * spread;
            }

            Estimate over(double size) {
                return size == 0
                        ? Estimate.of(0, 0)
                        : Estimate.of(difference / size, 4 * spread / size + 4 * Math.ulp(1.0));
            }
        }

        private static Map<String, Gap> gaps(Equation equation, Run run) {
            Map<String, Gap> gaps = new LinkedHashMap<>();
            for (Option option : run.options()) {
                gaps.put(option.key(), gap(equation, option, run));
            }
            return gaps;
        }

        /**
         * Each gap relative to its own sides. Where these are nothing but rounding, as when one is written as zero and
         * the candidate meets it, the sides under the other candidates tell what is large; if theirs are nothing else
         * either, all candidates meet the equation.
         */
        private static Map<String, Estimate> relative(Map<String, Gap> gaps) {
            double largest = 0;
            for (Gap gap : gaps.values()) {
                largest = gap.isRounding() ? largest : Math.max(largest, gap.scale());
            }
            Map<String, Estimate> residuals = new LinkedHashMap<>();
            for (Map.Entry<String, Gap> entry : gaps.entrySet()) {
                Gap gap = entry.getValue();
                residuals.put(entry.getKey(), gap.over(gap.isRounding() ? largest : gap.scale()));
            }
            return residuals;
        }

        private static Estimate worse(Estimate a, Estimate b) {
            double larger = Math.max(Arithmetic.real(a.value()), Arithmetic.real(b.value()));
            return Estimate.of(larger, Math.max(a.error(), b.error()));
        }

        private static Gap gap(Equation equation, Option option, Run run) {
            double difference = 0;
            double scale = 0;
            double spread = 0;
            long seed = 0;
            for (Run.At place : run.places(option)) {
                double here = equation.difference(place.frame());
                difference = Math.max(difference, here);
                scale = Math.max(scale, equation.scale(place.frame()));
                for (int trial = 0; trial < Run.TRIALS; trial++) {
                    Frame moved = place.frame().jittered(++seed);
                    spread = Math.max(spread, Math.abs(equation.difference(moved) - here));
                }
            }
            return new Gap(difference, scale, spread);
        }
    }

    /** {@code equation: EQ} with no options: solved for the number asked for; or several for as many numbers. */
    record ForSolution(List<Equation> equations, List<Ranged> asked) implements Ask {
        /** Copies the lists. */
        public ForSolution {
            equations = List.copyOf(equations);
            asked = List.copyOf(asked);
        }

        @Override
        public Evidence evidence(Run run) {
            List<Point> points = new ArrayList<>();
            List<List<Estimate>> values = new ArrayList<>();
            asked.forEach(name -> values.add(new ArrayList<>()));
            Sureness sureness = run.triesAll() ? run.sureness().and(Sureness.PROVED) : Sureness.SAMPLED;
            for (int i = 0; i < run.worlds(); i++) {
                Run.At world = run.world(i);
                points.add(world.point());
                List<Equation.Solution> solutions = EquationSystem.solved(equations, asked, world.frame());
                for (int k = 0; k < solutions.size(); k++) {
                    values.get(k).add(solutions.get(k).value());
                    sureness = sureness.and(
                            solutions.get(k).isProved()
                                    ? Sureness.PROVED
                                    : Sureness.estimated("a solution is not proved to be the only one"));
                }
            }
            Map<String, Evidence.Values> found = new LinkedHashMap<>();
            for (int k = 0; k < asked.size(); k++) {
                Type type = asked.get(k).variable().type();
                Evidence.Values own = new Evidence.Values(points, points.size(), values.get(k), type, Map.of());
                found.put(asked.get(k).name(), own.as(sureness));
            }
            return found.size() == 1 ? found.values().iterator().next() : new Evidence.Parts(found, List.of());
        }

        @Override
        public List<Value> trace(Run run, int most) {
            List<Value> trace = new ArrayList<>();
            for (int i = 0; i < Math.min(run.worlds(), most); i++) {
                for (Equation.Solution solution :
                        EquationSystem.solved(equations, asked, run.world(i).frame())) {
                    trace.add(solution.value().value());
                }
            }
            return trace;
        }
    }

    /** {@code test: EXPR}: each option either passes or does not. */
    record ForTest(Term test) implements Choosing {
        @Override
        public Evidence evidence(Run run) {
            Map<String, Finding> findings = new LinkedHashMap<>();
            Sureness sureness = run.sureness(test);
            for (Option option : run.options()) {
                Finding finding = finding(option, run);
                findings.put(option.key(), finding);
                sureness = sureness.and(() -> sureness(option, finding, run));
            }
            return new Evidence.Truths(findings).as(sureness);
        }

        @Override
        public List<Value> trace(Run run, int most) {
            return List.of();
        }

        @Override
        public Collection<Term> truths() {
            return List.of(test);
        }

        @Override
        public Set<String> passing(Run run) {
            Set<String> passing = new TreeSet<>();
            for (Option option : run.options()) {
                if (finding(option, run).holds()) {
                    passing.add(option.key());
                }
            }
            return passing;
        }

        private Sureness sureness(Option option, Finding finding, Run run) {
            Sureness sureness = Sureness.EXACT;
            for (Run.At place : run.places(option)) {
                sureness = sureness.and(() -> Assurance.of(test, finding.holds(), place.frame()));
            }
            return sureness;
        }

        private Finding finding(Option option, Run run) {
            int tried = 0;
            Finding undecided = null;
            for (Run.At place : run.places(option)) {
                tried++;
                Frame frame = place.frame().judging();
                try {
                    if (!((Value.Truth) frame.value(test)).holds()) {
                        return new Finding(false, tried, counterexample(place, frame));
                    }
                } catch (ExpressionFault e) {
                    undecided = undecided(e, tried);
                }
            }
            return undecided != null ? undecided : new Finding(true, tried == 1 || run.isExhausted() ? 0 : tried, "");
        }

        /** Where a test binds names of its own, what was drawn for the others that do not stand in it says nothing. */
        private String counterexample(Run.At place, Frame frame) {
            List<Witness> witnesses = Witness.of(test, frame);
            List<Ranged> drawn = new ArrayList<>(place.drawn());
            if (!witnesses.isEmpty()) {
                drawn.removeIf(ranged ->
                        ranged.variable().role() == Binding.Role.ARGUMENT && !Witness.isRead(ranged.variable(), test));
            }
            return shown(Point.of(place.frame(), drawn).toString(), witnesses);
        }
    }

    /** What is left of a truth that errors hide; any other fault is one of the route. */
    private static Finding undecided(ExpressionFault fault, int tried) {
        if (!fault.isUndecided()) {
            throw fault;
        }
        return Finding.undecided(tried, fault.message());
    }

    /** A counter-example: what was drawn, and the bound variables at which a claim fails there. */
    private static String shown(String drawn, List<Witness> witnesses) {
        StringBuilder text = new StringBuilder(drawn);
        for (Witness witness : witnesses) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(witness.name())
                    .append(" = ")
                    .append(Show.value(witness.value(), witness.type(), null, 4));
        }
        return text.toString();
    }

    /**
     * No ask: the options are claims, tested on every case the route draws.
     *
     * @param claims by option
     * @param quantities what the claims speak of, to show a counter-example
     * @param samples how many cases are drawn
     */
    record ForClaims(Map<String, Term> claims, List<Quantity> quantities, int samples) implements Choosing {
        /** Copies. */
        public ForClaims {
            claims = new LinkedHashMap<>(claims);
            quantities = List.copyOf(quantities);
        }

        /** Draws in which amounts coincide. */
        private static final int COINCIDENCES = 12;

        /** A quantity that claims speak of. */
        record Quantity(String name, Term term) {}

        @Override
        public Evidence evidence(Run run) {
            Map<String, Finding> findings = new LinkedHashMap<>();
            Map<String, Sureness> surenesses = new LinkedHashMap<>();
            boolean sampled = run.isSampled() && !run.isExhausted();
            int cases = run.isExhausted() ? run.worlds() : sampled ? samples : 1;
            for (int i = 0; i < cases && !allRefuted(findings); i++) {
                Run.At world = run.world(i);
                for (Map.Entry<String, Term> claim : claims.entrySet()) {
                    Finding before = findings.get(claim.getKey());
                    if (before == null || !isRefuted(before)) {
                        Finding now = tested(claim.getValue(), world, i, sampled);
                        boolean undecided =
                                before != null && !before.undecided().isEmpty() && now.holds();
                        findings.put(claim.getKey(), undecided ? before : now);
                        boolean decided = !sampled || isRefuted(now);
                        Sureness one =
                                decided ? Assurance.of(claim.getValue(), now.holds(), world.frame()) : Sureness.SAMPLED;
                        surenesses.merge(claim.getKey(), one, (known, next) -> sampled ? next : known.and(next));
                    }
                }
            }
            if (sampled) {
                coincide(findings, run);
                prove(findings, surenesses, run);
            }
            Sureness sureness = run.sureness();
            for (Sureness one : surenesses.values()) {
                sureness = sureness.and(one);
            }
            return new Evidence.Truths(byLetter(findings, run.options())).as(sureness);
        }

        /** By the letters that the options have in these data. */
        private static Map<String, Finding> byLetter(Map<String, Finding> findings, List<Option> options) {
            Map<String, Finding> byLetter = new LinkedHashMap<>();
            for (Option option : options) {
                Finding finding = findings.get(option.stated());
                if (finding != null) {
                    byLetter.put(option.key(), finding);
                }
            }
            return options.isEmpty() ? findings : byLetter;
        }

        /** What survived all samples is tried where amounts coincide; a claim need not have a value there. */
        private void coincide(Map<String, Finding> findings, Run run) {
            for (int i = 0; i < COINCIDENCES && !allRefuted(findings); i++) {
                Run.At world = run.coincidence(i);
                for (Map.Entry<String, Term> claim : claims.entrySet()) {
                    Finding before = findings.get(claim.getKey());
                    if (world != null && before != null && before.holds()) {
                        Finding now = coinciding(claim.getValue(), world, before);
                        findings.put(claim.getKey(), now);
                    }
                }
            }
        }

        private Finding coinciding(Term claim, Run.At world, Finding before) {
            try {
                Finding now = tested(claim, world, before.samples() - 1, true);
                return now.undecided().isEmpty() ? now : before;
            } catch (NoValue e) {
                return before;
            }
        }

        /** What survived all samples may be proved on the whole domain; a counter-example decides for itself. */
        private void prove(Map<String, Finding> findings, Map<String, Sureness> surenesses, Run run) {
            findings.forEach((key, finding) -> {
                Term claim = claims.get(key);
                if (finding.holds() && claim != null && run.isProved(claim)) {
                    surenesses.put(key, Sureness.PROVED);
                } else if (isRefuted(finding) && isSampled(surenesses.get(key))) {
                    surenesses.put(key, Sureness.estimated("what coincides by chance refutes an option"));
                }
            });
        }

        private static boolean isSampled(@Nullable Sureness sureness) {
            return sureness != null && sureness.certainty() == Certainty.SAMPLED;
        }

        /** The quantities that the claims speak of. */
        @Override
        public List<Value> trace(Run run, int most) {
            List<Value> trace = new ArrayList<>();
            int all = run.isExhausted() ? run.worlds() : samples;
            int cases = run.isSampled() ? Math.min(all, most) : 1;
            for (int i = 0; i < cases; i++) {
                Frame frame = run.world(i).frame();
                quantities.forEach(quantity -> trace.add(frame.value(quantity.term())));
            }
            return trace;
        }

        @Override
        public Collection<Term> truths() {
            return claims.values();
        }

        /** The claims that hold in every case, without those where amounts coincide. */
        @Override
        public Set<String> passing(Run run) {
            Set<String> passing = new TreeSet<>(claims.keySet());
            int all = run.isExhausted() ? run.worlds() : samples;
            int cases = run.isSampled() ? all : 1;
            for (int i = 0; i < cases && !passing.isEmpty(); i++) {
                Run.At world = run.world(i);
                claims.forEach((key, claim) -> {
                    if (passing.contains(key) && !tested(claim, world, 0, true).holds()) {
                        passing.remove(key);
                    }
                });
            }
            return passing;
        }

        private boolean allRefuted(Map<String, Finding> findings) {
            return findings.size() == claims.size()
                    && findings.values().stream().allMatch(ForClaims::isRefuted);
        }

        private static boolean isRefuted(Finding finding) {
            return !finding.holds() && finding.undecided().isEmpty();
        }

        private Finding tested(Term claim, Run.At world, int index, boolean sampled) {
            Frame frame = world.frame().judging();
            try {
                return ((Value.Truth) frame.value(claim)).holds()
                        ? new Finding(true, sampled ? index + 1 : 0, "")
                        : new Finding(false, index + 1, counterexample(claim, world, frame));
            } catch (ExpressionFault e) {
                return undecided(e, index + 1);
            }
        }

        /** The quantities, and behind them what was drawn and what the claim and the quantities hang on. */
        private String counterexample(Term claim, Run.At world, Frame frame) {
            StringBuilder example = new StringBuilder();
            for (Quantity quantity : quantities) {
                example.append(example.length() == 0 ? "" : ", ")
                        .append(quantity.name())
                        .append(" = ")
                        .append(Show.value(
                                frame.value(quantity.term()), quantity.term().type(), null, 4));
            }
            List<Witness> witnesses = new ArrayList<>(Witness.of(claim, frame));
            quantities.forEach(quantity -> witnesses.addAll(Witness.of(quantity.term(), frame)));
            String where = shown(world.point().toString(), witnesses);
            return example + (where.isEmpty() ? "" : " where " + where);
        }
    }
}
