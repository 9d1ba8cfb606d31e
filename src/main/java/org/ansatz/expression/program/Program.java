package org.ansatz.expression.program;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ansatz.expression.syntax.Op;
import org.jspecify.annotations.Nullable;

/** Instructions in the order in which they are made; each writes a block of its own. Immutable. */
public final class Program {

    /** The most places: a larger program would not stay near the processor. */
    private static final int MAX_PLACES = 1 << 18;

    private final List<Instruction> instructions;
    private final Part all;
    private final int places;
    private final long operations;
    private final boolean isRounded;

    private Program(List<Instruction> instructions, int places) {
        this.instructions = List.copyOf(instructions);
        this.places = places;
        List<BitSet> entries = new ArrayList<>(instructions.size());
        long sum = 0;
        boolean rounds = false;
        for (Instruction instruction : instructions) {
            entries.add(Change.all(instruction.result().form()));
            sum += instruction.operations();
            rounds |= instruction.isRounded();
        }
        all = new Part(instructions, entries);
        operations = sum;
        isRounded = rounds;
    }

    /** Whether any result in it is rounded. */
    public boolean isRounded() {
        return isRounded;
    }

    /** About how many operations on numbers it takes for one point. */
    public long operations() {
        return operations;
    }

    /** How many places it has. */
    public int places() {
        return places;
    }

    /**
     * Room for so many points.
     *
     * @param rounding what happens to each result that is rounded, or null
     */
    public Lanes lanes(int width, Lanes.@Nullable Rounding rounding) {
        return new Lanes(places, width, rounding);
    }

    /** Makes all instructions, for all points. */
    public void run(Lanes lanes) {
        all.run(lanes);
    }

    /** The part of the program that rests on one entry of an input. */
    public Part restingOn(Block input, int entry) {
        Change change = new Change();
        BitSet changed = new BitSet();
        changed.set(entry);
        change.put(input, changed);
        List<Instruction> some = new ArrayList<>();
        List<BitSet> entries = new ArrayList<>();
        for (Instruction instruction : instructions) {
            BitSet affected = instruction.affected(change);
            if (!affected.isEmpty()) {
                change.put(instruction.result(), affected);
                some.add(instruction);
                entries.add(affected);
            }
        }
        return new Part(some, entries);
    }

    /** Some instructions, and of each some entries. */
    public static final class Part {

        private final List<Instruction> instructions;
        private final List<BitSet> entries;

        private Part(List<Instruction> instructions, List<BitSet> entries) {
            this.instructions = List.copyOf(instructions);
            this.entries = List.copyOf(entries);
        }

        /** Makes these instructions, for all points. */
        public void run(Lanes lanes) {
            for (int i = 0; i < instructions.size(); i++) {
                instructions.get(i).run(lanes, entries.get(i));
                if (instructions.get(i).isRounded()) {
                    lanes.round(instructions.get(i).result(), entries.get(i));
                }
            }
        }

        /** About how many operations on numbers it takes for one point. */
        public long operations() {
            long sum = 0;
            for (int i = 0; i < instructions.size(); i++) {
                Instruction instruction = instructions.get(i);
                int size = instruction.result().form().size();
                sum += instruction.operations() * entries.get(i).cardinality() / size;
            }
            return sum;
        }

        /** All numbers that it computes, as they are now. */
        public double[] saved(Lanes lanes) {
            double[] saved = new double[count() * lanes.width()];
            int at = 0;
            for (int i = 0; i < instructions.size(); i++) {
                at = lanes.copy(instructions.get(i).result(), entries.get(i), saved, at, true);
            }
            return saved;
        }

        /** Puts numbers back that were saved. */
        public void restore(Lanes lanes, double[] saved) {
            int at = 0;
            for (int i = 0; i < instructions.size(); i++) {
                at = lanes.copy(instructions.get(i).result(), entries.get(i), saved, at, false);
            }
        }

        private int count() {
            int count = 0;
            for (int i = 0; i < instructions.size(); i++) {
                boolean two = instructions.get(i).result().kind().hasDistance();
                count += entries.get(i).cardinality() * (two ? 2 : 1);
            }
            return count;
        }
    }

    /** Writes a program. What has no place in one is {@link Unwritten}. */
    public static final class Writer {

        private final List<Instruction> instructions = new ArrayList<>();
        private int places;

        /** What was written. */
        public Program program() {
            return new Program(instructions, places);
        }

        /** A block that is set from outside, as inputs and constants are. */
        public Block block(Form form) {
            if (form.places() > MAX_PLACES - places) {
                throw new Unwritten("more than " + MAX_PLACES + " numbers");
            }
            Block block = new Block(form, places);
            places += form.places();
            return block;
        }

        /** Sum, difference, product, quotient or power, entry by entry. */
        public Block entrywise(Op op, Block a, Block b) {
            return written(new Entrywise(op, a, b, block(Entrywise.form(op, a.form(), b.form()))));
        }

        /** The product of two matrices. */
        public Block product(Block a, Block b) {
            return written(new MatrixProduct(a, b, block(MatrixProduct.form(a.form(), b.form()))));
        }

        /** Numbers with the other sign, or the opposite of truth values. */
        public Block negated(Block a) {
            return written(new Negated(a, block(a.form())));
        }

        /** Rows exchanged for columns. */
        public Block transposed(Block a) {
            List<Arranged.Entry> entries = new ArrayList<>();
            for (int c = 0; c < a.form().columns(); c++) {
                for (int r = 0; r < a.form().rows(); r++) {
                    entries.add(new Arranged.Entry(a, a.place(r * a.form().columns() + c)));
                }
            }
            return arranged(
                    entries, new Form(a.kind(), a.form().columns(), a.form().rows()));
        }

        /** A copy, of which each entry is rounded where roundings are simulated. */
        public Block copied(Block a) {
            List<Arranged.Entry> entries = new ArrayList<>();
            for (int i = 0; i < a.form().size(); i++) {
                entries.add(new Arranged.Entry(a, a.place(i)));
            }
            return arranged(entries, a.form());
        }

        /** A matrix whose entries, row by row, are these numbers. */
        public Block rows(List<Block> numbers, int rows, int columns) {
            List<Arranged.Entry> entries = new ArrayList<>();
            Kind kind = numbers.get(0).kind();
            for (Block number : numbers) {
                require(number.form().isSingle() && number.kind().isNumber(), "entries that are no numbers");
                kind = kind.and(number.kind());
                entries.add(new Arranged.Entry(number, number.at()));
            }
            return arranged(entries, new Form(kind, rows, columns));
        }

        private Block arranged(List<Arranged.Entry> entries, Form form) {
            return written(new Arranged(entries, block(form)));
        }

        /** Whether a comparison of two numbers holds. */
        public Block compared(Op op, Block a, Block b) {
            boolean fits = a.form().isSingle()
                    && b.form().isSingle()
                    && a.kind().isNumber()
                    && b.kind().isNumber();
            require(fits, "a comparison of what are no numbers");
            return written(new Compared(op, a, b, block(Form.single(Kind.TRUTH))));
        }

        /** A word of logic between two truth values. */
        public Block joined(Op op, Block a, Block b) {
            return written(new Joined(op, a, b, block(Form.single(Kind.TRUTH))));
        }

        /** One block or the other. */
        public Block chosen(Block condition, Block then, Block otherwise) {
            Form a = then.form();
            Form b = otherwise.form();
            boolean fits = a.rows() == b.rows()
                    && a.columns() == b.columns()
                    && a.kind().isNumber() == b.kind().isNumber();
            require(fits, "a choice between two shapes");
            boolean areWhole =
                    a.kind() == b.kind() || !a.kind().isExact() || !b.kind().isExact();
            require(areWhole, "a choice between exact numbers that are not whole");
            return written(
                    new Chosen(condition, then, otherwise, block(a.with(a.kind().and(b.kind())))));
        }

        /** A function applied. */
        public Block applied(Kernel kernel, List<Block> arguments) {
            List<Form> forms = new ArrayList<>(arguments.size());
            for (Block argument : arguments) {
                forms.add(argument.form());
            }
            return written(new Applied(kernel, arguments, block(kernel.result(forms))));
        }

        private static void require(boolean fits, String what) {
            if (!fits) {
                throw new Unwritten(what);
            }
        }

        private Block written(Instruction instruction) {
            instructions.add(instruction);
            return instruction.result();
        }
    }
}
