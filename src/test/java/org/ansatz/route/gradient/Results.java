package org.ansatz.route.gradient;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ansatz.route.gradient.numeric.Matrix;

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

    /** The largest error of any tensor, over the larger of 1 and its largest entry; everything in the file must be here. */
    double worstError(GoldenCase golden) {
        double worst = golden.hasLoss() ? error(loss, golden.loss()) : 0;
        worst = Math.max(worst, worst(golden, "gradients", gradients));
        return Math.max(worst, worst(golden, "outputs", outputs));
    }

    private static double worst(GoldenCase golden, String group, Map<String, double[]> computed) {
        double worst = 0;
        for (Map.Entry<String, double[]> wanted : golden.results(group).entrySet()) {
            double[] found = computed.get(wanted.getKey());
            if (found == null || found.length != wanted.getValue().length) {
                throw new AssertionError(golden + ": " + group + " " + wanted.getKey() + " was not computed");
            }
            worst = Math.max(worst, error(found, wanted.getValue()));
        }
        return worst;
    }

    private static double error(double... foundAndWanted) {
        return error(new double[] {foundAndWanted[0]}, new double[] {foundAndWanted[1]});
    }

    private static double error(double[] found, double[] wanted) {
        double largest = 1;
        double error = 0;
        for (int i = 0; i < wanted.length; i++) {
            largest = Math.max(largest, Math.abs(wanted[i]));
            double difference = Math.abs(found[i] - wanted[i]);
            error = difference <= error ? error : difference; // NaN stays
        }
        return error / largest;
    }
}
