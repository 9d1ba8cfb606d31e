package org.ansatz.cli;

import java.io.IOException;
import org.ansatz.gradient.data.NumpyRandom;
import org.ansatz.gradient.data.PublishedData;
import org.ansatz.gradient.model.Divergence;
import org.ansatz.report.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz train MODEL}. */
final class TrainCommand extends Command {

    private final Environment environment;

    TrainCommand(Environment environment) {
        super("train", "Trains a model by its gradient, and says what its end can be compared with.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        TrainOptions.describe(spec);
    }

    @Override
    int run(ParseResult given) {
        TrainOptions options = TrainOptions.of(given);
        long seed = options.value("--seed", PublishedData.SEED);
        if (seed < 0 || seed > NumpyRandom.MAX_SEED) {
            throw options.refused("--seed takes 0 to " + NumpyRandom.MAX_SEED + ", not " + seed);
        }
        try {
            if (TrainOptions.WORDS.contains(options.model())) {
                new WordTraining(environment, options).run(seed);
            } else {
                new LinearTraining(environment, options).run(seed);
            }
            return Exit.OK;
        } catch (Divergence e) {
            String than = options.has("--rate") ? " than " + options.value("--rate", 0.0) : "";
            return failed("the training diverges: " + e.getMessage() + "; a smaller --rate" + than + " may do");
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private int failed(String message) {
        environment.err().println("ansatz: " + Style.safe(message));
        return Exit.UNREADABLE;
    }
}
