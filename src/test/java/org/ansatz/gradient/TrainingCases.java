package org.ansatz.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ansatz.gradient.loss.BinaryCrossEntropy;
import org.ansatz.gradient.loss.LogitAdjustment;
import org.ansatz.gradient.loss.Loss;
import org.ansatz.gradient.loss.SoftmaxCrossEntropy;
import org.ansatz.gradient.loss.SquaredError;
import org.ansatz.gradient.model.GradientDescent;
import org.ansatz.gradient.model.LinearGradient;
import org.ansatz.gradient.model.LinearModel;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;

/** Computes the cases of section 17. */
final class TrainingCases {

    private TrainingCases() {}

    static Results compute(GoldenCase golden) {
        String weights = golden.has("W") ? "W" : "w";
        LinearModel model = new LinearModel(golden.matrix("X"), loss(golden));
        int steps = (int) golden.parameter("steps");
        double[] recorded = golden.results("outputs").get("recorded_steps");
        List<Parameters> seen = new ArrayList<>();
        Parameters last = new GradientDescent(golden.parameter("learning_rate"))
                .descend(model, LossCases.parameters(golden, weights, "b"), steps, (step, at, loss) -> seen.add(at));
        seen.add(last);
        List<Parameters> kept =
                Arrays.stream(recorded).mapToObj(step -> seen.get((int) step)).toList();
        LinearGradient gradient = model.at(last);
        Results results = new Results()
                .gradient(weights, gradient.byParameters().weights())
                .gradient("b", gradient.byParameters().bias())
                .output("recorded_steps", recorded)
                .output(
                        "losses",
                        kept.stream().mapToDouble(at -> model.at(at).loss()).toArray())
                .output(
                        weights + "_history",
                        kept.stream()
                                .flatMapToDouble(
                                        at -> Arrays.stream(at.weights().entries()))
                                .toArray())
                .output(
                        "b_history",
                        kept.stream()
                                .flatMapToDouble(at -> Arrays.stream(at.bias()))
                                .toArray())
                .output(weights + "_final", last.weights())
                .output("b_final", last.bias())
                .output("accuracy_final", accuracy(golden, model.scores(last)));
        results.loss = gradient.loss();
        return results;
    }

    private static Loss loss(GoldenCase golden) {
        if (golden.name().startsWith("17-train-line")) {
            return new SquaredError(golden.matrix("y"), golden.reduction());
        }
        return golden.has("W")
                ? SoftmaxCrossEntropy.of(golden.labels("y", golden.matrix("W").rows()), golden.reduction())
                : BinaryCrossEntropy.of(golden.matrix("y"), golden.reduction());
    }

    private static double accuracy(GoldenCase golden, Matrix scores) {
        double[] y = golden.vector("y");
        int[] classes = LogitAdjustment.predictions(scores);
        int right = 0;
        for (int i = 0; i < y.length; i++) {
            int predicted = scores.columns() > 1 ? classes[i] : scores.at(i, 0) > 0 ? 1 : 0;
            right += predicted == y[i] ? 1 : 0;
        }
        return (double) right / y.length;
    }
}
