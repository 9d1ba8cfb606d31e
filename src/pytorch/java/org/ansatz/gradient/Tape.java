package org.ansatz.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ansatz.gradient.numeric.Matrix;

/**
 * One computation in PyTorch, in float64: its constants, the leaves whose gradients are wanted, and the way back. Matrices
 * are rows × columns, scalars 1 × 1.
 */
final class Tape implements AutoCloseable {

    private final NDManager manager = NDManager.newBaseManager();
    private final Map<String, NDArray> leaves = new LinkedHashMap<>();

    Tape() {
        JniUtils.setGradMode(true);
    }

    NDArray constant(Matrix value) {
        return manager.create(value.entries(), new Shape(value.rows(), value.columns()));
    }

    /** A column. */
    NDArray constant(double... values) {
        return manager.create(values, new Shape(values.length, 1));
    }

    NDArray oneHot(int[] classes, int count) {
        return manager.create(classes).oneHot(count, DataType.FLOAT64);
    }

    /** Of each example the classes but its own. */
    NDArray others(int[] classes, int count) {
        long[] others = Arrays.stream(classes)
                .flatMap(own -> IntStream.range(0, count).filter(c -> c != own))
                .asLongStream()
                .toArray();
        return manager.create(others, new Shape(classes.length, count - 1));
    }

    /** Something that is differentiated by. */
    NDArray leaf(String name, Matrix value) {
        return leaf(name, constant(value));
    }

    /** Goes on from a value without its past. */
    NDArray leaf(String name, NDArray value) {
        NDArray leaf = value.duplicate();
        leaf.setRequiresGradient(true);
        leaves.put(name, leaf);
        return leaf;
    }

    /** An intermediate value whose gradient is wanted, too: that of a leaf of zeros which is added to it. */
    NDArray watched(String name, NDArray value) {
        return value.add(leaf(name, value.zerosLike()));
    }

    /** Rows of a table; a row may occur several times. */
    NDArray rows(NDArray table, int... indices) {
        return table.get(manager.create(indices).toType(DataType.INT64, false));
    }

    NDArray stacked(NDList rows) {
        return NDArrays.stack(rows);
    }

    /** Goes back from a scalar; the loss and the gradient of every leaf. */
    Results back(NDArray loss) {
        differentiate(loss, false);
        Results results = new Results();
        leaves.keySet().forEach(name -> results.gradient(name, gradient(name).toDoubleArray()));
        results.loss = loss.getDouble();
        return results;
    }

    /** Goes back from a scalar in such a way that the gradients can be differentiated again. */
    void backTwice(NDArray loss) {
        differentiate(loss, true);
    }

    /** Forgets the gradients of all leaves. */
    void forget() {
        leaves.values().forEach(leaf -> JniUtils.zeroGrad((PtNDArray) leaf));
    }

    /** The gradient by a leaf, of the last way back. */
    NDArray gradient(String leaf) {
        return Objects.requireNonNull(leaves.get(leaf), leaf).getGradient();
    }

    private void differentiate(NDArray scalar, boolean again) {
        NDArray one = manager.ones(scalar.getShape(), DataType.FLOAT64);
        JniUtils.backward((PtNDArray) scalar, (PtNDArray) one, again, again);
    }

    /** −ln of the sigmoid's complement: ln(1 + e^z), by a softmax of (z, 0), for PyTorch's softplus drops it above 20. */
    static NDArray softplus(NDArray z) {
        return logSigmoid(z.neg()).neg();
    }

    static NDArray logSigmoid(NDArray z) {
        int last = z.getShape().dimension();
        return NDArrays.stack(new NDList(z, z.zerosLike()), last)
                .logSoftmax(last)
                .get("..., 0");
    }

    @Override
    public void close() {
        manager.close();
    }
}
