package org.ansatz.field.circuit.netlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * PULSE(low high delay rise fall width period), EXP(…), PWL(…) in place of SIN
 * Ename n+ n- nc+ nc- gain          Gname n+ n- nc+ nc- siemens
 * Fname n+ n- element gain          Hname n+ n- element ohms
 * Ename out reference opamp in+ in-
 * TFname n+ n- second+ second- ratio
 * Dname anode cathode ideal | drop VF= [RON=] | zener VZ= [VF=] [RZ=] | exponential IS= [N=] [VT=]
 * Qname collector base emitter npn|pnp BETA= [VBE=] [VCESAT=]
 * Mname drain gate source nmos|pmos K= VT= [LAMBDA=]
 * Dname anode cathode MODEL [area]  Qname collector base emitter MODEL [area]
 * Jname drain gate source MODEL [area]
 * Mname drain gate source bulk MODEL [W=] [L=]
 * .model MODEL D|NPN|PNP|NMOS|PMOS|NJF|PJF(NAME=value …)
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

    private final String text;
    private final Form form;
    private String title = "";
    private final List<Deck.Asked> asked = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<NetlistFault> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Deck.Open> open = new ArrayList<>();
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
    };

    private NetlistReader(String text, Form form) {
        this.text = text;
        this.form = form;
    }

    /** Where a netlist stands, and so what may be on its cards. */
    public enum Form {
        /** In a problem, which says how it is run. */
        BLOCK,
        /** The same where it is to be a network in phasors. */
        PHASORS,
        /** The same between ports, of which nothing need be joined to the ground. */
        PORTS,
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
                reader.cards, reader.open, new Deck.Asking(reader.title, reader.asked, reader.probes), reader.remarks);
    }

    private void read() {
        Place top = Place.top();
        List<List<Word>> all = new ArrayList<>(new NetlistWords(text, faults).cards());
        if (form == Form.FILE && !all.isEmpty()) {
            title(all);
        }
        cards(all, top);
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
                    probes.addAll(AnalysisCards.probes(card, text));
                    break;
                }
                throw notHere(card);
            case ".options":
            case ".option":
                if (form == Form.FILE) {
                    remarks.add(".options are not heeded: errors are estimated and kept small whatever they say");
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
                throw notHere(card);
        }
    }

    private void analysis(WrittenCard card) {
        Deck.Asked analysis = AnalysisCards.read(card, text);
        asked.add(analysis);
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
                    "of cards with a dot, .model, .param, .subckt, .op, .dc, .ac, .tran, .tf, .print and .end are read; not "
                            + card.text(0));
        }
        return card.fault(
                0,
                "of cards with a dot, .model, .param and .subckt are read; how the circuit is run is said by run: dc,"
                        + " run: transient 5 ms or run: periodic");
    }

    // ---- models and parameters

    private void model(WrittenCard card) {
        if (card.size() < 3) {
            throw card.fault(0, "written .model NAME D(IS=1e-14 N=1)");
        }
        card.place().expect(card.text(1));
        ModelKind kind = ModelKind.of(card.text(2));
        if (kind == null) {
            throw card.fault(2, "a model is of one of the kinds " + ModelKind.all() + "; not " + card.text(2));
        }
        Deck.Number[] numbers = new Deck.Number[kind.parameters().size()];
        List<String> left = new ArrayList<>();
        for (int i = 3; i < card.size(); i += 2) {
            int index = kind.indexOf(card.text(i));
            if (index < 0 && !kind.isBesides(card.text(i))) {
                throw card.fault(
                        i,
                        kind.spice() + " has no parameter " + card.text(i) + "; it has "
                                + String.join(
                                        ", ",
                                        kind.parameters().stream()
                                                .map(ModelKind.Parameter::name)
                                                .toList()));
            }
            if (i + 1 == card.size()) {
                throw card.fault(i, card.text(i) + "= needs a value");
            }
            if (index < 0) {
                left.add(card.text(i).toUpperCase(Locale.ROOT));
                requireLevelOne(card, i);
            } else if (numbers[index] != null) {
                throw card.fault(i, card.text(i) + " stands here twice");
            } else {
                numbers[index] = card.number(i + 1, kind.parameters().get(index).measure());
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] =
                    numbers[i] == null ? Deck.Number.of(kind.parameters().get(i).usual()) : numbers[i];
        }
        left.remove("LEVEL");
        if (!left.isEmpty()) {
            remarks.add("the model " + card.text(1) + " has " + String.join(", ", left)
                    + (left.size() == 1 ? ", which is not modelled" : ", which are not modelled"));
        }
        if (!card.place().add(new Place.ModelCard(card.text(1), kind, List.of(numbers)))) {
            throw card.fault(1, "a second model is called " + card.text(1));
        }
    }

    private static void requireLevelOne(WrittenCard card, int at) {
        boolean other = card.is(at, "LEVEL") && !card.is(at + 1, "1");
        if (other) {
            throw card.fault(at + 1, "only level 1 is modelled");
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

    // ---- subcircuits

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
        if (card.size() < 3) {
            throw card.fault(0, "written .subckt NAME node node …");
        }
        List<String> ports = new ArrayList<>();
        int at = 2;
        while (at < card.size() && !isNamed(card, at)) {
            if (!card.is(at, "PARAMS:")) {
                ports.add(card.text(at));
            }
            at++;
        }
        Map<String, Word> usual = new LinkedHashMap<>();
        for (; at + 1 < card.size(); at += 2) {
            usual.put(card.text(at), card.word(at + 1));
        }
        Place.Subcircuit subcircuit =
                new Place.Subcircuit(card.text(1), List.copyOf(ports), usual, List.copyOf(inner), card.place());
        if (!card.place().add(subcircuit)) {
            throw card.fault(1, "a second subcircuit is called " + card.text(1));
        }
    }

    /** Whether a word is the name of a value, which the text tells by the sign behind it. */
    private boolean isNamed(WrittenCard card, int at) {
        int end = card.word(at).end();
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '=';
    }

    private void instance(WrittenCard card) {
        int last = card.size();
        for (int i = 1; i < card.size(); i++) {
            if (isNamed(card, i)) {
                last = i;
                break;
            }
        }
        last = card.is(last - 1, "PARAMS:") ? last - 1 : last;
        if (last < 3) {
            throw card.fault(0, "written X1 node node … NAME, with the name of a .subckt");
        }
        Place.Subcircuit subcircuit = card.place().subcircuit(card.text(last - 1));
        if (subcircuit == null) {
            throw card.fault(last - 1, "there is no .subckt " + card.text(last - 1));
        }
        if (subcircuit.ports().size() != last - 2) {
            throw card.fault(
                    last - 1,
                    subcircuit.name() + " has " + subcircuit.ports().size() + " nodes, and here are " + (last - 2));
        }
        if (card.place().isInside(subcircuit)) {
            throw card.fault(last - 1, subcircuit.name() + " stands in itself, without end");
        }
        Map<String, String> ports = new HashMap<>();
        for (int i = 0; i < last - 2; i++) {
            ports.put(Netlist.folded(subcircuit.ports().get(i)), card.node(i + 1));
        }
        Parameters own = new Parameters(subcircuit.definition().parameters());
        values(card, card.is(last, "PARAMS:") ? last + 1 : last, subcircuit, own);
        cards(subcircuit.cards(), card.place().inside(subcircuit, card.text(0), ports, own));
    }

    /** The parameters of an instance: its own values, in the place where it stands; else those of the subcircuit. */
    private static void values(WrittenCard card, int from, Place.Subcircuit subcircuit, Parameters own) {
        for (int i = from; i < card.size(); i += 2) {
            String name = card.text(i);
            if (i + 1 == card.size() || subcircuit.usual().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                throw card.fault(
                        i,
                        "the parameters of " + subcircuit.name() + " are "
                                + String.join(", ", subcircuit.usual().keySet()));
            }
            String declared = subcircuit.usual().keySet().stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .orElse(name);
            own.add(declared, card.number(i + 1, Measure.PLAIN));
        }
        for (Map.Entry<String, Word> usual : subcircuit.usual().entrySet()) {
            if (!own.values().containsKey(usual.getKey())) {
                WrittenCard there = new WrittenCard(card.words(), subcircuit.definition(), card.desk());
                own.add(usual.getKey(), there.number(usual.getValue(), Measure.PLAIN));
            }
        }
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
