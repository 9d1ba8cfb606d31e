package org.ansatz.expression.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansatz.expression.Sheet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Losses written in the language, and their gradients by reverse mode, against PyTorch's. The stored numbers hold examples
 * as rows, the language as columns: {@link Layout} is where one becomes the other.
 */
class GoldenGradientsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("ansatz.gradients", "src/test/resources/golden/gradients"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PERMITTED = 1e-12;

    /** How a stored input is written in the language. */
    private enum Layout {
        /** Examples as rows become columns; a list becomes a row. */
        EXAMPLES,
        /** A matrix as it stands; a list becomes a column. */
        PARAMETERS,
        /** Class numbers from 0 become numbers from 1. */
        NUMBERS;

        Value of(double[] data, int rows, int columns) {
            Value.Array stored = Matrices.of(rows, columns, data);
            switch (this) {
                case EXAMPLES:
                    return Arrays.transpose(stored);
                case NUMBERS:
                    return Arrays.transpose(stored).map(n -> Value.Exact.of((long) Arithmetic.real(n) + 1));
                default:
                    return stored;
            }
        }
    }

    /**
     * A loss in the language, for the files that fit.
     *
     * @param examples the names of what holds examples
     * @param numbers the names of class numbers
     */
    private record Loss(String files, List<String> examples, List<String> numbers, String formula) {}

    private static final List<Loss> LOSSES = List.of(
            loss("01-linear-mse-mean-.*", "X y", "", "mean((w'*X + b - y) .^ 2)"),
            loss("01-linear-mse-half-.*", "X y", "", "mean((w'*X + b - y) .^ 2)/2"),
            loss("01-linear-mse-multioutput-.*", "X y", "", "mean((W*X .+ b - y) .^ 2)"),
            loss("02-linear-mae-(small|medium|extreme)", "X y", "", "mean(abs(w'*X + b - y))"),
            loss("03-logistic-bce-(small|medium|extreme|softlabels-small)", "X y", "", "mean(bce(w'*X + b, y))"),
            loss("03-logistic-bce-sum-.*", "X y", "", "sum(bce(w'*X + b, y))"),
            loss("03-logistic-bce-logits-extreme", "X logits y", "", "mean(bce(logits, y))"),
            loss("04-softmax-ce-(small|medium|extreme)", "X", "y", "-mean(pick(log_softmax(W*X .+ b), y))"),
            loss("04-softmax-ce-sum-medium", "X", "y", "-sum(pick(log_softmax(W*X .+ b), y))"),
            loss("04-softmax-ce-logits-extreme", "X logits", "y", "-mean(pick(log_softmax(logits), y))"),
            loss("04-softmax-ce-labelsmoothing-.*", "X y", "", "-mean(column_sums(y .* log_softmax(W*X .+ b)))"),
            loss("04-softmax-jacobian-.*", "", "", "dot(v, softmax(z))"),
            loss(
                    "05-weighted-bce-posweight-.*",
                    "X logits y",
                    "",
                    "mean(pos_weight .* y .* softplus(-logits) + (1 .- y) .* softplus(logits))"),
            loss(
                    "05-weighted-ce-weightedmean-.*",
                    "X logits",
                    "y",
                    "-dot(rows(class_weights, y)', pick(log_softmax(logits), y))/sum(rows(class_weights, y))"),
            loss(
                    "05-weighted-ce-mean-.*",
                    "X logits",
                    "y",
                    "-mean(rows(class_weights, y)' .* pick(log_softmax(logits), y))"),
            loss("06-focal-binary-(?!sum).*", "X logits y", "", "mean(focal(margin(logits, y), y))"),
            loss("06-focal-binary-sum-medium", "X logits y", "", "sum(focal(margin(logits, y), y))"),
            loss("06-focal-softmax-.*", "X logits", "y", "mean(rows(alpha, y)' .* modulated(rest(logits, y)))"),
            loss(
                    "09-logitadjusted-.*",
                    "X logits",
                    "y",
                    "-mean(pick(log_softmax(logits .+ tau*log(class_counts/sum(class_counts))), y))"),
            loss(
                    "14-skipgram-softmax-(small|medium|extreme)",
                    "",
                    "centers targets",
                    "-mean(pick(log_softmax(E_out*rows(E_in, centers)'), targets))"),
            loss(
                    "16-glove-(small|medium|extreme)",
                    "",
                    "",
                    "sum(step(X) .* (1 .- relu(1 .- (X/x_max) .^ alpha))"
                            + " .* (W*W_tilde' .+ b .+ b_tilde' - log(X .+ 1 .- step(X))) .^ 2)"));

    private static final String[] STEPS = {
        "bce(z, y) = y .* softplus(-z) + (1 .- y) .* softplus(z)",
        "margin(z, y) = (2*y .- 1) .* z",
        "modulated(u) = exp(-gamma*softplus(u)) .* softplus(-u)",
        "rest(Z, y) = pick(Z, y) - logsumexp(Z - 1e6*onehot(y, k))",
        "focal(u, y) = (share*y + other*(1 .- y)) .* modulated(u)"
    };

    private static Loss loss(String files, String examples, String numbers, String formula) {
        return new Loss(files, List.of(examples.split(" ")), List.of(numbers.split(" ")), formula);
    }

    @TestFactory
    Stream<DynamicTest> gradientsAreThoseOfPyTorch() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), () -> "no golden gradients in " + FOLDER + ": nothing to compare with");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER).sorted()) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                LOSSES.stream()
                        .filter(loss -> name.matches(loss.files()))
                        .findFirst()
                        .ifPresent(loss -> tests.add(dynamicTest(name, () -> compare(file, loss))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static void compare(Path file, Loss loss) throws IOException {
        JsonNode golden = JSON.readTree(Files.readString(file));
        Sheet sheet = Sheet.of();
        Map<String, Layout> layouts = new HashMap<>();
        golden.get("hyperparameters").fields().forEachRemaining(number -> {
            if (number.getValue().isNumber()) {
                Matrices.give(sheet, number.getKey(), number.getValue().asDouble());
            }
        });
        if (!golden.get("hyperparameters").has("gamma")) {
            Matrices.give(sheet, "gamma", 0);
        }
        JsonNode share = golden.get("hyperparameters").path("alpha");
        Matrices.give(sheet, "share", share.isNumber() ? share.asDouble() : 1);
        Matrices.give(sheet, "other", share.isNumber() ? 1 - share.asDouble() : 1);
        golden.get("inputs").fields().forEachRemaining(input -> {
            String name = input.getKey();
            Layout layout = loss.examples().contains(name)
                    ? Layout.EXAMPLES
                    : loss.numbers().contains(name) ? Layout.NUMBERS : Layout.PARAMETERS;
            layouts.put(name, layout);
            give(sheet, name, value(input.getValue(), layout));
        });
        JsonNode inputs = golden.get("inputs");
        JsonNode classes = inputs.has("W")
                ? inputs.get("W").path("shape").path(0)
                : inputs.path("logits").path("shape").path(1);
        sheet.given("k", Type.INTEGER, Value.Exact.of(classes.asInt(1)));
        if (file.toString().contains("focal-softmax") && !inputs.has("alpha")) {
            sheet.step("alpha = ones(k, 1)");
        }
        if (inputs.has("X") && !inputs.has("logits")) {
            sheet.step(
                    inputs.has("w") ? "logits = w'*X + b" : inputs.has("b_tilde") ? "logits = 0" : "logits = W*X .+ b");
        }
        for (String step : STEPS) {
            sheet.step(step);
        }
        Value stored = new Value.Real(golden.get("loss").asDouble());
        assertNear(sheet.value(loss.formula()), stored, "loss");
        int compared = 0;
        for (String name : layouts.keySet()) {
            JsonNode gradient = golden.get("gradients").path(name);
            if (!gradient.isMissingNode()) {
                Value reverse = sheet.value("grad(" + loss.formula() + " by " + name + ")");
                assertNear(reverse, value(gradient, layouts.get(name)), name);
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static void assertNear(Value value, Value stored, String what) {
        assertThat(Arrays.distance(value, stored))
                .as(what)
                .isLessThanOrEqualTo(PERMITTED * Math.max(1, Arrays.size(stored)));
    }

    private static void give(Sheet sheet, String name, Value value) {
        if (value instanceof Value.Array) {
            boolean whole = ((Value.Array) value).at(0, 0) instanceof Value.Exact;
            if (whole) {
                int[] numbers = java.util.Arrays.stream(Matrices.entries(value))
                        .mapToInt(n -> (int) n)
                        .toArray();
                Matrices.giveList(sheet, name, numbers);
            } else {
                Matrices.give(sheet, name, (Value.Array) value);
            }
        } else {
            Matrices.give(sheet, name, Arithmetic.real(value));
        }
    }

    private static Value value(JsonNode tensor, Layout layout) {
        JsonNode shape = tensor.get("shape");
        double[] data = new double[tensor.get("data").size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = tensor.get("data").get(i).asDouble();
        }
        if (shape.isEmpty()) {
            JsonNode one = tensor.get("data");
            return new Value.Real(one.isArray() ? data[0] : one.asDouble());
        }
        return layout.of(data, shape.get(0).asInt(), shape.path(1).asInt(1));
    }
}
