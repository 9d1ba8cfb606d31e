package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;

/** Cards for the transients of their file: how they begin, {@code .ic}, and what is asked of them, {@code .four} and {@code .meas}. */
final class CourseCards {

    private static final String EXAMPLES = "written .meas tran top max v(out) from=1m to=2m,"
            + " .meas tran t when v(out)=2.5 rise=1, .meas tran u find v(out) at=1m,"
            + " or .meas tran d trig v(in) val=1 rise=1 targ v(out) val=1 rise=1";

    private final WrittenCard card;
    private final String text;
    private final List<Deck.Number> numbers = new ArrayList<>();

    /** The word that is read next. */
    private int at = 1;

    private CourseCards(WrittenCard card, String text) {
        this.card = card;
        this.text = text;
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
        List<Probe> probes = AnalysisCards.probes(card, text);
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

    /** All measurements of a transient, as one. */
    static Deck.Asked measured(Deck.Asked course, List<Open> measurements) {
        List<Deck.Number> numbers = new ArrayList<>(course.numbers());
        measurements.forEach(measurement -> numbers.addAll(measurement.numbers()));
        return new Deck.Asked(numbers, v -> {
            List<Measurement> made = new ArrayList<>();
            int from = course.numbers().size();
            for (Open measurement : measurements) {
                int to = from + measurement.numbers().size();
                made.add(measurement.maker().make(Arrays.copyOfRange(v, from, to)));
                from = to;
            }
            return new Analysis.Measured(courseOf(course, v), made);
        });
    }

    private static Analysis.Course courseOf(Deck.Asked course, double[] values) {
        return (Analysis.Course)
                course.maker().make(Arrays.copyOf(values, course.numbers().size()));
    }

    // ---- measurements

    /** What a card measures. */
    static Open measurement(WrittenCard card, String text) {
        CourseCards reader = new CourseCards(card, text);
        return new Open(reader.numbers, reader.measurement());
    }

    private Maker measurement() {
        if (!next("tran")) {
            throw card.fault(Math.min(1, card.size() - 1), "transients are measured, .meas tran; " + EXAMPLES);
        }
        String name = word("a name for the result").text();
        Word kind = word("what is measured");
        switch (kind.text().toLowerCase(Locale.ROOT)) {
            case "find":
                Probe found = probe();
                InstantMaker where = next("at") ? time() : crossingAfter("when");
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
        Probe probe = probe();
        int from = -1;
        int to = -1;
        while (at < card.size()) {
            if (next("from")) {
                from = number(Measure.TIME);
            } else if (next("to")) {
                to = number(Measure.TIME);
            } else {
                throw here("it is measured from= an instant to= an instant");
            }
        }
        int begins = from;
        int ends = to;
        return v -> new Measurement(
                name,
                new Measurement.Whole(of, probe, begins < 0 ? Double.NaN : v[begins], ends < 0 ? Double.NaN : v[ends]));
    }

    private interface InstantMaker {
        Measurement.Instant make(double[] values);
    }

    private InstantMaker instant() {
        return next("at") ? time() : crossing();
    }

    private InstantMaker time() {
        int t = number(Measure.TIME);
        return v -> new Measurement.Time(v[t]);
    }

    private InstantMaker crossingAfter(String word) {
        if (!next(word)) {
            throw here("a value is found at= an instant, or when v(in)=2.5");
        }
        return crossing();
    }

    /** {@code v(out)=2.5 rise=2}, {@code v(out) val=2.5 fall=last}. */
    private InstantMaker crossing() {
        Probe probe = probe();
        next("val");
        int value = number(probe.isCurrent() ? Measure.CURRENT : Measure.VOLTAGE);
        for (Measurement.Edge edge : Measurement.Edge.values()) {
            if (next(edge.name())) {
                if (next("last")) {
                    return v -> new Measurement.Crossing(probe, v[value], edge, 0);
                }
                int count = count();
                return v -> new Measurement.Crossing(probe, v[value], edge, count);
            }
        }
        return v -> new Measurement.Crossing(probe, v[value], Measurement.Edge.CROSS, 1);
    }

    private int count() {
        Word word = word("which time");
        if (!word.text().matches("[1-9][0-9]{0,5}")) {
            throw card.fault(word, "crossings are counted from 1 on; the last one is called last");
        }
        return Integer.parseInt(word.text());
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
