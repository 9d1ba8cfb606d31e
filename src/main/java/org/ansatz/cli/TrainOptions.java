package org.ansatz.cli;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.check.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of {@code ansatz train}: which there are, which belongs to which model, and what was given. */
final class TrainOptions {

    /** The models that a gradient descent trains on points. */
    static final List<String> LINEAR = List.of("linear", "sigmoid", "softmax");

    /** The models that Adam trains on sentences. */
    static final List<String> WORDS = List.of("nplm", "hierarchical", "nce", "cbow", "skipgram", "glove");

    /** The options that not every model has. */
    private static final List<Owned> OWNED = List.of(
            new Owned("--loss", List.of("linear")),
            new Owned("--smoothing", List.of("softmax")),
            new Owned("--steps", LINEAR),
            new Owned("--epochs", WORDS),
            new Owned("--no-direct", List.of("nplm", "nce")),
            new Owned("--output", List.of("cbow", "skipgram")),
            new Owned("--tree", List.of("hierarchical", "cbow", "skipgram")),
            new Owned("--x-max", List.of("glove")),
            new Owned("--after", List.of("nplm", "hierarchical", "nce")),
            new Owned("--about", List.of("cbow", "skipgram", "glove")));

    /** An option, and the models that have it. */
    private record Owned(String option, List<String> models) {}

    private final ParseResult given;
    private final String model;

    private TrainOptions(ParseResult given) {
        this.given = given;
        this.model = given.matchedPositionalValue(0, "");
    }

    static void describe(CommandSpec spec) {
        spec.addPositional(Command.parameter(
                "MODEL", "linear, sigmoid or softmax; of words nplm, hierarchical, nce, cbow, skipgram or glove."));
        add(spec, "--loss", String.class, "LOSS", "Of linear: mse (default) or mae.");
        add(spec, "--smoothing", Double.class, "A", "Of softmax: smooths the labels, 0 (default) to 1.");
        add(spec, "--steps", Integer.class, "N", "How many steps to take; the article's if not given.");
        add(spec, "--epochs", Integer.class, "N", "Of words: how often to go through the sentences.");
        spec.addOption(Command.flag("--no-direct", "Of nplm, nce: only hidden units connect context and word."));
        add(spec, "--output", String.class, "LAYER", "Of cbow, skipgram: negative (default), softmax, hierarchical.");
        add(spec, "--tree", String.class, "TREE", "Of a hierarchical layer: balanced (default) or huffman.");
        add(spec, "--x-max", Double.class, "X", "Of glove: from where on pairs weigh 1; 100 if not given.");
        add(spec, "--after", String.class, "WORDS", "Of nplm, hierarchical, nce: asks for the word after these three.");
        add(spec, "--about", String.class, "WORD", "Of cbow, skipgram, glove: asks for the words near this one.");
        add(spec, "--rate", Double.class, "X", "The learning rate; the article's if not given.");
        add(spec, "--seed", Long.class, "S", "Draws other data, or another start, as NumPy would.");
        add(spec, "--csv", String.class, "FILE", "Writes the loss of every step or epoch.");
        add(
                spec,
                "--svg",
                String.class,
                "FILE",
                "Draws the losses; what was learnt, or a map of the words, goes to a second file, …-learnt.");
        add(spec, "--png", String.class, "FILE", "The same as PNG.");
        spec.addOption(Command.flag("--watch", "On a terminal: the curve of the losses grows as the run went."));
        spec.addOption(Command.flag("--json", "Print one JSON object instead of text."));
    }

    private static void add(CommandSpec spec, String name, Class<?> type, String label, String description) {
        spec.addOption(Command.option(name, type, label, description));
    }

    /** What was given, once it is known that there is such a model and that the options are its own. */
    static TrainOptions of(ParseResult given) {
        TrainOptions options = new TrainOptions(given);
        options.requireModel();
        options.requireOwn();
        return options;
    }

    private void requireModel() {
        List<String> models = new ArrayList<>(LINEAR);
        models.addAll(WORDS);
        if (!models.contains(model)) {
            throw refused("there is no model '" + model + "'" + Nearest.suggestion(model, models) + "; there are "
                    + listed(models));
        }
    }

    private void requireOwn() {
        for (Owned owned : OWNED) {
            if (has(owned.option()) && !owned.models().contains(model)) {
                throw refused(owned.option() + " belongs to " + listed(owned.models()) + instead(owned.option()));
            }
        }
    }

    private String instead(String option) {
        if (option.equals("--steps")) {
            return "; " + model + " takes --epochs";
        }
        return option.equals("--epochs") ? "; " + model + " takes --steps" : "";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    String model() {
        return model;
    }

    boolean has(String option) {
        return given.hasMatchedOption(option);
    }

    <T> T value(String option, T otherwise) {
        return given.matchedOptionValue(option, otherwise);
    }

    @Nullable
    String text(String option) {
        return given.matchedOptionValue(option, null);
    }

    /** One of some words. */
    String choice(String option, String otherwise, List<String> choices) {
        String chosen = value(option, otherwise);
        if (!choices.contains(chosen)) {
            int last = choices.size() - 1;
            throw refused(option + " takes " + String.join(", ", choices.subList(0, last)) + " or " + choices.get(last)
                    + ", not '" + chosen + "'");
        }
        return chosen;
    }

    /** A count from 1. */
    int count(String option, int otherwise, int most) {
        int count = value(option, otherwise);
        if (count < 1 || count > most) {
            throw refused(option + " takes 1 to " + most + ", not " + count);
        }
        return count;
    }

    /** A number above 0. */
    double positive(String option, double otherwise) {
        double x = value(option, otherwise);
        if (!(x > 0) || Double.isInfinite(x)) {
            throw refused(option + " takes a finite number above 0, not " + x);
        }
        return x;
    }

    ParameterException refused(String message) {
        return new ParameterException(given.commandSpec().commandLine(), message);
    }
}
