package org.ansatz.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.gradient.words.Landmark;
import org.ansatz.gradient.words.Measure;
import org.ansatz.gradient.words.Ranking;
import org.ansatz.gradient.words.WordCourse;
import org.ansatz.gradient.words.WordTask;
import org.ansatz.json.JsonWriter;

/** The training of a model of words as text or JSON. */
public final class WordReport {

    private static final int BEST = 5;

    private final WordTask task;
    private final WordCourse course;
    private final List<Ranking> rankings;
    private final double rate;
    private final long seed;

    /**
     * A report of a run.
     *
     * @param questions what the trained model is asked
     * @param rate the learning rate
     * @param seed of the random numbers
     */
    public WordReport(WordTask task, WordCourse course, List<List<String>> questions, double rate, long seed) {
        this.task = task;
        this.course = course;
        this.rankings = questions.stream()
                .map(question -> task.answer(course.last(), question))
                .toList();
        this.rate = rate;
        this.seed = seed;
    }

    // ---- text

    /** What was trained, and the loss at some epochs. */
    public List<String> course() {
        List<String> lines = new ArrayList<>();
        lines.add(task.title());
        lines.add(task.examples() + " " + task.unit() + ", " + words() + " words; "
                + task.parameters().size() + " parameters (seed " + seed + ")");
        lines.add(course.rounds() + " epochs in batches of " + task.setting().batch() + ", Adam of rate "
                + LossTable.plain(rate));
        lines.add("loss, over all examples:");
        lines.add("  " + task.loss());
        lines.add("");
        lines.addAll(LossTable.lines(course));
        return lines;
    }

    private int words() {
        return task.corpus().words().size();
    }

    /** The final loss beside others, and what the trained model answers. */
    public List<String> result() {
        List<String> lines = new ArrayList<>();
        lines.add("after the last epoch, with losses of the same kind");
        lines.add(value(course.lastLoss()) + "the loss");
        for (Landmark landmark : task.landmarks()) {
            lines.add(value(landmark.loss()) + landmark.name() + ": " + landmark.reason());
        }
        List<Measure> measures = task.measures(course.last());
        if (!measures.isEmpty()) {
            lines.add("and besides");
            measures.forEach(measure -> lines.add(value(measure.value()) + measure.what()));
        }
        lines.add("answers, each with");
        lines.add("  " + task.score());
        lines.add("  " + task.seen());
        rankings.forEach(ranking -> describe(lines, ranking));
        return lines;
    }

    private static String value(double x) {
        return "  " + LossTable.number(x) + "  ";
    }

    private void describe(List<String> lines, Ranking ranking) {
        String question = String.join(" ", ranking.question());
        lines.add(task.asking() == WordTask.Asking.NEXT_WORD ? question + " …" : "near " + question);
        for (Ranking.Answer answer : ranking.answers().subList(0, Math.min(BEST, words()))) {
            lines.add(String.format(
                    Locale.ROOT, "  %-10s %9.4f  %s", answer.word(), answer.score(), LossTable.plain(answer.seen())));
        }
        for (Measure measure : ranking.measures()) {
            lines.add(String.format(Locale.ROOT, "  %s %.12f", measure.what(), measure.value()));
        }
    }

    // ---- JSON

    /** The run as one JSON object; the losses at the epochs that the text shows, and the scores of all words. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task", task.title());
        json.put("lossIs", task.loss());
        json.put("examples", task.examples());
        json.put("words", words());
        json.put("parameters", task.parameters().size());
        json.put("seed", seed);
        json.put("rate", rate);
        json.put("batch", task.setting().batch());
        json.put("epochs", course.rounds());
        json.put("losses", LossTable.json(course));
        json.put("loss", course.lastLoss());
        json.put("measures", measures(task.measures(course.last())));
        json.put(
                "comparison",
                task.landmarks().stream().map(WordReport::landmark).toList());
        json.put("scoreIs", task.score());
        json.put("seenIs", task.seen());
        json.put("answers", rankings.stream().map(WordReport::ranking).toList());
        return JsonWriter.text(json);
    }

    private static Map<String, Object> landmark(Landmark landmark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", landmark.name());
        json.put("reason", landmark.reason());
        json.put("loss", landmark.loss());
        return json;
    }

    private static List<Object> measures(List<Measure> measures) {
        List<Object> all = new ArrayList<>();
        for (Measure measure : measures) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("what", measure.what());
            json.put("value", measure.value());
            all.add(json);
        }
        return all;
    }

    private static Map<String, Object> ranking(Ranking ranking) {
        List<Object> scores = new ArrayList<>();
        for (Ranking.Answer answer : ranking.answers()) {
            scores.add(List.of(answer.word(), answer.score(), answer.seen()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", ranking.question());
        json.put("scores", scores);
        json.put("measures", measures(ranking.measures()));
        return json;
    }
}
