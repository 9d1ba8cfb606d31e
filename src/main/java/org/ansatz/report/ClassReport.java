package org.ansatz.report;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.quantity.Rational;
import org.ansatz.sheet.Authority;
import org.ansatz.sheet.Distribution;
import org.ansatz.sheet.ItemAnalysis;
import org.ansatz.sheet.MarkedClass;
import org.ansatz.sheet.Result;

/** What came of marking a class, for a person to read and as JSON. */
public final class ClassReport {

    private static final MathContext DIGITS = new MathContext(8);
    private static final int BAR = 40;
    private static final int MOST_UNREAD = 10;

    private final MarkedClass marked;
    private final Style style;

    private ClassReport(MarkedClass marked, Style style) {
        this.marked = marked;
        this.style = style;
    }

    /** Marks in decimal, without zeros that say nothing. */
    public static String marks(Rational marks) {
        return marks.signum() == 0
                ? "0"
                : marks.toDecimal(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A figure with two decimals; empty where there is none. */
    static String figure(double x) {
        return Double.isFinite(x) ? String.format(Locale.ROOT, "%.2f", x) : "";
    }

    // ---- for a person

    /** The lines for a person. */
    public static List<String> lines(MarkedClass marked, Style style) {
        return new ClassReport(marked, style).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(summary(marked));
        lines.set(0, style.strong(lines.get(0)));
        if (marked.distribution().candidates() > 0) {
            distribution(marked.distribution(), lines);
            questions(lines);
        }
        unread(lines);
        return lines;
    }

    /** How much was marked and how, whether all of it is accounted for, and what was noted. */
    static List<String> summary(MarkedClass marked) {
        List<String> lines = new ArrayList<>();
        MarkedClass.Tally tally = marked.tally();
        lines.add(counted(marked.distribution().candidates(), "candidate") + ", "
                + counted(tally.responses(), "response") + ", marked against "
                + marked.authority().word() + " by the scheme " + Style.safe(marked.scheme()));
        lines.add(counted(tally.responses(), "response") + " = " + tally.counted() + " counted + " + tally.superseded()
                + " superseded + " + tally.unknown() + " unknown"
                + (tally.isComplete() ? "" : ": they do not add up, please report it")
                + (tally.refused() == 0 ? "" : "; " + counted(tally.refused(), "row") + " not read"));
        tally.remarks().forEach(remark -> lines.add("note: " + Style.safe(remark)));
        return lines;
    }

    /** What the marks are like, in a line. */
    static String statistics(MarkedClass marked) {
        Distribution all = marked.distribution();
        return marks(marked.most()) + " marks: mean " + figure(all.mean()) + ", standard deviation "
                + figure(all.deviation()) + ", quartiles " + quantile(all, 0.25) + ", " + quantile(all, 0.5) + ", "
                + quantile(all, 0.75)
                + (Double.isFinite(marked.alpha()) ? ", Cronbach's alpha " + figure(marked.alpha()) : "");
    }

    /** What speaks against questions, a line each. */
    static List<String> complaints(MarkedClass marked) {
        List<String> lines = new ArrayList<>();
        for (ItemAnalysis item : marked.items()) {
            if (!item.objection().isEmpty()) {
                lines.add(item.id() + " is not marked: " + Style.safe(item.objection()));
            }
            if (item.disputed() > 0) {
                lines.add(item.id() + ": " + counted(item.disputed(), "response") + " would get other marks from the "
                        + (marked.authority() == Authority.KEYS ? "routes" : "key"));
            }
            item.suspicions().forEach(suspicion -> lines.add(item.id() + ": " + Style.safe(suspicion)));
        }
        return lines;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void distribution(Distribution all, List<String> lines) {
        lines.add("");
        lines.add("of " + statistics(marked));
        List<Distribution.Bin> bins = all.bins(marked.most());
        long most = bins.stream().mapToLong(Distribution.Bin::candidates).max().orElse(1);
        for (Distribution.Bin bin : bins) {
            int length = (int) Math.round((double) BAR * bin.candidates() / Math.max(1, most));
            String label = marks(bin.from()) + " to " + marks(bin.to());
            lines.add(("  " + " ".repeat(Math.max(0, 14 - label.length())) + label + "  "
                            + (style.unicode() ? "█" : "#").repeat(length) + " " + bin.candidates())
                    .stripTrailing());
        }
    }

    private static String quantile(Distribution all, double share) {
        return figure(all.quantile(share).toDouble());
    }

    private void questions(List<String> lines) {
        int widest = marked.items().stream()
                .mapToInt(item -> item.id().length())
                .max()
                .orElse(0);
        lines.add("");
        lines.add(style.dim(
                " ".repeat(widest) + "  responses  right  partly  wrong  blank  unread  facility  discr.  corr."));
        for (ItemAnalysis item : marked.items()) {
            long right = item.count(Result.RIGHT) + item.count(Result.UNIT_MISSING);
            lines.add(item.id()
                    + " ".repeat(widest - item.id().length())
                    + column(item.responses(), 11)
                    + column(right, 7)
                    + column(item.count(Result.PARTLY), 8)
                    + column(item.count(Result.WRONG), 7)
                    + column(item.count(Result.BLANK), 7)
                    + column(item.count(Result.UNREADABLE) + item.count(Result.UNDECIDED), 8)
                    + column(figure(item.facility()), 10)
                    + column(figure(item.discrimination()), 8)
                    + column(figure(item.correlation()), 7));
        }
        complaints(marked).forEach(line -> lines.add(style.bad(line)));
    }

    private static String column(Object value, int width) {
        String text = String.valueOf(value);
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }

    private void unread(List<String> lines) {
        List<MarkedClass.Unread> unread = marked.unread();
        if (unread.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("not read, the most frequent first; a table of decisions settles them (--decisions):");
        for (MarkedClass.Unread one : unread.subList(0, Math.min(MOST_UNREAD, unread.size()))) {
            lines.add("  " + one.count() + " × " + one.question() + " '" + Style.safe(one.reply()) + "'"
                    + (one.reason().isEmpty() ? "" : ": " + Style.safe(one.reason())));
        }
        if (unread.size() > MOST_UNREAD) {
            lines.add("  and " + (unread.size() - MOST_UNREAD) + " more; --out FOLDER writes all");
        }
    }

    // ---- as JSON

    /** The same as JSON values. */
    public static Map<String, Object> json(MarkedClass marked) {
        MarkedClass.Tally tally = marked.tally();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scheme", marked.scheme());
        json.put("against", marked.authority().word());
        json.put("responses", tally.responses());
        json.put("counted", tally.counted());
        json.put("superseded", tally.superseded());
        json.put("unknown", tally.unknown());
        json.put("rows_not_read", tally.refused());
        json.put("notes", tally.remarks());
        json.put("candidates", marked.distribution().candidates());
        json.put("marks", marked.most().toDouble());
        if (marked.distribution().candidates() > 0) {
            json.put("mean", marked.distribution().mean());
            json.put("standard_deviation", marked.distribution().deviation());
        }
        json.put("alpha", Double.isFinite(marked.alpha()) ? marked.alpha() : null);
        Map<String, Object> byMarks = new LinkedHashMap<>();
        marked.distribution().byMarks().forEach((marks, count) -> byMarks.put(marks(marks), count));
        json.put("distribution", byMarks);
        json.put("questions", marked.items().stream().map(ClassReport::json).toList());
        json.put("unread", marked.unread().stream().map(ClassReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(ItemAnalysis item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", item.id());
        json.put("title", item.title());
        json.put("marks", item.marks().toDouble());
        json.put("objection", item.objection());
        for (Result result : Result.values()) {
            json.put(result.word().replace(' ', '_'), item.count(result));
        }
        json.put("facility", finite(item.facility()));
        json.put("discrimination", finite(item.discrimination()));
        json.put("correlation", finite(item.correlation()));
        json.put("choices", item.choices().stream().map(ClassReport::json).toList());
        json.put("mistakes", item.slips());
        json.put("disputed", item.disputed());
        json.put("suspicions", item.suspicions());
        return json;
    }

    private static @org.jspecify.annotations.Nullable Double finite(double x) {
        return Double.isFinite(x) ? x : null;
    }

    private static Map<String, Object> json(ItemAnalysis.Choice choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("choice", choice.letters());
        json.put("is_right", choice.isRight());
        json.put("count", choice.count());
        json.put("upper", choice.upper());
        json.put("lower", choice.lower());
        json.put("mean_of_others", choice.meanOfOthers());
        return json;
    }

    private static Map<String, Object> json(MarkedClass.Unread unread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", unread.question());
        json.put("reply", unread.reply());
        json.put("reason", unread.reason());
        json.put("count", unread.count());
        return json;
    }
}
