package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;
import org.jspecify.annotations.Nullable;

/**
 * Reads SPICE cards, in either case of letters and without a title line:
 *
 * <pre>
 * Rname n+ n- ohms
 * Cname n+ n- farads [IC=volts]
 * Lname n+ n- henries [IC=amperes]
 * Kname Lname Lname coupling
 * Vname n+ n- [DC] volts | SIN(offset amplitude hertz [delay [damping [degrees]]]) [AC amplitude [degrees]]
 * Iname n+ n- [DC] amperes | SIN(…) [AC …]
 * PULSE(low high delay rise fall width period), EXP(…), PWL(…) in place of SIN
 * Ename n+ n- nc+ nc- gain          Gname n+ n- nc+ nc- siemens
 * Fname n+ n- element gain          Hname n+ n- element ohms
 * Ename out reference opamp in+ in-
 * TFname n+ n- second+ second- ratio
 * Dname anode cathode ideal | drop VF= [RON=] | zener VZ= [VF=] [RZ=] | exponential IS= [N=] [VT=]
 * Qname collector base emitter npn|pnp BETA= [VBE=] [VCESAT=]
 * Mname drain gate source nmos|pmos K= VT= [LAMBDA=]
 * </pre>
 *
 * <p>Any number may be an expression in braces. Node 0 is the ground.
 */
public final class NetlistReader {

    private static final Measure[] SINE = {Measure.FREQUENCY, Measure.TIME, Measure.DAMPING, Measure.PHASE};

    /** The most words on the card of a source: pieces of a PWL. */
    private static final int MAX_SOURCE = 404;

    private final String text;
    private final boolean inPhasors;
    private final List<NetlistFault> faults = new ArrayList<>();
    private final List<Deck.Open> open = new ArrayList<>();
    private final List<Deck.Card> cards = new ArrayList<>();
    private final List<List<Word>> read = new ArrayList<>();

    private NetlistReader(String text, boolean inPhasors) {
        this.text = text;
        this.inPhasors = inPhasors;
    }

    /** Receives what is wrong with a netlist. */
    public interface Journal {
        /** Something is wrong. */
        void fault(NetlistFault fault);
    }

    /** Ends the reading of a card whose fault has been noted. */
    private static final class Skipped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Skipped() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads a netlist.
     *
     * @param journal receives every fault, in the order of the text
     * @return the deck; useless if there was a fault
     */
    public static Deck read(String text, Journal journal) {
        return read(text, /* inPhasors= */ false, journal);
    }

    /**
     * Reads a netlist.
     *
     * @param inPhasors whether it is to be a linear network
     * @param journal receives every fault, in the order of the text
     * @return the deck; useless if there was a fault
     */
    public static Deck read(String text, boolean inPhasors, Journal journal) {
        NetlistReader reader = new NetlistReader(text, inPhasors);
        reader.cards();
        reader.faults.stream()
                .sorted(java.util.Comparator.comparingInt(NetlistFault::start))
                .forEach(journal::fault);
        return new Deck(reader.cards, reader.open);
    }

    private void cards() {
        for (List<Word> words : new NetlistWords(text, faults).cards()) {
            Deck.Card card = attempted(words);
            if (card != null) {
                cards.add(card);
                read.add(words);
            }
        }
        if (!faults.isEmpty()) {
            return;
        }
        if (cards.isEmpty()) {
            faults.add(NetlistFault.at(text, 0, text.length(), "there is no element here"));
            return;
        }
        check();
    }

    private Deck.@Nullable Card attempted(List<Word> words) {
        try {
            return card(words);
        } catch (Skipped e) {
            return null;
        }
    }

    /** Checks what the elements make up, and the numbers that are known. */
    private void check() {
        double[] ones = new double[open.size()];
        Arrays.fill(ones, 1);
        List<Component> components = new ArrayList<>();
        for (int k = 0; k < cards.size(); k++) {
            try {
                components.add(cards.get(k).component(ones));
            } catch (IllegalArgumentException e) {
                Word last = read.get(k).get(read.get(k).size() - 1);
                note(read.get(k).get(Math.min(3, read.get(k).size() - 1)), last, String.valueOf(e.getMessage()));
            }
        }
        if (faults.isEmpty()) {
            for (Soundness.Flaw flaw : flaws(components)) {
                Word word = read.get(flaw.element()).get(flaw.word());
                note(word, word, flaw.message());
            }
        }
    }

    private List<Soundness.Flaw> flaws(List<Component> components) {
        List<Element> elements = new ArrayList<>();
        for (Component component : components) {
            if (component instanceof Element element) {
                elements.add(element);
            }
        }
        return inPhasors || elements.size() < components.size()
                ? References.flaws(components, inPhasors)
                : Soundness.flaws(elements);
    }

    private void note(Word first, Word last, String message) {
        faults.add(NetlistFault.at(text, first.start(), last.end(), message));
    }

    private Skipped fault(Word word, String message) {
        note(word, word, message);
        return new Skipped();
    }

    private Deck.Card card(List<Word> words) {
        Word name = words.get(0);
        switch (name.text().toUpperCase(Locale.ROOT).charAt(0)) {
            case 'R':
                return resistor(words);
            case 'C':
                return capacitor(words);
            case 'V':
            case 'I':
                return source(words);
            case 'D':
                return diode(words);
            case 'L':
                return inductor(words);
            case 'K':
                requireLength(words, 4, 4, "K1 L1 L2 0.9");
                return new Deck.Card(
                        List.of(number(words.get(3), Measure.RATIO)),
                        v -> new Component.Coupling(name(words), plus(words), minus(words), v[0]));
            case 'E':
                return words.size() > 3 && words.get(3).is("opamp")
                        ? amplifier(words)
                        : controlled(words, Component.Control.VOLTAGE_BY_VOLTAGE, Measure.RATIO);
            case 'F':
                return controlled(words, Component.Control.CURRENT_BY_CURRENT, Measure.RATIO);
            case 'G':
                return controlled(words, Component.Control.CURRENT_BY_VOLTAGE, Measure.CONDUCTANCE);
            case 'H':
                return controlled(words, Component.Control.VOLTAGE_BY_CURRENT, Measure.RESISTANCE);
            case 'T':
                return transformer(words);
            case 'Q':
                return bipolar(words);
            case 'M':
                return squareLaw(words);
            case '.':
                throw fault(
                        name,
                        "dot cards are not read; how the circuit is run is said by run: dc, run: transient 5 ms or"
                                + " run: periodic");
            default:
                throw fault(
                        name,
                        "a card begins with R, C, L, K, V, I, D, E, F, G, H, Q, M or TF; other elements are not read yet");
        }
    }

    private Deck.Card resistor(List<Word> words) {
        requireLength(words, 4, 4, "R1 a b 1k");
        return new Deck.Card(
                List.of(number(words.get(3), Measure.RESISTANCE)),
                v -> new Element.Resistor(name(words), plus(words), minus(words), v[0]));
    }

    private Deck.Card inductor(List<Word> words) {
        requireLength(words, 4, 6, "L1 a b 1m, or L1 a b 1m IC=0.5");
        if (words.size() > 4 && (!words.get(4).is("IC") || words.size() == 5)) {
            throw fault(words.get(4), "expected IC=amperes");
        }
        Deck.Number initial = words.size() == 6 ? number(words.get(5), Measure.CURRENT) : new Deck.Number(0, -1);
        return new Deck.Card(
                List.of(number(words.get(3), Measure.INDUCTANCE), initial),
                v -> new Component.Inductor(name(words), plus(words), minus(words), v[0], v[1]));
    }

    private Deck.Card capacitor(List<Word> words) {
        requireLength(words, 4, 6, "C1 a b 1u, or C1 a b 1u IC=2");
        List<Deck.Number> numbers = new ArrayList<>();
        Word farads = words.get(3);
        if (farads.text().matches("[0-9.eE+-]+[fF]")) {
            throw fault(
                    farads, "to SPICE f means femto, whatever its case; write 1 for a farad, 1e-15 for a femtofarad");
        }
        numbers.add(number(farads, Measure.CAPACITANCE));
        if (words.size() > 4 && !words.get(4).is("IC")) {
            throw fault(
                    words.get(4), "expected IC=volts, found '" + words.get(4).text() + "'");
        }
        if (words.size() == 5) {
            throw fault(words.get(4), "IC= needs a voltage");
        }
        numbers.add(words.size() == 6 ? number(words.get(5), Measure.VOLTAGE) : new Deck.Number(0, -1));
        return new Deck.Card(numbers, v -> new Element.Capacitor(name(words), plus(words), minus(words), v[0], v[1]));
    }

    /** A parameter of a device: its name, what it measures, and its value where none is written; NaN if one must be. */
    private record Parameter(String name, Measure measure, double usual) {}

    private static Parameter needed(String name, Measure measure) {
        return new Parameter(name, measure, Double.NaN);
    }

    private static Parameter other(String name, Measure measure, double usual) {
        return new Parameter(name, measure, usual);
    }

    /** A device with its parameters, {@code NAME=value}, from a word on. */
    private Deck.Card device(List<Word> words, int from, List<Parameter> parameters, Deck.Maker maker) {
        List<Deck.Number> numbers = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        parameters.forEach(parameter -> left.add(parameter.name()));
        for (int i = from; i < words.size(); i += 2) {
            if (!left.remove(words.get(i).text().toUpperCase(Locale.ROOT)) || i + 1 == words.size()) {
                throw fault(
                        words.get(i),
                        "written NAME=value, with each of these once: "
                                + String.join(
                                        ", ",
                                        parameters.stream().map(Parameter::name).toList()));
            }
        }
        for (Parameter parameter : parameters) {
            Word value = null;
            for (int i = from; i < words.size(); i += 2) {
                value = words.get(i).is(parameter.name()) ? words.get(i + 1) : value;
            }
            if (value == null && Double.isNaN(parameter.usual())) {
                throw fault(words.get(0), words.get(0).text() + " needs " + parameter.name() + "=…");
            }
            boolean infinite = value != null && value.is("inf");
            numbers.add(
                    value == null || infinite
                            ? new Deck.Number(infinite ? Double.POSITIVE_INFINITY : parameter.usual(), -1)
                            : number(value, parameter.measure()));
        }
        return new Deck.Card(numbers, maker);
    }

    private Deck.Card bipolar(List<Word> words) {
        requireLength(words, 5, 11, "Q1 c b e npn BETA=100 VBE=0.7");
        boolean npn = words.get(4).is("npn");
        if (!npn && !words.get(4).is("pnp")) {
            throw fault(
                    words.get(4),
                    "a bipolar transistor is npn or pnp, not " + words.get(4).text());
        }
        return device(
                words,
                5,
                List.of(
                        needed("BETA", Measure.RATIO),
                        other("VBE", Measure.VOLTAGE, 0.7),
                        other("VCESAT", Measure.VOLTAGE, 0.2)),
                v -> new Device.Bipolar(
                        name(words), plus(words), minus(words), words.get(3).text(), npn, v[0], v[1], v[2]));
    }

    private Deck.Card squareLaw(List<Word> words) {
        requireLength(words, 5, 11, "M1 d g s nmos K=1m VT=1");
        boolean n = words.get(4).is("nmos");
        if (!n && !words.get(4).is("pmos")) {
            throw fault(
                    words.get(4),
                    "a field-effect transistor is nmos or pmos, not "
                            + words.get(4).text());
        }
        return device(
                words,
                5,
                List.of(
                        needed("K", Measure.TRANSCONDUCTANCE),
                        needed("VT", Measure.VOLTAGE),
                        other("LAMBDA", Measure.PER_VOLT, 0)),
                v -> new Device.SquareLaw(
                        name(words), plus(words), minus(words), words.get(3).text(), n, v[0], v[1], v[2]));
    }

    private Deck.Card controlled(List<Word> words, Component.Control control, Measure measure) {
        boolean byVoltage = control.isByVoltage();
        String letter = words.get(0).text().substring(0, 1);
        requireLength(
                words, byVoltage ? 6 : 5, byVoltage ? 6 : 5, letter + (byVoltage ? "1 a b c d 10" : "1 a b V1 10"));
        List<String> by = new ArrayList<>();
        for (Word word : words.subList(3, words.size() - 1)) {
            by.add(word.text());
        }
        return new Deck.Card(
                List.of(number(words.get(words.size() - 1), measure)),
                v -> new Component.Controlled(name(words), plus(words), minus(words), control, by, v[0]));
    }

    private Deck.Card amplifier(List<Word> words) {
        requireLength(words, 6, 6, "E1 out 0 opamp in+ in-");
        return new Deck.Card(
                List.of(),
                v -> new Component.Amplifier(
                        name(words),
                        plus(words),
                        minus(words),
                        words.get(4).text(),
                        words.get(5).text()));
    }

    private Deck.Card transformer(List<Word> words) {
        if (!words.get(0).text().toUpperCase(Locale.ROOT).startsWith("TF")) {
            throw fault(
                    words.get(0),
                    "an ideal transformer begins with TF: TF1 a b c d ratio; a transmission line is the block 'line'");
        }
        requireLength(words, 6, 6, "TF1 a b c d 2, which makes v(a, b) twice v(c, d)");
        return new Deck.Card(
                List.of(number(words.get(5), Measure.RATIO)),
                v -> new Component.Transformer(
                        name(words),
                        plus(words),
                        minus(words),
                        words.get(3).text(),
                        words.get(4).text(),
                        v[0]));
    }

    private Deck.Card diode(List<Word> words) {
        requireLength(words, 4, 10, "D1 anode cathode ideal");
        String model = words.get(3).text().toLowerCase(Locale.ROOT);
        switch (model) {
            case "ideal":
                break;
            case "drop":
                return device(
                        words,
                        4,
                        List.of(needed("VF", Measure.VOLTAGE), other("RON", Measure.RESISTANCE, 0)),
                        v -> new Device.Drop(
                                name(words), plus(words), minus(words), v[0], v[1], Double.POSITIVE_INFINITY, 0));
            case "zener":
                return device(
                        words,
                        4,
                        List.of(
                                needed("VZ", Measure.VOLTAGE),
                                other("VF", Measure.VOLTAGE, 0.7),
                                other("RZ", Measure.RESISTANCE, 0)),
                        v -> new Device.Drop(name(words), plus(words), minus(words), v[1], 0, v[0], v[2]));
            case "exponential":
                return device(
                        words,
                        4,
                        List.of(
                                needed("IS", Measure.CURRENT),
                                other("N", Measure.RATIO, 1),
                                other("VT", Measure.VOLTAGE, 0.02585)),
                        v -> new Device.Exponential(name(words), plus(words), minus(words), v[0], v[1] * v[2]));
            default:
                throw fault(
                        words.get(3),
                        "a diode is 'ideal', 'drop VF=0.7', 'zener VZ=5.1' or 'exponential IS=1e-14'; there is no model "
                                + words.get(3).text());
        }
        requireLength(words, 4, 4, "D1 anode cathode ideal");
        return new Deck.Card(List.of(), v -> new Element.Diode(name(words), plus(words), minus(words)));
    }

    private Deck.Card source(List<Word> words) {
        boolean voltage = words.get(0).text().toUpperCase(Locale.ROOT).charAt(0) == 'V';
        Measure measure = voltage ? Measure.VOLTAGE : Measure.CURRENT;
        String example = voltage ? "V1 a 0 5, or V1 a 0 SIN(0 1 1k)" : "I1 0 a 1m, or I1 0 a SIN(0 1m 1k)";
        requireLength(words, 4, MAX_SOURCE, example);
        int ac = 3;
        while (ac < words.size() && !words.get(ac).is("AC")) {
            ac++;
        }
        if (ac < words.size()) {
            return withPhasor(words, ac, measure);
        }
        if (words.get(3).is("PULSE") || words.get(3).is("EXP") || words.get(3).is("PWL")) {
            return formed(words, measure);
        }
        requireLength(words, 4, 10, example);
        int at = words.get(3).is("DC") ? 4 : 3;
        if (at == words.size()) {
            throw fault(words.get(3), "DC needs a value");
        }
        if (words.get(at).is("SIN")) {
            return sine(words, words.subList(at + 1, words.size()), measure);
        }
        if (words.get(at).text().matches("[A-Za-z]+")) {
            throw fault(
                    words.get(at),
                    "a source is a constant or SIN(offset amplitude hertz), and AC amplitude degrees, not "
                            + words.get(at).text());
        }
        if (words.size() > at + 1) {
            throw fault(words.get(at + 1), "nothing may follow the value of a source");
        }
        return new Deck.Card(List.of(number(words.get(at), measure)), v -> source(words, new Waveform.Constant(v[0])));
    }

    /** PULSE, EXP and PWL. */
    private Deck.Card formed(List<Word> words, Measure measure) {
        Word form = words.get(3);
        List<Word> arguments = words.subList(4, words.size());
        boolean lines = form.is("PWL");
        int least = form.is("PULSE") ? 2 : form.is("EXP") ? 4 : 2;
        int most = form.is("PULSE") ? 7 : form.is("EXP") ? 6 : MAX_SOURCE;
        if (arguments.size() < least || arguments.size() > most || lines && arguments.size() % 2 == 1) {
            throw fault(
                    form,
                    form.is("PULSE")
                            ? "written PULSE(low high delay rise fall width period), all but two of which may be left out"
                            : form.is("EXP")
                                    ? "written EXP(first second riseAt rise fallAt fall), the last two of which may be left out"
                                    : "written PWL(time value time value …)");
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean time = lines ? i % 2 == 0 : i >= 2;
            numbers.add(number(arguments.get(i), time ? Measure.TIME : measure));
        }
        return new Deck.Card(numbers, v -> source(words, waveform(form, v)));
    }

    private static Waveform waveform(Word form, double[] v) {
        if (form.is("PULSE")) {
            double[] all = {0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            System.arraycopy(v, 0, all, 0, v.length);
            return new Waveform.Pulse(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
        }
        if (form.is("EXP")) {
            boolean falls = v.length == 6;
            return new Waveform.Exponential(
                    v[0], v[1], v[2], v[3], falls ? v[4] : Double.POSITIVE_INFINITY, falls ? v[5] : 1);
        }
        List<Double> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i + 1 < v.length; i += 2) {
            times.add(v[i]);
            values.add(v[i + 1]);
        }
        return new Waveform.Lines(times, values);
    }

    /** A source with {@code AC amplitude [degrees]} behind what it gives otherwise. */
    private Deck.Card withPhasor(List<Word> words, int ac, Measure measure) {
        List<Word> behind = words.subList(ac + 1, words.size());
        if (behind.isEmpty() || behind.size() > 2) {
            throw fault(words.get(ac), "AC takes an amplitude, and an angle in degrees: AC 10 30");
        }
        List<Word> before = new ArrayList<>(words.subList(0, ac));
        Deck.Card plain =
                ac == 3 ? new Deck.Card(List.of(), v -> source(words, new Waveform.Constant(0))) : source(before);
        List<Deck.Number> numbers = new ArrayList<>(plain.numbers());
        int at = numbers.size();
        numbers.add(number(behind.get(0), measure));
        numbers.add(behind.size() == 2 ? number(behind.get(1), Measure.PHASE) : new Deck.Number(0, -1));
        return new Deck.Card(numbers, v -> {
            Component source = plain.maker().make(Arrays.copyOf(v, at));
            Phasor small = Phasor.of(v[at], v[at + 1]);
            if (source instanceof Element.VoltageSource voltage) {
                return new Element.VoltageSource(
                        voltage.name(), voltage.plus(), voltage.minus(), voltage.volts(), small);
            }
            Element.CurrentSource current = (Element.CurrentSource) source;
            return new Element.CurrentSource(current.name(), current.plus(), current.minus(), current.amperes(), small);
        });
    }

    private Deck.Card sine(List<Word> words, List<Word> arguments, Measure measure) {
        if (arguments.size() < 3 || arguments.size() > 6) {
            Word sin = words.get(words.size() - arguments.size() - 1);
            throw fault(
                    sin,
                    "SIN takes 3 to 6 numbers: SIN(offset amplitude hertz delay damping degrees); here are "
                            + arguments.size());
        }
        List<Deck.Number> numbers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Measure wanted = i < 2 ? measure : SINE[i - 2];
            numbers.add(i < arguments.size() ? number(arguments.get(i), wanted) : new Deck.Number(0, -1));
        }
        return new Deck.Card(numbers, v -> source(words, new Waveform.Sine(v[0], v[1], v[2], v[3], v[4], v[5])));
    }

    private static Element source(List<Word> words, Waveform waveform) {
        boolean voltage = words.get(0).text().toUpperCase(Locale.ROOT).charAt(0) == 'V';
        return voltage
                ? new Element.VoltageSource(name(words), plus(words), minus(words), waveform)
                : new Element.CurrentSource(name(words), plus(words), minus(words), waveform);
    }

    private void requireLength(List<Word> words, int least, int most, String example) {
        if (words.size() < least) {
            throw fault(words.get(0), "too little on this card; written " + example);
        }
        if (words.size() > most) {
            throw fault(words.get(most), "too much on this card; written " + example);
        }
        requireName(words.get(0), "[A-Za-z][A-Za-z0-9_]*", "an element's name is made of letters, digits and _");
        for (int i = 1; i <= 2; i++) {
            requireName(
                    words.get(i),
                    "[A-Za-z_][A-Za-z0-9_]*|0|[1-9][0-9]{0,8}",
                    "a node is called by a whole number, or by letters, digits and _");
        }
    }

    private void requireName(Word word, String pattern, String message) {
        if (!word.text().matches(pattern)) {
            throw fault(word, message);
        }
    }

    private Deck.Number number(Word word, Measure measure) {
        if (word.isExpression()) {
            open.add(new Deck.Open(word.start() + 1, word.end() - 1, measure));
            return new Deck.Number(Double.NaN, open.size() - 1);
        }
        if (!SpiceNumber.is(word.text())) {
            throw fault(
                    word,
                    "expected a number such as 4.7k or 1e-6, or an expression in braces; found '" + word.text() + "'");
        }
        return new Deck.Number(SpiceNumber.of(word.text()), -1);
    }

    private static String name(List<Word> words) {
        return words.get(0).text();
    }

    private static String plus(List<Word> words) {
        return words.get(1).text();
    }

    private static String minus(List<Word> words) {
        return words.get(2).text();
    }
}
