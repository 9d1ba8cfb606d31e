package org.ansatz.field.logic;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A Boolean function written out: one bit for each of the 2^n rows, 64 to a word.
 *
 * <p>Rows are numbered as on paper: input 0 is the leftmost column and so the most significant bit of the row's number.
 */
public final class TruthTable {

    /** Most inputs a table may have. */
    public static final int MAX_INPUTS = 20;

    private final int inputs;
    private final long[] words;

    private TruthTable(int inputs, long[] words) {
        this.inputs = inputs;
        this.words = words;
    }

    /**
     * The table of any function.
     *
     * @param inputs 0 to {@value #MAX_INPUTS}
     * @param function asked for each row's number from 0 to 2^inputs − 1; {@link #input} takes a row apart
     * @throws IllegalArgumentException for any other number of inputs
     */
    public static TruthTable of(int inputs, IntPredicate function) {
        TruthTable table = constant(inputs, false);
        for (int row = 0; row < table.rows(); row++) {
            if (function.test(row)) {
                table.words[row / Long.SIZE] |= 1L << row;
            }
        }
        return table;
    }

    /**
     * The function that has the same value in every row.
     *
     * @param inputs 0 to {@value #MAX_INPUTS}
     * @throws IllegalArgumentException for any other number of inputs
     */
    public static TruthTable constant(int inputs, boolean value) {
        int rows = rows(inputs);
        long[] words = new long[(rows + Long.SIZE - 1) / Long.SIZE];
        if (value) {
            Arrays.fill(words, rows < Long.SIZE ? (1L << rows) - 1 : -1L);
        }
        return new TruthTable(inputs, words);
    }

    /**
     * The function that is true where input {@code index} is.
     *
     * @param inputs 0 to {@value #MAX_INPUTS}
     * @param index 0 to inputs − 1
     * @throws IllegalArgumentException for any other numbers
     */
    public static TruthTable variable(int inputs, int index) {
        TruthTable table = constant(inputs, false);
        for (int row = 0; row < table.rows(); row++) {
            if (input(inputs, row, index)) {
                table.words[row / Long.SIZE] |= 1L << row;
            }
        }
        return table;
    }

    /**
     * The value that input {@code index} has in a row of a table of {@code inputs} inputs.
     *
     * @throws IllegalArgumentException if there is no such input
     */
    public static boolean input(int inputs, int row, int index) {
        checkInput(inputs, index);
        return (row >>> (inputs - 1 - index) & 1) != 0;
    }

    private static void checkInput(int inputs, int index) {
        if (index < 0 || index >= inputs) {
            throw new IllegalArgumentException("no input " + index + " among " + inputs);
        }
    }

    private static int rows(int inputs) {
        if (inputs < 0 || inputs > MAX_INPUTS) {
            throw new IllegalArgumentException("a truth table has 0 to " + MAX_INPUTS + " inputs, not " + inputs);
        }
        return 1 << inputs;
    }

    /** The number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** The number of rows, 2 to the power of the number of inputs. */
    public int rows() {
        return rows(inputs);
    }

    /**
     * The value in a row.
     *
     * @throws IllegalArgumentException if there is no such row
     */
    public boolean value(int row) {
        if (row < 0 || row >= rows()) {
            throw new IllegalArgumentException("no row " + row + " among " + rows());
        }
        return (words[row / Long.SIZE] >>> row & 1) != 0;
    }

    /** The number of rows in which the function is true. */
    public int models() {
        int models = 0;
        for (long word : words) {
            models += Long.bitCount(word);
        }
        return models;
    }

    /** The complement. */
    public TruthTable not() {
        return xor(constant(inputs, true));
    }

    /**
     * True where both are.
     *
     * @throws IllegalArgumentException if the tables differ in the number of inputs
     */
    public TruthTable and(TruthTable other) {
        long[] both = copyFor(other);
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.words[i];
        }
        return new TruthTable(inputs, both);
    }

    /**
     * True where at least one is.
     *
     * @throws IllegalArgumentException if the tables differ in the number of inputs
     */
    public TruthTable or(TruthTable other) {
        long[] either = copyFor(other);
        for (int i = 0; i < either.length; i++) {
            either[i] |= other.words[i];
        }
        return new TruthTable(inputs, either);
    }

    /**
     * True where the two differ.
     *
     * @throws IllegalArgumentException if the tables differ in the number of inputs
     */
    public TruthTable xor(TruthTable other) {
        long[] differ = copyFor(other);
        for (int i = 0; i < differ.length; i++) {
            differ[i] ^= other.words[i];
        }
        return new TruthTable(inputs, differ);
    }

    private long[] copyFor(TruthTable other) {
        if (other.inputs != inputs) {
            throw new IllegalArgumentException("tables of " + inputs + " and " + other.inputs + " inputs");
        }
        return words.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruthTable table && table.inputs == inputs && Arrays.equals(table.words, words);
    }

    @Override
    public int hashCode() {
        return 31 * inputs + Arrays.hashCode(words);
    }

    /** Says how many inputs and models there are. */
    @Override
    public String toString() {
        return "TruthTable[inputs=" + inputs + ", models=" + models() + "]";
    }
}
