package org.ansatz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.gradient.training.Losses;

/** The losses of a run at the start, at the end, and at some rounds between: 1, 2, 5, 10 and so on. */
final class LossTable {

    private static final int FEW = 14;
    private static final int[] SERIES = {1, 2, 5};

    private LossTable() {}

    /** A heading, and a line for each round that is shown. */
    static List<String> lines(Losses losses) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%10s  loss", losses.round()));
        for (int round : rounds(losses)) {
            lines.add(String.format(Locale.ROOT, "%10d  %s", round, number(losses.loss(round))));
        }
        return lines;
    }

    /** Pairs of a round and its loss, of the rounds that the text shows. */
    static List<Object> json(Losses losses) {
        List<Object> pairs = new ArrayList<>();
        for (int round : rounds(losses)) {
            pairs.add(List.of(round, losses.loss(round)));
        }
        return pairs;
    }

    /** The rounds between are powers of ten alone where there would be too many. */
    private static List<Integer> rounds(Losses losses) {
        List<Integer> rounds = rounds(losses, SERIES.length);
        return rounds.size() <= FEW ? rounds : rounds(losses, 1);
    }

    private static List<Integer> rounds(Losses losses, int series) {
        List<Integer> rounds = new ArrayList<>();
        rounds.add(0);
        for (long decade = 1; decade < losses.rounds(); decade *= 10) {
            for (int i = 0; i < series && SERIES[i] * decade < losses.rounds(); i++) {
                rounds.add((int) (SERIES[i] * decade));
            }
        }
        rounds.add(losses.rounds());
        return rounds;
    }

    /** A number with ten digits. */
    static String number(double x) {
        double size = Math.abs(x);
        return size == 0 || size >= 1e-4 && size < 1e8
                ? String.format(Locale.ROOT, "%.10f", x)
                : String.format(Locale.ROOT, "%.9e", x);
    }

    /** A number as it would be typed. */
    static String plain(double x) {
        String text = Double.toString(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
