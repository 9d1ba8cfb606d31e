package org.ansatz.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.ansatz.expression.check.Nearest;
import org.ansatz.gradient.data.ToySentences;
import org.ansatz.gradient.embedding.Corpus;
import org.ansatz.gradient.model.Adam;
import org.ansatz.gradient.words.ContrastiveTask;
import org.ansatz.gradient.words.GloveTask;
import org.ansatz.gradient.words.HierarchicalTask;
import org.ansatz.gradient.words.NamedTree;
import org.ansatz.gradient.words.NeuralTask;
import org.ansatz.gradient.words.Output;
import org.ansatz.gradient.words.VectorTask;
import org.ansatz.gradient.words.WordCourse;
import org.ansatz.gradient.words.WordTask;
import org.ansatz.plot.WordFigures;
import org.ansatz.report.WordReport;

/** {@code ansatz train nplm}, {@code hierarchical}, {@code nce}, {@code cbow}, {@code skipgram} and {@code glove}. */
final class WordTraining {

    private static final int MAX_EPOCHS = 100_000;

    private final Environment environment;
    private final TrainOptions options;

    WordTraining(Environment environment, TrainOptions options) {
        this.environment = environment;
        this.options = options;
    }

    void run(long seed) throws IOException {
        WordTask task = task(Corpus.of(ToySentences.ALL));
        int epochs = options.count("--epochs", task.setting().epochs(), MAX_EPOCHS);
        double rate = options.positive("--rate", task.setting().rate());
        List<List<String>> questions = questions(task);
        TrainingFiles files = TrainingFiles.of(options);
        TrainingScreen screen = TrainingScreen.of(environment, options);
        WordCourse course = screen.watched(epochs, bar -> WordCourse.of(task, Adam.of(rate), epochs, seed, bar));
        files.write(course, () -> WordFigures.losses(task, course, epochs), () -> WordFigures.map(task, course));
        WordReport report = new WordReport(task, course, questions, rate, seed);
        if (options.has("--json")) {
            environment.out().println(report.json());
            return;
        }
        screen.print(report.course());
        if (options.has("--watch")) {
            screen.play(epochs, shown -> WordFigures.losses(task, course, shown));
        } else {
            screen.draw(WordFigures.losses(task, course, epochs));
        }
        screen.draw(WordFigures.map(task, course));
        environment.out().println();
        screen.print(report.result());
    }

    private WordTask task(Corpus corpus) {
        boolean direct = !options.has("--no-direct");
        switch (options.model()) {
            case "nplm":
                return direct ? NeuralTask.of(corpus) : NeuralTask.withoutDirectConnections(corpus);
            case "nce":
                return direct ? ContrastiveTask.of(corpus) : ContrastiveTask.withoutDirectConnections(corpus);
            case "hierarchical":
                return new HierarchicalTask(corpus, tree());
            case "skipgram":
                return VectorTask.skipGram(corpus, output(corpus));
            case "cbow":
                return VectorTask.continuousBagOfWords(corpus, output(corpus));
            default:
                return new GloveTask(corpus, options.positive("--x-max", GloveTask.PAPERS_LARGEST));
        }
    }

    private NamedTree.Kind tree() {
        boolean balanced = options.choice("--tree", "balanced", List.of("balanced", "huffman"))
                .equals("balanced");
        return balanced ? NamedTree.Kind.BALANCED : NamedTree.Kind.HUFFMAN;
    }

    private Output output(Corpus corpus) {
        String layer = options.choice("--output", "negative", List.of("negative", "softmax", "hierarchical"));
        if (layer.equals("hierarchical")) {
            return Output.hierarchical(corpus, tree());
        }
        if (options.has("--tree")) {
            throw options.refused("--tree belongs to --output hierarchical, not to " + layer);
        }
        return layer.equals("softmax") ? Output.softmax(corpus) : Output.negativeSampling(corpus);
    }

    private List<List<String>> questions(WordTask task) {
        String option = task.asking() == WordTask.Asking.NEXT_WORD ? "--after" : "--about";
        String asked = options.text(option);
        if (asked == null) {
            return task.questions();
        }
        List<String> question = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(asked);
        while (tokens.hasMoreTokens()) {
            question.add(tokens.nextToken());
        }
        int wanted = task.questionLength();
        if (question.size() != wanted) {
            throw options.refused(option + " takes " + wanted + (wanted == 1 ? " word" : " words") + ", not "
                    + question.size() + ": '" + asked + "'");
        }
        question.forEach(word -> requireKnown(option, word, task.corpus().words()));
        return List.of(question);
    }

    private void requireKnown(String option, String word, List<String> known) {
        if (!known.contains(word)) {
            String near = Nearest.suggestion(word, known);
            throw options.refused(option + ": '" + word + "' does not occur in the sentences"
                    + (near.isEmpty() ? "; their words are " + String.join(", ", known) : near));
        }
    }
}
