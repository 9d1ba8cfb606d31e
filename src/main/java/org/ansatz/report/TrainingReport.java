package org.ansatz.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.model.Parameters;
import org.ansatz.gradient.numeric.Matrix;
import org.ansatz.gradient.training.Course;
import org.ansatz.gradient.training.Optimum;
import org.ansatz.gradient.training.TrainingTask;
import org.ansatz.json.JsonWriter;

/** A training run as text or JSON. */
public final class TrainingReport {

    private final TrainingTask task;
    private final Course course;
    private final Optimum optimum;
    private final double rate;
    private final long seed;

    /**
     * A report of a run.
     *
     * @param optimum what it is compared with
     * @param rate the learning rate
     * @param seed of the data
     */
    public TrainingReport(TrainingTask task, Course course, Optimum optimum, double rate, long seed) {
        this.task = task;
        this.course = course;
        this.optimum = optimum;
        this.rate = rate;
        this.seed = seed;
    }

    // ---- text

    /** What was trained, and the loss at some steps. */
    public List<String> course() {
        List<String> lines = new ArrayList<>();
        lines.add(task.kind().title());
        lines.add(task.examples().rows() + " examples (seed " + seed + "), " + course.rounds() + " steps of rate "
                + LossTable.plain(rate));
        lines.add("");
        lines.addAll(LossTable.lines(course));
        return lines;
    }

    /** The final parameters, the errors, and the comparison with the optimum. */
    public List<String> result() {
        List<String> lines = new ArrayList<>();
        lines.add("after the last step");
        describe(lines, course.last());
        lines.add(optimum.method());
        if (optimum instanceof Optimum.None) {
            lines.add("  none: " + ((Optimum.None) optimum).reason());
            return lines;
        }
        Optimum.Found found = (Optimum.Found) optimum;
        lines.add("  loss " + LossTable.number(found.loss()));
        describe(lines, found.parameters());
        lines.add("the run ends " + small(course.lastLoss() - found.loss())
                + " above this loss; the parameters differ by up to "
                + small(course.last().distance(found.parameters())));
        return lines;
    }

    private void describe(List<String> lines, Parameters parameters) {
        Matrix weights = parameters.weights();
        double[] bias = parameters.bias();
        boolean several = weights.rows() > 1;
        for (int row = 0; row < weights.rows(); row++) {
            StringBuilder line = new StringBuilder(several ? "  class " + row + ": w =" : "  w =");
            for (int column = 0; column < weights.columns(); column++) {
                line.append(column == 0 ? " " : ", ").append(LossTable.number(weights.at(row, column)));
            }
            lines.add(line.append("; b = ").append(LossTable.number(bias[row])).toString());
        }
        Labels labels = task.labels();
        if (labels != null) {
            int errors = task.errors(parameters);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %d of %d in a wrong class (%.3f %%)",
                    errors,
                    labels.count(),
                    100.0 * errors / labels.count()));
        }
    }

    private static String small(double x) {
        return String.format(Locale.ROOT, "%.3g", x);
    }

    // ---- JSON

    /** The run as one JSON object; the losses at the steps that the text shows. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task", task.kind().title());
        json.put("examples", task.examples().rows());
        json.put("seed", seed);
        json.put("rate", rate);
        json.put("steps", course.rounds());
        json.put("losses", LossTable.json(course));
        json.put("final", parameters(course.last(), course.lastLoss()));
        json.put("optimum", optimum instanceof Optimum.Found ? found((Optimum.Found) optimum) : none());
        return JsonWriter.text(json);
    }

    private Map<String, Object> found(Optimum.Found found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", found.method());
        json.putAll(parameters(found.parameters(), found.loss()));
        return json;
    }

    private Map<String, Object> none() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", optimum.method());
        json.put("none", ((Optimum.None) optimum).reason());
        return json;
    }

    private Map<String, Object> parameters(Parameters parameters, double loss) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("loss", loss);
        List<Object> rows = new ArrayList<>();
        Matrix weights = parameters.weights();
        for (int row = 0; row < weights.rows(); row++) {
            List<Object> entries = new ArrayList<>();
            for (int column = 0; column < weights.columns(); column++) {
                entries.add(weights.at(row, column));
            }
            rows.add(entries);
        }
        json.put("weights", rows);
        List<Object> bias = new ArrayList<>();
        for (double entry : parameters.bias()) {
            bias.add(entry);
        }
        json.put("bias", bias);
        if (task.labels() != null) {
            json.put("errors", task.errors(parameters));
        }
        return json;
    }
}
