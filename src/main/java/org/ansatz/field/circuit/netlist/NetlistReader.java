package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansatz.field.circuit.netlist.NetlistWords.Word;
import org.ansatz.field.circuit.netlist.WrittenCard.Skipped;
import org.jspecify.annotations.Nullable;

/**
 * Reads SPICE cards, in either case of letters:
 *
 * <pre>
 * Rname n+ n- ohms
 * Cname n+ n- farads [IC=volts]
 * Lname n+ n- henries [IC=amperes]
 * Kname Lname Lname coupling
 * Vname n+ n- [DC] volts | SIN(offset amplitude hertz [delay [damping [degrees]]]) [AC amplitude [degrees]]
 * Iname n+ n- [DC] amperes | SIN(…) [AC …]
 * PULSE(low high delay rise fall width period), EXP(…), PWL(…), SFFM(…) in place of SIN
 * Ename n+ n- nc+ nc- gain          Gname n+ n- nc+ nc- siemens
 * Fname n+ n- element gain          Hname n+ n- element ohms
 * Ename out reference opamp in+ in-
 * TFname n+ n- second+ second- ratio
 * Tname n+ n- second+ second- Z0= TD= | F= [NL=]
 * Bname n+ n- V=expression | I=expression
 * Dname anode cathode ideal | drop VF= [RON=] | zener VZ= [VF=] [RZ=] | exponential IS= [N=] [VT=]
 * Qname collector base emitter npn|pnp BETA= [VBE=] [VCESAT=]
 * Mname drain gate source nmos|pmos K= VT= [LAMBDA=]
 * Dname anode cathode MODEL [area]  Qname collector base emitter MODEL [area]
 * Jname drain gate source MODEL [area]
 * Mname drain gate source bulk MODEL [W=] [L=]
 * Sname n+ n- nc+ nc- MODEL [on|off]   Wname n+ n- element MODEL [on|off]
 * .model MODEL D|NPN|PNP|NMOS|PMOS|NJF|PJF|SW|CSW(NAME=value …)
 * .param NAME=value …
 * .subckt NAME nodes [NAME=value …] … .ends     Xname nodes NAME [NAME=value …]
 * .end
 * </pre>
 *
 * <p>Any number may be an expression in braces. Node 0, or gnd, is the ground.
 */
public final class NetlistReader {

    /** The most cards, those of subcircuits counted as often as they stand. */
    public static final int MAX_CARDS = 50_000;

    /** What analyses are called, by how their cards begin. */
    private static final Map<String, String> ABOUT =
            Map.of(".tran", "a transient", ".ac", "phasors", ".dc", "a source that goes from one value to another");

    private final String text;
    private final Form form;
    private final SubcircuitCards subcircuits;
    private String title = "";
    private final List<Deck.Asked> asked = new ArrayList<>();

    /** The last of those that can be measured, by how their cards begin. */
    private final Map<String, Deck.Asked> latest = new HashMap<>();

    /** Those of them that are transients. */
    private final Set<Deck.Asked> courses = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Cards for the transients, which are read when all of these are known. */
    private final List<WrittenCard> ofCourse = new ArrayList<>();

    private final List<Probe> probes = new ArrayList<>();
    private final List<NetlistFault> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Deck.Open> open = new ArrayList<>();
    private final List<Deck.WrittenLaw> laws = new ArrayList<>();
    private final List<Deck.Card> cards = new ArrayList<>();
    private final List<List<Word>> read = new ArrayList<>();
    private int count;
    private final WrittenCard.Desk desk = new WrittenCard.Desk() {
        @Override
        public Skipped fault(Word first, Word last, String message) {
            note(first, last, message);
            return new Skipped();
        }

        @Override
        public Deck.Number expression(Word word, Measure measure, Place place) {
            open.add(new Deck.Open(word.start() + 1, word.end() - 1, measure, place.parameters()));
            return Deck.Number.open(open.size() - 1);
        }

        @Override
        public Law law(Word word, Measure measure, Place place) {
            laws.add(new Deck.WrittenLaw(word.start() + 1, word.end() - 1, measure, place.parameters(), place));
            return new Law.Open(laws.size() - 1);
        }

        @Override
        public boolean isPicture() {
            return form == Form.PICTURE;
        }
    };

    private NetlistReader(String text, Form form) {
        this.text = text;
        this.form = form;
        subcircuits = new SubcircuitCards(text);
    }

    /** Where a netlist stands, and so what may be on its cards. */
    public enum Form {
        /** In a problem, which says how it is run. */
        BLOCK,
        /** The same where it is to be a network in phasors. */
        PHASORS,
        /** The same between ports, of which nothing need be joined to the ground. */
        PORTS,
        /** As a picture, which need be no circuit that has a solution. */
        PICTURE,
        /** In a file of its own, which may have a title and say what is to be done with it. */
        FILE
    }

    /** Receives what is wrong with a netlist. */
    public interface Journal {
        /** Something is wrong. */
        void fault(NetlistFault fault);
    }

    /**
     * Reads a netlist.
     *
     * @param journal receives every fault, in the order of the text
     * @return the deck; useless if there was a fault
     */
    public static Deck read(String text, Journal journal) {
        return read(text, Form.BLOCK, journal);
    }

    /**
     * Reads a netlist.
     *
     * @param form where it stands
     * @param journal receives every fault, in the order of the text
     * @return the deck; useless if there was a fault
     */
    public static Deck read(String text, Form form, Journal journal) {
        NetlistReader reader = new NetlistReader(text, form);
        reader.read();
        reader.faults.stream()
                .sorted(Comparator.comparingInt(NetlistFault::start))
                .distinct()
                .forEach(journal::fault);
        return new Deck(
                reader.cards,
                reader.open,
                reader.laws,
                new Deck.Asking(reader.title, reader.asked, reader.probes),
                reader.remarks);
    }

    private void read() {
        Place top = Place.top();
        List<List<Word>> all = new ArrayList<>(new NetlistWords(text, faults).cards());
        if (form == Form.FILE && !all.isEmpty()) {
            title(all);
        }
        cards(all, top);
        transients();
        if (!faults.isEmpty()) {
            return;
        }
        if (cards.isEmpty()) {
            faults.add(NetlistFault.at(text, 0, text.length(), "there is no element here"));
            return;
        }
        check();
    }

    /**
     * Takes the first line for a title unless it can be read as a card, or begins as one does: SPICE takes it for a title always, and
     * people leave it out.
     */
    private void title(List<List<Word>> all) {
        List<Word> first = all.get(0);
        String word = first.get(0).text();
        if (word.matches("[.].*|[A-Za-z]+[0-9]+\\w*")) {
            return;
        }
        NetlistReader trial = new NetlistReader(text, Form.BLOCK);
        trial.attempt(first, Place.top(), trial::element);
        if (!trial.faults.isEmpty()) {
            title = text.substring(
                    first.get(0).start(), first.get(first.size() - 1).end());
            all.remove(0);
        }
    }

    // ---- cards of one place

    /** First what is defined, then what stands there, whatever their order. */
    private void cards(List<List<Word>> all, Place place) {
        List<List<Word>> elements = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Word> words = all.get(i);
            if (!words.get(0).text().startsWith(".")) {
                elements.add(words);
            } else if (words.get(0).is(".end")) {
                break;
            } else if (words.get(0).is(".subckt")) {
                int end = closing(all, i);
                List<List<Word>> inner = all.subList(i + 1, end);
                attempt(words, place, card -> define(card, inner));
                i = end;
            } else {
                attempt(words, place, this::command);
            }
        }
        for (List<Word> words : elements) {
            if (++count > MAX_CARDS) {
                note(words.get(0), words.get(0), "more than " + MAX_CARDS + " cards, those of subcircuits among them");
                return;
            }
            attempt(
                    words,
                    place,
                    words.get(0).text().toUpperCase(Locale.ROOT).startsWith("X") ? this::instance : this::element);
        }
    }

    private interface Reader {
        void read(WrittenCard card);
    }

    private void attempt(List<Word> words, Place place, Reader reader) {
        try {
            reader.read(new WrittenCard(words, place, desk));
        } catch (Skipped e) {
            return; // its fault is noted
        }
    }

    private void element(WrittenCard card) {
        Deck.Card made = Cards.read(card);
        cards.add(made);
        read.add(card.words());
    }

    private void command(WrittenCard card) {
        switch (card.text(0).toLowerCase(Locale.ROOT)) {
            case ".model":
                model(card);
                break;
            case ".param":
                parameters(card);
                break;
            case ".print":
            case ".plot":
            case ".probe":
            case ".save":
                if (form == Form.FILE) {
                    probes.addAll(AnalysisCards.shown(card, text));
                    break;
                }
                throw notHere(card);
            case ".options":
            case ".option":
                if (form == Form.FILE) {
                    AnalysisCards.requireUsualTemperature(card);
                    remarks.add(".options are not heeded: errors are estimated and kept small whatever they say");
                    break;
                }
                throw notHere(card);
            case ".temp":
                if (form == Form.FILE) {
                    AnalysisCards.requireUsualTemperature(card);
                    break;
                }
                throw notHere(card);
            case ".ends":
                throw card.fault(0, "there is no .subckt that ends here");
            default:
                if (form == Form.FILE && AnalysisCards.isOne(card)) {
                    analysis(card);
                    break;
                }
                if (form == Form.FILE && CourseCards.isOne(card)) {
                    ofCourse.add(card);
                    break;
                }
                throw notHere(card);
        }
    }

    private void analysis(WrittenCard card) {
        Deck.Asked analysis = AnalysisCards.read(card, text);
        asked.add(analysis);
        latest.put(card.text(0).toLowerCase(Locale.ROOT), analysis);
        if (card.is(0, ".tran")) {
            courses.add(analysis);
        }
        requireInRange(card, analysis);
    }

    /**
     * Cards for other analyses, wherever they stand: all transients begin as {@code .ic} says; of the last one harmonics are asked, and
     * then all measurements of each kind together.
     */
    private void transients() {
        List<CourseCards.Start> starts = new ArrayList<>();
        for (WrittenCard card : ofCourse) {
            if (CourseCards.isStart(card)) {
                attempt(card.words(), card.place(), each -> starts.addAll(CourseCards.starts(each)));
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            if (courses.contains(asked.get(i))) {
                Deck.Asked started = starts.isEmpty() ? asked.get(i) : CourseCards.startedBy(asked.get(i), starts);
                asked.set(i, started);
                latest.put(".tran", started);
            }
        }
        Map<String, List<CourseCards.Open>> measurements = new LinkedHashMap<>();
        for (WrittenCard card : ofCourse) {
            attempt(card.words(), card.place(), each -> askOf(each, measurements));
        }
        measurements.forEach(
                (kind, all) -> asked.add(CourseCards.measured(Objects.requireNonNull(latest.get(kind)), all)));
    }

    private void askOf(WrittenCard card, Map<String, List<CourseCards.Open>> measurements) {
        String kind = CourseCards.isMeasurement(card) ? CourseCards.kind(card) : ".tran";
        Deck.Asked of = latest.get(kind);
        if (of == null) {
            throw card.fault(0, card.text(0) + " is about " + ABOUT.get(kind) + ", and there is no " + kind);
        }
        if (CourseCards.isMeasurement(card)) {
            CourseCards.Open measurement = CourseCards.measurement(card, text);
            requireInRange(card, CourseCards.measured(of, List.of(measurement)));
            measurements.computeIfAbsent(kind, none -> new ArrayList<>()).add(measurement);
        } else if (CourseCards.isHarmonics(card)) {
            Deck.Asked harmonics = CourseCards.harmonics(card, text, of);
            requireInRange(card, harmonics);
            asked.add(harmonics);
        }
    }

    /** An analysis all of whose numbers are written is made once, to see whether they can be. */
    private static void requireInRange(WrittenCard card, Deck.Asked analysis) {
        if (analysis.numbers().stream().allMatch(number -> number.open() < 0)) {
            try {
                analysis.analysis(new double[0]);
            } catch (IllegalArgumentException e) {
                throw card.fault(Math.min(1, card.size() - 1), String.valueOf(e.getMessage()));
            }
        }
    }

    private Skipped notHere(WrittenCard card) {
        if (form == Form.FILE) {
            return card.fault(
                    0,
                    "of cards with a dot, .model, .param, .subckt, .include, .op, .dc, .ac, .tran, .tf, .pz, .ic, .four, .meas, .print and .end are read; not "
                            + card.text(0));
        }
        return card.fault(
                0,
                "of cards with a dot, .model, .param, .subckt and .include are read; how the circuit is run is said by run: dc,"
                        + " run: transient 5 ms or run: periodic");
    }

    // ---- what is defined

    private void model(WrittenCard card) {
        ModelCards.Read model = ModelCards.read(card);
        if (model.remark() != null) {
            remarks.add(model.remark());
        }
        if (!card.place().add(model.model())) {
            throw card.fault(1, "a second model is called " + card.text(1));
        }
    }

    private void parameters(WrittenCard card) {
        for (int i = 1; i < card.size(); i += 2) {
            if (i + 1 == card.size()) {
                throw card.fault(i, card.text(i) + "= needs a value");
            }
            parameter(card, card.word(i), card.word(i + 1), card.place().parameters(), card.place());
        }
    }

    private static void parameter(WrittenCard card, Word name, Word value, Parameters into, Place in) {
        if (!name.text().matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw card.fault(name, "the name of a parameter is made of letters, digits and _");
        }
        Deck.Number number = new WrittenCard(card.words(), in, card.desk()).number(value, Measure.PLAIN);
        if (!into.add(name.text(), number)) {
            throw card.fault(name, "a second parameter is called " + name.text());
        }
    }

    /** The index of the .ends that belongs to a .subckt; the end of the netlist if there is none, which is a fault. */
    private int closing(List<List<Word>> all, int from) {
        int depth = 0;
        for (int i = from; i < all.size(); i++) {
            Word first = all.get(i).get(0);
            depth += first.is(".subckt") ? 1 : first.is(".ends") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        Word start = all.get(from).get(0);
        note(start, start, "this .subckt is not ended by .ends");
        return all.size();
    }

    private void define(WrittenCard card, List<List<Word>> inner) {
        if (!card.place().add(subcircuits.definition(card, inner))) {
            throw card.fault(1, "a second subcircuit is called " + card.text(1));
        }
    }

    private void instance(WrittenCard card) {
        SubcircuitCards.Instance instance = subcircuits.instance(card);
        cards(instance.of().cards(), instance.inside());
    }

    // ---- what they make up

    /** Checks what the elements make up, and the numbers that are known. */
    private void check() {
        double[] ones = new double[open.size()];
        Arrays.fill(ones, 1);
        List<Component> components = new ArrayList<>();
        for (int k = 0; k < cards.size(); k++) {
            Component component = made(k, ones);
            if (component != null) {
                components.add(component);
            }
        }
        if (faults.isEmpty()) {
            for (Soundness.Flaw flaw : flaws(components)) {
                Word word = read.get(flaw.element()).get(flaw.word());
                note(word, word, flaw.message());
            }
        }
    }

    private @Nullable Component made(int card, double[] values) {
        try {
            return cards.get(card).component(values);
        } catch (IllegalArgumentException e) {
            List<Word> words = read.get(card);
            note(words.get(Math.min(3, words.size() - 1)), words.get(words.size() - 1), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private List<Soundness.Flaw> flaws(List<Component> components) {
        if (form == Form.PICTURE) {
            return List.of();
        }
        List<Element> elements = new ArrayList<>();
        for (Component component : components) {
            if (component instanceof Element element) {
                elements.add(element);
            }
        }
        List<String> dangling = form == Form.PORTS ? List.of() : Soundness.danglingResistors(components);
        remarks.addAll(dangling);
        boolean hasDiodes = elements.stream().anyMatch(Element.Diode.class::isInstance);
        return form != Form.BLOCK || elements.size() < components.size() || !hasDiodes && !dangling.isEmpty()
                ? References.flaws(components, form == Form.PHASORS || form == Form.PORTS).stream()
                        .filter(flaw -> form != Form.PORTS || !flaw.message().equals(References.NO_GROUND))
                        .toList()
                : Soundness.flaws(elements);
    }

    private void note(Word first, Word last, String message) {
        faults.add(NetlistFault.at(text, first.start(), last.end(), message));
    }
}
