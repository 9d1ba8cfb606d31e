package org.ansatz.expression.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ansatz.expression.program.Form;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Unwritten;
import org.ansatz.expression.term.Chance;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Law;
import org.ansatz.expression.term.SampleSpace;
import org.ansatz.expression.term.SplitMix;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.Enclosed;
import org.ansatz.expression.value.Value;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.jspecify.annotations.Nullable;

/** The sample space of a statistic in one frame. */
final class FrameSpace implements SampleSpace {

    /** How many outcomes stand side by side in a program. */
    private static final int WIDTH = 256;

    /** So many uniform numbers cost as much as a step. */
    private static final int UNIFORMS_OF_A_STEP = 8;

    /** From where outcomes are drawn; the same for every statistic, so that a result can be had again. */
    private static final long SEED = 0x5DEECE66DL;

    private final Term.Bound term;
    private final Frame frame;

    FrameSpace(Term.Bound term, Frame frame) {
        this.term = term;
        this.frame = frame;
    }

    @Override
    public List<Generator> sources() {
        return term.generators();
    }

    @Override
    public List<Term> asked() {
        return term.body().parts();
    }

    @Override
    public @Nullable Term condition() {
        return term.condition();
    }

    @Override
    public SampleSpace with(Generator source, Value value) {
        frame.spend(2); // for the copy, which costs more than a step
        return new FrameSpace(term, frame.with(source.slot(), value));
    }

    @Override
    public Law law(Generator source) {
        return law(source, frame);
    }

    private static Law law(Generator source, Frame frame) {
        return ((Chance) source.domain()).law(frame);
    }

    @Override
    public Value value(Term asked) {
        return frame.value(asked);
    }

    @Override
    public Enclosed.Truth truth(Term condition, Generator source, Interval set) {
        return EnclosingTerms.condition(condition, new Interval[] {set}, List.of(alone(source)), frame);
    }

    @Override
    public Enclosed.Truth truth(Term condition, List<Generator> variables, Interval[] box) {
        return EnclosingTerms.condition(condition, box, alone(variables), frame);
    }

    @Override
    public Enclosing enclosing(Term function, List<Generator> variables) {
        return EnclosingTerms.of(function, alone(variables), frame);
    }

    private static List<Generator> alone(List<Generator> variables) {
        return variables.stream().map(FrameSpace::alone).toList();
    }

    /** No field block reads a random variable, so what it finds stays as it is. */
    private static Generator alone(Generator source) {
        return new Generator(source.name(), source.slot(), source.domain(), /* isDeclared= */ false);
    }

    // ---- drawing

    /** Outcomes are drawn without any simulated rounding, so that they are the same however often roundings are simulated. */
    @Override
    public <T> T once(Supplier<T> drawing) {
        if (!frame.isTrue() || Inside.any(term, FrameSpace::isOther)) {
            return drawing.get();
        }
        return frame.remembered().once(term, frame, () -> {
            Inside.slots(term).forEach(slot -> {
                Value value = frame.slot(slot);
                if (value != null) {
                    frame.remembered().read(slot, value);
                }
            });
            return drawing.get();
        });
    }

    /** Whether a term rests on what is no name: on a field block, or on what is under test. */
    private static boolean isOther(Term term) {
        return term instanceof Term.Exported || term instanceof Term.Candidate || term instanceof Term.Computed;
    }

    @Override
    public void draw(long outcomes, Predicate<double[]> visitor) {
        Frame still = frame.unjittered();
        DoubleSupplier random = counted(still);
        List<Law> laws = independent(still);
        Batch batch = laws == null ? null : program(laws, still);
        if (laws == null || batch == null) {
            drawOneByOne(outcomes, random, still, visitor);
            return;
        }
        for (long done = 0; done < outcomes; done += batch.width()) {
            int used = (int) Math.min(batch.width(), outcomes - done);
            Value[][] drawn = new Value[used][];
            for (int lane = 0; lane < used; lane++) {
                drawn[lane] = new Value[laws.size()];
                for (int i = 0; i < laws.size(); i++) {
                    drawn[lane][i] = laws.get(i).draw(random);
                    batch.set(i, lane, drawn[lane][i]);
                }
            }
            batch.run(used, term);
            for (int lane = 0; lane < used; lane++) {
                double[] found = found(batch, lane, drawn[lane], still);
                if (found.length > 0 && !visitor.test(found)) {
                    return;
                }
            }
        }
    }

    /** Uniform numbers, which are work: one outcome of some laws takes many. */
    private static DoubleSupplier counted(Frame still) {
        SplitMix random = new SplitMix(SEED);
        int[] drawn = new int[1];
        return () -> {
            if (++drawn[0] % UNIFORMS_OF_A_STEP == 0) {
                still.spend(1);
            }
            return random.uniform();
        };
    }

    /** What is asked, at an outcome; nothing if it does not meet the condition. */
    private double[] found(Batch batch, int lane, Value[] drawn, Frame still) {
        int results = terms().size();
        double[] found = new double[results];
        for (int i = 0; i < results; i++) {
            found[i] = batch.number(i, lane);
            if (Double.isNaN(found[i])) {
                return found(at(drawn, still));
            }
        }
        if (term.condition() == null) {
            return found;
        }
        return found[results - 1] == 1 ? java.util.Arrays.copyOf(found, results - 1) : new double[0];
    }

    private Frame at(Value[] drawn, Frame still) {
        Frame inside = still;
        for (int i = 0; i < drawn.length; i++) {
            inside = inside.with(term.generators().get(i).slot(), drawn[i]);
        }
        return inside;
    }

    private double[] found(Frame inside) {
        if (term.condition() != null && Compiled.number(inside.value(term.condition())) != 1) {
            return new double[0];
        }
        double[] found = new double[asked().size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = Compiled.number(inside.value(asked().get(i)));
        }
        return found;
    }

    private void drawOneByOne(long outcomes, DoubleSupplier random, Frame still, Predicate<double[]> visitor) {
        for (long done = 0; done < outcomes; done++) {
            Frame inside = still;
            for (Generator source : term.generators()) {
                inside = inside.with(source.slot(), law(source, inside).draw(random));
            }
            double[] found = found(inside);
            if (found.length > 0 && !visitor.test(found)) {
                return;
            }
        }
    }

    /** The distributions, if none depends on another variable; else null. */
    private @Nullable List<Law> independent(Frame still) {
        List<Law> laws = new ArrayList<>();
        for (Generator source : term.generators()) {
            for (Term parameter : source.domain().parts()) {
                if (Inside.reads(parameter, term.generators())) {
                    return null;
                }
            }
            laws.add(law(source, still));
        }
        return laws;
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>(asked());
        if (term.condition() != null) {
            terms.add(term.condition());
        }
        return terms;
    }

    /** A program for all that is asked, or null if there is none. */
    private @Nullable Batch program(List<Law> laws, Frame still) {
        int[] slots = new int[laws.size()];
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            slots[i] = term.generators().get(i).slot();
            Kind kind = kind(laws.get(i));
            if (kind == null) {
                return null;
            }
            forms.add(Form.single(kind));
        }
        try {
            return still.programs().batch(term, terms(), slots, forms, /* stepsDepend= */ true, WIDTH, still);
        } catch (Unwritten e) {
            return null;
        }
    }

    /** What is known of the numbers of a law; null if that differs from one to the next. */
    private static @Nullable Kind kind(Law law) {
        if (law instanceof Law.Density) {
            return Kind.REAL;
        }
        SplitMix random = new SplitMix(SEED);
        Value value = law.draw(random::uniform);
        try {
            return ((Law.Atoms) law).areWhole() ? Compiled.form(value).kind() : null;
        } catch (Unwritten e) {
            return null;
        }
    }
}
