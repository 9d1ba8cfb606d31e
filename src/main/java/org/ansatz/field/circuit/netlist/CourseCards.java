package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;

/** Cards for other analyses of their file: how transients begin, {@code .ic}, and what is asked of them all, {@code .four} and {@code .meas}. */
final class CourseCards {

    /** The analyses that can be measured, and what their numbers along are. */
    private static final Map<String, Measure> MEASURED =
            Map.of(".tran", Measure.TIME, ".ac", Measure.FREQUENCY, ".dc", Measure.PLAIN);

    private static final String EXAMPLES = "written .meas tran top max v(out) from=1m to=2m,"
            + " .meas tran t when v(out)=2.5 rise=1, .meas tran u find v(out) at=1m,"
            + " or .meas tran d trig v(in) val=1 rise=1 targ v(out) val=1 rise=1";

    private final WrittenCard card;
    private final String text;
    private final List<Deck.Number> numbers = new ArrayList<>();

    /** The analysis that is measured, as its card begins. */
    private final String kind;

    /** The word that is read next. */
    private int at = 2;

    private CourseCards(WrittenCard card, String text) {
        this.card = card;
        this.text = text;
        this.kind = kind(card);
    }

    /** Makes what is measured, once its numbers are known. */
    interface Maker {
        /** The measurement. */
        Measurement make(double[] values);
    }

    /** A measurement but for its numbers. */
    record Open(List<Deck.Number> numbers, Maker maker) {}

    static boolean isMeasurement(WrittenCard card) {
        return card.is(0, ".meas") || card.is(0, ".measure");
    }

    static boolean isHarmonics(WrittenCard card) {
        return card.is(0, ".four");
    }

    /** Whether a card is one of these. */
    static boolean isOne(WrittenCard card) {
        return isStart(card) || isHarmonics(card) || isMeasurement(card);
    }

    static boolean isStart(WrittenCard card) {
        return card.is(0, ".ic");
    }

    // ---- how it begins

    /** A voltage of a node at the beginning. */
    record Start(String node, Deck.Number volts) {}

    /** {@code .ic v(a)=5 v(b)=0}. */
    static List<Start> starts(WrittenCard card) {
        if (card.size() < 4 || card.size() % 3 != 1) {
            throw card.fault(card.size() - 1, "written .ic v(a)=5 v(b)=0");
        }
        List<Start> starts = new ArrayList<>();
        for (int i = 1; i < card.size(); i += 3) {
            if (!card.is(i, "v")) {
                throw card.fault(
                        i,
                        "nodes are given voltages, .ic v(a)=5; what an inductor starts with stands on its card, IC=");
            }
            starts.add(new Start(card.node(i + 1), card.number(i + 2, Measure.VOLTAGE)));
        }
        return starts;
    }

    /** A transient that begins so. */
    static Deck.Asked startedBy(Deck.Asked course, List<Start> starts) {
        List<Deck.Number> numbers = new ArrayList<>(course.numbers());
        starts.forEach(start -> numbers.add(start.volts()));
        return new Deck.Asked(numbers, v -> {
            Map<String, Double> nodes = new LinkedHashMap<>();
            for (int i = 0; i < starts.size(); i++) {
                nodes.put(starts.get(i).node(), v[course.numbers().size() + i]);
            }
            return courseOf(course, v).startingFrom(nodes);
        });
    }

    // ---- harmonics

    /** The harmonics that a card asks for, of a transient. */
    static Deck.Asked harmonics(WrittenCard card, String text, Deck.Asked course) {
        if (card.size() < 2) {
            throw card.fault(0, "written .four 1k v(out)");
        }
        List<Probe> probes = AnalysisCards.named(card, text, 2);
        if (probes.isEmpty()) {
            throw card.fault(card.size() - 1, "of what? Written .four 1k v(out)");
        }
        List<Deck.Number> numbers = new ArrayList<>(course.numbers());
        numbers.add(card.number(1, Measure.FREQUENCY));
        return new Deck.Asked(
                numbers,
                v -> new Analysis.Harmonics(
                        courseOf(course, v), v[course.numbers().size()], probes));
    }

    /** All measurements of an analysis, as one. */
    static Deck.Asked measured(Deck.Asked of, List<Open> measurements) {
        List<Deck.Number> numbers = new ArrayList<>(of.numbers());
        measurements.forEach(measurement -> numbers.addAll(measurement.numbers()));
        return new Deck.Asked(numbers, v -> {
            List<Measurement> made = new ArrayList<>();
            int from = of.numbers().size();
            Analysis whole = of.maker().make(Arrays.copyOf(v, from));
            for (Open measurement : measurements) {
                int to = from + measurement.numbers().size();
                made.add(measurement.maker().make(Arrays.copyOfRange(v, from, to)));
                from = to;
            }
            return new Analysis.Measured(whole, made);
        });
    }

    private static Analysis.Course courseOf(Deck.Asked course, double[] values) {
        return (Analysis.Course)
                course.maker().make(Arrays.copyOf(values, course.numbers().size()));
    }

    // ---- measurements

    /** The analysis that a card measures, as its card begins: {@code .tran}, {@code .ac} or {@code .dc}. */
    static String kind(WrittenCard card) {
        String kind = card.size() < 2 ? "" : "." + card.text(1).toLowerCase(Locale.ROOT);
        if (!MEASURED.containsKey(kind)) {
            throw card.fault(Math.min(1, card.size() - 1), "tran, ac and dc are measured, .meas tran; " + EXAMPLES);
        }
        return kind;
    }

    /** What a card measures. */
    static Open measurement(WrittenCard card, String text) {
        CourseCards reader = new CourseCards(card, text);
        return new Open(reader.numbers, reader.measurement());
    }

    private Maker measurement() {
        String name = word("a name for the result").text();
        Word kind = word("what is measured");
        switch (kind.text().toLowerCase(Locale.ROOT)) {
            case "find":
                Measurement.Quantity found = quantity();
                InstantMaker where = next("at") ? place() : crossingAfter("when");
                return v -> new Measurement(name, new Measurement.At(found, where.make(v)));
            case "when":
                InstantMaker when = crossing();
                return v -> new Measurement(name, new Measurement.At(null, when.make(v)));
            case "trig":
                InstantMaker from = instant();
                if (!next("targ")) {
                    throw here("a delay lasts from trig … to targ …");
                }
                InstantMaker to = instant();
                return v -> new Measurement(name, new Measurement.Delay(from.make(v), to.make(v)));
            default:
                return whole(name, kind);
        }
    }

    private Maker whole(String name, Word kind) {
        Measurement.Kind of;
        try {
            of = Measurement.Kind.valueOf(kind.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw card.fault(
                    kind, "max, min, pp, avg, rms, integ, find, when and trig are measured, not " + kind.text());
        }
        Measurement.Quantity quantity = quantity();
        int from = -1;
        int to = -1;
        while (at < card.size()) {
            if (next("from")) {
                from = number(along());
            } else if (next("to")) {
                to = number(along());
            } else {
                throw here("it is measured from= one place to= another");
            }
        }
        int begins = from;
        int ends = to;
        return v -> new Measurement(
                name,
                new Measurement.Whole(
                        of, quantity, begins < 0 ? Double.NaN : v[begins], ends < 0 ? Double.NaN : v[ends]));
    }

    private interface InstantMaker {
        Measurement.Instant make(double[] values);
    }

    private InstantMaker instant() {
        return next("at") ? place() : crossing();
    }

    private InstantMaker place() {
        int place = number(along());
        return v -> new Measurement.Place(v[place]);
    }

    private InstantMaker crossingAfter(String word) {
        if (!next(word)) {
            throw here("a value is found at= an instant, or when v(in)=2.5 and the like");
        }
        return crossing();
    }

    /** {@code v(out)=2.5 rise=2}, {@code v(out) val=2.5 fall=last}. */
    private InstantMaker crossing() {
        Measurement.Quantity quantity = quantity();
        next("val");
        int value = number(Measure.PLAIN);
        for (Measurement.Edge edge : Measurement.Edge.values()) {
            if (next(edge.name())) {
                if (next("last")) {
                    return v -> new Measurement.Crossing(quantity, v[value], edge, 0);
                }
                int count = count();
                return v -> new Measurement.Crossing(quantity, v[value], edge, count);
            }
        }
        return v -> new Measurement.Crossing(quantity, v[value], Measurement.Edge.CROSS, 1);
    }

    private int count() {
        Word word = word("which time");
        if (!word.text().matches("[1-9][0-9]{0,5}")) {
            throw card.fault(word, "crossings are counted from 1 on; the last one is called last");
        }
        return Integer.parseInt(word.text());
    }

    /** What the numbers along are. */
    private Measure along() {
        return MEASURED.getOrDefault(kind, Measure.PLAIN);
    }

    /** {@code v(out)}; of phasors {@code vm(out)}, {@code vdb(out)}, {@code vp(out)} and the like. */
    private Measurement.Quantity quantity() {
        Word first = at < card.size() ? card.word(at) : card.word(at - 1);
        Probe probe = probe();
        String letters = first.text().substring(1).toLowerCase(Locale.ROOT);
        for (Measurement.Part part : Measurement.Part.values()) {
            if (part.letters().equals(letters) && (part == Measurement.Part.VALUE) != kind.equals(".ac")) {
                return new Measurement.Quantity(probe, part);
            }
        }
        throw card.fault(
                first,
                kind.equals(".ac")
                        ? "of a phasor vm(out), vdb(out), vp(out), vr(out) or vi(out) is measured: its magnitude, that in decibels,"
                                + " its angle in degrees, its real and imaginary part"
                        : "v(node), v(node, node) or i(element) is measured, not " + first.text());
    }

    // ---- words

    private boolean next(String word) {
        boolean is = card.is(at, word);
        at += is ? 1 : 0;
        return is;
    }

    private Word word(String what) {
        if (at == card.size()) {
            throw card.fault(at - 1, "here follows " + what + "; " + EXAMPLES);
        }
        return card.word(at++);
    }

    private WrittenCard.Skipped here(String message) {
        return card.fault(Math.min(at, card.size() - 1), message);
    }

    /** The index of a number. */
    private int number(Measure measure) {
        numbers.add(card.number(word("a number"), measure));
        return numbers.size() - 1;
    }

    /** {@code v(out)}, {@code v(a, b)}, {@code i(V1)}: the words as far as the bracket. */
    private Probe probe() {
        Word first = word("v(node) or i(element)");
        int close = text.indexOf(')', first.end());
        int begin = at;
        while (at < card.size() && card.word(at).start() < close) {
            at++;
        }
        String inside = close < 0 ? "" : text.substring(first.start(), close + 1);
        List<Probe> probes = AnalysisCards.probes(card, inside, first.start());
        if (probes.size() != 1 || at - begin > 2) {
            throw card.fault(first, "v(node), v(node, node) or i(element) is measured, not " + first.text());
        }
        return probes.get(0);
    }
}
