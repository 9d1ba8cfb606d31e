package org.ansatz.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import java.util.Arrays;

/** The losses of sections 1 to 9, 17 and 18 as functions of the scores (m × k), stated in operations of PyTorch. */
final class TorchLosses {

    /** Stands for p − m where it does not count, so that no power or logarithm there is infinite. */
    private static final double HARMLESS = 0.5;

    private TorchLosses() {}

    /** The loss of a case at these scores. */
    static NDArray loss(Tape tape, GoldenCase golden, NDArray scores) {
        switch (golden.name().substring(0, 2)) {
            case "01":
                return reduced(golden, residuals(tape, golden, scores).square());
            case "02":
                return reduced(golden, residuals(tape, golden, scores).abs());
            case "03":
                return reduced(golden, binary(scores, targets(tape, golden)));
            case "04":
                return reduced(golden, crossEntropies(scores, distributions(tape, golden, scores)));
            case "05":
                return weighted(tape, golden, scores);
            case "06":
                return reduced(golden, focal(tape, golden, scores));
            case "07":
                return reduced(golden, asymmetric(tape, golden, scores));
            case "08":
                return classBalanced(tape, golden, scores);
            case "09":
                return reduced(golden, crossEntropies(scores.add(offsets(tape, golden)), oneHot(tape, golden, scores)));
            default:
                return curve(tape, golden, scores);
        }
    }

    /** Sections 17 and 18: a plain loss of each kind. */
    private static NDArray curve(Tape tape, GoldenCase golden, NDArray scores) {
        if (golden.name().startsWith("17-train-line")) {
            return reduced(golden, residuals(tape, golden, scores).square());
        }
        return scores.getShape().get(1) == 1
                ? reduced(golden, binary(scores, targets(tape, golden)))
                : reduced(golden, crossEntropies(scores, oneHot(tape, golden, scores)));
    }

    private static NDArray reduced(GoldenCase golden, NDArray terms) {
        String reduction = String.valueOf(golden.fields().get("reduction"));
        if (reduction.startsWith("mean")) {
            return terms.mean();
        }
        return switch (reduction) {
            case "half_mean" -> terms.mean().div(2);
            case "batch_mean" -> terms.sum().div(terms.getShape().get(0));
            case "sum" -> terms.sum();
            default -> throw new AssertionError(reduction);
        };
    }

    private static NDArray targets(Tape tape, GoldenCase golden) {
        return tape.constant(golden.matrix("y"));
    }

    private static NDArray residuals(Tape tape, GoldenCase golden, NDArray scores) {
        return scores.sub(targets(tape, golden));
    }

    private static NDArray oneHot(Tape tape, GoldenCase golden, NDArray scores) {
        return tape.oneHot(golden.integers("y"), (int) scores.getShape().get(1));
    }

    private static NDArray distributions(Tape tape, GoldenCase golden, NDArray scores) {
        return golden.parameter("label_smoothing") > 0 ? targets(tape, golden) : oneHot(tape, golden, scores);
    }

    private static NDArray binary(NDArray z, NDArray y) {
        return y.mul(Tape.logSigmoid(z))
                .add(complement(y).mul(Tape.logSigmoid(z.neg())))
                .neg();
    }

    private static NDArray complement(NDArray y) {
        return y.neg().add(1);
    }

    /** −Σ q_j ln p_j of each row. */
    static NDArray crossEntropies(NDArray z, NDArray q) {
        return z.logSoftmax(1).mul(q).sum(new int[] {1}, true).neg();
    }

    private static NDArray weighted(Tape tape, GoldenCase golden, NDArray scores) {
        if (golden.name().contains("bce")) {
            NDArray y = targets(tape, golden);
            NDArray weight = golden.has("pos_weight")
                    ? tape.constant(golden.row("pos_weight"))
                    : tape.constant(golden.parameter("pos_weight"));
            NDArray positives = y.mul(weight).mul(Tape.softplus(scores.neg()));
            return reduced(golden, positives.add(complement(y).mul(Tape.softplus(scores))));
        }
        return weighted(tape, golden, scores, golden.vector("class_weights"));
    }

    /** Cross-entropies of the classes' weights; their weighted mean divides by the weights, not by the number. */
    private static NDArray weighted(Tape tape, GoldenCase golden, NDArray scores, double[] classWeights) {
        NDArray weights = ofClass(tape, golden, classWeights);
        NDArray terms = weights.mul(crossEntropies(scores, oneHot(tape, golden, scores)));
        return "weighted_mean".equals(golden.fields().get("reduction"))
                ? terms.sum().div(weights.sum())
                : reduced(golden, terms);
    }

    /** Of each example what its class has. */
    private static NDArray ofClass(Tape tape, GoldenCase golden, double[] perClass) {
        return tape.constant(Arrays.stream(golden.integers("y"))
                .mapToDouble(c -> perClass[c])
                .toArray());
    }

    private static NDArray focal(Tape tape, GoldenCase golden, NDArray scores) {
        double gamma = golden.parameter("gamma");
        if (golden.name().contains("softmax")) {
            NDArray focal = softmaxFocal(tape, golden, scores, gamma);
            return golden.has("alpha") ? focal.mul(ofClass(tape, golden, golden.vector("alpha"))) : focal;
        }
        NDArray y = targets(tape, golden);
        NDArray focal = focal(scores, y, gamma);
        double alpha = golden.parameter("alpha");
        return Double.isNaN(alpha)
                ? focal
                : focal.mul(y.mul(alpha).add(complement(y).mul(1 - alpha)));
    }

    /** −(1 − p_t)^γ ln p_t with p_t = σ(u), the power by its logarithm. */
    private static NDArray focused(NDArray u, double gamma) {
        return Tape.logSigmoid(u.neg()).mul(gamma).exp().mul(Tape.softplus(u.neg()));
    }

    private static NDArray focal(NDArray z, NDArray y, double gamma) {
        return focused(y.mul(2).sub(1).mul(z), gamma);
    }

    /** p_t = σ(u), u being the logit of the class less the log-sum-exp of all others. */
    private static NDArray softmaxFocal(Tape tape, GoldenCase golden, NDArray z, double gamma) {
        int[] classes = golden.integers("y");
        int count = (int) z.getShape().get(1);
        NDArray own = z.mul(oneHot(tape, golden, z)).sum(new int[] {1}, true);
        NDArray others = z.gather(tape.others(classes, count), 1);
        NDArray largest = others.max(new int[] {1}, true).stopGradient();
        NDArray rest = others.sub(largest).exp().sum(new int[] {1}, true).log().add(largest);
        return focused(own.sub(rest), gamma);
    }

    private static NDArray asymmetric(Tape tape, GoldenCase golden, NDArray z) {
        NDArray y = targets(tape, golden);
        double margin = golden.parameter("margin");
        double focusing = golden.parameter("gamma_neg");
        NDArray positives = focused(z, golden.parameter("gamma_pos"));
        NDArray negatives = margin == 0 ? focused(z.neg(), focusing) : shifted(z, margin, focusing);
        return y.mul(positives).add(complement(y).mul(negatives));
    }

    /** −p_m^γ ln(1 − p_m) with p_m = p − m where that is positive, else 0; and 1 − p_m = σ(−z) + m. */
    private static NDArray shifted(NDArray z, double margin, double gamma) {
        NDArray p = Activation.sigmoid(z);
        NDArray active = p.gt(margin).toType(DataType.FLOAT64, false);
        NDArray passive = complement(active);
        NDArray kept = active.mul(p.sub(margin)).add(passive.mul(HARMLESS));
        NDArray lost = active.mul(Activation.sigmoid(z.neg()).add(margin)).add(passive.mul(HARMLESS));
        return active.mul(kept.pow(gamma)).mul(lost.log()).neg();
    }

    private static NDArray classBalanced(Tape tape, GoldenCase golden, NDArray scores) {
        double[] weights = balance(golden);
        NDArray y = oneHot(tape, golden, scores);
        return switch (golden.name().split("-")[2]) {
            case "softmax" -> weighted(tape, golden, scores, weights);
            case "sigmoid" -> reduced(golden, ofClass(tape, golden, weights).mul(binary(scores, y)));
            case "focal" ->
                reduced(golden, ofClass(tape, golden, weights).mul(focal(scores, y, golden.parameter("gamma"))));
            default ->
                reduced(
                        golden,
                        ofClass(tape, golden, weights)
                                .mul(softmaxFocal(tape, golden, scores, golden.parameter("gamma"))));
        };
    }

    /** (1 − β)/(1 − β^n) of each class, made to sum to the number of classes. */
    private static double[] balance(GoldenCase golden) {
        double beta = golden.parameter("beta");
        double[] weights = Arrays.stream(golden.vector("class_counts"))
                .map(n -> (1 - beta) / -Math.expm1(n * Math.log(beta)))
                .toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w * weights.length / total).toArray();
    }

    /** τ ln π of each class, as a row. */
    private static NDArray offsets(Tape tape, GoldenCase golden) {
        NDArray counts = tape.constant(golden.row("class_counts"));
        return counts.div(counts.sum()).log().mul(golden.parameter("tau"));
    }
}
