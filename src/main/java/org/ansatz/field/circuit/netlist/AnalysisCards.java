package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cards that say what is to be done with a netlist and what is shown of it. */
final class AnalysisCards {

    private static final Pattern PROBE =
            Pattern.compile("([A-Za-z]+)\\s*\\(\\s*([^(),\\s]+)\\s*(?:,\\s*([^(),\\s]+)\\s*)?\\)");

    /** The analyses that may be named on a card that says what is shown. */
    private static final Set<String> KINDS = Set.of("op", "dc", "ac", "tran");

    /** The temperature at which SPICE's models are stated, in degrees Celsius. */
    private static final double USUAL_DEGREES = 27;

    private AnalysisCards() {}

    /** Whether a card is one of these. */
    static boolean isOne(WrittenCard card) {
        switch (card.text(0).toLowerCase(Locale.ROOT)) {
            case ".op":
            case ".dc":
            case ".ac":
            case ".tran":
            case ".tf":
            case ".pz":
                return true;
            default:
                return false;
        }
    }

    static Deck.Asked read(WrittenCard card, String text) {
        switch (card.text(0).toLowerCase(Locale.ROOT)) {
            case ".op":
                return new Deck.Asked(List.of(), v -> new Analysis.Rest());
            case ".dc":
                return sweep(card);
            case ".ac":
                return frequencies(card);
            case ".tran":
                return course(card);
            case ".pz":
                return polesAndZeros(card);
            default:
                return transfer(card, text);
        }
    }

    /** Refuses {@code .temp} and the options of temperature unless they say what is so without them. */
    static void requireUsualTemperature(WrittenCard card) {
        boolean isOwn = card.is(0, ".temp");
        if (isOwn) {
            requireLength(card, 2, 2, ".temp 27");
        }
        for (int i = 1; i < card.size(); i++) {
            boolean isNamed = card.is(i - 1, "temp") || card.is(i - 1, "tnom") || isOwn;
            if (isNamed && card.number(i, Measure.PLAIN).value() != USUAL_DEGREES) {
                throw card.fault(
                        i, "devices are those at 27 °C, the temperature of their models; others are not computed");
            }
        }
    }

    private static void requireLength(WrittenCard card, int least, int most, String written) {
        if (card.size() < least || card.size() > most) {
            throw card.fault(Math.min(most, card.size() - 1), "written " + written);
        }
    }

    private static Deck.Asked sweep(WrittenCard card) {
        requireLength(card, 5, 5, ".dc V1 0 5 0.1: a source, from, to and the step; of one source at a time");
        String source = card.element(1);
        boolean voltage = card.text(1).toUpperCase(Locale.ROOT).startsWith("V");
        Measure measure = voltage ? Measure.VOLTAGE : Measure.CURRENT;
        return new Deck.Asked(
                List.of(card.number(2, measure), card.number(3, measure), card.number(4, measure)),
                v -> new Analysis.Sweep(source, v[0], v[1], v[2]));
    }

    private static Deck.Asked frequencies(WrittenCard card) {
        requireLength(card, 5, 5, ".ac dec 10 1 1meg: dec, oct or lin, how many, from and to");
        Analysis.Spacing spacing = card.is(1, "dec")
                ? Analysis.Spacing.DECADE
                : card.is(1, "oct") ? Analysis.Spacing.OCTAVE : Analysis.Spacing.LINEAR;
        if (spacing == Analysis.Spacing.LINEAR && !card.is(1, "lin")) {
            throw card.fault(1, "frequencies lie by dec, oct or lin, not " + card.text(1));
        }
        return new Deck.Asked(
                List.of(
                        card.number(2, Measure.RATIO),
                        card.number(3, Measure.FREQUENCY),
                        card.number(4, Measure.FREQUENCY)),
                v -> new Analysis.Frequencies(spacing, (int) Math.min(v[0], Analysis.MAX_POINTS + 1), v[1], v[2]));
    }

    private static Deck.Asked course(WrittenCard card) {
        boolean stated = card.is(card.size() - 1, "uic");
        int end = stated ? card.size() - 1 : card.size();
        if (end < 3 || end > 5) {
            throw card.fault(0, "written .tran 10u 5m, and perhaps from when on, the longest step and uic");
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 1; i < end; i++) {
            numbers.add(card.number(i, Measure.TIME));
        }
        return new Deck.Asked(numbers, v -> new Analysis.Course(v[0], v[1], v.length > 2 ? v[2] : 0, stated, Map.of()));
    }

    private static Deck.Asked transfer(WrittenCard card, String text) {
        String whole = whole(card, text);
        Matcher probe = PROBE.matcher(whole);
        if (!probe.find() || !probe.group(1).equalsIgnoreCase("v")) {
            throw card.fault(0, "written .tf v(out) V1");
        }
        String against = probe.group(3) == null ? Netlist.GROUND : card.place().node(probe.group(3));
        String from = card.place().node(probe.group(2));
        String source = card.element(card.size() - 1);
        return new Deck.Asked(List.of(), v -> new Analysis.Transfer(from, against, source));
    }

    private static Deck.Asked polesAndZeros(WrittenCard card) {
        String written = ".pz in 0 out 0 vol pz: the nodes of input and output, vol or cur, and pz, pol or zer";
        requireLength(card, 7, 7, written);
        boolean byCurrent = card.is(5, "cur");
        boolean both = card.is(6, "pz");
        if (!byCurrent && !card.is(5, "vol")) {
            throw card.fault(5, "written " + written);
        }
        if (!both && !card.is(6, "pol") && !card.is(6, "zer")) {
            throw card.fault(6, "written " + written);
        }
        List<String> input = List.of(card.node(1), card.node(2));
        List<String> output = List.of(card.node(3), card.node(4));
        boolean hasPoles = both || card.is(6, "pol");
        boolean hasZeros = both || card.is(6, "zer");
        return new Deck.Asked(List.of(), v -> new Analysis.PolesAndZeros(input, output, byCurrent, hasPoles, hasZeros));
    }

    /** A card with its brackets, to the end of its last line. */
    private static String whole(WrittenCard card, String text) {
        int end = text.indexOf('\n', card.word(card.size() - 1).end());
        return text.substring(card.word(0).start(), end < 0 ? text.length() : end);
    }

    /**
     * What {@code .print}, {@code .plot}, {@code .probe} or {@code .four} names.
     *
     * @param first the first word that may name something
     */
    static List<Probe> named(WrittenCard card, String text, int first) {
        String whole = whole(card, text);
        int start = card.word(0).start();
        for (int i = first; i < card.size(); i++) {
            int at = card.word(i).start() - start;
            boolean isNamed = PROBE.matcher(whole).results().anyMatch(probe -> probe.start() <= at && at < probe.end());
            if (!isNamed && at < whole.length()) {
                throw card.fault(i, "v(node), v(node, node) and i(element) are shown, not " + card.text(i));
            }
        }
        return probes(card, whole, start);
    }

    /** What is shown; an analysis may be named before it, and {@code all} is what is shown without a card. */
    static List<Probe> shown(WrittenCard card, String text) {
        boolean isOfOne = card.size() > 1 && KINDS.contains(card.text(1).toLowerCase(Locale.ROOT));
        int first = isOfOne ? 2 : 1;
        return card.size() == first + 1 && card.is(first, "all") ? List.of() : named(card, text, first);
    }

    /** What a part of a card names, which begins at an offset of the text. */
    static List<Probe> probes(WrittenCard card, String part, int start) {
        List<Probe> probes = new ArrayList<>();
        Matcher matcher = PROBE.matcher(part);
        while (matcher.find()) {
            String kind = matcher.group(1).toLowerCase(Locale.ROOT);
            boolean current = kind.startsWith("i");
            if (!current && !kind.startsWith("v")) {
                throw card.fault(
                        card.wordAt(start + matcher.start()),
                        "v(node), v(node, node) and i(element) are shown, not " + matcher.group());
            }
            String second = matcher.group(3);
            probes.add(
                    current
                            ? Probe.current(card.place().name(matcher.group(2)))
                            : new Probe(
                                    false,
                                    card.place().node(matcher.group(2)),
                                    second == null
                                            ? Netlist.GROUND
                                            : card.place().node(second)));
        }
        return probes;
    }
}
