package org.ansatz.gradient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansatz.gradient.loss.Labels;
import org.ansatz.gradient.loss.Reduction;
import org.ansatz.gradient.numeric.Matrix;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One file of golden/gradients: what goes in, and what PyTorch made of it. */
record GoldenCase(String name, Map<?, ?> fields) {

    private static final Path FOLDER = Path.of("src/test/resources/golden/gradients");

    /** All cases, in the order of their names. */
    static List<GoldenCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json") && !name.equals("index.json"))
                    .sorted()
                    .map(name -> read(name.substring(0, name.length() - 5)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldenCase read(String name) {
        try {
            String text = Files.readString(FOLDER.resolve(name + ".json"));
            Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
            return new GoldenCase(name, (Map<?, ?>) root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reduction by its name in the file. */
    Reduction reduction() {
        String name = String.valueOf(fields.get("reduction"));
        if (name.startsWith("mean")) {
            return Reduction.MEAN;
        }
        return switch (name) {
            case "sum" -> Reduction.SUM;
            case "half_sum" -> Reduction.HALF_SUM;
            case "half_mean" -> Reduction.HALF_MEAN;
            case "batch_mean" -> Reduction.MEAN_OVER_EXAMPLES;
            case "weighted_mean" -> Reduction.WEIGHTED_MEAN;
            default -> throw new AssertionError(name);
        };
    }

    boolean hasLoss() {
        return fields.get("loss") != null;
    }

    double loss() {
        return number(fields.get("loss"));
    }

    /** A hyperparameter; NaN where it is null. */
    double parameter(String name) {
        Object value = map("hyperparameters").get(name);
        return value == null ? Double.NaN : number(value);
    }

    String word(String parameter) {
        return String.valueOf(map("hyperparameters").get(parameter));
    }

    boolean has(String input) {
        return map("inputs").containsKey(input);
    }

    double scalar(String input) {
        return vector(input)[0];
    }

    double[] vector(String input) {
        return data(map("inputs").get(input));
    }

    int[] integers(String input) {
        double[] data = vector(input);
        int[] integers = new int[data.length];
        for (int i = 0; i < data.length; i++) {
            integers[i] = (int) data[i];
        }
        return integers;
    }

    long[] counts(String input) {
        double[] data = vector(input);
        long[] counts = new long[data.length];
        for (int i = 0; i < data.length; i++) {
            counts[i] = (long) data[i];
        }
        return counts;
    }

    Labels labels(String input, int classes) {
        return Labels.of(classes, integers(input));
    }

    /** Rows of words, without the −1 at their ends. */
    int[][] words(String input) {
        int[] all = integers(input);
        int columns = shape(map("inputs").get(input)).get(1);
        int[][] rows = new int[all.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            List<Integer> row = new ArrayList<>();
            for (int j = 0; j < columns && all[i * columns + j] >= 0; j++) {
                row.add(all[i * columns + j]);
            }
            rows[i] = row.stream().mapToInt(Integer::intValue).toArray();
        }
        return rows;
    }

    /** A matrix as it is; a vector as a column. */
    Matrix matrix(String input) {
        List<Integer> shape = shape(map("inputs").get(input));
        int columns = shape.size() < 2 ? 1 : shape.get(1);
        double[] data = vector(input);
        return Matrix.of(data.length / columns, columns, data);
    }

    Matrix row(String input) {
        return Matrix.row(vector(input));
    }

    /** What the file holds of a group, {@code gradients} or {@code outputs}. */
    Map<String, double[]> results(String group) {
        Set<?> names = map(group).keySet();
        return names.stream()
                .collect(Collectors.toMap(
                        String::valueOf, name -> data(map(group).get(name))));
    }

    private Map<?, ?> map(String group) {
        return (Map<?, ?>) Objects.requireNonNull(fields.get(group), group);
    }

    private static List<Integer> shape(Object tensor) {
        List<?> shape = (List<?>) Objects.requireNonNull(((Map<?, ?>) tensor).get("shape"));
        return shape.stream().map(size -> (Integer) size).toList();
    }

    private static double[] data(Object tensor) {
        List<?> data = (List<?>) Objects.requireNonNull(((Map<?, ?>) tensor).get("data"));
        return data.stream().mapToDouble(GoldenCase::number).toArray();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Override
    public String toString() {
        return name;
    }
}
