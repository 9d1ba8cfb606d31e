package org.ansatz.expression.evaluation;

import java.util.Arrays;
import java.util.List;
import org.ansatz.expression.program.Block;
import org.ansatz.expression.program.Kind;
import org.ansatz.expression.program.Lanes;
import org.ansatz.expression.program.Program;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.value.NearOne;
import org.ansatz.expression.value.Value;

/** A program at work in a frame, for several points at once. Where it knows no value, the terms themselves are to be asked. */
final class Batch {

    /** So many operations of a program cost as much as one step of the language. */
    private static final int OPERATIONS_OF_A_STEP = 8;

    /** So many numbers stay near the processor. */
    private static final int MAX_NUMBERS = 1 << 15;

    /** However many numbers a program has, at least so many points stand side by side. */
    private static final int FEWEST = 8;

    private final Compiled compiled;
    private final Lanes lanes;
    private final Frame frame;

    private Batch(Compiled compiled, Lanes lanes, Frame frame) {
        this.compiled = compiled;
        this.lanes = lanes;
        this.frame = frame;
    }

    /** A program with its constants. */
    static Batch of(Compiled compiled, List<Value> constants, int most, Frame frame) {
        Jitter jitter = frame.jitter();
        int fitting = MAX_NUMBERS / compiled.program().places();
        int width = Math.max(Math.min(most, FEWEST), Math.min(most, fitting));
        Lanes lanes = compiled.program().lanes(width, jitter == null ? null : jitter::move);
        Batch batch = new Batch(compiled, lanes, frame);
        for (int i = 0; i < constants.size(); i++) {
            batch.load(compiled.constants().get(i), constants.get(i));
        }
        return batch;
    }

    private void load(Block block, Value constant) {
        List<Value> entries = constant instanceof Value.Array array ? array.entries() : List.of(constant);
        for (int i = 0; i < entries.size(); i++) {
            fill(block, i, frame.converted(entries.get(i)));
        }
    }

    /** How many points stand side by side. */
    int width() {
        return lanes.width();
    }

    /** Sets a name for all points. */
    void fill(int input, Value value) {
        Block block = compiled.inputs().get(input);
        if (value instanceof Value.Array array) {
            for (int i = 0; i < array.entries().size(); i++) {
                fill(block, i, array.entries().get(i));
            }
        } else {
            fill(block, 0, value);
        }
    }

    /** Sets an entry of a name to that of a matrix, or to a number, for all points. */
    void fill(int input, int entry, Value value) {
        Value number = value instanceof Value.Array array ? array.entries().get(entry) : value;
        fill(compiled.inputs().get(input), entry, number);
    }

    private void fill(Block block, int entry, Value value) {
        lanes.fill(block, entry, Compiled.number(value), NearOne.distance(value));
    }

    /** Sets an entry of a name for one point, to a number of which no more is known than it shows. */
    void set(int input, int entry, int lane, double x) {
        lanes.set(compiled.inputs().get(input), entry, lane, x, Double.NaN);
    }

    /** Whether a name that is single stands for exact numbers. */
    boolean takesExact(int input) {
        return compiled.inputs().get(input).kind() == Kind.EXACT;
    }

    /** Sets a name that is single to a number of which no more is known than it shows, for some points. */
    void fill(int input, int from, int count, Value number) {
        int at = lanes.from(compiled.inputs().get(input).at()) + from;
        Arrays.fill(lanes.numbers(), at, at + count, Compiled.number(number));
    }

    /** Sets a name that is single to whole numbers in a row, for some points. */
    void count(int input, int from, int count, long first) {
        int at = lanes.from(compiled.inputs().get(input).at()) + from;
        for (int i = 0; i < count; i++) {
            lanes.numbers()[at + i] = first + i;
        }
    }

    /** The values of all names, which are single, at a point. */
    Value[] inputs(int lane) {
        Value[] values = new Value[compiled.inputs().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Compiled.value(lanes, compiled.inputs().get(i), 0, lane);
        }
        return values;
    }

    /** What is known of a result. */
    Kind kind(int result) {
        return compiled.results().get(result).kind();
    }

    /** Sets a name that is single for one point. */
    void set(int input, int lane, Value value) {
        lanes.set(compiled.inputs().get(input), 0, lane, Compiled.number(value), NearOne.distance(value));
    }

    /**
     * Runs the program.
     *
     * @param used how many of the points matter
     * @param term what is evaluated
     * @throws org.ansatz.expression.syntax.ExpressionFault if that takes more steps than the frame allows
     */
    void run(int used, Term term) {
        spend(compiled.program().operations(), used, term);
        compiled.program().run(lanes);
    }

    /** The part of the program that rests on one entry of a name. */
    Program.Part restingOn(int input, int entry) {
        return compiled.program().restingOn(compiled.inputs().get(input), entry);
    }

    /** Runs a part of the program, as {@link #run} runs all of it. */
    void run(Program.Part part, int used, Term term) {
        spend(part.operations(), used, term);
        part.run(lanes);
    }

    /** Whether a part is all of the program. */
    boolean isWhole(Program.Part part) {
        return part.operations() == compiled.program().operations();
    }

    /** What a part of the program computes, as it is now. */
    double[] saved(Program.Part part) {
        return part.saved(lanes);
    }

    /** Puts back what a part of the program had computed. */
    void restore(Program.Part part, double[] saved) {
        part.restore(lanes, saved);
    }

    private void spend(long operations, int used, Term term) {
        frame.spend((used * (operations + 1) + OPERATIONS_OF_A_STEP - 1) / OPERATIONS_OF_A_STEP, term);
        frame.rounds(compiled.program().isRounded());
    }

    /** The number or truth that a term, which is single, has at a point, as a double; NaN if it is not known. */
    double number(int result, int lane) {
        return lanes.at(compiled.results().get(result).at(), lane);
    }

    /** The value that a term, which is single, has at a point where it is known. */
    Value value(int result, int lane) {
        return Compiled.value(lanes, compiled.results().get(result), 0, lane);
    }
}
