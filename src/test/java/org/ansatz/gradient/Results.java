package org.ansatz.gradient;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ansatz.gradient.numeric.Matrix;

/** What was computed of a case, under the names of its file. */
final class Results {

    final Map<String, double[]> gradients = new LinkedHashMap<>();
    final Map<String, double[]> outputs = new LinkedHashMap<>();
    double loss = Double.NaN;

    Results gradient(String name, Matrix value) {
        return gradient(name, value.entries());
    }

    Results gradient(String name, double... value) {
        gradients.put(name, value);
        return this;
    }

    Results output(String name, Matrix value) {
        return output(name, value.entries());
    }

    Results output(String name, double... value) {
        outputs.put(name, value);
        return this;
    }

    /** What the file of a case holds. */
    static Results of(GoldenCase golden) {
        Results stored = new Results();
        stored.gradients.putAll(golden.results("gradients"));
        stored.outputs.putAll(golden.results("outputs"));
        stored.loss = golden.hasLoss() ? golden.loss() : Double.NaN;
        return stored;
    }

    /**
     * The largest error of any tensor against what is wanted, over the larger of 1 and its largest wanted entry; everything
     * that is wanted must be here. A wanted loss that is not a number stands for none.
     */
    double worstError(Results wanted) {
        double worst = Double.isNaN(wanted.loss) ? 0 : error(new double[] {loss}, new double[] {wanted.loss});
        worst = Math.max(worst, worst("gradients", gradients, wanted.gradients));
        return Math.max(worst, worst("outputs", outputs, wanted.outputs));
    }

    private static double worst(String group, Map<String, double[]> computed, Map<String, double[]> wanted) {
        double worst = 0;
        for (Map.Entry<String, double[]> tensor : wanted.entrySet()) {
            double[] found = computed.get(tensor.getKey());
            if (found == null || found.length != tensor.getValue().length) {
                throw new AssertionError(group + " " + tensor.getKey() + " was not computed");
            }
            worst = Math.max(worst, error(found, tensor.getValue()));
        }
        return worst;
    }

    private static double error(double[] found, double[] wanted) {
        double largest = 1;
        double error = 0;
        for (int i = 0; i < wanted.length; i++) {
            largest = Math.max(largest, Math.abs(wanted[i]));
            error = Math.max(error, Math.abs(found[i] - wanted[i])); // which keeps NaN
        }
        return error / largest;
    }
}
