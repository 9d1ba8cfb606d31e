package org.ansatz.gradient;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.ansatz.gradient.numeric.Matrix;

/** What sections 1 to 9, 17 and 18 ask of a loss, found by PyTorch: gradients, Jacobians, descents, curvature. */
final class TorchLinear {

    private TorchLinear() {}

    static Results compute(GoldenCase golden) {
        if (golden.name().startsWith("04-softmax-jacobian")) {
            return jacobian(golden);
        }
        if (golden.name().startsWith("17")) {
            return descent(golden);
        }
        try (Tape tape = new Tape()) {
            Results results = tape.back(TorchLosses.loss(tape, golden, scores(tape, golden)));
            if (golden.name().startsWith("18")) {
                curvature(golden, results);
            }
            return results;
        }
    }

    private static String weights(GoldenCase golden) {
        return golden.has("W") ? "W" : "w";
    }

    /** Weights with a column for each score: the file's {@code w} is one already, its {@code W} a row for each. */
    private static NDArray columns(GoldenCase golden, NDArray weights) {
        return golden.has("W") ? weights.transpose() : weights;
    }

    /** Logits as they are, or those of a linear layer. */
    private static NDArray scores(Tape tape, GoldenCase golden) {
        if (!golden.has("X")) {
            return tape.leaf("logits", golden.matrix("logits"));
        }
        NDArray x = tape.leaf("X", golden.matrix("X"));
        NDArray w = tape.leaf(weights(golden), golden.matrix(weights(golden)));
        NDArray b = tape.leaf("b", golden.row("b"));
        boolean squared = golden.name().startsWith("01") || golden.name().startsWith("02");
        return tape.watched(
                squared ? "prediction" : "logits", x.matMul(columns(golden, w)).add(b));
    }

    /** The product Jᵀv, and J row by row: the gradient of each probability. */
    private static Results jacobian(GoldenCase golden) {
        Matrix z = golden.row("z");
        double[] jacobian = new double[z.columns() * z.columns()];
        for (int i = 0; i < z.columns(); i++) {
            double[] unit = new double[z.columns()];
            unit[i] = 1;
            double[] row = alongSoftmax(z, unit).gradients.get("z");
            System.arraycopy(row, 0, jacobian, i * z.columns(), row.length);
        }
        return alongSoftmax(z, golden.vector("v")).output("jacobian", jacobian);
    }

    private static Results alongSoftmax(Matrix z, double... v) {
        try (Tape tape = new Tape()) {
            NDArray p = tape.leaf("z", z).softmax(1);
            return tape.back(p.mul(tape.constant(Matrix.row(v))).sum());
        }
    }

    /** Gradient descent from zero; the parameters of step k are those after k updates. */
    private static Results descent(GoldenCase golden) {
        String weights = weights(golden);
        double rate = golden.parameter("learning_rate");
        List<double[]> w = new ArrayList<>(List.of(golden.vector(weights)));
        List<double[]> b = new ArrayList<>(List.of(golden.vector("b")));
        List<Double> losses = new ArrayList<>();
        Results at = new Results();
        for (int step = 0; step <= golden.parameter("steps"); step++) {
            at = at(golden, w.get(step), b.get(step));
            losses.add(at.loss);
            w.add(stepped(w.get(step), rate, at.gradients.get(weights)));
            b.add(stepped(b.get(step), rate, at.gradients.get("b")));
        }
        double[] recorded = golden.results("outputs").get("recorded_steps");
        int last = losses.size() - 1;
        return at.output(
                        "losses",
                        Arrays.stream(recorded).map(s -> losses.get((int) s)).toArray())
                .output(weights + "_history", history(w, recorded))
                .output("b_history", history(b, recorded))
                .output(weights + "_final", w.get(last))
                .output("b_final", b.get(last));
    }

    private static Results at(GoldenCase golden, double[] w, double[] b) {
        try (Tape tape = new Tape()) {
            Matrix shape = golden.matrix(weights(golden));
            NDArray weights = tape.leaf(weights(golden), Matrix.of(shape.rows(), shape.columns(), w));
            NDArray bias = tape.leaf("b", Matrix.row(b));
            NDArray scores = tape.constant(golden.matrix("X"))
                    .matMul(columns(golden, weights))
                    .add(bias);
            return tape.back(TorchLosses.loss(tape, golden, scores));
        }
    }

    private static double[] stepped(double[] at, double rate, double[] gradient) {
        double[] next = at.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] -= rate * gradient[i];
        }
        return next;
    }

    private static double[] history(List<double[]> all, double[] recorded) {
        return Arrays.stream(recorded)
                .boxed()
                .flatMapToDouble(step -> DoubleStream.of(all.get(step.intValue())))
                .toArray();
    }

    /** Products of the Hessian with the file's direction and, where the file has it whole, with each unit vector. */
    private static void curvature(GoldenCase golden, Results results) {
        List<String> names = golden.has("X") ? List.of(weights(golden), "b") : List.of("logits");
        List<double[]> direction =
                names.stream().map(name -> golden.vector("v_" + name)).toList();
        List<double[]> product = hessianTimes(golden, names, direction);
        for (int i = 0; i < names.size(); i++) {
            results.output("hvp_" + names.get(i), product.get(i));
        }
        if (golden.results("outputs").containsKey("hessian")) {
            results.output("hessian", hessian(golden, names, direction));
        }
    }

    private static double[] hessian(GoldenCase golden, List<String> names, List<double[]> shapes) {
        int size = shapes.stream().mapToInt(shape -> shape.length).sum();
        double[] hessian = new double[size * size];
        int row = 0;
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = 0; j < shapes.get(i).length; j++) {
                List<double[]> unit =
                        shapes.stream().map(shape -> new double[shape.length]).toList();
                unit.get(i)[j] = 1;
                double[] product = hessianTimes(golden, names, unit).stream()
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
                System.arraycopy(product, 0, hessian, row * size, size); // symmetric, so a row will do
                row++;
            }
        }
        return hessian;
    }

    /** The gradient of (gradient · direction): PyTorch goes back twice. */
    private static List<double[]> hessianTimes(GoldenCase golden, List<String> names, List<double[]> direction) {
        try (Tape tape = new Tape()) {
            NDArray loss = TorchLosses.loss(tape, golden, scores(tape, golden));
            tape.backTwice(loss);
            NDArray along = tape.constant(0);
            for (int i = 0; i < names.size(); i++) {
                NDArray gradient = tape.gradient(names.get(i));
                along = along.add(gradient.flatten()
                        .mul(tape.constant(direction.get(i)).flatten())
                        .sum());
            }
            tape.forget();
            Map<String, double[]> product = tape.back(along.sum()).gradients;
            return names.stream().map(product::get).toList();
        }
    }
}
