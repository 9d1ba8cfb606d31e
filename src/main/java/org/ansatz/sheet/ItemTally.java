package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Adds up how a question worked, outcome by outcome. */
final class ItemTally {

    /** Of fewer candidates nothing is concluded. */
    private static final int ENOUGH = 20;

    /** Squares that sum to less, beside those that they are the difference of, are rounding. */
    private static final double ROUNDING = 1e-9;

    /** A correlation farther from 0 than so many standard errors is no accident. */
    private static final double ERRORS = 2;

    /** An order that does not depend on which outcome was met first, as their numbers do: sums of roundings depend on theirs. */
    private static final Comparator<Outcome> ORDER = Comparator.comparing(Outcome::result)
            .thenComparing(Outcome::marks)
            .thenComparing(Outcome::choice)
            .thenComparing(Outcome::slip)
            .thenComparing(Outcome::isDisputed);

    private final Register register;
    private final Item item;
    private final List<Outcome> outcomes;
    private final int[] order;
    private final Points points;
    private final Result[] result;
    private final long[] earned;
    private final double[] credit;
    private final long[] count;
    private final long[] upper;
    private final long[] lower;
    private final double[] total;
    private final double[] squared;
    private long inUpper;
    private long inLower;

    ItemTally(Register register, Points points) {
        this.register = register;
        this.item = register.item();
        this.points = points;
        outcomes = register.outcomes();
        int size = outcomes.size();
        order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(outcomes::get, ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        result = new Result[size];
        earned = new long[size];
        credit = new double[size];
        count = new long[size];
        upper = new long[size];
        lower = new long[size];
        total = new double[size];
        squared = new double[size];
        for (int i = 0; i < size; i++) {
            result[i] = outcomes.get(i).result();
            earned[i] = points.of(outcomes.get(i).marks());
            credit[i] = Math.max(0, (double) earned[i] / points.of(item.worth().marks()));
        }
    }

    long earned(int outcome) {
        return earned[outcome];
    }

    Result result(int outcome) {
        return result[outcome];
    }

    /**
     * Adds a candidate's response.
     *
     * @param all the points of the candidate
     */
    void add(int outcome, long all, boolean isUpper, boolean isLower) {
        count[outcome]++;
        double others = all - earned[outcome];
        total[outcome] += others;
        squared[outcome] += others * others;
        upper[outcome] += isUpper ? 1 : 0;
        lower[outcome] += isLower ? 1 : 0;
        inUpper += isUpper ? 1 : 0;
        inLower += isLower ? 1 : 0;
    }

    /** Adds what was written of the responses of other candidates. */
    void add(InputStream in) throws IOException {
        for (int i = 0; i < count.length; i++) {
            count[i] += Bytes.number(in);
            upper[i] += Bytes.number(in);
            lower[i] += Bytes.number(in);
            total[i] += Bytes.real(in);
            squared[i] += Bytes.real(in);
        }
        inUpper += Bytes.number(in);
        inLower += Bytes.number(in);
    }

    /** Writes it for {@link #add(InputStream)} of a tally of the same outcomes. */
    void save(Bytes bytes) {
        for (int i = 0; i < count.length; i++) {
            bytes.number(count[i]);
            bytes.number(upper[i]);
            bytes.number(lower[i]);
            bytes.real(total[i]);
            bytes.real(squared[i]);
        }
        bytes.number(inUpper);
        bytes.number(inLower);
    }

    /** The variance of the points that were earned here, for those who had the question. */
    double variance() {
        double n = sum(count);
        double mean = 0;
        for (int i : order) {
            mean += count[i] * earned[i] / n;
        }
        double sum = 0;
        for (int i : order) {
            sum += count[i] * (earned[i] - mean) * (earned[i] - mean);
        }
        return sum / n;
    }

    long responses() {
        return sum(count);
    }

    ItemAnalysis analysis(String objection) {
        Map<Result, Long> counts = new EnumMap<>(Result.class);
        Map<String, Long> slips = new TreeMap<>();
        long disputed = 0;
        for (int i : order) {
            Outcome outcome = outcomes.get(i);
            counts.merge(outcome.result(), count[i], Long::sum);
            if (!outcome.slip().isEmpty() && count[i] > 0) {
                slips.merge(outcome.slip(), count[i], Long::sum);
            }
            disputed += outcome.isDisputed() ? count[i] : 0;
        }
        boolean isMarked = objection.isEmpty();
        double facility = isMarked ? credits(count) / sum(count) : Double.NaN;
        double discrimination = isMarked ? credits(upper) / inUpper - credits(lower) / inLower : Double.NaN;
        List<ItemAnalysis.Choice> choices = choices();
        return new ItemAnalysis(
                item.id(),
                item.problem().card().title(),
                item.worth().marks(),
                objection,
                counts,
                facility,
                discrimination,
                isMarked ? correlation() : Double.NaN,
                choices,
                byFrequency(slips),
                disputed,
                suspicions(choices, counts.getOrDefault(Result.RIGHT, 0L), objection));
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** What so many of each outcome earned, as shares of the marks; what was taken off counts as nothing. */
    private double credits(long[] numbers) {
        double sum = 0;
        for (int i : order) {
            sum += numbers[i] * credit[i];
        }
        return sum;
    }

    private double correlation() {
        double n = sum(count);
        double meanHere = credits(count) / n;
        double meanOthers = 0;
        for (int i : order) {
            meanOthers += total[i] / n;
        }
        double both = 0;
        double here = 0;
        double others = 0;
        for (int i : order) {
            both += (credit[i] - meanHere) * (total[i] - count[i] * meanOthers);
            here += count[i] * (credit[i] - meanHere) * (credit[i] - meanHere);
            others += squared[i] - 2 * meanOthers * total[i] + count[i] * meanOthers * meanOthers;
        }
        boolean varies = here > 0 && others > ROUNDING * Math.max(1, n * meanOthers * meanOthers);
        return varies ? both / Math.sqrt(here * others) : Double.NaN;
    }

    private List<ItemAnalysis.Choice> choices() {
        Map<String, ItemAnalysis.Choice> choices = new TreeMap<>();
        for (int i : order) {
            Outcome outcome = outcomes.get(i);
            if (!outcome.choice().isEmpty() && count[i] > 0) {
                double mean = total[i] / points.perMark();
                choices.merge(
                        outcome.choice(),
                        new ItemAnalysis.Choice(
                                outcome.choice(), outcome.result() == Result.RIGHT, count[i], upper[i], lower[i], mean),
                        ItemTally::together);
            }
        }
        List<ItemAnalysis.Choice> sorted = new ArrayList<>();
        choices.values()
                .forEach(choice -> sorted.add(new ItemAnalysis.Choice(
                        choice.letters(),
                        choice.isRight(),
                        choice.count(),
                        choice.upper(),
                        choice.lower(),
                        choice.meanOfOthers() / choice.count())));
        sorted.sort(Comparator.comparingLong(ItemAnalysis.Choice::count).reversed());
        return sorted;
    }

    private static ItemAnalysis.Choice together(ItemAnalysis.Choice a, ItemAnalysis.Choice b) {
        return new ItemAnalysis.Choice(
                a.letters(),
                a.isRight(),
                a.count() + b.count(),
                a.upper() + b.upper(),
                a.lower() + b.lower(),
                a.meanOfOthers() + b.meanOfOthers());
    }

    private static Map<String, Long> byFrequency(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    // ---- what speaks against it

    private List<String> suspicions(List<ItemAnalysis.Choice> choices, long right, String objection) {
        List<String> suspicions = new ArrayList<>();
        if (sum(count) < ENOUGH || !objection.isEmpty() || item.worth().isToAll()) {
            return suspicions;
        }
        ItemAnalysis.Choice keyed = choices.stream()
                .filter(ItemAnalysis.Choice::isRight)
                .findFirst()
                .orElse(null);
        for (ItemAnalysis.Choice choice : choices) {
            boolean better = !choice.isRight()
                    && choice.upper() > (keyed == null ? right : keyed.upper())
                    && (keyed == null || choice.meanOfOthers() > keyed.meanOfOthers());
            if (better) {
                suspicions.add("the best candidates chose " + choice.letters() + " (" + choice.upper() + " of "
                        + inUpper + "), which is marked wrong; is the key right?");
            }
        }
        double correlation = correlation();
        if (suspicions.isEmpty() && correlation < -ERRORS / Math.sqrt((double) sum(count))) {
            suspicions.add("whoever is better in the other questions is worse in this one");
        }
        Map.Entry<String, Register.Replied> common = mostCommonWrong();
        if (common != null && choices.isEmpty() && common.getValue().count().sum() > right) {
            suspicions.add(common.getValue().count().sum() + " wrote '" + common.getKey() + "', which is marked "
                    + common.getValue().outcome().result().word() + "; " + right + " are right");
        }
        return suspicions;
    }

    private Map.@org.jspecify.annotations.Nullable Entry<String, Register.Replied> mostCommonWrong() {
        Map<String, Register.Replied> replies = register.replies();
        if (replies == null) {
            return null;
        }
        return replies.entrySet().stream()
                .filter(entry -> entry.getValue().outcome().result() == Result.WRONG)
                .max(Comparator.comparingLong((Map.Entry<String, Register.Replied> entry) ->
                                entry.getValue().count().sum())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElse(null);
    }
}
