package org.ansatz.gradient.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.numeric.Matrix;

/** How the matrices of a model lie one after another, row by row, in one row of numbers. */
public final class Blocks {

    private final List<Block> blocks;
    private final int[] offsets;

    /** Blocks in this order. */
    Blocks(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.offsets = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            offsets[i + 1] = offsets[i] + blocks.get(i).rows() * blocks.get(i).columns();
        }
    }

    /**
     * A matrix among the parameters.
     *
     * @param name what it is, with its letter
     * @param start draws an entry to start from
     */
    public record Block(String name, int rows, int columns, ToDoubleFunction<NumpyRandom> start) {

        /** Starts from the standard normal distribution, as PyTorch's embeddings do. */
        static Block normal(String name, int rows, int columns) {
            return new Block(name, rows, columns, NumpyRandom::randn);
        }

        /** Starts from the uniform distribution within ±bound. */
        static Block within(double bound, String name, int rows, int columns) {
            return new Block(name, rows, columns, random -> (2 * random.rand() - 1) * bound);
        }

        /** Starts within ±1/√inputs, as weights and biases of PyTorch's linear layers do. */
        static Block layer(int inputs, String name, int rows, int columns) {
            return within(1 / Math.sqrt(inputs), name, rows, columns);
        }

        /** Starts from 0. */
        static Block zero(String name, int rows, int columns) {
            return new Block(name, rows, columns, random -> 0);
        }
    }

    /** The blocks in their order. */
    public List<Block> all() {
        return blocks;
    }

    /** How many numbers there are. */
    public int size() {
        return offsets[blocks.size()];
    }

    /** Numbers to start from: drawn block by block, row by row. */
    double[] start(NumpyRandom random) {
        double[] row = new double[size()];
        int at = 0;
        for (Block block : blocks) {
            for (int i = block.rows() * block.columns(); i > 0; i--) {
                row[at++] = block.start().applyAsDouble(random);
            }
        }
        return row;
    }

    /**
     * A copy of each block.
     *
     * @throws IllegalArgumentException if there are not as many numbers as in all blocks
     */
    List<Matrix> matrices(double[] row) {
        if (row.length != size()) {
            throw new IllegalArgumentException(row.length + " parameters for a model of " + size());
        }
        List<Matrix> matrices = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            double[] entries = Arrays.copyOfRange(row, offsets[i], offsets[i + 1]);
            matrices.add(Matrix.over(block.rows(), block.columns(), entries));
        }
        return matrices;
    }

    /**
     * Matrices in one row.
     *
     * @throws IllegalArgumentException if they are not of the blocks' shapes
     */
    Matrix row(List<Matrix> matrices) {
        if (matrices.size() != blocks.size()) {
            throw new IllegalArgumentException(matrices.size() + " matrices for " + blocks.size() + " blocks");
        }
        double[] row = new double[size()];
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            double[] entries = matrices.get(i)
                    .require(block.name(), block.rows(), block.columns())
                    .entries();
            System.arraycopy(entries, 0, row, offsets[i], entries.length);
        }
        return Matrix.over(1, row.length, row);
    }
}
